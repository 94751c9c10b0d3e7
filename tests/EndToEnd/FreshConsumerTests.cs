using PageMessagesGen.Emulator;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class FreshConsumerTests
{
    private const string Program = """
        using PageMessages;
        using PageMessagesGen;

        using var http = new HttpClient();
        var client = new PageMessagesClient(http, new GraphApiOptions
        {
            BaseAddress = new Uri(Environment.GetEnvironmentVariable("GRAPH_ADDRESS")!),
            PageId = Environment.GetEnvironmentVariable("PAGE_ID")!,
            AccessToken = Environment.GetEnvironmentVariable("PAGE_ACCESS_TOKEN")!,
        });
        SendMessageResponse sent = await client.SendAsync(new SendMessageRequest
        {
            Recipient = new() { Id = "4471239905512287" },
            MessagingType = MessagingType.Response,
            Message = new() { Text = "Your table for two is held until 19:30 🍕" },
        }).ConfigureAwait(false);
        Console.WriteLine(sent.MessageId);
        """;

    [Fact]
    public async Task A_project_with_nothing_but_the_package_sends_a_message()
    {
        var app = new FreshProject(await TestRun.GetAsync(), "App")
            .WriteProject("<OutputType>Exe</OutputType>")
            .Write("Program.cs", Program);
        (await app.BuildAsync()).Succeeded();

        await using var emulator = await GraphEmulator.StartAsync();
        var ran = await DotNet.RunAsync(
            app.Folder,
            new Dictionary<string, string>
            {
                ["GRAPH_ADDRESS"] = emulator.BaseAddress.AbsoluteUri,
                ["PAGE_ID"] = emulator.PageId,
                ["PAGE_ACCESS_TOKEN"] = emulator.AccessToken,
            },
            app.Assembly());

        ran.Succeeded();
        var delivery = Assert.Single(emulator.Ledger);
        Assert.Equal($"{delivery.MessageId}\n", ran.Output);
        Assert.Equal(("send", "id", "4471239905512287"), (delivery.Operation, delivery.Recipient!.Member, delivery.Recipient.Value));
        Assert.Equal(
            """{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"text":"Your table for two is held until 19:30 🍕"}}""",
            delivery.Body);
    }

    [Fact]
    public async Task The_same_program_compiles_for_net8()
    {
        // The reference assemblies of .NET 8 are a package.
        var app = new FreshProject(await TestRun.GetAsync(), "App", sources: Sources.FeedAndOthers)
            .WriteProject("<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>", framework: "net8.0")
            .Write("Program.cs", Program);

        (await app.BuildAsync()).Succeeded();

        Assert.Contains("PageMessages", AssemblyFile.Read(app.Assembly("net8.0")).Namespaces);
    }
}
