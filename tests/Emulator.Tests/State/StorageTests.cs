using Microsoft.Data.Sqlite;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.State;

/// <summary>The state survives a restart.</summary>
public sealed class StorageTests : IDisposable
{
    private const string Customer = "4471239905512287";

    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_is_there_after_a_restart()
    {
        string persona, comment, token, mid;
        await using (var first = await StartAsync())
        {
            persona = first.Assets.AddPersona("Aino K.", new Uri("https://cdn.example.com/aino.jpg"));
            comment = first.Customers[Customer].Comment("How much is it?");
            token = first.Customers[Customer].AllowOneNotification("STOCK");
            mid = first.Customers[Customer].Write("Hello");
            first.Customers["12"].Block();
            first.Clock.Advance(TimeSpan.FromHours(25));
            Assert.Equal(200, await SendAsync(first, $$"""{"one_time_notif_token":"{{token}}"}"""));
        }

        await using var second = await StartAsync();
        Assert.Equal(TimeSpan.FromHours(25), second.Clock.Offset);
        Assert.True(second.UnavailablePeople.Contains("12"));
        Assert.Equal(400, await SendAsync(second, $$"""{"one_time_notif_token":"{{token}}"}"""));
        Assert.Equal(400, await SendAsync(second, $$"""{"id":"{{Customer}}"}"""));
        Assert.Equal(200, await SendAsync(second, $$"""{"comment_id":"{{comment}}"}""", $"\"persona_id\":\"{persona}\","));
        using var http = new HttpClient();
        Assert.Contains(mid, await http.GetStringAsync(new Uri(second.BaseAddress, "inbox/entries")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_a_file_that_can_be_read()
    {
        await using var running = await StartAsync();
        var persona = running.Assets.AddPersona("Aino K.", new Uri("https://cdn.example.com/aino.jpg"));
        var copy = Directory.CreateTempSubdirectory("emulator-").FullName;
        try
        {
            // The copy is what a killed process leaves, as soon as the write has reached the file.
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (CountObjects(copy) == 0)
                await Task.Delay(20, limit.Token);
            await using var next = await StartAsync(copy);
            Assert.Equal(200, await SendAsync(next, $$"""{"id":"{{Customer}}"}""", $"\"persona_id\":\"{persona}\","));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Theory]
    [InlineData("PRAGMA user_version = 7")]
    [InlineData("INSERT INTO objects (kind, page_id, id, json) VALUES ('person', '1', '2', '{')")]
    [InlineData("INSERT INTO objects (kind, page_id, id, json) VALUES ('unheard of', '1', '2', '{}')")]
    [InlineData("INSERT INTO entries (sequence, json) VALUES (1, 'null')")]
    public async Task A_file_of_another_version_or_a_damaged_one_is_told(string damage)
    {
        await (await StartAsync()).DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "emulator.db")};Pooling=false"))
        {
            connection.Open();
            using var command = new SqliteCommand(damage, connection);
            command.ExecuteNonQuery();
        }

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync());

        Assert.Contains("another version of the emulator", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        File.WriteAllText(Path.Combine(_folder, "emulator.db"), new string('x', 5000));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync());

        Assert.StartsWith("The data cannot be read or written: ", exception.Message, StringComparison.Ordinal);
    }

    private long CountObjects(string copy)
    {
        foreach (var file in Directory.GetFiles(_folder))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "emulator.db")};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand("SELECT count(*) FROM objects", connection);
        return (long)command.ExecuteScalar()!;
    }

    private async Task<GraphEmulator> StartAsync(string? folder = null) => await GraphEmulator.StartAsync(new() { Storage = SqliteStorage.Open(folder ?? _folder) });

    private static async Task<int> SendAsync(GraphEmulator emulator, string recipient, string more = "")
    {
        using var caller = new Caller(emulator);
        return (await caller.SendAsync("{\"recipient\":" + recipient + "," + more + "\"message\":{\"text\":\"Hello\"}}")).Status;
    }
}
