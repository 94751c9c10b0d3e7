using PageMessages.Webhooks;

namespace PageMessagesGen.Webhooks.Tests;

/// <summary>A handler gets each event in the method for its type.</summary>
public sealed class HandlerTests
{
    public static TheoryData<string> Types => [.. typeof(WebhookEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(WebhookEvent)).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task An_event_is_handled_by_the_method_for_its_type(string type)
    {
        var (received, context) = EventOf(type);
        var handler = new NotingHandler();

        await handler.HandleAsync(received, context with { IsStandby = false }, TestContext.Current.CancellationToken);

        Assert.Equal([$"On{type[..^"Event".Length]}Async"], handler.Called);
    }

    [Fact]
    public async Task An_event_of_another_apps_conversation_is_not_handled_as_one_of_ones_own()
    {
        var (received, context) = EventOf(nameof(MessageEvent));
        var handler = new NotingHandler();

        await handler.HandleAsync(received, context with { IsStandby = true }, TestContext.Current.CancellationToken);

        Assert.Equal([nameof(PageMessagesWebhookHandler.OnStandbyAsync)], handler.Called);
    }

    [Fact]
    public async Task Without_a_method_of_its_own_a_handler_does_nothing()
    {
        foreach (var body in Body.All)
        {
            foreach (var (received, context) in PageMessagesWebhook.Receive(body.Bytes))
                await new Idle().HandleAsync(received, context, TestContext.Current.CancellationToken);
        }
    }

    private static ReceivedEvent<WebhookEvent> EventOf(string type) =>
        Body.All.SelectMany(body => PageMessagesWebhook.Receive(body.Bytes)).First(received => received.Event.GetType().Name == type);

    private sealed class Idle : PageMessagesWebhookHandler;
}
