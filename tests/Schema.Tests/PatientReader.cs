using System.Diagnostics;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Reads schemas within a time.</summary>
internal static class PatientReader
{
    /// <summary>
    /// Reads a schema and fails if that takes longer than allowed. A machine that is busy with something else slows one read
    /// or two, but hardly three in a row, so the fastest of three counts.
    /// </summary>
    public static SchemaReadResult Read(string text, TimeSpan allowed, string what)
    {
        for (var tries = 1; ; tries++)
        {
            var watch = Stopwatch.StartNew();
            var result = SchemaReader.Read(text);
            if (watch.Elapsed <= allowed)
                return result;
            if (tries == 3)
                Assert.Fail($"{what} takes {watch.Elapsed}.");
        }
    }
}
