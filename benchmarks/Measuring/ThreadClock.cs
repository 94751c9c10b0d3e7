using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>
/// The processor time of this thread, where the system tells it; otherwise time as such. Time in which another program had
/// the processor is not the contender's.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3;
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Nanoseconds since some moment.</summary>
    public static double Now()
    {
        if (OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out var time) == 0)
            return (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds;
        return Stopwatch.GetTimestamp() * (NanosecondsPerSecond / Stopwatch.Frequency);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
