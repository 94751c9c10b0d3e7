using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PageMessages;

namespace PageMessagesGen.Worker;

/// <summary>
/// A file with a request in each line, as JSON, and a journal beside it. A request is written to the journal before it is sent, and once more
/// when its outcome is known. After a crash, the journal tells which requests may have been delivered: those are not sent again.
/// </summary>
internal sealed class RequestFile(string path)
{
    private const string Taken = "taken";

    private readonly string _journal = path + ".journal";
    private readonly Dictionary<SendMessageRequest, int> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _lock = new();

    /// <summary>Gets the lines whose requests were taken by a worker that did not live to record their outcomes.</summary>
    public IReadOnlyList<int> Unknown => [.. States().Where(state => state.Value == Taken).Select(state => state.Key).Order()];

    /// <summary>Reads the requests that have not been sent, until the token is canceled.</summary>
    public async IAsyncEnumerable<SendMessageRequest> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What was not sent can be sent now.
        var states = States();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, CancellationToken.None))
        {
            number++;
            if (states.TryGetValue(number, out var state) && state != nameof(SendOutcome.NotSent))
                continue;
            if (cancellationToken.IsCancellationRequested)
                yield break;
            var request = JsonSerializer.Deserialize(line, PageMessagesJsonContext.Default.SendMessageRequest)!;
            lock (_lock)
            {
                _lines.Add(request, number);
                Write(number, Taken);
            }

            yield return request;
        }
    }

    /// <summary>Records the outcome of a request.</summary>
    public void Record(SendResult<SendMessageRequest, SendMessageResponse> result)
    {
        lock (_lock)
        {
            _lines.Remove(result.Request, out var number);
            Write(number, result.Response is null ? $"{result.Outcome}" : "Sent");
        }
    }

    // The last word on each line of the file.
    private Dictionary<int, string> States()
    {
        var states = new Dictionary<int, string>();
        if (!File.Exists(_journal))
            return states;
        EndAtALine();
        foreach (var entry in File.ReadLines(_journal).Select(line => line.Split(' ')))
        {
            if (entry.Length == 2 && int.TryParse(entry[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                states[number] = entry[1];
        }

        return states;
    }

    // The journal of a crashed process may end within a line, whose request was not sent yet, or whose outcome is not recorded.
    private void EndAtALine()
    {
        using var journal = new FileStream(_journal, FileMode.Open, FileAccess.ReadWrite);
        var end = journal.Length;
        for (; end > 0; end--)
        {
            journal.Position = end - 1;
            if (journal.ReadByte() == '\n')
                break;
        }

        journal.SetLength(end);
    }

    // It is on the disk before the request is on the network.
    private void Write(int number, string state)
    {
        using var journal = new FileStream(_journal, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.WriteThrough);
        journal.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {state}\n")));
    }
}
