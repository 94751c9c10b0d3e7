using PageMessagesGen.TestKit.Snapshots;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("snapshots");
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public void Dispose() => _project.Delete(recursive: true);

    [Fact]
    public void A_committed_snapshot_is_found_wherever_the_test_was_built() =>
        Snapshot.Of<SnapshotTests>().MatchAll(new Dictionary<string, string> { ["bear.g.cs"] = ToyGenerator.Documented(new ToyModel("bear.toy", "Bear", "Toys")) });

    [Fact]
    public void No_committed_snapshot_is_an_orphan() => Snapshot.AssertNoOrphans(typeof(SnapshotTests).Assembly);

    [Fact]
    public void An_equal_text_passes_and_another_one_fails_with_the_first_line_that_differs()
    {
        Write("a", "one\ntwo\nthree\n");

        InProject().Match("a", "one\ntwo\nthree\n", "Method");
        var failure = Assert.Throws<FailException>(() => InProject().Match("a", "one\n2\nthree\n", "Method"));
        Assert.Contains("line 2 differs.\n  expected: \"two\"\n  actual:   \"2\"", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\n", "one")]
    [InlineData("one", "one\n")]
    [InlineData("one\n", "one\n\n")]
    [InlineData("one\r\n", "one\n")]
    public void A_difference_in_line_ends_fails(string expected, string actual)
    {
        Write("a", expected);

        Assert.Throws<FailException>(() => InProject().Match("a", actual, "Method"));
    }

    [Fact]
    public void A_text_with_carriage_returns_fails() =>
        Assert.Contains("\\n only", Assert.Throws<FailException>(() => InProject().Match("a", "one\r\n", "Method")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_snapshot_fails_and_is_not_written()
    {
        Assert.Contains("missing", Assert.Throws<FailException>(() => InProject().Match("a", "one", "Method")).Message, StringComparison.Ordinal);
        Assert.Empty(_project.GetFileSystemInfos());
    }

    [Fact]
    public void An_additional_snapshot_fails_where_all_are_compared()
    {
        Write("a", "one");
        Write("b", "two");

        InProject().Match("a", "one", "Method");
        Assert.Contains("b.txt: nothing of that name", Assert.Throws<FailException>(() => CompareAll("a", "one")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_switch_snapshots_are_written_and_the_test_fails_nonetheless()
    {
        Write("old", "gone");
        _environment["UPDATE_SNAPSHOTS"] = "1";

        Assert.Contains("were written", Assert.Throws<FailException>(() => CompareAll("a", "one\nとβ\n")).Message, StringComparison.Ordinal);
        Assert.Equal("one\nとβ\n"u8.ToArray(), File.ReadAllBytes(PathOf("a")));
        Assert.False(File.Exists(PathOf("old")));

        _environment.Clear();
        CompareAll("a", "one\nとβ\n");
    }

    [Fact]
    public void With_the_switch_an_equal_snapshot_fails_as_well()
    {
        Write("a", "one");
        _environment["UPDATE_SNAPSHOTS"] = "1";

        Assert.Throws<FailException>(() => InProject().Match("a", "one", "Method"));
    }

    [Fact]
    public void The_switch_is_refused_in_CI()
    {
        Write("a", "one");
        _environment["UPDATE_SNAPSHOTS"] = "1";
        _environment["CI"] = "true";

        Assert.Contains("refused in CI", Assert.Throws<FailException>(() => InProject().Match("a", "two", "Method")).Message, StringComparison.Ordinal);
        Assert.Equal("one", File.ReadAllText(PathOf("a")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../a")]
    [InlineData("list<a>")]
    public void A_name_that_is_no_file_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => InProject().Match(name, "one", "Method"));

    [Fact]
    public void Snapshots_of_tests_that_are_gone_are_orphans()
    {
        var root = _project.CreateSubdirectory("Snapshots");
        root.CreateSubdirectory("SnapshotTests.Snapshots_of_tests_that_are_gone_are_orphans");
        root.CreateSubdirectory("SnapshotTests.Renamed");
        root.CreateSubdirectory("SnapshotTests.Dispose");
        File.WriteAllText(Path.Combine(root.FullName, "loose.txt"), "");

        var orphans = SnapshotOrphans.Find(_project.FullName, [typeof(SnapshotTests)]);
        Assert.Equal(["SnapshotTests.Dispose", "SnapshotTests.Renamed", "loose.txt"], orphans.Select(Path.GetFileName));
    }

    private Snapshot InProject() => new(_project.FullName, "Tests", name => _environment.GetValueOrDefault(name));

    private void CompareAll(string name, string text) => InProject().MatchAll(new Dictionary<string, string> { [name] = text }, "Method");

    private string PathOf(string name) => Path.Combine(_project.FullName, "Snapshots", "Tests.Method", name + ".txt");

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }
}
