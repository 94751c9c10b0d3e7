using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>
/// Writes the journal as server-sent events. Each reader takes copies at its own speed, so a slow one delays neither the journal nor
/// other readers.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="stop">A token that ends all streams.</param>
internal sealed class InboxEvents(Journal journal, CancellationToken stop)
{
    private const int Piece = 64 * 1024;

    // Entries that come within this time are written together.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    // Numbers of an earlier run are not those of this journal. A page that sees another name starts anew.
    private readonly string _name = Guid.NewGuid().ToString("N");

    /// <summary>Gets or sets the time after which a comment is written if nothing else was.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Writes entries until the reader leaves or the emulator stops.</summary>
    /// <param name="response">The response.</param>
    /// <param name="after">The number after which entries are written.</param>
    public async Task WriteAsync(HttpResponse response, long after)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(response.HttpContext.RequestAborted, stop);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        try
        {
            await WriteTextAsync(response, $"retry: 1000\nevent: journal\ndata: \"{_name}\"\n\n", end.Token).ConfigureAwait(false);
            var stateVersion = -1L;
            while (true)
            {
                // The version is read first: a change in between is then announced twice rather than never.
                var version = journal.StateVersion;
                var entries = journal.After(after);
                await WriteAsync(response, entries, end.Token).ConfigureAwait(false);
                after = entries.Count == 0 ? after : entries[^1].Sequence;
                if (version != stateVersion)
                    await WriteTextAsync(response, "event: state\ndata: {}\n\n", end.Token).ConfigureAwait(false);
                stateVersion = version;
                await Task.Delay(Pause, end.Token).ConfigureAwait(false);
                await WaitAsync(response, after, stateVersion, end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The response ends in order, so that the server does not have to abort it.
        }
    }

    private async Task WaitAsync(HttpResponse response, long after, long stateVersion, CancellationToken ct)
    {
        while (true)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Heartbeat);
            await journal.WaitAsync(after, stateVersion, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (!limit.IsCancellationRequested)
                return;
            await WriteTextAsync(response, ": still here\n\n", ct).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(HttpResponse response, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, InboxJson.Options);
        var last = entries.Count == 0 ? 0 : entries[^1].Sequence;
        foreach (var entry in entries)
        {
            buffer.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {entry.Sequence}\nevent: entry\ndata: ")));
            json.Reset();
            InboxJson.Write(json, entry);
            json.Flush();
            buffer.Write("\n\n"u8);
            if (buffer.WrittenCount > Piece || entry.Sequence == last)
            {
                await WriteAsync(response, buffer.WrittenMemory, ct).ConfigureAwait(false);
                buffer.ResetWrittenCount();
            }
        }
    }

    private static Task WriteTextAsync(HttpResponse response, string text, CancellationToken ct) =>
        WriteAsync(response, Encoding.UTF8.GetBytes(text), ct);

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await response.Body.WriteAsync(bytes, ct).ConfigureAwait(false);
        await response.Body.FlushAsync(ct).ConfigureAwait(false);
    }
}
