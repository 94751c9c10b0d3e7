using System.Globalization;
using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Hosts.Chaos;

/// <summary>The ways to send many messages.</summary>
internal static class Sending
{
    // The calls of a host that are begun at a time.
    private const int Concurrency = 256;

    /// <summary>Starts the calls in order, without waiting for earlier ones.</summary>
    public static async Task EachAsync(IEnumerable<ChaosCall> calls, Func<ChaosCall, IPageMessagesClient> clientOf)
    {
        using var places = new SemaphoreSlim(Concurrency);
        foreach (var call in calls)
        {
            await places.WaitAsync();
            _ = SendAsync(call, clientOf(call), places);
        }

        for (var i = 0; i < Concurrency; i++)
            await places.WaitAsync();
    }

    /// <summary>Sends all calls, and notes the result of each.</summary>
    /// <param name="client">The client of the Page.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="hasShutdown">Whether sending is canceled in the middle. Calls that were not read by then are sent afterwards.</param>
    public static async Task AllAsync(IPageMessagesClient client, IReadOnlyList<ChaosCall> calls, bool hasShutdown)
    {
        var taken = 0;
        using var shutdown = new CancellationTokenSource();
        if (hasShutdown)
        {
            await Assert.ThrowsAsync<OperationCanceledException>(async () =>
            {
                await foreach (var result in client.SendAllAsync(RequestsAsync(), Concurrency / 4, shutdown.Token))
                {
                    Note(result, calls);
                    if (taken > calls.Count / 2)
                        await shutdown.CancelAsync();
                }
            });
            Assert.InRange(taken, calls.Count / 2, calls.Count);
        }

        await foreach (var result in client.SendAllAsync(RequestsAsync(), Concurrency / 4))
            Note(result, calls);

        // Goes on where the last reader stopped.
        async IAsyncEnumerable<SendMessageRequest> RequestsAsync()
        {
            while (taken < calls.Count)
            {
                await Task.Yield();
                yield return Request(calls[taken++]);
            }
        }
    }

    private static async Task SendAsync(ChaosCall call, IPageMessagesClient client, SemaphoreSlim places)
    {
        try
        {
            call.Cancellation = call.Trouble.Cancel?.Invoke(call.Number);
            await client.SendAsync(Request(call), call.Cancellation?.Token ?? CancellationToken.None);
            call.End(null);
        }
        catch (Exception exception)
        {
            call.End(exception);
        }
        finally
        {
            places.Release();
        }
    }

    private static void Note(SendResult<SendMessageRequest, SendMessageResponse> result, IReadOnlyList<ChaosCall> calls)
    {
        var number = int.Parse(result.Request.Message!.Text!, CultureInfo.InvariantCulture);
        calls[IndexOf(calls, number)].End(result.Failure);
    }

    // The calls of a Page are in the order of their numbers.
    private static int IndexOf(IReadOnlyList<ChaosCall> calls, int number)
    {
        var (low, high) = (0, calls.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (calls[middle].Number < number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static SendMessageRequest Request(ChaosCall call) => new()
    {
        Recipient = new() { Id = call.Person.ToString(CultureInfo.InvariantCulture) },
        MessagingType = MessagingType.Response,
        Message = new() { Text = call.Number.ToString(CultureInfo.InvariantCulture) },
    };
}
