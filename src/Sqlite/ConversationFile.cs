using Microsoft.Data.Sqlite;

namespace PageMessagesGen.Sqlite;

/// <summary>The database, in write-ahead mode, so that several processes can read while one writes.</summary>
internal static class ConversationFile
{
    // The number in the header of the file: a later version knows what it reads.
    private const long SchemaVersion = 1;

    // In seconds, for the write of another process.
    private const int MostWait = 5;

    /// <summary>Opens the file, which is created if it does not exist.</summary>
    /// <exception cref="SqliteException">It cannot be read or written.</exception>
    /// <exception cref="NotSupportedException">It is of another program or another version.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = MostWait }.ToString());
        try
        {
            connection.Open();
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Determines whether an exception is one of the file.</summary>
    public static bool IsFailure(Exception exception) => exception is SqliteException or NotSupportedException or IOException or UnauthorizedAccessException;

    /// <summary>Creates the exception for a file that cannot be used.</summary>
    public static IOException Failure(string path, Exception cause) => new($"The conversations in '{path}' cannot be read or written: {cause.Message}", cause);

    private static void Prepare(SqliteConnection connection)
    {
        // A crash of the machine can lose the last writes, but leaves a file that can be read.
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = (long)(command.ExecuteScalar() ?? 0L);
        if (version == SchemaVersion)
            return;
        command.CommandText = "SELECT count(*) FROM sqlite_schema";
        if (version != 0 || (long)(command.ExecuteScalar() ?? 0L) > 0)
        {
            // Another process may have created it meanwhile.
            command.CommandText = "PRAGMA user_version";
            if ((long)(command.ExecuteScalar() ?? 0L) != SchemaVersion)
                throw new NotSupportedException("It is a database of another program, or of another version of this one.");
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(
            connection,
            $"""
            CREATE TABLE IF NOT EXISTS actions (page_id TEXT NOT NULL, customer_id TEXT NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (page_id, customer_id)) WITHOUT ROWID;
            PRAGMA user_version = {SchemaVersion};
            """,
            transaction);
        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        command.ExecuteNonQuery();
    }
}
