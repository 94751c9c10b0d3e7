using System.Net;
using System.Net.Sockets;
using PageMessages;
using PageMessagesGen.Generated;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>What a failure says of the message is decided by whether its body was begun, and by nothing else.</summary>
public sealed class OutcomeTests
{
    private const string NothingSent = " Nothing was sent.";
    private const string MayBeDelivered = " The message may have been delivered.";

    private static readonly Uri Nowhere = new("http://127.0.0.1");

    private static readonly Dictionary<string, Func<Exception>> Exceptions = new()
    {
        ["refused"] = () => new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"),
        ["unresolved"] = () => new HttpRequestException(HttpRequestError.NameResolutionError, "No such host"),
        ["socket"] = () => new SocketException((int)SocketError.ConnectionReset),
        ["disposed"] = () => new ObjectDisposedException("handler"),
        ["state"] = () => new InvalidOperationException("The circuit is open"),
        ["timeout"] = () => new TimeoutException("It took too long"),
        ["cancelled"] = () => new OperationCanceledException(),
        ["bug"] = () => new ArgumentNullException("something"),
        ["io"] = () => new IOException("The pipe is broken"),
    };

    public static TheoryData<string> Kinds => [.. Exceptions.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_exception_before_the_body_means_that_nothing_was_sent(string kind)
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));

        var thrown = await Clients.FailAsync(server.BaseAddress, handler: new Failing(Exceptions[kind], isAfter: false) { InnerHandler = new SocketsHttpHandler() });

        Assert.Contains(NothingSent, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(MayBeDelivered, thrown.Message, StringComparison.Ordinal);
        Assert.NotNull(thrown.InnerException);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_exception_after_the_body_never_means_that_nothing_was_sent(string kind)
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));

        var thrown = await Clients.FailAsync(server.BaseAddress, handler: new Failing(Exceptions[kind], isAfter: true) { InnerHandler = new SocketsHttpHandler() });

        Assert.Contains(MayBeDelivered, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(NothingSent, thrown.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("CopyTo")]
    [InlineData("CopyToAsync")]
    [InlineData("ReadAsStream")]
    [InlineData("ReadAsStreamAsync")]
    [InlineData("LoadIntoBufferAsync")]
    [InlineData("ReadAsByteArrayAsync")]
    public async Task A_body_that_a_handler_read_counts_as_begun(string path)
    {
        var handler = new Scripted(async request =>
        {
            await BodyReading.Paths[path](request.Content!);
            throw new IOException("The pipe is broken");
        });

        var thrown = await Clients.FailAsync(Nowhere, handler: handler);

        Assert.Equal($"No response from the Graph API.{MayBeDelivered} (The pipe is broken)", thrown.Message);
    }

    [Fact]
    public async Task An_attempt_that_is_still_running_cannot_begin_the_body_after_the_call_has_failed()
    {
        HttpContent? content = null;
        var handler = new Scripted(request =>
        {
            content = request.Content;
            throw new LateException(() => content!.CopyTo(Stream.Null, null, CancellationToken.None));
        });

        var thrown = await Clients.FailAsync(Nowhere, handler: handler);

        Assert.Contains(NothingSent, thrown.Message, StringComparison.Ordinal);
        Assert.IsType<ObjectDisposedException>(Assert.IsType<LateException>(thrown.InnerException).Late);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_another_call_of_a_handler_says_is_not_said_of_this_one(bool isWrapped)
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        var other = new GraphApiException("The Graph API cannot be reached. Nothing was sent.") { StatusCode = HttpStatusCode.Unauthorized };
        var handler = new Failing(() => isWrapped ? new InvalidOperationException("No token", other) : other, isAfter: true) { InnerHandler = new SocketsHttpHandler() };

        var thrown = await Clients.FailAsync(server.BaseAddress, handler: handler);

        Assert.Equal("No response from the Graph API." + MayBeDelivered, thrown.Message);
        Assert.Same(other, isWrapped ? thrown.InnerException?.InnerException : thrown.InnerException);
        Assert.Null(thrown.StatusCode);
    }

    [Theory]
    [InlineData("DELETE", " The call may have been processed.")]
    [InlineData("GET", "")]
    public async Task A_call_without_a_body_is_not_said_to_deliver_a_message(string method, string consequence)
    {
        using var http = new HttpClient(new Scripted(_ => throw new IOException("The pipe is broken")));
        var connection = new GraphApiConnection(http, Clients.Options(Nowhere), "v26.0", (_, _) => null);

        var thrown = await Assert.ThrowsAsync<GraphApiException>(() => connection.SendAsync(
            new CallDescription<object>("call", new HttpMethod(method), (ref Utf8ResponseReader _) => null), connection.Address("/1"), CancellationToken.None));

        Assert.Equal($"No response from the Graph API.{consequence} (The pipe is broken)", thrown.Message);
    }

    [Fact]
    public async Task An_HttpClient_that_is_disposed_of_sends_nothing()
    {
        var http = new HttpClient();
        http.Dispose();

        var thrown = await Assert.ThrowsAsync<GraphApiException>(() => Clients.For(new Uri("http://127.0.0.1:1"), http).SendAsync(Requests.Text));

        Assert.StartsWith("No response from the Graph API. Nothing was sent. (", thrown.Message, StringComparison.Ordinal);
        Assert.IsType<ObjectDisposedException>(thrown.InnerException);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"recipient_id":"4471239905512287"}""")]
    [InlineData("""{"message_id":null}""")]
    public async Task A_message_whose_response_has_no_id_is_no_success(string body)
    {
        var thrown = await Clients.FailAsync(Answers.Json(200, body));

        Assert.Equal("The response does not confirm the request." + MayBeDelivered, thrown.Message);
        Assert.Equal(HttpStatusCode.OK, thrown.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"recipient_id":"4471239905512287"}""")]
    public async Task A_sender_action_needs_no_id(string body)
    {
        var (answer, _) = await Clients.ExchangeAsync(Answers.Json(200, body), new() { Recipient = new() { Id = "4471239905512287" }, SenderAction = SenderAction.TypingOn });

        Assert.Null(answer.MessageId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Half: ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"message_id\":")]
    public async Task The_client_has_a_time_limit_of_its_own_where_the_HttpClient_has_none(string beginning)
    {
        await using var server = new ScriptedServer(Answers.Stall(beginning));
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var options = Clients.Options(server.BaseAddress);
        options.Timeout = TimeSpan.FromMilliseconds(300);

        var thrown = await Assert.ThrowsAsync<GraphApiException>(() => new PageMessagesClient(http, options).SendAsync(Requests.Text).WaitAsync(Clients.Patience));

        Assert.Equal("The Graph API did not respond in time." + MayBeDelivered, thrown.Message);
    }

    [Fact]
    public async Task The_limit_of_the_HttpClient_is_the_one_that_counts()
    {
        await using var server = new ScriptedServer(async (connection, request, ct) =>
        {
            await Task.Delay(300, ct);
            await Answers.Json(200, Answers.Accepted)(connection, request, ct);
        });
        using var http = new HttpClient { Timeout = Clients.Patience };
        var options = Clients.Options(server.BaseAddress);
        options.Timeout = TimeSpan.FromMilliseconds(1);

        Assert.Equal("m_AbC-123", (await new PageMessagesClient(http, options).SendAsync(Requests.Text)).MessageId);
    }

    [Fact]
    public async Task Answers_that_break_off_leave_nothing_with_the_token_of_the_caller()
    {
        var handler = new BreakingOff();
        using var http = new HttpClient(handler);
        using var cancel = new CancellationTokenSource();
        var client = Clients.For(Nowhere, http);
        for (var i = 0; i < 100; i++)
            await Assert.ThrowsAsync<GraphApiException>(() => client.SendAsync(Requests.Text, cancel.Token).WaitAsync(Clients.Patience));

        await cancel.CancelAsync();

        // What is still registered with the caller's token is cancelled with it, or throws since it is disposed of.
        Assert.Equal(100, handler.Reads.Count);
        Assert.DoesNotContain(handler.Reads, read => read.IsCancellationRequested);
    }

    [Fact]
    public async Task No_control_character_of_a_server_reaches_the_message()
    {
        const string Hostile = "Bad\\u000d\\u000a2026-11-26 INFO all is well \\u001b[31m \\u0085 \\u2028 \\u202e \\u2066 \\u007f end";

        var thrown = await Clients.FailAsync(Answers.Json(400, $$$"""{"error":{"message":"{{{Hostile}}}","fbtrace_id":"{{{Hostile}}}","code":100}}"""));

        Assert.DoesNotContain(thrown.Message, c => char.IsControl(c) || c is '\u2028' or '\u202e' or '\u2066');
        Assert.Contains("Bad  2026-11-26 INFO all is well  [31m", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("\r\n", thrown.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_control_character_of_a_handler_reaches_the_message()
    {
        var thrown = await Clients.FailAsync(Answers.Json(200, Answers.Accepted), handler: new Failing(() => new IOException("a\r\nb\u001bc"), isAfter: true) { InnerHandler = new SocketsHttpHandler() });

        Assert.EndsWith("(a  b c)", thrown.Message, StringComparison.Ordinal);
    }

    private sealed class BreakingOff : HttpMessageHandler
    {
        /// <summary>The token of each read of a response.</summary>
        public List<CancellationToken> Reads { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new StreamContent(new Body(Reads)) };
        }

        private sealed class Body(List<CancellationToken> reads) : MemoryStream
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                reads.Add(cancellationToken);
                await Task.Yield();
                throw new IOException("The connection was reset.");
            }
        }
    }

    private sealed class Scripted(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
    }

    /// <summary>Does something at the last moment at which the client looks at it.</summary>
    private sealed class LateException(Action act) : Exception
    {
        public Exception? Late { get; private set; }

        public override string ToString()
        {
            Late ??= Record.Exception(act);
            return base.ToString();
        }
    }

    private sealed class Failing(Func<Exception> exception, bool isAfter) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (isAfter)
                (await base.SendAsync(request, cancellationToken)).Dispose();
            throw exception();
        }
    }
}
