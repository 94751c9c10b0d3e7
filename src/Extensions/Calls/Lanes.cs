using System.Runtime.InteropServices;

namespace PageMessagesGen.Calls;

/// <summary>Makes the calls to each receiver one after the other, in the order in which they were begun.</summary>
internal sealed class Lanes
{
    // The last call to each receiver that is waiting or running. A lane without calls takes no memory.
    private readonly Dictionary<object, Turn> _last = [];

    /// <summary>Takes a turn behind the calls to the same receiver. It must be awaited and then disposed.</summary>
    public Turn Take(object receiver)
    {
        lock (_last)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, receiver, out _);
            return last = new Turn(this, receiver, last);
        }
    }

    private void Remove(Turn turn, object receiver)
    {
        lock (_last)
        {
            if (_last.TryGetValue(receiver, out var last) && last == turn)
                _last.Remove(receiver);
        }
    }

    /// <summary>The turn of a call.</summary>
    internal sealed class Turn(Lanes lanes, object receiver, Turn? before) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Turn? _before = before;

        /// <summary>Waits for the calls before this one.</summary>
        /// <exception cref="GraphApiException">They did not end in time. Nothing was sent.</exception>
        public async ValueTask WaitAsync(Deadline deadline, CancellationToken cancellationToken)
        {
            if (_before is not { _ended.Task: { IsCompleted: false } earlier })
                return;
            try
            {
                await deadline.WaitAsync(earlier, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                throw new GraphApiException("Earlier calls to the same receiver did not end in time. Nothing was sent.") { Outcome = SendOutcome.NotSent };
            }
        }

        /// <summary>Lets the next call begin. A call that gave up waiting lets it begin after those before it.</summary>
        public void Dispose()
        {
            if (_before is { _ended.Task: { IsCompleted: false } earlier })
                _ = earlier.ContinueWith(static (_, turn) => ((Turn)turn!).End(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            else
                End();
        }

        private void End()
        {
            _before = null;
            lanes.Remove(this, receiver);
            _ended.SetResult();
        }
    }
}
