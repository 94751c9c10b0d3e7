using System.Runtime.InteropServices;

namespace PageMessagesGen.Calls;

/// <summary>Makes the calls to each receiver one after the other, in the order in which they were begun.</summary>
internal sealed class Lanes
{
    private const int KeptCapacity = 32;

    // The last call to each receiver that is waiting or running. A lane without calls takes no memory.
    private readonly Dictionary<Receiver, Turn> _last = [];

    /// <summary>Takes a turn behind the calls to the same receiver. It must be awaited and then disposed.</summary>
    public Turn Take(object receiver)
    {
        var key = new Receiver(receiver, receiver.GetHashCode());
        lock (_last)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, key, out _);
            return last = new Turn(this, key, last);
        }
    }

    private void Remove(Turn turn, in Receiver receiver)
    {
        lock (_last)
        {
            if (!_last.TryGetValue(receiver, out var last) || last != turn)
                return;
            _last.Remove(receiver);

            // After many calls at once.
            if (_last.Count == 0 && _last.EnsureCapacity(0) > KeptCapacity)
                _last.TrimExcess();
        }
    }

    /// <summary>A receiver with its hash code, which takes a while to compute.</summary>
    internal readonly struct Receiver(object value, int hashCode) : IEquatable<Receiver>
    {
        private readonly object _value = value;

        public bool Equals(Receiver other) => _value.Equals(other._value);

        public override bool Equals(object? obj) => obj is Receiver other && Equals(other);

        public override int GetHashCode() => hashCode;
    }

    /// <summary>The turn of a call.</summary>
    internal sealed class Turn : IDisposable
    {
        private static readonly object Ended = new();

        private readonly Lanes _lanes;
        private readonly Receiver _receiver;
        private Turn? _before;

        // Null, then what the next call waits for if there is one, then the mark of the end.
        private object? _end;

        public Turn(Lanes lanes, Receiver receiver, Turn? before) => (_lanes, _receiver, _before) = (lanes, receiver, before);

        /// <summary>Waits for the calls before this one.</summary>
        /// <exception cref="GraphApiException">They did not end in time. Nothing was sent.</exception>
        public ValueTask WaitAsync(Deadline deadline, CancellationToken cancellationToken) =>
            _before?.End() is { } earlier ? new(WaitAsync(earlier, deadline, cancellationToken)) : default;

        /// <summary>Lets the next call begin. A call that gave up waiting lets it begin after those before it.</summary>
        public void Dispose()
        {
            if (_before?.End() is { } earlier)
                _ = earlier.ContinueWith(static (_, turn) => ((Turn)turn!).Leave(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            else
                Leave();
        }

        private static async Task WaitAsync(Task earlier, Deadline deadline, CancellationToken cancellationToken)
        {
            try
            {
                await deadline.WaitAsync(earlier, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                throw new GraphApiException("Earlier calls to the same receiver did not end in time. Nothing was sent.") { Outcome = SendOutcome.NotSent };
            }
        }

        // Null if it has ended.
        private Task? End()
        {
            var end = Volatile.Read(ref _end);
            if (end is null)
            {
                var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                end = Interlocked.CompareExchange(ref _end, source, null) ?? source;
            }

            return (end as TaskCompletionSource)?.Task;
        }

        private void Leave()
        {
            _before = null;
            _lanes.Remove(this, _receiver);
            (Interlocked.Exchange(ref _end, Ended) as TaskCompletionSource)?.SetResult();
        }
    }
}
