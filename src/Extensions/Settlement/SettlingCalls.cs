using PageMessagesGen.Http;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Settlement;

/// <summary>Lets calls succeed whose response was lost, if the echo of their message arrives.</summary>
internal sealed class SettlingCalls(UnknownSends sends, GraphApiClientOptions options, TimeProvider time, CallLog log)
{
    /// <summary>Begins to wait for the echo of the message of a call; null if it cannot be recognized.</summary>
    public (PageCall<TAnswer> Call, TrackedSend Send)? Begin<TAnswer>(in PageCall<TAnswer> call)
        where TAnswer : class =>
        sends.Begin(call, options.InstagramAccountId?.Invoke(call.PageId));

    /// <summary>Waits for a call and, if its response is lost, for the echo of its message.</summary>
    /// <param name="call">The call.</param>
    /// <param name="send">Its message.</param>
    /// <param name="running">The call with all its attempts, which has begun.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    public async Task<TAnswer> SettleAsync<TAnswer>(PageCall<TAnswer> call, TrackedSend send, Task<TAnswer> running, CancellationToken cancellationToken)
        where TAnswer : class
    {
        try
        {
            return await running.ConfigureAwait(false);
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
