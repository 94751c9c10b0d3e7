using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>Sends to one person leave in order, and those to others in parallel.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Sends_to_one_person_arrive_in_the_order_in_which_they_were_begun()
    {
        const int People = 20;
        const int Messages = 50;
        var arrived = new ConcurrentDictionary<string, ConcurrentQueue<int>>();
        var random = new Random(7);
        await using var server = new ScriptedServer(async (connection, request, ct) =>
        {
            using var body = JsonDocument.Parse(request.Body);
            var person = body.RootElement.GetProperty("recipient").GetProperty("id").GetString()!;
            int delay;
            lock (random)
                delay = random.Next(5);
            await Task.Delay(delay, ct);
            arrived.GetOrAdd(person, _ => new()).Enqueue(int.Parse(body.RootElement.GetProperty("message").GetProperty("text").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
            await Answers.Json(200, Answers.Accepted)(connection, request, ct);
        });
        await using var services = Services(server);
        var client = services.GetRequiredService<PageMessagesClient>();

        var sends = Enumerable.Range(0, Messages).SelectMany(number => Enumerable.Range(1, People).Select(person => client.SendAsync(To($"{person}", $"{number}")))).ToList();
        await Task.WhenAll(sends).WaitAsync(Clients.Patience);

        Assert.Equal(People, arrived.Count);
        Assert.All(arrived.Values, numbers => Assert.Equal(Enumerable.Range(0, Messages), numbers));
    }

    [Fact]
    public async Task A_person_who_is_waited_for_holds_up_nobody_else()
    {
        await using var server = new ScriptedServer((connection, request, ct) =>
            (request.Text.Contains("\"id\":\"1\"", StringComparison.Ordinal) ? Answers.Stall() : Answers.Json(200, Answers.Accepted))(connection, request, ct));
        await using var services = Services(server);
        var client = services.GetRequiredService<PageMessagesClient>();
        using var cancel = new CancellationTokenSource();

        var first = client.SendAsync(To("1", "a"), cancel.Token);
        var second = client.SendAsync(To("1", "b"), cancel.Token);
        var third = client.SendAsync(To("1", "c"));
        await client.SendAsync(To("2", "d")).WaitAsync(Clients.Patience);
        while (server.Requests.Count < 2)
            await Task.Delay(5);
        await cancel.CancelAsync();

        Assert.Equal(SendOutcome.Unknown, (await Assert.ThrowsAsync<GraphApiCanceledException>(() => first)).Outcome);
        Assert.Equal(SendOutcome.NotSent, (await Assert.ThrowsAsync<GraphApiCanceledException>(() => second)).Outcome);
        while (server.Requests.Count < 3)
            await Task.Delay(5);
        Assert.False(third.IsCompleted);
        Assert.DoesNotContain(server.Requests, request => request.Text.Contains("\"b\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_before_that_do_not_end_in_time_leave_the_next_one_unsent()
    {
        await using var server = new ScriptedServer(Answers.Stall());
        await using var services = Services(server, TimeSpan.FromMilliseconds(300));
        var client = services.GetRequiredService<PageMessagesClient>();

        var sends = Enumerable.Range(0, 20).Select(number => client.SendAsync(To("1", $"{number}"))).ToList();
        var outcomes = new List<SendOutcome>();
        foreach (var send in sends)
            outcomes.Add((await Assert.ThrowsAsync<GraphApiException>(() => send.WaitAsync(Clients.Patience))).Outcome);

        Assert.Equal(SendOutcome.Unknown, outcomes[0]);
        Assert.Contains(SendOutcome.NotSent, outcomes);
        Assert.Equal(outcomes.Count(outcome => outcome == SendOutcome.Unknown), server.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Each_of_many_requests_has_one_result(int concurrency)
    {
        var (running, most) = (0, 0);
        await using var server = new ScriptedServer(async (connection, request, ct) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Delay(2, ct);
            Interlocked.Decrement(ref running);
            await (request.Text.Contains("\"refuse\"", StringComparison.Ordinal) ? Answers.Json(400, """{"error":{"code":551}}""") : Answers.Json(200, Answers.Accepted))(connection, request, ct);
        });
        await using var services = Services(server);
        var requests = Enumerable.Range(1, 100).Select(number => To($"{number}", number % 10 == 0 ? "refuse" : "take")).ToList();

        var results = new List<SendResult<SendMessageRequest, SendMessageResponse>>();
        await foreach (var result in services.GetRequiredService<IPageMessagesClient>().SendAllAsync(requests.ToAsyncEnumerable(), concurrency))
            results.Add(result);

        Assert.Equal(requests.Select(request => request.Recipient.Id).Order(StringComparer.Ordinal), results.Select(result => result.Request.Recipient.Id).Order(StringComparer.Ordinal));
        Assert.Equal((90, 10), (results.Count(result => result.Response is not null), results.Count(result => result.Outcome == SendOutcome.Rejected)));
        Assert.InRange(most, Math.Min(concurrency, 2), concurrency);
    }

    [Fact]
    public async Task No_result_is_lost_when_the_caller_cancels()
    {
        await using var server = new ScriptedServer(async (connection, request, ct) =>
        {
            await Task.Delay(5, ct);
            await Answers.Json(200, Answers.Accepted)(connection, request, ct);
        });
        await using var services = Services(server);
        using var cancel = new CancellationTokenSource();
        var read = 0;
        var results = new List<SendResult<SendMessageRequest, SendMessageResponse>>();

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in services.GetRequiredService<PageMessagesClient>().SendAllAsync(RequestsAsync(), 8, cancel.Token))
            {
                results.Add(result);
                if (results.Count == 20)
                    await cancel.CancelAsync();
            }
        });

        Assert.Equal(read, results.Count);
        Assert.InRange(results.Count(result => result.Response is not null), 20, read);
        Assert.All(results, result => Assert.True(result.Response is not null || result.Outcome is SendOutcome.NotSent or SendOutcome.Unknown));
        Assert.InRange(results.Count(result => result.Response is not null), 0, server.Requests.Count);

        async IAsyncEnumerable<SendMessageRequest> RequestsAsync()
        {
            while (true)
            {
                await Task.Yield();
                yield return To($"{++read}", "text");
            }
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private static SendMessageRequest To(string person, string text) => new()
    {
        Recipient = new() { Id = person },
        MessagingType = MessagingType.Response,
        Message = new() { Text = text },
    };

    private static ServiceProvider Services(ScriptedServer server, TimeSpan? timeout = null)
    {
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
            (options.BaseAddress, options.PageId, options.AccessToken, options.Timeout) = (server.BaseAddress, Clients.PageId, Clients.Canary, timeout ?? Clients.Patience));
        return services.BuildServiceProvider();
    }
}
