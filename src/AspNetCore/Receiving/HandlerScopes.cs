using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace PageMessagesGen.Receiving;

/// <summary>Gives each event a scope of services, and a handler from it: the registered service, or an object that is created.</summary>
internal sealed class HandlerScopes<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(IServiceProvider services)
    where THandler : class
{
    private readonly ObjectFactory<THandler>? _create =
        services.GetService<IServiceProviderIsService>()?.IsService(typeof(THandler)) == true ? null : ActivatorUtilities.CreateFactory<THandler>([]);

    /// <summary>Runs something with a handler.</summary>
    public async ValueTask RunAsync(Func<THandler, ValueTask> run)
    {
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            // A scope disposes the services that it creates, and no others.
            if (_create is null)
            {
                await run(scope.ServiceProvider.GetRequiredService<THandler>()).ConfigureAwait(false);
                return;
            }

            var handler = _create(scope.ServiceProvider, null);
            try
            {
                await run(handler).ConfigureAwait(false);
            }
            finally
            {
                if (handler is IAsyncDisposable asynchronous)
                    await asynchronous.DisposeAsync().ConfigureAwait(false);
                else
                    (handler as IDisposable)?.Dispose();
            }
        }
    }
}
