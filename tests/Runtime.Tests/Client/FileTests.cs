using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PageMessages;
using PageMessagesGen.Emulator;
using PageMessagesGen.Rules;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>Sends with the bytes of a file.</summary>
public sealed class FileTests : IAsyncLifetime
{
    internal const int Large = 25 * 1024 * 1024;

    private readonly HttpClient _http = new();
    private GraphEmulator _emulator = null!;

    private PageMessagesClient Client => new(_http, new GraphApiOptions
    {
        BaseAddress = _emulator.BaseAddress,
        PageId = _emulator.PageId,
        AccessToken = _emulator.AccessToken,
    });

    public async ValueTask InitializeAsync() => _emulator = await GraphEmulator.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_arrives_byte_for_byte_beside_its_message(bool canSeek)
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        await using var stream = new ByteStream(bytes.Length, bytes, canSeek);
        var progress = new Steps();

        var answer = await Client.SendAsync(Picture(new GraphFile(stream, "menü.jpg", "image/jpeg") { Progress = progress }));

        var delivery = Assert.Single(_emulator.Ledger);
        Assert.Equal(
            """{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"attachment":{"type":"image","payload":{"is_reusable":true}}}}""", delivery.Body);
        Assert.Equal([new DeliveredFile("filedata", "menü.jpg", "image/jpeg", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))], delivery.Files);
        Assert.Equal(delivery.MessageId, answer.MessageId);
        Assert.Equal(bytes.Length, progress.Reported[^1]);
        Assert.Equal(progress.Reported.Order(), progress.Reported);
        Assert.False(stream.IsDisposed);
    }

    [Fact]
    public async Task Cancelling_midway_ends_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        await using var stream = new ByteStream(Large);
        var watch = new Stopwatch();
        var file = new GraphFile(stream, "tour.mp4", "video/mp4") { Progress = new Steps(bytes => Cancel(bytes)) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client.SendAsync(Picture(file), cancellation.Token).WaitAsync(Clients.Patience));

        // 100 ms are measured on a quiet machine; a test runs beside others.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(stream.Position, 1, Large - 1);
        Assert.Empty(_emulator.Ledger);

        void Cancel(long bytes)
        {
            if (bytes < Large / 2 || watch.IsRunning)
                return;
            watch.Start();
            cancellation.Cancel();
        }
    }

    [Fact]
    public async Task A_file_can_be_sent_again_if_its_stream_can_seek()
    {
        await using var stream = new MemoryStream([9, 1, 2, 3]) { Position = 1 };
        var request = Picture(new GraphFile(stream, "a.jpg", "image/jpeg"));

        await Client.SendAsync(request);
        await Client.SendAsync(request);

        Assert.All(_emulator.Ledger, delivery => Assert.Equal(3, Assert.Single(delivery.Files).Length));
        Assert.Equal(2, _emulator.Ledger.Count);
    }

    [Fact]
    public async Task A_file_is_not_sent_again_without_its_bytes()
    {
        await using var stream = new ByteStream(3, canSeek: false);
        var request = Picture(new GraphFile(stream, "a.jpg", "image/jpeg"));
        await Client.SendAsync(request);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Client.SendAsync(request));

        Assert.Equal("The file a.jpg was already sent, and its stream cannot be read again.", exception.Message);
        Assert.Single(_emulator.Ledger);
    }

    [Fact]
    public async Task Two_calls_do_not_read_one_stream()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using var stream = new MemoryStream([1, 2, 3]);
        var waiting = new TaskCompletionSource<bool>();
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, _) => throw new IOException($"{await waiting.Task}"),
        });
        var request = Picture(new GraphFile(stream, "a.jpg", "image/jpeg"));
        var client = Clients.For(server.BaseAddress, http);
        var first = client.SendAsync(request);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(request));

        Assert.Equal("The file a.jpg is being sent by another call.", exception.Message);
        waiting.SetResult(true);
        Assert.Contains("Nothing was sent.", (await Assert.ThrowsAsync<GraphApiException>(() => first)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_written_once()
    {
        await using var server = new ScriptedServer(Answers.With(307, "Location: /again\r\n", []));
        await using var stream = new MemoryStream([1, 2, 3]);
        var request = Picture(new GraphFile(stream, "a.jpg", "image/jpeg"));

        var exception = await Assert.ThrowsAsync<GraphApiException>(() => Clients.For(server.BaseAddress, _http).SendAsync(request).WaitAsync(Clients.Patience));

        Assert.Single(server.Requests, received => received.Body.Length > 0);
        Assert.Contains("This was prevented", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_fails_is_reported()
    {
        await using var stream = new ByteStream(100_000, failAt: 70_000);

        var exception = await Assert.ThrowsAsync<GraphApiException>(() => Client.SendAsync(Picture(new GraphFile(stream, "a.jpg", "image/jpeg"))).WaitAsync(Clients.Patience));

        Assert.Contains("The disk is gone.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_emulator.Ledger);
    }

    [Fact]
    public void A_file_is_a_source_and_not_a_second_one()
    {
        using var stream = new MemoryStream([1]);
        var file = new GraphFile(stream, "a.jpg", "image/jpeg");

        Assert.Empty(Picture(file).Validate());
        Assert.Equal("image-needs-a-source", Assert.Single(Picture(null).Validate()).Rule);
        var both = Picture(file) with { Message = new() { Attachment = new ImageAttachment { File = file, Url = "https://cdn.example.com/a.jpg" } } };
        Assert.Equal(("image-has-one-source", RuleSeverity.Warning), Assert.Single(both.Validate()) is var found ? (found.Rule, found.Severity) : default);
    }

    [Fact]
    public void A_file_is_no_part_of_JSON_or_of_a_log()
    {
        using var stream = new MemoryStream([1]);
        var request = Picture(new GraphFile(stream, "a.jpg", "image/jpeg"));

        var output = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(request, output);
        const string Expected = """{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"attachment":{"type":"image","payload":{"is_reusable":true}}}}""";
        Assert.Equal(Expected, Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(Expected, JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest));
        Assert.DoesNotContain("a.jpg", request.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "image/jpeg")]
    [InlineData("a/b.jpg", "image/jpeg")]
    [InlineData("a\"b.jpg", "image/jpeg")]
    [InlineData("a\r\nX: y.jpg", "image/jpeg")]
    [InlineData("a.jpg", "")]
    [InlineData("a.jpg", "picture")]
    [InlineData("a.jpg", "image/jpeg\r\nX: y")]
    public void Names_and_types_that_would_break_the_body_are_refused(string name, string type) =>
        Assert.ThrowsAny<ArgumentException>(() => new GraphFile(Stream.Null, name, type));

    internal static SendMessageRequest Picture(GraphFile? file) => new()
    {
        Recipient = new() { Id = "4471239905512287" },
        MessagingType = MessagingType.Response,
        Message = new() { Attachment = new ImageAttachment { File = file, IsReusable = true } },
    };
}
