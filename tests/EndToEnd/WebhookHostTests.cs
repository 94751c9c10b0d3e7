using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PageMessagesGen.Emulator;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>The bot of the README, in a web project that has the packages.</summary>
public sealed class WebhookHostTests
{
    private const string Secret = "made-up-app-secret";
    private const string VerifyToken = "made-up-verify-token";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_bot_of_the_README_answers_a_customer()
    {
        var run = await TestRun.GetAsync();
        var app = new FreshProject(run, "App", sources: Sources.FeedAndOthers);
        app.Write(app.ProjectFile, $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PageMessagesGen" Version="{run.Version}" />
                <PackageReference Include="PageMessagesGen.AspNetCore" Version="{run.Version}" />
              </ItemGroup>
            </Project>
            """);
        app.Write("Program.cs", await ProgramOfTheReadmeAsync(run));
        (await app.BuildAsync()).Succeeded();

        await AnswersAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [app.Assembly()], app.Folder, expected: "Hello!");
    }

    [Fact]
    public async Task The_compiled_events_are_received_without_a_generator() => (await (await CompiledAsync("net8.0")).BuildAsync()).Succeeded();

    // This publishes ahead of time, which takes a C compiler, packages from the network, and a minute.
    [Fact]
    public async Task A_native_bot_answers_a_customer()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("NATIVE_TESTS") is null, "NATIVE_TESTS is not set.");
        var app = await CompiledAsync("net10.0", Sources.FeedAndPublic);
        (await DotNet.RunAsync(app.Folder, "publish", "-c", "Release", "-p:PublishAot=true", "-o", "out")).Succeeded();

        await AnswersAsync(app.PathOf("out/App"), [], app.Folder, expected: "Hi");
    }

    private static async Task<FreshProject> CompiledAsync(string framework, Sources sources = Sources.FeedAndOthers)
    {
        var run = await TestRun.GetAsync();
        var app = new FreshProject(run, "App", sources: sources);
        app.Write(app.ProjectFile, $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <IsAotCompatible>true</IsAotCompatible>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PageMessages" Version="{run.Version}" />
                <PackageReference Include="PageMessagesGen.AspNetCore" Version="{run.Version}" />
              </ItemGroup>
            </Project>
            """);
        return app.Write("Program.cs", """
            using PageMessages;
            using PageMessages.Webhooks;
            using PageMessagesGen;

            var builder = WebApplication.CreateSlimBuilder(args);
            builder.Services.AddPageMessages(builder.Configuration.GetSection("PageMessages"));
            builder.Services.AddWebhook(PageMessagesWebhook.Description, builder.Configuration.GetSection("Webhook"));
            await using var app = builder.Build();
            app.MapWebhook<WebhookEvent, Bot>("/webhook", PageMessagesWebhook.Description, (bot, received, context, token) => bot.HandleAsync(received, context, token));
            await app.RunAsync();

            sealed class Bot(IPageMessagesClient client) : PageMessagesWebhookHandler
            {
                public override async ValueTask OnMessageAsync(MessageEvent received, WebhookContext context, CancellationToken cancellationToken) =>
                    await client.SendAsync(new() { Recipient = new() { Id = received.CustomerId }, MessagingType = MessagingType.Response, Message = new() { Text = "Hi" } }, cancellationToken);
            }
            """);
    }

    // Starts the bot, and has a customer write to it.
    private static async Task AnswersAsync(string program, string[] arguments, string folder, string expected)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/webhook");
        await using var emulator = await GraphEmulator.StartAsync(new() { Webhook = new() { Url = address, AppSecret = Secret, VerifyToken = VerifyToken } });
        using var bot = Start(program, arguments, folder, address, emulator);
        var printed = new StringBuilder();
        try
        {
            await ListeningAsync(bot, printed);
            Assert.Null(await emulator.VerifyWebhookAsync());
            emulator.Customers["4471239905512287"].Write("When are you open?");
            await emulator.WaitForWebhookAsync().WaitAsync(Patience);
            await AnsweredAsync(emulator);
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
        }

        var answer = Assert.Single(emulator.Ledger).Body;
        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Contains("4471239905512287", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, printed.ToString(), StringComparison.Ordinal);
    }

    // The snippet below the heading about receiving.
    private static async Task<string> ProgramOfTheReadmeAsync(TestRun run)
    {
        const string Fence = "```csharp\n";
        var text = await File.ReadAllTextAsync(Path.Combine(run.Tree, "README.md"));
        var start = text.IndexOf(Fence, text.IndexOf("### Receive what customers say", StringComparison.Ordinal), StringComparison.Ordinal) + Fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static Process Start(string program, string[] arguments, string folder, Uri address, GraphEmulator emulator) => Process.Start(DotNet.Describe(
        program,
        folder,
        new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority),
            ["PageMessages__BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
            ["PageMessages__PageId"] = emulator.PageId,
            ["PageMessages__AccessToken"] = emulator.AccessToken,
            ["Webhook__AppSecret"] = Secret,
            ["Webhook__VerifyToken"] = VerifyToken,
        },
        arguments))!;

    private static async Task ListeningAsync(Process bot, StringBuilder printed)
    {
        while (await bot.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            printed.Append(line).Append('\n');
            if (line.Contains("Application started", StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The bot has ended:\n{printed}{await bot.StandardError.ReadToEndAsync()}");
    }

    private static async Task AnsweredAsync(GraphEmulator emulator)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (emulator.Ledger.Count == 0)
            await Task.Delay(50, patience.Token);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
