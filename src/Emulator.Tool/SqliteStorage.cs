using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using PageMessagesGen.Emulator.State;

namespace PageMessagesGen.Emulator.Tool;

/// <summary>
/// Keeps the state of an emulator in a file. Writes are queued and done in order, many in one transaction, so that no call waits for the
/// disk. A process that is killed can lose those of the last moment, and leaves a file that can be read. No other process can use the file
/// meanwhile: each would overwrite what the other has written.
/// </summary>
internal sealed class SqliteStorage : IStorage
{
    private const string FileName = "emulator.db";

    // The number in the header of the file: a later version of the emulator knows what it reads.
    private const long SchemaVersion = 1;

    private const int MostEntries = 100_000;

    private const int Busy = 5;

    // In seconds. A program that only looks at the file has left by then.
    private const int MostWait = 2;

    private readonly SqliteConnection _connection;
    private readonly Action<string> _report;
    private readonly Channel<Action<SqliteTransaction>> _writes = Channel.CreateUnbounded<Action<SqliteTransaction>>(new() { SingleReader = true });
    private readonly Task _writing;

    private SqliteStorage(SqliteConnection connection, Action<string> report)
    {
        (_connection, _report) = (connection, report);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Opens the storage in a folder, which is created if it does not exist.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="report">Takes the reason, once, if the state can no longer be written.</param>
    /// <exception cref="ArgumentException">The folder cannot be used, or its file is of another program or of another version.</exception>
    public static SqliteStorage Open(string folder, Action<string>? report = null)
    {
        if (string.IsNullOrWhiteSpace(folder))
            throw new ArgumentException("The name of the data folder must not be empty.");
        SqliteConnection? connection = null;
        try
        {
            var path = Path.Combine(Directory.CreateDirectory(folder).FullName, FileName);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = MostWait }.ToString());
            connection.Open();
            Prepare(connection);
            return new SqliteStorage(connection, report ?? (_ => { }));
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            connection?.Dispose();
            throw new ArgumentException("Another program uses the data. An emulator that runs already needs a folder of its own.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException or NotSupportedException)
        {
            connection?.Dispose();
            throw new ArgumentException($"The data cannot be read or written: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public StoredState Load()
    {
        try
        {
            var objects = Read(
                "SELECT kind, page_id, id, json FROM objects ORDER BY position",
                row => new StoredObject(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));
            return new StoredState(objects, Read("SELECT json FROM entries ORDER BY sequence", row => row.GetString(0)));
        }
        catch (SqliteException exception)
        {
            throw new ArgumentException($"The data cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Save(StoredObject stored) => Write(transaction => Execute(
        transaction,
        "INSERT INTO objects (kind, page_id, id, json) VALUES ($a, $b, $c, $d) ON CONFLICT (kind, page_id, id) DO UPDATE SET json = excluded.json",
        stored.Kind,
        stored.PageId,
        stored.Id,
        stored.Json));

    /// <inheritdoc/>
    public void Remove(StoredObject stored) => Write(transaction => Execute(
        transaction, "DELETE FROM objects WHERE kind = $a AND page_id = $b AND id = $c", stored.Kind, stored.PageId, stored.Id));

    /// <inheritdoc/>
    public void Append(string entry, long sequence) => Write(transaction => Execute(
        transaction, "INSERT OR REPLACE INTO entries (sequence, json) VALUES ($a, $b)", sequence, entry));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA user_version";
        var version = (long)(command.ExecuteScalar() ?? 0L);
        if (version is not (0 or SchemaVersion))
            throw new NotSupportedException("It is of another version of the emulator.");
        command.CommandText =
            $"""
            CREATE TABLE IF NOT EXISTS objects (
                position INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, page_id TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
                UNIQUE (kind, page_id, id));
            CREATE TABLE IF NOT EXISTS entries (sequence INTEGER PRIMARY KEY, json TEXT NOT NULL);
            DELETE FROM entries WHERE sequence <= (SELECT max(sequence) FROM entries) - {MostEntries};
            PRAGMA user_version = {SchemaVersion};
            """;
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteTransaction transaction, string sql, params ReadOnlySpan<object> values)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        command.ExecuteNonQuery();
    }

    private void Write(Action<SqliteTransaction> write) => _writes.Writer.TryWrite(write);

    private async Task WriteAsync()
    {
        try
        {
            await WriteAllAsync().ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            // Without the writes that failed, later ones would leave a state that never was. Nothing waits in memory for a disk with room.
            _writes.Writer.TryComplete();
            while (_writes.Reader.TryRead(out _))
            {
                // What waits is lost.
            }

            _report($"The data can no longer be written, so what happens from now on is lost when the emulator stops: {exception.Message}");
        }
    }

    private async Task WriteAllAsync()
    {
        while (await _writes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            // Loading uses the same connection.
            lock (_connection)
            {
                using var transaction = _connection.BeginTransaction();
                while (_writes.Reader.TryRead(out var write))
                    write(transaction);
                transaction.Commit();
            }
        }
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read)
    {
        lock (_connection)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            using var rows = command.ExecuteReader();
            var all = new List<T>();
            while (rows.Read())
                all.Add(read(rows));
            return all;
        }
    }
}
