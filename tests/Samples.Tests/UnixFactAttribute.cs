namespace PageMessagesGen.Samples.Tests;

/// <summary>A test that needs the signals of Unix.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "A process cannot be asked to end by a signal on Windows.";
    }
}
