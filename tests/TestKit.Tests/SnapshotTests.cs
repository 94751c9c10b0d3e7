using PageMessagesGen.TestKit.Snapshots;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("snapshots");
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public void Dispose() => _project.Delete(recursive: true);

    [Fact]
    public void With_the_switch_a_snapshot_is_written_and_the_test_fails_nonetheless()
    {
        Assert.Contains("missing", Failure("one\n"), StringComparison.Ordinal);
        _environment["UPDATE_SNAPSHOTS"] = "1";
        Assert.Contains("was written", Failure("one\nとβ\n"), StringComparison.Ordinal);
        Assert.Contains("was written", Failure("one\nとβ\n"), StringComparison.Ordinal);

        _environment.Clear();
        InProject().Match("a", "one\nとβ\n", "Method");
        Assert.Equal("one\nとβ\n"u8.ToArray(), File.ReadAllBytes(Path.Combine(_project.FullName, "Snapshots", "Tests.Method", "a.txt")));
    }

    [Theory]
    [InlineData("one\n2\nthree\n", "line 2 is\n2\nand not\ntwo\n")]
    [InlineData("one\ntwo\nthree", "line 4 is\n\nand not\n\n")]
    [InlineData("one\ntwo\nthree\n\n", "line 5 is\n\nand not\n\n")]
    [InlineData("one\r\ntwo\nthree\n", "line 1 is\none\r\nand not\none\n")]
    public void Another_text_fails_with_the_first_line_that_differs(string actual, string message)
    {
        _environment["UPDATE_SNAPSHOTS"] = "1";
        Failure("one\ntwo\nthree\n");
        _environment.Clear();

        Assert.Contains(message, Failure(actual), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_elsewhere_is_written_and_compared_in_the_same_way()
    {
        var path = Path.Combine(_project.FullName, "docs", "page.md");
        _environment["UPDATE_SNAPSHOTS"] = "1";
        Assert.Contains("was written", Assert.ThrowsAny<XunitException>(() => InProject().MatchFile(path, "one\n")).Message, StringComparison.Ordinal);

        _environment.Clear();
        InProject().MatchFile(path, "one\n");
        Assert.Contains("line 1 is\ntwo", Assert.ThrowsAny<XunitException>(() => InProject().MatchFile(path, "two\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_switch_is_refused_in_CI()
    {
        _environment["UPDATE_SNAPSHOTS"] = "1";
        _environment["CI"] = "true";

        Assert.Contains("refused in CI", Failure("one"), StringComparison.Ordinal);
        Assert.Empty(_project.GetFileSystemInfos());
    }

    private string Failure(string actual) => Assert.ThrowsAny<XunitException>(() => InProject().Match("a", actual, "Method")).Message;

    private Snapshot InProject() => new(_project.FullName, "Tests", name => _environment.GetValueOrDefault(name));
}
