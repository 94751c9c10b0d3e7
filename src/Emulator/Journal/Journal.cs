using System.Runtime.InteropServices;

namespace PageMessagesGen.Emulator;

/// <summary>Stores the latest entries in order, and lets readers wait for the next one. A slow reader delays nobody.</summary>
/// <param name="clock">The clock for the times of entries.</param>
/// <param name="capacity">The number of entries that are kept at least, as long as there is room. Older ones are dropped in batches.</param>
/// <param name="room">The number of characters in the entries at most.</param>
internal sealed class Journal(TimeProvider clock, int capacity, long room = Journal.MostCharacters)
{
    /// <summary>The number of characters by default, which take up to 200 MB. A program that sends a megabyte each time would fill the memory.</summary>
    public const long MostCharacters = 100_000_000;

    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private TaskCompletionSource? _next;
    private long _last;
    private long _stateVersion;
    private long _size;

    /// <summary>Occurs for each new entry, in order, on the thread that adds it.</summary>
    public Action<JournalEntry>? Added { get; set; }

    /// <summary>Gets the number of the latest entry; 0 before the first one.</summary>
    public long Last => Interlocked.Read(ref _last);

    /// <summary>Gets a number that changes with everything that a reader cannot learn from entries: the clock, people, faults.</summary>
    public long StateVersion => Interlocked.Read(ref _stateVersion);

    /// <summary>Adds an entry. The number, the time and the position are assigned in one step, so they are consistent.</summary>
    public JournalEntry Append(JournalEntry entry)
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            entry = entry with { Sequence = _last + 1, Time = clock.GetUtcNow() };
            Add(entry);
            Added?.Invoke(entry);
            (next, _next) = (_next, null);
        }

        next?.TrySetResult();
        return entry;
    }

    /// <summary>Restores the entries of an earlier run.</summary>
    public void Restore(IEnumerable<JournalEntry> entries)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
                Add(entry);
        }
    }

    /// <summary>Gets the entries after a number, in order. Those that were dropped are missing.</summary>
    public IReadOnlyList<JournalEntry> After(long sequence)
    {
        lock (_gate)
        {
            // The numbers have no gaps.
            var start = _entries.Count == 0 ? 0 : (int)Math.Clamp(sequence + 1 - _entries[0].Sequence, 0, _entries.Count);
            return _entries.GetRange(start, _entries.Count - start);
        }
    }

    /// <summary>Tells readers that the state has changed.</summary>
    public void Touch()
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            _stateVersion++;
            (next, _next) = (_next, null);
        }

        next?.TrySetResult();
    }

    /// <summary>Waits until there is an entry after a number, or until the state is no longer of a version.</summary>
    public Task WaitAsync(long after, long stateVersion, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_last > after || _stateVersion != stateVersion)
                return Task.CompletedTask;
            _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task.WaitAsync(ct);
        }
    }

    private void Add(JournalEntry entry)
    {
        _entries.Add(entry);
        _last = entry.Sequence;
        _size += SizeOf(entry);

        // Removing one by one from the front would move all others each time.
        if (_entries.Count > capacity + (capacity / 4) + 1)
            Drop(_entries.Count - capacity);
        if (_size > room)
            DropForRoom();
    }

    // A quarter is freed, for the same reason.
    private void DropForRoom()
    {
        var (count, size) = (0, _size);
        while (count < _entries.Count - 1 && size > room / 4 * 3)
            size -= SizeOf(_entries[count++]);
        Drop(count);
    }

    private void Drop(int count)
    {
        foreach (var entry in CollectionsMarshal.AsSpan(_entries)[..count])
            _size -= SizeOf(entry);
        _entries.RemoveRange(0, count);
    }

    private static int SizeOf(JournalEntry entry) => entry.Request.Length + entry.Answer.Length + entry.Rules.Sum(rule => rule.Path.Length + rule.Message.Length);
}
