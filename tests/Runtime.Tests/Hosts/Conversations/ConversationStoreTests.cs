using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PageMessagesGen.Conversations;
using PageMessagesGen.Runtime.Tests.Support;
using PageMessagesGen.Sqlite;

namespace PageMessagesGen.Runtime.Tests.Hosts.Conversations;

/// <summary>What stores of conversations remember.</summary>
public sealed class ConversationStoreTests : IDisposable
{
    private const string Page = Clients.PageId;
    private const string Customer = "4471239905512287";

    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, 123, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conversations");

    private string File => Path.Combine(_folder.FullName, "conversations.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_earlier_time_changes_nothing(bool isSqlite)
    {
        await using var store = new Store(isSqlite ? new SqliteConversationStore(File) : new MemoryConversationStore(10));

        Assert.Null(await store.FindAsync(Page, Customer));
        await store.RecordAsync(Page, Customer, Noon);
        await store.RecordAsync(Page, Customer, Noon.AddHours(-1));
        Assert.Equal(Noon, await store.FindAsync(Page, Customer));

        await store.RecordAsync(Page, Customer, Noon.AddTicks(1).ToOffset(TimeSpan.FromHours(2)));
        Assert.Equal(Noon.AddTicks(1), await store.FindAsync(Page, Customer));
        Assert.Null(await store.FindAsync(Page, Customer + "0"));
        Assert.Null(await store.FindAsync("1", Customer));
    }

    [Fact]
    public void Memory_is_bounded_and_forgets_those_who_were_silent_for_longest()
    {
        var store = new MemoryConversationStore(100);
        for (var i = 0; i < 10_000; i++)
        {
            store.Record(Page, $"{i}", Noon);
            store.Record(Page, "regular", Noon.AddSeconds(i));
        }

        Assert.Equal(Noon.AddSeconds(9_999), store.Find(Page, "regular"));
        Assert.Equal(Noon, store.Find(Page, "9999"));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => store.Find(Page, $"{i}") is not null), 49, 100);
    }

    [Fact]
    public async Task A_file_survives_a_restart()
    {
        await using (var before = new SqliteConversationStore(File))
            await before.RecordActionAsync(Page, Customer, Noon, default);
        await using var after = new SqliteConversationStore(File);

        Assert.Equal(Noon, await after.FindLastActionAsync(Page, Customer, default));
        await after.RecordActionAsync(Page, Customer, Noon.AddDays(-1), default);
        Assert.Equal(Noon, await after.FindLastActionAsync(Page, Customer, default));
    }

    [Fact]
    public async Task Several_stores_share_a_file()
    {
        const int Actions = 500;
        await using var one = new SqliteConversationStore(File);
        await using var other = new SqliteConversationStore(File);

        await Task.WhenAll(Enumerable.Range(0, 2 * Actions).Select(i => Task.Run(async () =>
            await (i % 2 == 0 ? one : other).RecordActionAsync(Page, $"{i / 4}", Noon.AddSeconds(i), default))));

        for (var i = 0; i < Actions / 2; i++)
        {
            Assert.Equal(Noon.AddSeconds((4 * i) + 3), await one.FindLastActionAsync(Page, $"{i}", default));
            Assert.Equal(Noon.AddSeconds((4 * i) + 3), await other.FindLastActionAsync(Page, $"{i}", default));
        }
    }

    [Theory]
    [InlineData("damaged", "file is not a database")]
    [InlineData("foreign", "It is a database of another program, or of another version of this one.")]
    [InlineData("folder", "unable to open database file")]
    public async Task A_file_that_cannot_be_used_is_named_with_the_cause(string kind, string cause)
    {
        var path = kind == "folder" ? Path.Combine(_folder.FullName, "missing", "conversations.db") : File;
        if (kind == "damaged")
            await System.IO.File.WriteAllTextAsync(path, new string('x', 5_000));
        if (kind == "foreign")
            Execute(path, "CREATE TABLE notes (text TEXT)");
        await using var store = new SqliteConversationStore(path);

        var read = await Assert.ThrowsAsync<IOException>(() => store.FindLastActionAsync(Page, Customer, default).AsTask());
        var written = await Assert.ThrowsAsync<IOException>(() => store.RecordActionAsync(Page, Customer, Noon, default).AsTask());

        Assert.All([read, written], failure =>
        {
            Assert.StartsWith($"The conversations in '{path}' cannot be read or written: ", failure.Message, StringComparison.Ordinal);
            Assert.Contains(cause, failure.Message, StringComparison.Ordinal);
        });

        // Once it is out of the way, the store works again.
        if (kind == "folder")
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        else
            System.IO.File.Delete(path);
        await store.RecordActionAsync(Page, Customer, Noon, default);
        Assert.Equal(Noon, await store.FindLastActionAsync(Page, Customer, default));
    }

    [Fact]
    public async Task A_host_with_a_damaged_file_sends()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5_000));
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using var host = new Hosted("bare", server.BaseAddress, add: services => services.AddSqliteConversations(File));

        await host.Client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_host_knows_what_an_earlier_one_was_told()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using (var before = new Hosted("bare", server.BaseAddress, add: services => services.AddSqliteConversations(File)))
        {
            foreach (var observer in before.Services.GetServices<IWebhookObserver>())
                await observer.ObserveAsync(new ToldEvent(Customer, DateTimeOffset.UtcNow.AddDays(-2), true, null), new("page", Page), default);
        }

        await using var after = new Hosted("bare", server.BaseAddress, add: services => services.AddSqliteConversations(File));
        var failure = await Assert.ThrowsAsync<GraphApiException>(() => after.Client.SendAsync(Requests.Text).WaitAsync(Clients.Patience));

        Assert.Equal("standard-window", Assert.Single(failure.Violations).Rule);
        Assert.Empty(server.Requests);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Store(IConversationStore store) : IAsyncDisposable
    {
        public ValueTask<DateTimeOffset?> FindAsync(string page, string customer) => store.FindLastActionAsync(page, customer, CancellationToken.None);

        public ValueTask RecordAsync(string page, string customer, DateTimeOffset time) => store.RecordActionAsync(page, customer, time, CancellationToken.None);

        public ValueTask DisposeAsync() => (store as IAsyncDisposable)?.DisposeAsync() ?? default;
    }
}
