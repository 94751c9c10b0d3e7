using System.Net;
using Moq;
using NSubstitute;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>Code that sends messages can be tested without any server.</summary>
public sealed class FakeTests
{
    [Fact]
    public async Task A_client_can_be_faked()
    {
        var fake = new FakeClient(_ => new SendMessageResponse { MessageId = "m_1" });

        Assert.Equal("sent as m_1", await GreetAsync(fake, "1"));
        Assert.Equal("Hello!", Assert.Single(fake.Sent).Message!.Text);
    }

    [Fact]
    public async Task A_fake_can_refuse_as_the_server_does()
    {
        var fake = new FakeClient(_ => throw new GraphApiException(
            HttpStatusCode.BadRequest, new GraphApiError { Code = 551, Subcode = 1545041 }, PageMessagesErrors.PersonUnavailable));

        Assert.Equal("not available", await GreetAsync(fake, "1"));
    }

    [Fact]
    public void The_client_is_what_it_is_faked_as()
    {
        using var http = new HttpClient();

        Assert.IsType<IPageMessagesClient>(Clients.For(GraphApiOptions.DefaultBaseAddress, http), exactMatch: false);
    }

    [Fact]
    public async Task A_substitute_tells_platforms_apart()
    {
        var client = Substitute.For<IPageMessagesClient>();
        client.Instagram.SendAsync(Arg.Any<SendMessageRequest>(), Arg.Any<CancellationToken>()).Returns(new SendMessageResponse { MessageId = "m_1" });

        Assert.Equal("m_1", (await client.Instagram.SendAsync(Requests.Text)).MessageId);
        Assert.Empty(client.Messenger.ReceivedCalls());
        Assert.NotSame(client, client.Instagram);
    }

    [Fact]
    public async Task A_mock_tells_platforms_apart()
    {
        var mock = new Mock<IPageMessagesClient>();
        mock.Setup(client => client.Instagram.SendAsync(It.IsAny<SendMessageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SendMessageResponse { MessageId = "m_1" });

        Assert.Equal("m_1", (await mock.Object.Instagram.SendAsync(Requests.Text)).MessageId);
        mock.Verify(client => client.SendAsync(It.IsAny<SendMessageRequest>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    // Stands for the code under test of a user.
    private static async Task<string> GreetAsync(IPageMessagesClient client, string person)
    {
        try
        {
            var sent = await client.SendAsync(new() { Recipient = new() { Id = person }, Message = new() { Text = "Hello!" } });
            return $"sent as {sent.MessageId}";
        }
        catch (GraphApiException refused) when (refused.Is(PageMessagesErrors.PersonUnavailable))
        {
            return "not available";
        }
    }

    private sealed class FakeClient(Func<SendMessageRequest, SendMessageResponse> answer) : IPageMessagesClient
    {
        public List<SendMessageRequest> Sent { get; } = [];

        public IPageMessagesClient Messenger => this;

        public IPageMessagesClient Instagram => this;

        public Task<SendMessageResponse> SendAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
        {
            Sent.Add(request);
            return Task.FromResult(answer(request));
        }
    }
}
