using PageMessages;
using PageMessagesGen.SupportBot;

// A bot that answers the customers of a pizzeria. Without the settings of a Page, it runs together with Messenger on this machine.
var builder = WebApplication.CreateBuilder(args);
var demonstration = builder.Configuration["PageMessages:PageId"] is null ? Demonstration.Prepare(builder) : null;

builder.Services.AddPageMessages(builder.Configuration.GetSection("PageMessages"));
builder.Services.AddOptions<WebhookSettings>().BindConfiguration("Webhook").Validate(WebhookSettings.AreComplete, "Webhook:AppSecret and Webhook:VerifyToken are required.").ValidateOnStart();
builder.Services.AddSingleton<Webhook>();
builder.Services.AddSingleton<Desk>();
builder.Services.AddHostedService<Bot>();

// The URL of a verification has the verify token.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

await using var app = builder.Build();

// Meta verifies the address of the webhook before it posts anything.
app.MapGet("/webhook", (HttpRequest request, Webhook webhook) =>
    webhook.Verify(request.Query) is { } challenge ? Results.Text(challenge) : Results.StatusCode(StatusCodes.Status403Forbidden));

// The answer must come within 5 seconds, so the events only wait here. What is not taken is posted again.
app.MapPost("/webhook", async (HttpRequest request, Webhook webhook, CancellationToken cancellationToken) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body, cancellationToken);
    if (!webhook.IsSigned(body.ToArray(), request.Headers["X-Hub-Signature-256"]))
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    return webhook.Take(body.ToArray()) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
});

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
