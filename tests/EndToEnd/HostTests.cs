using PageMessagesGen.Emulator;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>The README's host, with the packages that such hosts have.</summary>
public sealed class HostTests
{
    private const string Section = "### In a host";

    [Fact]
    public async Task The_host_of_the_readme_sends_a_message()
    {
        var run = await TestRun.GetAsync();
        var text = await File.ReadAllTextAsync(Path.Combine(run.Tree, "README.md"));
        var section = text[text.IndexOf(Section, StringComparison.Ordinal)..];
        var start = section.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        var app = new FreshProject(run, "App", sources: Sources.FeedAndOthers)
            .WriteProject(
                "<OutputType>Exe</OutputType><NoWarn>$(NoWarn);CA2007</NoWarn>",
                $"""
                <PackageReference Include="PageMessagesGen.Extensions" Version="{run.Version}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.15" />
                <PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="10.11.0" />
                """)
            .Write("Program.cs", section[start..section.IndexOf("```", start, StringComparison.Ordinal)]);
        (await app.BuildAsync()).Succeeded();

        await using var emulator = await GraphEmulator.StartAsync();
        var ran = await DotNet.RunAsync(
            app.Folder,
            new Dictionary<string, string>
            {
                ["PageMessages__BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
                ["PageMessages__PageId"] = emulator.PageId,
                ["PageMessages__AccessToken"] = emulator.AccessToken,
            },
            app.Assembly());

        ran.Succeeded();
        Assert.Contains($"{Assert.Single(emulator.Ledger).MessageId}\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.AccessToken, ran.Output, StringComparison.Ordinal);
    }
}
