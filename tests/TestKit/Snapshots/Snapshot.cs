using System.Buffers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace PageMessagesGen.TestKit.Snapshots;

/// <summary>
/// Compares texts with files that were looked at and committed: <c>Snapshots/&lt;TestClass&gt;.&lt;Method&gt;/&lt;name&gt;.txt</c>
/// in the test project. With <c>UPDATE_SNAPSHOTS=1</c> in the environment the files are written, and the test fails
/// nonetheless, so that a run that checks nothing never looks like one that does. With <c>CI=true</c> this is refused.
/// </summary>
public sealed class Snapshot
{
    /// <summary>The directory in a test project.</summary>
    internal const string DirectoryName = "Snapshots";

    private const string Extension = ".txt";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\:*?\"<>|");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _directory;
    private readonly string _testClass;
    private readonly Func<string, string?> _environment;

    internal Snapshot(string projectDirectory, string testClass, Func<string, string?> environment)
    {
        _directory = Path.Combine(projectDirectory, DirectoryName);
        _testClass = testClass;
        _environment = environment;
    }

    /// <summary>The snapshots of a test class.</summary>
    public static Snapshot Of<TTests>() =>
        new(SourcePlaces.ProjectOf(typeof(TTests).Assembly), typeof(TTests).Name, Environment.GetEnvironmentVariable);

    /// <summary>Fails if there is a snapshot that belongs to no test any more.</summary>
    public static void AssertNoOrphans(Assembly tests)
    {
        var orphans = SnapshotOrphans.Find(SourcePlaces.ProjectOf(tests), tests.GetTypes());
        if (orphans.Count > 0)
            Assert.Fail($"These snapshots belong to no test; delete them:\n  {string.Join("\n  ", orphans)}");
    }

    /// <summary>Compares one text with its file. Other files of the test method are not looked at.</summary>
    /// <param name="name">The name of the file, without <c>.txt</c>.</param>
    /// <param name="actual">The text, with <c>\n</c> at the ends of its lines.</param>
    /// <param name="method">The test method; the compiler fills it in.</param>
    public void Match(string name, string actual, [CallerMemberName] string method = "") =>
        Compare(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = actual }, others: false, method);

    /// <summary>Compares all texts of a test method with all its files: one too few or too many fails as well.</summary>
    /// <param name="actual">Name of the file, without <c>.txt</c> → text, with <c>\n</c> at the ends of its lines.</param>
    /// <param name="method">The test method; the compiler fills it in.</param>
    public void MatchAll(IReadOnlyDictionary<string, string> actual, [CallerMemberName] string method = "") =>
        Compare(actual, others: true, method);

    private static void Check(string name, string text)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAny(NotInNames))
            throw new ArgumentException($"'{name}' cannot be the name of a file on every system.", nameof(name));
        if (text.Contains('\r', StringComparison.Ordinal))
            Assert.Fail($"'{name}' has a line that ends with a carriage return; snapshots have \\n only.");
    }

    private void Compare(IReadOnlyDictionary<string, string> actual, bool others, string method)
    {
        var directory = Path.Combine(_directory, $"{_testClass}.{method}");
        foreach (var (name, text) in actual)
            Check(name, text);
        if (_environment("UPDATE_SNAPSHOTS") == "1")
            Update(directory, actual, others);

        var faults = actual.Select(a => Difference(Path.Combine(directory, a.Key + Extension), a.Value)).OfType<string>().ToList();
        if (others)
            faults.AddRange(Extra(directory, actual).Select(path => $"{path}: nothing of that name came out any more."));
        if (faults.Count > 0)
            Assert.Fail($"{string.Join("\n", faults)}\nIf the change is meant, run with UPDATE_SNAPSHOTS=1 and look at the difference in git.");
    }

    private void Update(string directory, IReadOnlyDictionary<string, string> actual, bool others)
    {
        if (string.Equals(_environment("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail("UPDATE_SNAPSHOTS is refused in CI: snapshots are written where somebody looks at them.");
        Directory.CreateDirectory(directory);
        foreach (var (name, text) in actual)
            File.WriteAllText(Path.Combine(directory, name + Extension), text, Utf8);
        foreach (var path in others ? Extra(directory, actual) : [])
            File.Delete(path);
        Assert.Fail($"The snapshots in {directory} were written. Look at them in git, then run without UPDATE_SNAPSHOTS.");
    }

    private static List<string> Extra(string directory, IReadOnlyDictionary<string, string> actual) =>
        Directory.Exists(directory)
            ? [.. Directory.GetFiles(directory).Where(f => Path.GetExtension(f) != Extension || !actual.ContainsKey(Path.GetFileNameWithoutExtension(f)))]
            : [];

    private static string? Difference(string path, string actual)
    {
        if (!File.Exists(path))
            return $"{path}: the snapshot is missing.";
        var expected = File.ReadAllText(path, Utf8);
        if (expected == actual)
            return null;

        var (expectedLines, actualLines) = (expected.Split('\n'), actual.Split('\n'));
        var same = expectedLines.Zip(actualLines).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{path}: line {same + 1} differs.\n  expected: {LineAt(expectedLines, same)}\n  actual:   {LineAt(actualLines, same)}";
    }

    private static string LineAt(string[] lines, int index) => index < lines.Length ? $"\"{lines[index]}\"" : "(the end)";
}
