using System.Globalization;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>
/// How many cases the random tests try: 30,000, or what the environment variable EQUALITY_CASES says, such as 100000. The cases are the same
/// ones in each run.
/// </summary>
internal static class Scale
{
    public static int Cases { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("EQUALITY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 30_000;
}
