using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Settlement;

/// <summary>Registers what clients have in common.</summary>
internal static class SettlementRegistration
{
    /// <summary>Registers the memory of unknown sends. It is created if something asks for it.</summary>
    public static void AddUnknownSends(this IServiceCollection services)
    {
        services.AddCallLog();
        services.AddOptions<UnknownSendOptions>();
        services.TryAddSingleton<UnknownSends>();
        services.TryAddSingleton<IUnknownSends>(static provider => provider.GetRequiredService<UnknownSends>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWebhookObserver, UnknownSends>(static provider => provider.GetRequiredService<UnknownSends>()));
    }

    /// <summary>Registers the log and the clock.</summary>
    public static void AddCallLog(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new CallLog(provider.GetRequiredService<ILoggerFactory>().CreateLogger("PageMessagesGen")));
    }
}
