using Microsoft.Data.Sqlite;

namespace PageMessagesGen.Sqlite;

/// <summary>Reads the database. Its command is prepared once.</summary>
internal sealed class ConversationReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly SqliteParameter _page;
    private readonly SqliteParameter _customer;

    public ConversationReader(SqliteConnection connection)
    {
        _connection = connection;
        _find = connection.CreateCommand();
        _find.CommandText = "SELECT time FROM actions WHERE page_id = $page AND customer_id = $customer";
        _page = _find.Parameters.Add("$page", SqliteType.Text);
        _customer = _find.Parameters.Add("$customer", SqliteType.Text);
    }

    public DateTimeOffset? Find(string pageId, string customerId)
    {
        (_page.Value, _customer.Value) = (pageId, customerId);
        return _find.ExecuteScalar() is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }
}
