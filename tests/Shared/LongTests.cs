using System.Globalization;

namespace PageMessagesGen.Testing;

/// <summary>
/// Tests that only find the rare run in full with <c>LONG_TESTS=1</c>, which <c>.ci/run</c> sets; <c>LONG_TESTS=10</c> has ten times as many
/// inputs. Without it, a sample runs. The inputs are the same in each run, unless <c>TEST_SEED</c> is another number or <c>random</c>.
/// </summary>
internal static class LongTests
{
    private static readonly int Factor = NumberOf("LONG_TESTS") ?? 0;

    /// <summary>Gets whether tests run in full.</summary>
    public static bool AreOn => Factor > 0;

    /// <summary>Returns how many inputs a test has.</summary>
    /// <param name="sample">Without <c>LONG_TESTS</c>.</param>
    /// <param name="all">With <c>LONG_TESTS=1</c>.</param>
    public static int Inputs(int sample, int all) => Factor == 0 ? sample : Factor * all;

    /// <summary>Returns the cases of a matrix: all of them, or some.</summary>
    /// <param name="all">With <c>LONG_TESTS</c>.</param>
    /// <param name="sample">Their number without it; they are taken evenly.</param>
    public static IEnumerable<T> Cases<T>(IEnumerable<T> all, int sample)
    {
        List<T> cases = [.. all];
        return Factor > 0 || sample >= cases.Count ? cases : Enumerable.Range(0, sample).Select(i => cases[i * cases.Count / sample]);
    }

    /// <summary>Returns the seed of random inputs.</summary>
    public static int Seed(int usual) => Environment.GetEnvironmentVariable("TEST_SEED") == "random" ? Environment.TickCount & int.MaxValue : NumberOf("TEST_SEED") ?? usual;

    /// <summary>Skips a test without <c>LONG_TESTS</c>.</summary>
    public static void Require() => Assert.SkipWhen(Factor == 0, "LONG_TESTS is not set.");

    private static int? NumberOf(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
