using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PageMessagesGen.Sqlite;

namespace PageMessagesGen;

/// <summary>Registers conversations that are kept in a file.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Registers conversations as <see cref="ConversationServiceCollectionExtensions.AddConversations"/> does, and keeps them in an SQLite
    /// database. Several processes of a machine can use one file.
    /// </summary>
    /// <remarks>
    /// The file is created when it is first needed. If it cannot be read or written, for example because the disk is full, messages are sent
    /// without the check of their windows, and the log says so.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="path">The path of the file. Its folder must exist.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSqliteConversations(this IServiceCollection services, string path)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        services.Replace(ServiceDescriptor.Singleton<IConversationStore>(_ => new SqliteConversationStore(path)));
        return services.AddConversations();
    }
}
