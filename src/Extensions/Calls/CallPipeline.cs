using System.Collections.Concurrent;
using PageMessagesGen.Http;

namespace PageMessagesGen.Calls;

/// <summary>Makes the calls of any number of Pages, and repeats those that cannot have been carried out.</summary>
internal sealed class CallPipeline(GraphApiClientOptions options, TimeProvider time) : ICallPipeline
{
    private readonly AccessTokens _tokens = new(options);
    private readonly ConcurrentDictionary<string, PageState> _pages = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool ProvidesTokens => options.AccessTokenProvider is not null;

    /// <inheritdoc/>
    public async Task<TAnswer> RunAsync<TAnswer>(CallFacts call, Attempt<TAnswer> attempt, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var page = _pages.GetOrAdd(call.PageId, static (_, owner) => new PageState(owner.Options, owner.Time), (Options: options, Time: time));
        var deadline = new Deadline(time, options.Timeout);
        GraphApiException? last = null;
        using var turn = call.Receiver is null ? null : page.Lanes.Take(call.Receiver);
        try
        {
            if (turn is not null)
                await turn.WaitAsync(deadline.Left, cancellationToken).ConfigureAwait(false);
            return await RepeatAsync(page, call, attempt, deadline, failure => last = failure, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception is not GraphApiCanceledException && cancellationToken.IsCancellationRequested)
        {
            // Canceled while it waited: what is known of the last attempt, if there was one, stands.
            var outcome = last?.Outcome ?? SendOutcome.NotSent;
            var what = outcome == SendOutcome.Rejected ? "The server had refused it." : "Nothing was sent.";
            throw new GraphApiCanceledException($"The call was canceled. {what}", cancellationToken) { Outcome = outcome };
        }
    }

    private async Task<TAnswer> RepeatAsync<TAnswer>(
        PageState page, CallFacts call, Attempt<TAnswer> attempt, Deadline deadline, Action<GraphApiException> remember, CancellationToken cancellationToken)
        where TAnswer : class
    {
        AccessToken? replacement = null;
        for (var attempts = 1; ; attempts++)
        {
            await page.OpenAsync(deadline, cancellationToken).ConfigureAwait(false);
            var token = replacement ?? await _tokens.GetAsync(call.PageId, deadline, cancellationToken).ConfigureAwait(false);
            if (attempts == 1 && !deadline.Allows(TimeSpan.Zero))
                throw new GraphApiException("The time for the call was over before it could be sent. Nothing was sent.") { Outcome = SendOutcome.NotSent };
            var ticket = new SendTicket();
            var begun = deadline.Elapsed;
            TimeSpan wait;
            try
            {
                return await attempt(token, ticket, deadline.Left, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphApiException failure)
            {
                (failure.Attempts, failure.Elapsed) = (attempts, deadline.Elapsed);

                // An attempt that the time limit would cut off is not begun: its outcome would be unknown.
                var length = deadline.Elapsed - begun;
                remember(failure);
                if (failure is { Outcome: SendOutcome.Rejected, Recovery: ErrorRecovery.Token } && replacement is null)
                {
                    replacement = await ReplaceAsync(token, call, deadline, cancellationToken).ConfigureAwait(false);
                    if (replacement is not null)
                        continue;
                }

                page.Learn(failure);
                if (attempts >= options.MaxAttempts || Repetition.WaitAfter(failure, attempts) is not { } pause || !deadline.Allows(pause + length))
                    throw;
                wait = pause;
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // Asks once more for a token that the server refused; null if there is no other one.
    private async Task<AccessToken?> ReplaceAsync(AccessToken refused, CallFacts call, Deadline deadline, CancellationToken cancellationToken)
    {
        if (!ProvidesTokens || !deadline.Allows(TimeSpan.Zero))
            return null;
        try
        {
            var token = await _tokens.GetAsync(call.PageId, deadline, cancellationToken).ConfigureAwait(false);
            return token == refused ? null : token;
        }
        catch (GraphApiException)
        {
            // The refusal of the server says more than the failure of the provider.
            return null;
        }
    }
}
