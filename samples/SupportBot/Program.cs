using PageMessages;
using PageMessages.Webhooks;
using PageMessagesGen;
using PageMessagesGen.SupportBot;

// A bot that answers the customers of a pizzeria. Without the settings of a Page, it runs together with Messenger on this machine.
var builder = WebApplication.CreateBuilder(args);
var demonstration = builder.Configuration["PageMessages:PageId"] is null ? Demonstration.Prepare(builder) : null;

builder.Services.AddPageMessages(builder.Configuration.GetSection("PageMessages"));
builder.Services.AddConversations();
builder.Services.AddPageMessagesWebhook(builder.Configuration.GetSection("Webhook"));
builder.Services.AddSingleton<Desk>();

// The URL of a verification has the verify token.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

await using var app = builder.Build();

app.MapPageMessagesWebhook<Bot>("/webhook");

// Where a person answers. It belongs behind the sign-in of your company.
app.MapGet("/reply", (Desk desk) => Results.Content(DeskPage.Write(desk), "text/html; charset=utf-8"));
app.MapPost("/reply", async (HttpRequest request, Desk desk, CancellationToken cancellationToken) =>
{
    if (!request.HasFormContentType)
        return Results.BadRequest();
    var form = await request.ReadFormAsync(cancellationToken);
    if (form["key"] != desk.FormKey || form["person"].ToString() is not { Length: > 0 } person || form["text"].ToString() is not { Length: > 0 } text)
        return Results.BadRequest();
    return await desk.AnswerAsync(person, text, cancellationToken) is { } refusal ? Results.Text(refusal, statusCode: StatusCodes.Status502BadGateway) : Results.Redirect("/reply");
});

await app.StartAsync();
if (demonstration is not null)
    await demonstration.StartAsync(app.Urls.First());
await app.WaitForShutdownAsync();
if (demonstration is not null)
    await demonstration.DisposeAsync();
