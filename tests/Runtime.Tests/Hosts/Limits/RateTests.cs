using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Limits;

/// <summary>The rates of the schema, in a registered client.</summary>
public sealed class RateTests
{
    private static readonly AnswerScript Accepted = Answers.Json(200, Answers.Accepted);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_Page_makes_no_more_calls_in_a_second_than_the_schema_states()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server);
        var clients = services.GetRequiredService<IPageMessagesClientFactory>();

        var sends = Enumerable.Range(0, 301).Select(i => clients.ForPage("11").SendAsync(To(i, Requests.Text))).ToList();
        await Task.WhenAll(sends.Take(300)).WaitAsync(Clients.Patience);
        await clients.ForPage("22").SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.False(sends[^1].IsCompleted);
        Assert.Equal(301, server.Requests.Count);
        _time.Advance(TimeSpan.FromSeconds(1.1));
        await sends[^1].WaitAsync(Clients.Patience);
    }

    [Fact]
    public async Task Audio_and_video_have_a_rate_of_their_own()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server);
        var client = services.GetRequiredService<PageMessagesClient>();

        var videos = Enumerable.Range(0, 11).Select(i => client.SendAsync(To(i, Video))).ToList();
        await Task.WhenAll(videos.Take(10)).WaitAsync(Clients.Patience);
        await Task.WhenAll(Enumerable.Range(100, 50).Select(i => client.SendAsync(To(i, Requests.Text)))).WaitAsync(Clients.Patience);

        Assert.False(videos[^1].IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1.1));
        await videos[^1].WaitAsync(Clients.Patience);
    }

    [Fact]
    public async Task An_application_brings_its_own_limiters_and_each_lease_is_returned()
    {
        var asked = new ConcurrentQueue<string>();
        var limiters = new ConcurrentQueue<CountingLimiter>();
        await using var server = new ScriptedServer(Accepted);
        await using (var services = Services(server, options => options.RateLimiter = (page, rate) =>
        {
            asked.Enqueue($"{page}: {rate.Name}, {rate.Calls} in {rate.Period.TotalSeconds} s");
            if (rate.Name == "media")
                return null;
            var limiter = new CountingLimiter();
            limiters.Enqueue(limiter);
            return limiter;
        }))
        {
            var clients = services.GetRequiredService<IPageMessagesClientFactory>();
            await Task.WhenAll(Enumerable.Range(0, 20).Select(i => clients.ForPage("11").SendAsync(To(i, Video)))).WaitAsync(Clients.Patience);
            await clients.ForPage("22").SendAsync(Requests.Text).WaitAsync(Clients.Patience);
        }

        Assert.Equal(["11: media, 10 in 1 s", "11: messages, 300 in 1 s", "22: messages, 300 in 1 s"], asked.Order());
        Assert.Equal([20, 1], limiters.Select(limiter => limiter.Acquired));
        Assert.All(limiters, limiter => Assert.Equal((limiter.Acquired, true), (limiter.Returned, limiter.IsDisposed)));
    }

    [Fact]
    public async Task A_limiter_that_refuses_is_asked_again_after_its_time()
    {
        var limiter = new CountingLimiter { RefusedFor = TimeSpan.FromSeconds(5), Refusals = 2 };
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server, options => options.RateLimiter = (_, _) => limiter);

        var sending = services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text);
        for (var step = 0; step < 2; step++)
        {
            await Task.Delay(50);
            Assert.False(sending.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        await sending.WaitAsync(Clients.Patience);
    }

    [Fact]
    public async Task A_limiter_that_refuses_for_longer_than_the_call_may_take_prevents_it()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server, options => options.RateLimiter = (_, _) => new CountingLimiter { RefusedFor = TimeSpan.FromMinutes(10), Refusals = 1 });

        var failure = await FailAsync(services);

        Assert.Equal((SendOutcome.NotSent, TimeSpan.FromMinutes(10)), (failure.Outcome, failure.RetryAfter));
        Assert.Equal("The rate limiter allows no call (messages) within the time limit of the call. Nothing was sent.", failure.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_limiter_that_fails_prevents_the_call_and_is_not_quoted()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server, options => options.RateLimiter = (_, _) => new CountingLimiter { Failure = new InvalidOperationException("redis://:secret@host") });

        var failure = await FailAsync(services);

        Assert.Equal(SendOutcome.NotSent, failure.Outcome);
        Assert.Equal("The rate limiter failed (InvalidOperationException) (messages). Nothing was sent.", failure.Message);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_limiter_that_does_not_respond_ends_with_the_call()
    {
        var limiter = new CountingLimiter { Hangs = true };
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server, options => (options.RateLimiter, options.Timeout) = ((_, _) => limiter, TimeSpan.FromSeconds(20)));

        var sending = FailAsync(services);
        await Task.Delay(50);
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(21));

        Assert.Equal("The rate limiter did not respond in time (messages). Nothing was sent.", (await sending.WaitAsync(Clients.Patience)).Message);
        Assert.Empty(server.Requests);
    }

    private static SendMessageRequest Video => Requests.Text with { Message = new Message { Attachment = new VideoAttachment { Url = "https://example.com/a.mp4" } } };

    private static SendMessageRequest To(int person, SendMessageRequest request) => request with { Recipient = new Recipient { Id = $"{person + 1}" } };

    private static Task<GraphApiException> FailAsync(ServiceProvider services) =>
        Assert.ThrowsAsync<GraphApiException>(() => services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text).WaitAsync(Clients.Patience));

    private ServiceProvider Services(ScriptedServer server, Action<GraphApiClientOptions>? change = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PageId, options.AccessToken) = (server.BaseAddress, Clients.PageId, Clients.Canary);
            change?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    /// <summary>A limiter of an application.</summary>
    private sealed class CountingLimiter : RateLimiter
    {
        private int _acquired;
        private int _returned;
        private int _refused;

        public int Acquired => _acquired;

        public int Returned => _returned;

        public bool IsDisposed { get; private set; }

        public int Refusals { get; init; }

        public TimeSpan RefusedFor { get; init; }

        public Exception? Failure { get; init; }

        public bool Hangs { get; init; }

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            if (Failure is not null)
                throw Failure;
            if (Hangs)
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            if (Interlocked.Increment(ref _refused) <= Refusals)
                return new Lease(null, RefusedFor);
            Interlocked.Increment(ref _acquired);
            return new Lease(this, null);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }

        private sealed class Lease(CountingLimiter? owner, TimeSpan? wait) : RateLimitLease
        {
            public override bool IsAcquired => owner is not null;

            public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = wait;
                return wait is not null && metadataName == MetadataName.RetryAfter.Name;
            }

            protected override void Dispose(bool disposing)
            {
                if (owner is not null)
                    Interlocked.Increment(ref owner._returned);
                base.Dispose(disposing);
            }
        }
    }
}
