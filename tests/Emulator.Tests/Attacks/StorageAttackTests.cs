using Microsoft.Data.Sqlite;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.Attacks;

/// <summary>A file that others use, that is damaged or that has no room.</summary>
public sealed class StorageAttackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Two_emulators_cannot_have_one_folder()
    {
        await using (await StartAsync())
        {
            var exception = Assert.Throws<ArgumentException>(() => SqliteStorage.Open(_folder));

            Assert.StartsWith("Another program uses the data.", exception.Message, StringComparison.Ordinal);
        }

        await (await StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_write_that_fails_is_told_once()
    {
        await (await StartAsync()).DisposeAsync();
        Change("CREATE TRIGGER no_room BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'no room'); END");
        var told = new List<string>();
        await using (var emulator = await GraphEmulator.StartAsync(new() { Storage = SqliteStorage.Open(_folder, told.Add) }))
        {
            using var caller = new Caller(emulator);
            for (var i = 0; i < 20; i++)
                Assert.Equal(200, (await caller.SendAsync(EmulatorTest.Body("\"message\":{\"text\":\"Hello\"}"))).Status);
        }

        Assert.StartsWith("The data can no longer be written", Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains("no room", told[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TABLE objects; CREATE TABLE objects (a TEXT)")]
    [InlineData("INSERT INTO objects (kind, page_id, id, json) VALUES ('clock', '', 'offset', '{\"name\":\"offset\",\"json\":\"a day\"}')")]
    public async Task A_file_with_other_contents_is_told(string change)
    {
        await (await StartAsync()).DisposeAsync();
        Change(change);

        await Assert.ThrowsAsync<ArgumentException>(StartAsync);

        // It is not held, although the start failed.
        Change("SELECT 1; UPDATE entries SET json = json");
    }

    [Fact]
    public void A_folder_without_a_name_is_told() =>
        Assert.Equal("The name of the data folder must not be empty.", Assert.Throws<ArgumentException>(() => SqliteStorage.Open("")).Message);

    private async Task<GraphEmulator> StartAsync() => await GraphEmulator.StartAsync(new() { Storage = SqliteStorage.Open(_folder) });

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "emulator.db")};Pooling=false;Default Timeout=2");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
