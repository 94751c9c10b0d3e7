using System.Text.RegularExpressions;
using PageMessagesGen.Language.Tests.Support;

namespace PageMessagesGen.Language.Tests;

/// <summary>The walk of <c>docs/your-first-endpoint.md</c>: the schema with its slip and without, what is generated, and the call.</summary>
public sealed partial class FirstEndpointTests
{
    private static readonly string Page = Repository.Read("docs/your-first-endpoint.md");
    private static readonly IReadOnlyList<Fence> Fences = Fence.Of(Page);
    private static readonly string Schema = Fences.Single(f => f.Info == "yaml broken PMG2001").Text;
    private static readonly string SoundSchema = Schema.Replace("requred", "required", StringComparison.Ordinal);

    [Fact]
    public void The_slip_is_reported_as_the_page_shows()
    {
        var finding = Assert.Single(Generation.FindingsIn(Schema));
        var line = Schema.Split('\n').ToList().FindIndex(l => l.Contains("requred", StringComparison.Ordinal)) + 1;

        Assert.Contains($"inbox.endpoint.yaml({line},9): error {finding} ", Page, StringComparison.Ordinal);
        Assert.Contains($"in line {line} the build succeeds", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_slip_the_schema_is_sound()
    {
        Assert.Empty(Generation.FindingsIn(SoundSchema));
        Assert.Empty(EditorSchema.Judge(SoundSchema));
    }

    [Fact]
    public void What_the_page_shows_of_the_generated_code_is_generated()
    {
        var shown = Fences.First(f => f.Language == "csharp").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != "...");
        var source = Generation.SourceOf(SoundSchema);

        Assert.All(shown, line => Assert.Contains(line, source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_prints_what_the_page_shows()
    {
        const string Command = "$ dotnet run\n";
        var program = Fences.Single(f => f.Language == "csharp" && f.Text.Contains("GraphEmulator.StartAsync", StringComparison.Ordinal)).Text;
        var shown = Fences.Single(f => f.Text.StartsWith(Command, StringComparison.Ordinal)).Text[Command.Length..];

        var printed = await ConsoleProgram.RunAsync(program, "inbox.endpoint.yaml", SoundSchema);

        Assert.Contains("fbtrace_id", shown, StringComparison.Ordinal);
        Assert.Equal(WithoutTraceId(shown), WithoutTraceId(printed));
    }

    [Fact]
    public void The_links_of_the_page_lead_somewhere()
    {
        Assert.Empty(Links.Broken("docs/your-first-endpoint.md"));
    }

    // Every refusal has another one.
    private static string WithoutTraceId(string output) => TraceId().Replace(output, "[fbtrace_id]");

    [GeneratedRegex(@"\[fbtrace_id [\w-]+\]")]
    private static partial Regex TraceId();
}
