using System.Net;
using PageMessagesGen.Emulator.Inbox;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

public sealed class SecurityTests : InboxTest
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: https: http:; media-src https: http: 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    [Theory]
    [InlineData("")]
    [InlineData("inbox/state")]
    [InlineData("inbox/page/main.js")]
    [InlineData("inbox/page/inbox.css")]
    [InlineData("inbox/rules/length")]
    [InlineData("inbox/rules/nothing")]
    [InlineData("inbox/faces/1.svg")]
    [InlineData("inbox/entries/99/request")]
    [InlineData("inbox/nothing")]
    public async Task Every_response_has_the_headers_of_a_careful_server(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        using var response = await Http.SendAsync(request);

        Assert.StartsWith(Policy, response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Theory]
    [InlineData("POST", "inbox/actions")]
    [InlineData("POST", "inbox/people")]
    [InlineData("POST", "inbox/clock")]
    [InlineData("POST", "inbox/templates")]
    [InlineData("PUT", "inbox/faults")]
    [InlineData("DELETE", "inbox/faults")]
    public async Task Changes_need_json_as_their_content_type(string method, string path)
    {
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "application/jsonx", null })
        {
            using var response = await SendAsync(new HttpMethod(method), path, "{}", type);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        }

        Assert.Empty(Model.Actions);
    }

    [Theory]
    [InlineData("GET", "inbox/actions", "POST")]
    [InlineData("POST", "inbox/state", "GET")]
    [InlineData("POST", "inbox/faults", "PUT, DELETE")]
    [InlineData("DELETE", "inbox/events", "GET")]
    [InlineData("PUT", "inbox/rules/length", "GET")]
    public async Task Another_method_is_refused(string method, string path, string allowed)
    {
        using var response = await SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("inbox/nothing")]
    [InlineData("inbox/page/nothing.js")]
    [InlineData("inbox/page/..%2f..%2fGraphEmulator.cs")]
    [InlineData("inbox/page/")]
    [InlineData("inbox/faces/1.png")]
    [InlineData("inbox/state/more")]
    public async Task Other_paths_do_not_exist(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "inbox/state")]
    [InlineData("GET", "inbox/events")]
    [InlineData("POST", "inbox/actions")]
    public async Task Pages_of_other_sites_are_refused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Origin", "https://attacker.example" } } };
        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_refused()
    {
        using var response = await SendAsync(HttpMethod.Put, "inbox/faults", new string(' ', 1_100_000));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Callers_that_do_not_ask_for_a_page_still_get_the_index()
    {
        Assert.StartsWith("Graph API emulator", await Http.GetStringAsync(new Uri("", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html", "text/html; charset=utf-8")]
    [InlineData("inbox.css", "text/css; charset=utf-8")]
    [InlineData("main.js", "text/javascript; charset=utf-8")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task Files_have_their_type_and_are_sent_once(string name, string type)
    {
        using var first = await SendAsync(HttpMethod.Get, $"inbox/page/{name}");
        Assert.Equal(type, first.Content.Headers.ContentType!.ToString());
        Assert.NotEmpty(await first.Content.ReadAsByteArrayAsync());

        using var request = new HttpRequestMessage(HttpMethod.Get, $"inbox/page/{name}") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var second = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_page_needs_nothing_from_elsewhere()
    {
        var files = typeof(InboxEndpoints).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("inbox/", StringComparison.Ordinal)).Select(name => name[6..]).ToList();
        Assert.Contains("main.js", files);
        foreach (var file in files)
        {
            var text = await Http.GetStringAsync(new Uri($"inbox/page/{file}", UriKind.Relative));
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("""(?:src|href|from|url\()\s*[=(]?\s*["']https?:""", text);
        }
    }
}
