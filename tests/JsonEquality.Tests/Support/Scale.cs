using System.Globalization;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>
/// How many cases the random tests try: 100,000, or what the environment variable EQUALITY_CASES says. The cases are the same
/// ones in each run.
/// </summary>
internal static class Scale
{
    public static int Cases { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("EQUALITY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 100_000;
}
