using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class QuickstartTests
{
    [Fact]
    public async Task The_sample_runs_in_a_fresh_tree()
    {
        var run = await TestRun.GetAsync();

        // In the configuration that was packed, so that little is left to build.
        var sample = (await run.InTreeAsync("run", "--project", "samples/Quickstart", "-c", "Release")).Succeeded();

        Assert.Contains("🍕", sample.Output, StringComparison.Ordinal);
        Assert.Contains("(#551)", sample.Output, StringComparison.Ordinal);
        Assert.Contains("\nDelivered: ", sample.Output, StringComparison.Ordinal);
    }
}
