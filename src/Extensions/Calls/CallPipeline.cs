using PageMessagesGen.Conversations;
using PageMessagesGen.Http;
using PageMessagesGen.Settlement;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Calls;

/// <summary>Makes the calls of a Page, and repeats those that cannot have been carried out.</summary>
internal sealed class CallPipeline(PageState page, AccessTokens tokens, GraphApiClientOptions options, HandlerChain handlers, CallLog log, TimeProvider time, SettlingCalls? settling = null, WindowCheck? windows = null) : ICallPipeline, IDisposable
{
    /// <inheritdoc/>
    public bool ProvidesTokens => options.AccessTokenProvider is not null;

    /// <inheritdoc/>
    public Task<TAnswer> RunAsync<TAnswer>(PageCall<TAnswer> call, CancellationToken cancellationToken)
        where TAnswer : class =>
        settling?.Begin(call) is var (correlated, send)
            ? settling.SettleAsync(correlated, send, RunAsync(correlated, new SettlingRun(new Deadline(time, options.Timeout), send), cancellationToken), cancellationToken)
            : RunAsync(call, new CallRun(new Deadline(time, options.Timeout)), cancellationToken);

    private async Task<TAnswer> RunAsync<TAnswer>(PageCall<TAnswer> call, CallRun run, CancellationToken cancellationToken)
        where TAnswer : class
    {
        using var turn = call.Receiver is { } receiver ? page.Lanes.Take(receiver) : null;
        try
        {
            if (turn is not null)
                await turn.WaitAsync(run.Deadline, cancellationToken).ConfigureAwait(false);
            if (windows is not null && call.Windows.Length > 0)
                await windows.CheckAsync(call, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                try
                {
                    await EnterAsync(call, run, cancellationToken).ConfigureAwait(false);
                    var answer = await call.AttemptAsync(run.Token!, run.Begin(handlers.MayCopy), run.Left, cancellationToken).ConfigureAwait(false);
                    page.Learn(run.End());
                    log.Succeeded(call.Name, call.PageId, run.Deadline);
                    return answer;
                }
                catch (GraphApiException failure)
                {
                    if (!await RepeatsAsync(call, run, failure, cancellationToken).ConfigureAwait(false))
                        throw;
                }
            }
        }
        catch (ArgumentException) when (run.LastFailure is not null)
        {
            // The body cannot be written again, because it has a file that can be read once.
            throw run.LastFailure;
        }
        catch (OperationCanceledException exception) when (exception is not GraphApiCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw run.Canceled(cancellationToken);
        }
        finally
        {
            run.End();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => page.Dispose();

    // Waits for all that an attempt needs.
    private async ValueTask EnterAsync<TAnswer>(PageCall<TAnswer> call, CallRun run, CancellationToken cancellationToken)
        where TAnswer : class
    {
        await page.OpenAsync(run.Deadline, cancellationToken).ConfigureAwait(false);
        var token = run.Replacement ?? await tokens.GetAsync(call.PageId, run.Deadline, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            run.Enter(token, await page.Limits.EnterAsync(call, run.Deadline, cancellationToken).ConfigureAwait(false));
            if (!page.IsClosed)
                return;

            // Calls that wait for the Page to open take no places meanwhile. They would all be used at once.
            run.End();
            await page.OpenAsync(run.Deadline, cancellationToken).ConfigureAwait(false);
        }
    }

    // Determines whether a failed call is attempted again, and waits until then.
    private async ValueTask<bool> RepeatsAsync<TAnswer>(PageCall<TAnswer> call, CallRun run, GraphApiException failure, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var isAttempted = run.Fail(failure);
        page.Learn(run.End());
        if (!isAttempted)
            return run.LastFailure is null ? false : throw run.LastFailure;
        if (run.IsSettled)
            return false;
        if (await WaitAfterAsync(failure, run, call.PageId, cancellationToken).ConfigureAwait(false) is not { } wait)
            return false;
        log.Repeated(call.Name, call.PageId, failure, wait);
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);

        // The server said that it refused the message, and has sent it nevertheless.
        return !run.IsSettled;
    }

    // Null if the call is not repeated.
    private async ValueTask<TimeSpan?> WaitAfterAsync(GraphApiException failure, CallRun run, string pageId, CancellationToken cancellationToken)
    {
        if (failure is { Outcome: SendOutcome.Rejected, Recovery: ErrorRecovery.Token } && run.Replacement is null)
        {
            run.Replacement = await ReplaceAsync(pageId, run.Token!, run.Deadline, cancellationToken).ConfigureAwait(false);
            if (run.Replacement is not null)
                return TimeSpan.Zero;
        }

        // An attempt that the time limit would cut off is not begun: its outcome would be unknown.
        page.Learn(failure);
        return run.Attempts < options.MaxAttempts && Repetition.WaitAfter(failure, run.Attempts) is { } wait && run.Deadline.Allows(wait) && run.Deadline.Allows(wait + run.LastLength)
            ? wait
            : null;
    }

    // Asks once more for a token that the server refused; null if there is no other one.
    private async Task<AccessToken?> ReplaceAsync(string pageId, AccessToken refused, Deadline deadline, CancellationToken cancellationToken)
    {
        if (!ProvidesTokens || !deadline.Allows(TimeSpan.Zero))
            return null;
        try
        {
            var token = await tokens.GetAsync(pageId, deadline, cancellationToken).ConfigureAwait(false);
            return token == refused ? null : token;
        }
        catch (GraphApiException)
        {
            // The refusal of the server says more than the failure of the provider.
            return null;
        }
    }
}
