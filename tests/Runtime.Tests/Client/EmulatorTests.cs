using PageMessages;
using PageMessagesGen.Emulator;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>The client against a server that reads the schema by itself.</summary>
public sealed class EmulatorTests : IAsyncLifetime
{
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

    [Fact]
    public async Task What_the_client_sends_is_what_arrives_byte_for_byte()
    {
        var answer = await Client.SendAsync(Requests.Text);

        var delivery = Assert.Single(_emulator.Ledger);
        Assert.Equal(await Wire.TextAsync(Requests.Text), delivery.Body);
        Assert.Equal((Requests.Text.Recipient.Id, delivery.MessageId, (string?)null), (answer.RecipientId, answer.MessageId, answer.AttachmentId));
    }

    [Fact]
    public async Task A_sender_action_has_no_message_id()
    {
        var answer = await Client.SendAsync(new()
        {
            Recipient = new() { Id = "4471239905512287" },
            SenderAction = SenderAction.React,
            Payload = new() { MessageId = "m_AbC", Reaction = "❤" },
        });

        Assert.Equal(new SendMessageResponse { RecipientId = "4471239905512287" }, answer);
    }

    [Fact]
    public async Task A_refusal_is_a_GraphApiException_with_its_code()
    {
        _emulator.UnavailablePeople.Add("5550001112223334");

        var failure = await Assert.ThrowsAsync<GraphApiException>(
            () => Client.SendAsync(Requests.Text with { Recipient = new() { Id = "5550001112223334" } }));

        Assert.True(failure.Is(PageMessagesErrors.PersonUnavailable));
        Assert.NotNull(failure.TraceId);
        Assert.Empty(_emulator.Ledger);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_without_being_shown()
    {
        var client = Clients.For(_emulator.BaseAddress, _http);

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => client.SendAsync(Requests.Text));

        Assert.True(failure.Is(PageMessagesErrors.InvalidAccessToken));
        Assert.DoesNotContain(Clients.Canary, failure.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
