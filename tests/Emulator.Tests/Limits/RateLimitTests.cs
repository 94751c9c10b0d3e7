using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.Limits;

public sealed class RateLimitTests : IDisposable
{
    private const string Other = "222";
    private const string OtherToken = "token-of-the-other";
    private const string Text = "\"message\":{\"text\":\"a\"}";
    private const string Video = """ "message":{"attachment":{"type":"video","payload":{"url":"https://cdn.example.com/a.mp4"} } } """;

    private readonly ManualClock _clock = new();
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Calls_beyond_the_limit_are_refused_until_the_last_second_has_room()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 4 });

        Assert.Equal([0, 0, 0, 0, 613], await SendAsync(emulator, 5));
        _clock.Pass(TimeSpan.FromSeconds(0.9));
        Assert.Equal([613], await SendAsync(emulator, 1));
        _clock.Pass(TimeSpan.FromSeconds(0.1));
        Assert.Equal([0, 0, 0, 613], await SendAsync(emulator, 4));
        Assert.Equal(7, emulator.Ledger.Count);
    }

    [Theory]
    [InlineData(4, 400, "(#4) The app has made too many calls.")]
    [InlineData(613, 429, "(#613) Calls to this API have exceeded the rate limit.")]
    [InlineData(80006, 429, "(#80006) ")]
    public async Task The_error_is_one_of_three_with_either_status(int code, int status, string message)
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 1, ErrorCode = code, Status = status });
        using var caller = new Caller(emulator);
        await caller.SendAsync(EmulatorTest.Body(Text));

        var answer = await caller.SendAsync(EmulatorTest.Body(Text));

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_use_grows_with_each_call_and_beyond_100_percent()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 10 });
        var uses = new List<(int? Page, int? App)>();
        for (var i = 0; i < 12; i++)
        {
            using var response = await PostAsync(emulator, Text);
            uses.Add((PageUsage(response, emulator.PageId)?["call_count"]!.GetValue<int>(), AppUsage(response)?["call_count"]!.GetValue<int>()));
        }

        // The app has two Pages, and so room for twice as many calls.
        Assert.Equal([null, null, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120], uses.Select(u => u.Page));
        Assert.Equal([null, null, null, null, 25, 30, 35, 40, 45, 50, 55, 60], uses.Select(u => u.App));
    }

    [Fact]
    public async Task The_headers_have_the_form_of_Graph()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 1 });

        using var response = await PostAsync(emulator, Text);

        Assert.Equal(
            $$"""{"{{emulator.PageId}}":[{"type":"messenger","call_count":100,"total_cputime":25,"total_time":25,"estimated_time_to_regain_access":0}]}""",
            response.Headers.GetValues("X-Business-Use-Case-Usage").Single());
        Assert.Equal("""{"call_count":50,"total_time":12,"total_cputime":12}""", response.Headers.GetValues("X-App-Usage").Single());
    }

    [Fact]
    public async Task A_pause_is_reported_in_minutes_until_it_is_over()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 1, Pause = TimeSpan.FromMinutes(2) });

        Assert.Equal([0, 613], await SendAsync(emulator, 2));
        Assert.Equal((613, 2), await PausedAsync(30));
        Assert.Equal((613, 1), await PausedAsync(60));
        Assert.Equal((0, 0), await PausedAsync(31));

        async Task<(int, int?)> PausedAsync(int seconds)
        {
            _clock.Pass(TimeSpan.FromSeconds(seconds));
            using var response = await PostAsync(emulator, Text);
            return (await CodeAsync(response), PageUsage(response, emulator.PageId)?["estimated_time_to_regain_access"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Each_Page_has_a_limit_of_its_own()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 2 });

        Assert.Equal([0, 0, 613], await SendAsync(emulator, 3));
        Assert.Equal([0, 0, 613], await SendAsync(emulator, 3, token: OtherToken));
    }

    [Fact]
    public async Task Audio_and_video_have_a_limit_of_their_own()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 4, MediaCallsPerSecond = 2 });

        Assert.Equal([0, 0, 613], await SendAsync(emulator, 3, Video));
        Assert.Equal([0, 0, 0, 0, 613], await SendAsync(emulator, 5));
    }

    [Fact]
    public async Task Without_a_limit_of_their_own_they_count_like_others()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 2 });

        Assert.Equal([0, 0, 613], await SendAsync(emulator, 3, Video));
    }

    [Fact]
    public async Task Refused_calls_count_but_not_those_without_a_valid_token_or_with_a_fault()
    {
        await using var emulator = await StartAsync(new() { CallsPerSecond = 2 });
        emulator.Faults.Add(Fault.Error(2) with { Times = 3 });

        Assert.Equal([2, 2, 2], await SendAsync(emulator, 3));
        Assert.Equal([190, 190, 190], await SendAsync(emulator, 3, token: "the-token-of-nobody"));
        Assert.Equal([100, 100, 613], await SendAsync(emulator, 3, "\"message\":{}"));
    }

    [Fact]
    public async Task Without_limits_there_are_no_headers()
    {
        await using var emulator = await StartAsync(null);
        for (var i = 0; i < 50; i++)
        {
            using var response = await PostAsync(emulator, Text);
            Assert.Equal(200, (int)response.StatusCode);
            Assert.DoesNotContain(response.Headers, h => h.Key.EndsWith("-Usage", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Parallel_calls_are_all_counted()
    {
        await using var emulator = await StartAsync(RateLimit.Documented);
        var codes = new int[400];

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            using var response = await PostAsync(emulator, Text);
            codes[i] = await CodeAsync(response);
        });

        Assert.Equal((300, 100), (codes.Count(c => c == 0), codes.Count(c => c == 613)));
    }

    [Fact]
    public void A_limit_that_makes_no_sense_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit { CallsPerSecond = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit { MediaCallsPerSecond = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit { ErrorCode = 17 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit { Status = 500 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit { Pause = TimeSpan.FromSeconds(-1) });
    }

    public void Dispose() => _http.Dispose();

    private Task<GraphEmulator> StartAsync(RateLimit? limit) =>
        GraphEmulator.StartAsync(new() { RateLimit = limit, TimeProvider = _clock, FurtherPages = [new EmulatedPage(Other, OtherToken)] });

    private Task<HttpResponseMessage> PostAsync(GraphEmulator emulator, string rest, string? token = null) => _http.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(emulator.BaseAddress, "v26.0/me/messages"))
        {
            Content = new StringContent(EmulatorTest.Body(rest)),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token ?? emulator.AccessToken) },
        });

    // The codes of the errors, and 0 for each call that succeeds.
    private async Task<List<int>> SendAsync(GraphEmulator emulator, int times, string rest = Text, string? token = null)
    {
        var codes = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await PostAsync(emulator, rest, token);
            codes.Add(await CodeAsync(response));
        }

        return codes;
    }

    private static async Task<int> CodeAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]?["code"]!.GetValue<int>() ?? 0;

    private static JsonNode? PageUsage(HttpResponseMessage response, string pageId) => Header(response, "X-Business-Use-Case-Usage")?[pageId]![0];

    private static JsonNode? AppUsage(HttpResponseMessage response) => Header(response, "X-App-Usage");

    private static JsonNode? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? JsonNode.Parse(values.Single()) : null;

    private sealed class ManualClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public void Pass(TimeSpan time) => _now += time;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
