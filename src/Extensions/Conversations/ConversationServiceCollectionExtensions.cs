using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PageMessagesGen.Conversations;
using PageMessagesGen.Settlement;

namespace PageMessagesGen;

/// <summary>Registers conversations.</summary>
public static class ConversationServiceCollectionExtensions
{
    /// <summary>
    /// Registers conversations: what the webhook receives of customers tells how long they can be written to. Registered clients then
    /// validate messages by it, see <see cref="GraphApiClientOptions.WindowValidation"/>, and <see cref="IMessagingWindows"/> can be asked.
    /// </summary>
    /// <remarks>They are kept in memory, unless another <see cref="IConversationStore"/> is registered.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">The function that sets the options; null for the defaults.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddConversations(this IServiceCollection services, Action<ConversationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddCallLog();
        var options = services.AddOptions<ConversationOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton<IConversationStore>(static provider => new MemoryConversationStore(provider.GetRequiredService<IOptions<ConversationOptions>>().Value.Capacity));
        services.TryAddSingleton<ConversationMemory>();
        services.TryAddSingleton<IMessagingWindows>(static provider => provider.GetRequiredService<ConversationMemory>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWebhookObserver, ConversationMemory>(static provider => provider.GetRequiredService<ConversationMemory>()));
        return services;
    }
}
