using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using PageMessagesGen.Http;
using PageMessagesGen.Settlement;

namespace PageMessagesGen.Generated;

/// <summary>Registers the clients of a service. Generated methods such as <c>AddPageMessages</c> use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GraphApiRegistration
{
    /// <summary>Registers a client and its interface, and the connections that they use.</summary>
    /// <param name="services">The services.</param>
    /// <param name="service">The name of the service.</param>
    /// <param name="key">The key of the registration, or null.</param>
    /// <param name="configure">The function that sets the options.</param>
    /// <param name="create">The function that creates a client.</param>
    /// <returns>The builder of the HttpClient.</returns>
    public static IHttpClientBuilder Add<TClient, TInterface>(
        IServiceCollection services, string service, object? key, Action<OptionsBuilder<GraphApiClientOptions>> configure, Func<HttpClient, GraphApiOptions, TClient> create)
        where TClient : class, TInterface
        where TInterface : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var name = key switch
        {
            null => service,
            string text => $"{service}/{text}",
            _ => $"{service}/{key.GetType()}/{key}",
        };
        var handlers = new HandlerChain();
        services.AddUnknownSends();
        configure(services.AddOptions<GraphApiClientOptions>(name).ValidateOnStart());
        services.AddSingleton<IValidateOptions<GraphApiClientOptions>>(new ClientOptionsCheck(name));
        services.AddKeyedSingleton(name, (provider, _) => new GraphApiClients<TClient>(
            provider, name, handlers, provider.GetRequiredService<IOptionsMonitor<GraphApiClientOptions>>().Get(name), create));
        services.AddKeyedSingleton(key, (provider, _) => provider.GetRequiredKeyedService<GraphApiClients<TClient>>(name).Default);
        services.AddKeyedSingleton<TInterface>(key, (provider, _) => provider.GetRequiredKeyedService<GraphApiClients<TClient>>(name).Default);

        var http = services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(provider => Connections.Create(provider.GetRequiredService<IOptionsMonitor<GraphApiClientOptions>>().Get(name).BaseAddress))
            .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<IOptionsMonitor<GraphApiClientOptions>>().Get(name).Timeout)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .RedactLoggedHeaders(static _ => true);

        // Behind AddHttpClient, whose own filter would be the first.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new SendOnceFilter(name, handlers)));
        return http;
    }

    /// <summary>Registers the factory of the clients of a service.</summary>
    /// <param name="builder">The builder of the HttpClient, from <see cref="Add"/>.</param>
    /// <param name="key">The key of the registration, or null.</param>
    /// <param name="create">The function that creates the factory.</param>
    public static IHttpClientBuilder AddFactory<TClient, TFactory>(IHttpClientBuilder builder, object? key, Func<GraphApiClients<TClient>, TFactory> create)
        where TClient : class
        where TFactory : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton(key, (provider, _) => create(provider.GetRequiredKeyedService<GraphApiClients<TClient>>(builder.Name)));
        return builder;
    }

    /// <summary>Sets options by a function.</summary>
    public static Action<OptionsBuilder<GraphApiClientOptions>> By(Action<GraphApiClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return options => options.Configure(configure);
    }

    /// <summary>Sets options from a section of the configuration.</summary>
    public static Action<OptionsBuilder<GraphApiClientOptions>> From(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return options => options.Configure(o => OptionsSection.Read(section, o));
    }
}
