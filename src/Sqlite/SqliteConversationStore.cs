using System.Threading.Channels;

namespace PageMessagesGen.Sqlite;

/// <summary>
/// Keeps in a file when customers last acted. Actions that are recorded at the same time are written in one transaction; each is on the disk
/// when its task ends. Reads do not wait for writes.
/// </summary>
internal sealed class SqliteConversationStore : IConversationStore, IAsyncDisposable
{
    private const int MostInTransaction = 1_000;

    private readonly string _path;
    private readonly object _gate = new();
    private readonly Channel<PendingWrite> _writes = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly Task _writing;
    private ConversationReader? _reader;
    private ConversationWriter? _writer;
    private bool _isDisposed;

    public SqliteConversationStore(string path)
    {
        _path = Path.GetFullPath(path);
        _writing = Task.Run(WriteAsync);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ValueTask<DateTimeOffset?> FindLastActionAsync(string pageId, string customerId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                _reader ??= new ConversationReader(ConversationFile.Open(_path));
                return new(_reader.Find(pageId, customerId));
            }
            catch (Exception exception) when (ConversationFile.IsFailure(exception))
            {
                // The next read opens it again: the file may have been repaired or replaced.
                _reader?.Dispose();
                _reader = null;
                throw ConversationFile.Failure(_path, exception);
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async ValueTask RecordActionAsync(string pageId, string customerId, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var write = new PendingWrite(pageId, customerId, time);
        ObjectDisposedException.ThrowIf(!_writes.Writer.TryWrite(write), this);
        await write.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        lock (_gate)
        {
            _isDisposed = true;
            _reader?.Dispose();
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<PendingWrite>();
        while (await _writes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MostInTransaction && _writes.Reader.TryRead(out var write))
                batch.Add(write);
            Write(batch);
            batch.Clear();
        }

        _writer?.Dispose();
    }

    private void Write(List<PendingWrite> batch)
    {
        try
        {
            _writer ??= new ConversationWriter(ConversationFile.Open(_path));
            _writer.Write(batch);
            batch.ForEach(write => write.Succeed());
        }
        catch (Exception exception) when (ConversationFile.IsFailure(exception))
        {
            _writer?.Dispose();
            _writer = null;
            var failure = ConversationFile.Failure(_path, exception);
            batch.ForEach(write => write.Fail(failure));
        }
    }
}
