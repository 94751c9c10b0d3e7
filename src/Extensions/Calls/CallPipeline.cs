using System.Collections.Concurrent;
using PageMessagesGen.Http;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Calls;

/// <summary>Makes the calls of any number of Pages, and repeats those that cannot have been carried out.</summary>
internal sealed class CallPipeline(GraphApiClientOptions options, HandlerChain handlers, CallLog log, TimeProvider time) : ICallPipeline, IDisposable
{
    private readonly AccessTokens _tokens = new(options);
    private readonly ConcurrentDictionary<string, PageState> _pages = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool ProvidesTokens => options.AccessTokenProvider is not null;

    /// <inheritdoc/>
    public async Task<TAnswer> RunAsync<TAnswer>(PageCall<TAnswer> call, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var page = PageOf(call.PageId);
        var deadline = new Deadline(time, options.Timeout);
        CallFailures? failures = null;
        using var turn = call.Receiver is { } receiver ? page.Lanes.Take(receiver) : null;
        try
        {
            if (turn is not null)
                await turn.WaitAsync(deadline, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                SendTicket? ticket = null;
                var begun = TimeSpan.Zero;
                AccessToken? token = null;
                try
                {
                    token = await OpenAsync(page, call.PageId, failures, deadline, cancellationToken).ConfigureAwait(false);
                    using var lease = await EnterAsync(page, call, deadline, cancellationToken).ConfigureAwait(false);
                    (ticket, begun) = (new SendTicket(handlers.MayCopy), deadline.Elapsed);
                    var answer = await call.AttemptAsync(token, ticket, deadline.Left, cancellationToken).ConfigureAwait(false);
                    page.Learn(ticket.Usage);
                    return answer;
                }
                catch (GraphApiException failure)
                {
                    // Without a ticket, it was not attempted.
                    (failure.Attempts, failure.Elapsed) = (Math.Max(1, (failures?.Attempts ?? 0) + (ticket is null ? 0 : 1)), deadline.Elapsed);
                    if (ticket is null && failures?.Last is { } last)
                        throw last;
                    if (ticket is null)
                        throw;
                    page.Learn(ticket.Usage);
                    failures ??= new CallFailures();
                    failures.Add(failure, deadline.Elapsed - begun);
                    if (await WaitAfterAsync(failure, failures, page, call.PageId, token!, deadline, cancellationToken).ConfigureAwait(false) is not { } wait)
                        throw;
                    log.Repeated(call.Name, call.PageId, failure, wait);
                    await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (ArgumentException) when (failures?.Last is not null)
        {
            // The body cannot be written again, because it has a file that can be read once.
            throw failures.Last;
        }
        catch (OperationCanceledException exception) when (exception is not GraphApiCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw CallFailures.Canceled(failures?.Last, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var page in _pages.Values)
            page.Dispose();
    }

    private PageState PageOf(string id) =>
        _pages.GetOrAdd(id, static (id, owner) => new PageState(id, owner.Options, owner.Log, owner.Time), (Options: options, Log: log, Time: time));

    // Waits until the Page accepts calls, and gets its token.
    private async ValueTask<AccessToken> OpenAsync(PageState page, string pageId, CallFailures? failures, Deadline deadline, CancellationToken cancellationToken)
    {
        await page.OpenAsync(deadline, cancellationToken).ConfigureAwait(false);
        var token = failures?.Replacement ?? await _tokens.GetAsync(pageId, deadline, cancellationToken).ConfigureAwait(false);
        return deadline.Allows(TimeSpan.Zero)
            ? token
            : throw new GraphApiException("The time for the call was over before it could be sent. Nothing was sent.") { Outcome = SendOutcome.NotSent };
    }

    // Calls that wait for the Page to open take no places meanwhile. They would all be used at once.
    private static async ValueTask<IDisposable?> EnterAsync<TAnswer>(PageState page, PageCall<TAnswer> call, Deadline deadline, CancellationToken cancellationToken)
        where TAnswer : class
    {
        while (true)
        {
            var lease = await page.Limits.EnterAsync(call, deadline, cancellationToken).ConfigureAwait(false);
            if (!page.IsClosed)
                return lease;
            lease?.Dispose();
            await page.OpenAsync(deadline, cancellationToken).ConfigureAwait(false);
        }
    }

    // Null if the call is not repeated.
    private async ValueTask<TimeSpan?> WaitAfterAsync(
        GraphApiException failure, CallFailures failures, PageState page, string pageId, AccessToken token, Deadline deadline, CancellationToken cancellationToken)
    {
        if (failure is { Outcome: SendOutcome.Rejected, Recovery: ErrorRecovery.Token } && failures.Replacement is null)
        {
            failures.Replacement = await ReplaceAsync(pageId, token, deadline, cancellationToken).ConfigureAwait(false);
            if (failures.Replacement is not null)
                return TimeSpan.Zero;
        }

        // An attempt that the time limit would cut off is not begun: its outcome would be unknown.
        page.Learn(failure);
        return failures.Attempts < options.MaxAttempts && Repetition.WaitAfter(failure, failures.Attempts) is { } wait && deadline.Allows(wait) && deadline.Allows(wait + failures.LastLength)
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
            var token = await _tokens.GetAsync(pageId, deadline, cancellationToken).ConfigureAwait(false);
            return token == refused ? null : token;
        }
        catch (GraphApiException)
        {
            // The refusal of the server says more than the failure of the provider.
            return null;
        }
    }
}
