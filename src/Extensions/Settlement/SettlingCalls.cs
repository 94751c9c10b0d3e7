using PageMessagesGen.Http;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Settlement;

/// <summary>Lets calls succeed whose response was lost, if the echo of their message arrives.</summary>
internal sealed class SettlingCalls(UnknownSends sends, GraphApiClientOptions options, TimeProvider time, CallLog log)
{
    /// <summary>Makes a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="run">Makes it, with all its attempts.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    public Task<TAnswer> RunAsync<TAnswer>(PageCall<TAnswer> call, Func<PageCall<TAnswer>, TrackedSend?, CancellationToken, Task<TAnswer>> run, CancellationToken cancellationToken)
        where TAnswer : class =>
        sends.Begin(call) is var (correlated, send) ? RunAsync(correlated, send, run, cancellationToken) : run(call, null, cancellationToken);

    private async Task<TAnswer> RunAsync<TAnswer>(
        PageCall<TAnswer> call, TrackedSend send, Func<PageCall<TAnswer>, TrackedSend?, CancellationToken, Task<TAnswer>> run, CancellationToken cancellationToken)
        where TAnswer : class
    {
        try
        {
            return await run(call, send, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphApiException failure)
        {
            if (failure.Outcome == SendOutcome.Unknown)
                await send.WaitAsync(options.EchoWait, time, cancellationToken).ConfigureAwait(false);
            if (!IsSettled(send, failure.Outcome))
            {
                failure.Correlation = failure.Outcome == SendOutcome.Unknown ? send.Correlation : null;
                throw;
            }
        }
        catch (GraphApiCanceledException canceled)
        {
            if (!IsSettled(send, canceled.Outcome))
            {
                canceled.Correlation = canceled.Outcome == SendOutcome.Unknown ? send.Correlation : null;
                throw;
            }
        }
        finally
        {
            sends.Forget(send);
        }

        log.SucceededByEcho(call.Name, call.PageId);
        CallTelemetry.Settled(call.Name, isInTime: true);
        return call.AnswerOfEcho(send.MessageId!);
    }

    // The echo is a proof, whatever the server answered. Without it, a message that may have been delivered is remembered.
    private bool IsSettled(TrackedSend send, SendOutcome outcome) =>
        send.MessageId is not null || (outcome == SendOutcome.Unknown && !sends.Keep(send));
}
