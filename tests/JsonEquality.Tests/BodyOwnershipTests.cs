using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using PageMessages;

namespace PageMessagesGen.JsonEquality.Tests;

/// <summary>The array with a request's body is in use until the last one has looked at it, and only then goes back to the pool.</summary>
public sealed class BodyOwnershipTests
{
    private static readonly SendMessageRequest Request = new() { Recipient = new() { Id = "1" }, Message = new() { Text = new string('a', 700) } };

    [Fact]
    public async Task A_connection_that_still_sends_after_the_call_has_ended_sends_the_right_bytes()
    {
        using var handler = new LeavingEarly();
        using var http = new HttpClient(handler);

        await Assert.ThrowsAsync<GraphApiException>(() => Client(http).SendAsync(Request));
        Scribble();
        var sent = await handler.FinishAsync();

        Assert.StartsWith("{\"recipient\":{\"id\":\"1\"},\"message\":{\"text\":\"aaa", sent, StringComparison.Ordinal);
        Assert.EndsWith("aaa\"}}", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_broke_off_keeps_its_bytes_too()
    {
        using var handler = new BreakingOff();
        using var http = new HttpClient(handler);

        await Assert.ThrowsAsync<GraphApiException>(() => Client(http).SendAsync(Request));
        Scribble();

        Assert.Equal((byte)'{', handler.Seen.Span[0]);
        Assert.Equal((byte)'}', handler.Seen.Span[^1]);
    }

    [Fact]
    public async Task Cancelled_calls_over_HTTP_2_never_send_bytes_of_others()
    {
        const int Calls = 300;
        await using var server = await MixUpServer.StartAsync();
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var client = Client(http, server.Address);
        var random = new Random(5_004);
        var letters = Enumerable.Range(0, Calls).Select(i => (Letter: (char)('a' + (i % 26)), Patience: random.Next(0, 12), Length: random.Next(40_000, 200_000))).ToList();

        await Parallel.ForEachAsync(letters, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (call, _) =>
        {
            using var patience = new CancellationTokenSource();
            if (call.Patience > 0)
                patience.CancelAfter(TimeSpan.FromMilliseconds(call.Patience));
            try
            {
                await client.SendAsync(new SendMessageRequest { Recipient = new(), Message = new() { Text = new string(call.Letter, call.Length) } }, patience.Token);
            }
            catch (OperationCanceledException)
            {
                // The point of it.
            }
        });

        Assert.InRange(server.Whole, 1, Calls);
        Assert.Empty(server.MixedUp);
    }

    private static PageMessagesClient Client(HttpClient http, Uri? address = null) =>
        new(http, new GraphApiOptions { BaseAddress = address ?? GraphApiOptions.DefaultBaseAddress, PageId = "1", AccessToken = "t", Validation = ValidationMode.Off });

    // Takes arrays of all sizes that may be in question out of the pool, and writes all over them.
    private static void Scribble()
    {
        int[] sizes = [1024, 2048, 4096, 8192, 16_384];
        var arrays = sizes.SelectMany(s => Enumerable.Range(0, 100).Select(_ => ArrayPool<byte>.Shared.Rent(s))).ToList();
        foreach (var array in arrays)
            Array.Fill(array, (byte)'!');
        foreach (var array in arrays)
            ArrayPool<byte>.Shared.Return(array);
    }

    /// <summary>Fails a call while the body is being sent, and sends the rest later, as a connection may do.</summary>
    private sealed class LeavingEarly : HttpMessageHandler
    {
        private readonly SlowStream _stream = new();
        private Task _sending = Task.CompletedTask;

        public async Task<string> FinishAsync()
        {
            _stream.Go.SetResult();
            await _sending;
            return _stream.Sent;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _sending = request.Content!.CopyToAsync(_stream, CancellationToken.None);
            throw new HttpRequestException("The connection is gone.");
        }
    }

    private sealed class BreakingOff : HttpMessageHandler
    {
        public ReadOnlyMemory<byte> Seen { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var stream = new SlowStream { Breaks = true };
            try
            {
                await request.Content!.CopyToAsync(stream, cancellationToken);
            }
            finally
            {
                Seen = stream.Memory;
            }

            return new HttpResponseMessage();
        }
    }

    private sealed class SlowStream : MemoryStream
    {
        public TaskCompletionSource Go { get; } = new();

        public bool Breaks { get; init; }

        public ReadOnlyMemory<byte> Memory { get; private set; }

        public string Sent { get; private set; } = "";

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Memory = buffer;
            if (Breaks)
                throw new IOException("The connection broke.");
            await Go.Task;
            Sent = System.Text.Encoding.UTF8.GetString(buffer.Span);
        }
    }

    /// <summary>A server that looks at whether a body is all of one letter.</summary>
    private sealed class MixUpServer : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private int _whole;

        private MixUpServer(WebApplication app) => _app = app;

        public Uri Address => new(_app.Urls.First());

        public int Whole => _whole;

        public System.Collections.Concurrent.ConcurrentBag<string> MixedUp { get; } = [];

        public static async Task<MixUpServer> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
            var app = builder.Build();
            var server = new MixUpServer(app);
            app.Run(server.AnswerAsync);
            await app.StartAsync();
            return server;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            // The answer begins before the body was read, so that the client has both in hand at once.
            await context.Response.WriteAsync("{\"message_id\":", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            using var body = new MemoryStream();
            try
            {
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                Interlocked.Increment(ref _whole);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // What had come by then must be right as well.
            }

            const string Before = "{\"recipient\":{},\"message\":{\"text\":\"";
            var text = System.Text.Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
            var letters = text.Length > Before.Length ? text[Before.Length..].TrimEnd('"', '}') : "";
            if (letters.AsSpan().ContainsAnyExcept(letters.FirstOrDefault()) || (text.Length > Before.Length && !text.StartsWith(Before, StringComparison.Ordinal)))
                MixedUp.Add(text);
            if (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync("\"m\"}");
        }
    }
}
