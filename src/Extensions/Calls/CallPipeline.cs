using System.Collections.Concurrent;
using PageMessagesGen.Http;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Calls;

/// <summary>Makes the calls of any number of Pages, and repeats those that cannot have been carried out.</summary>
internal sealed class CallPipeline(GraphApiClientOptions options, CallLog log, TimeProvider time) : ICallPipeline, IDisposable
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
        var progress = new CallProgress(new Deadline(time, options.Timeout));
        using var turn = call.Receiver is { } receiver ? page.Lanes.Take(receiver) : null;
        try
        {
            if (turn is not null)
                await turn.WaitAsync(progress.Deadline, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                try
                {
                    return await AttemptAsync(page, call, progress, cancellationToken).ConfigureAwait(false);
                }
                catch (GraphApiException failure)
                {
                    if (!progress.End(failure) || await WaitAfterAsync(failure, page, call.PageId, progress, cancellationToken).ConfigureAwait(false) is not { } wait)
                        throw;
                    log.Repeated(call.Name, call.PageId, failure, wait);
                    await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException exception) when (exception is not GraphApiCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw progress.Canceled(cancellationToken);
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

    private async Task<TAnswer> AttemptAsync<TAnswer>(PageState page, PageCall<TAnswer> call, CallProgress progress, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var deadline = progress.Deadline;
        using var lease = await page.Limits.EnterAsync(call, deadline, cancellationToken).ConfigureAwait(false);
        await page.OpenAsync(deadline, cancellationToken).ConfigureAwait(false);
        var token = progress.Token = progress.Replacement ?? await _tokens.GetAsync(call.PageId, deadline, cancellationToken).ConfigureAwait(false);
        if (progress.Attempts == 0 && !deadline.Allows(TimeSpan.Zero))
            throw new GraphApiException("The time for the call was over before it could be sent. Nothing was sent.") { Outcome = SendOutcome.NotSent };
        var ticket = new SendTicket();
        progress.Begin();
        try
        {
            return await call.AttemptAsync(token, ticket, deadline.Left, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            page.Learn(ticket.Usage);
        }
    }

    // Null if the call is not repeated.
    private async ValueTask<TimeSpan?> WaitAfterAsync(GraphApiException failure, PageState page, string pageId, CallProgress progress, CancellationToken cancellationToken)
    {
        if (failure is { Outcome: SendOutcome.Rejected, Recovery: ErrorRecovery.Token } && progress.Replacement is null)
        {
            progress.Replacement = await ReplaceAsync(pageId, progress, cancellationToken).ConfigureAwait(false);
            if (progress.Replacement is not null)
                return TimeSpan.Zero;
        }

        page.Learn(failure);
        return progress.Attempts < options.MaxAttempts && Repetition.WaitAfter(failure, progress.Attempts) is { } wait && progress.AllowsAttemptAfter(wait) ? wait : null;
    }

    // Asks once more for a token that the server refused; null if there is no other one.
    private async Task<AccessToken?> ReplaceAsync(string pageId, CallProgress progress, CancellationToken cancellationToken)
    {
        if (!ProvidesTokens || !progress.Deadline.Allows(TimeSpan.Zero))
            return null;
        try
        {
            var token = await _tokens.GetAsync(pageId, progress.Deadline, cancellationToken).ConfigureAwait(false);
            return token == progress.Token ? null : token;
        }
        catch (GraphApiException)
        {
            // The refusal of the server says more than the failure of the provider.
            return null;
        }
    }
}
