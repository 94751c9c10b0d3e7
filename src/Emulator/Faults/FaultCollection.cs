using System.Collections;

namespace PageMessagesGen.Emulator;

/// <summary>
/// The faults of an emulator. The collection is thread-safe and can be changed while the emulator runs. If several faults affect a call,
/// only the first one that was added occurs.
/// </summary>
public sealed class FaultCollection : IReadOnlyCollection<Fault>
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private volatile bool _isEmpty = true;
    private long _occurred;

    internal FaultCollection(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
            Add(fault);
    }

    /// <summary>Gets the number of faults, including those that no longer occur because of <see cref="Fault.Times"/>.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>Gets the number of calls that were affected by a fault so far.</summary>
    public long Occurred => Interlocked.Read(ref _occurred);

    /// <summary>Gets a value that indicates whether there are no faults, without waiting for others.</summary>
    internal bool IsEmpty => _isEmpty;

    /// <summary>Adds a fault. Its calls are counted from now on. The same fault can be added again.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _entries.Add(new Entry(fault));
            _isEmpty = false;
        }
    }

    /// <summary>Removes a fault.</summary>
    /// <param name="fault">A fault that is equal to the one that was added.</param>
    /// <returns><see langword="true"/> if the fault was in the collection; otherwise, <see langword="false"/>.</returns>
    public bool Remove(Fault fault)
    {
        lock (_gate)
        {
            var index = _entries.FindIndex(e => e.Fault == fault);
            if (index < 0)
                return false;
            _entries.RemoveAt(index);
            _isEmpty = _entries.Count == 0;
            return true;
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _isEmpty = true;
        }
    }

    /// <summary>Puts faults in the place of all others. Their calls are counted from now on.</summary>
    internal void Replace(IEnumerable<Fault> faults)
    {
        lock (_gate)
        {
            _entries.Clear();
            _entries.AddRange(faults.Select(fault => new Entry(fault)));
            _isEmpty = _entries.Count == 0;
        }
    }

    /// <summary>Returns an enumerator of a copy, which does not change.</summary>
    public IEnumerator<Fault> GetEnumerator()
    {
        lock (_gate)
            return ((IEnumerable<Fault>)[.. _entries.Select(e => e.Fault)]).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Counts a call and finds the fault that affects it, or null.</summary>
    internal Fault? Take(bool isDelivered, string? pageId, string? person)
    {
        if (_isEmpty)
            return null;
        lock (_gate)
        {
            Fault? found = null;
            foreach (var entry in _entries.Where(e => e.Concerns(isDelivered, pageId, person)))
            {
                if (entry.Count(isFree: found is null))
                    found = entry.Fault;
            }

            if (found is not null)
                Interlocked.Increment(ref _occurred);
            return found;
        }
    }

    /// <summary>A fault and its calls so far.</summary>
    private sealed class Entry(Fault fault)
    {
        private readonly Random _random = new(fault.Seed);
        private long _calls;
        private int _times;

        public Fault Fault => fault;

        public bool Concerns(bool isDelivered, string? pageId, string? person) =>
            fault.AfterDelivery == isDelivered && (fault.PageId ?? pageId) == pageId && (fault.Person ?? person) == person;

        // Each call takes one number, whether or not the fault may occur, so that its fate depends on nothing but its own number.
        public bool Count(bool isFree)
        {
            var isChosen = _random.NextDouble() < fault.Probability;
            if (++_calls < fault.FirstCall || _times >= (fault.Times ?? int.MaxValue) || !isChosen || !isFree)
                return false;
            _times = fault.Times is null ? 0 : _times + 1;
            return true;
        }
    }
}
