using System.Runtime.CompilerServices;

namespace PageMessagesGen.TestKit.Snapshots;

/// <summary>
/// Compares texts with committed files: <c>Snapshots/&lt;TestClass&gt;.&lt;Method&gt;/&lt;name&gt;.txt</c> in the test project. With
/// <c>UPDATE_SNAPSHOTS=1</c> in the environment the files are written, and the test fails nonetheless, so that a run that checks nothing
/// never looks like one that does. With <c>CI=true</c> this is refused.
/// </summary>
public sealed class Snapshot
{
    private readonly string _prefix;
    private readonly Func<string, string?> _environment;

    internal Snapshot(string projectDirectory, string testClass, Func<string, string?> environment)
    {
        _prefix = Path.Combine(projectDirectory, "Snapshots", testClass);
        _environment = environment;
    }

    /// <summary>Gets the snapshots of a test class.</summary>
    public static Snapshot Of<TTests>() => new(SourcePlaces.ProjectOf(typeof(TTests).Assembly), typeof(TTests).Name, Environment.GetEnvironmentVariable);

    /// <summary>Fails unless a text is that of its file.</summary>
    /// <param name="name">The name of the file, without <c>.txt</c>.</param>
    /// <param name="actual">The text, with <c>\n</c> at the ends of its lines.</param>
    /// <param name="method">The test method; the compiler fills it in.</param>
    public void Match(string name, string actual, [CallerMemberName] string method = "")
    {
        MatchFile(Path.Combine($"{_prefix}.{method}", name + ".txt"), actual);
    }

    /// <summary>Fails unless a text is that of a file elsewhere, such as a page of the documentation.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="actual">The text, with <c>\n</c> at the ends of its lines.</param>
    public void MatchFile(string path, string actual)
    {
        if (_environment("UPDATE_SNAPSHOTS") == "1")
        {
            Assert.False(_environment("CI") == "true", "UPDATE_SNAPSHOTS is refused in CI: snapshots are written where somebody looks at them.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            Assert.Fail($"{path} was written. Look at it in git, then run without UPDATE_SNAPSHOTS.");
        }

        Assert.True(File.Exists(path), $"{path} is missing. Run with UPDATE_SNAPSHOTS=1 and look at it.");
        var expected = File.ReadAllText(path);
        var same = expected.Split('\n').Zip(actual.Split('\n')).TakeWhile(lines => lines.First == lines.Second).Count();
        Assert.True(expected == actual, $"{path}: line {same + 1} is\n{actual.Split('\n').ElementAtOrDefault(same)}\nand not\n{expected.Split('\n').ElementAtOrDefault(same)}\nIf the change is meant, run with UPDATE_SNAPSHOTS=1 and look at the difference in git.");
    }
}
