using Microsoft.Data.Sqlite;

namespace PageMessagesGen.Sqlite;

/// <summary>Writes the database. Its command is prepared once.</summary>
internal sealed class ConversationWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _record;
    private readonly SqliteParameter _page;
    private readonly SqliteParameter _customer;
    private readonly SqliteParameter _time;

    public ConversationWriter(SqliteConnection connection)
    {
        _connection = connection;
        _record = connection.CreateCommand();
        _record.CommandText =
            """
            INSERT INTO actions (page_id, customer_id, time) VALUES ($page, $customer, $time)
            ON CONFLICT (page_id, customer_id) DO UPDATE SET time = excluded.time WHERE excluded.time > time
            """;
        _page = _record.Parameters.Add("$page", SqliteType.Text);
        _customer = _record.Parameters.Add("$customer", SqliteType.Text);
        _time = _record.Parameters.Add("$time", SqliteType.Integer);
    }

    /// <summary>Writes actions in one transaction. It takes the right to write at the beginning, which waits for other processes.</summary>
    public void Write(IEnumerable<PendingWrite> writes)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _record.Transaction = transaction;
        foreach (var write in writes)
        {
            (_page.Value, _customer.Value, _time.Value) = (write.PageId, write.CustomerId, write.Time.UtcTicks);
            _record.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        _record.Dispose();
        _connection.Dispose();
    }
}
