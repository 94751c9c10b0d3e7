namespace PageMessagesGen.EndToEnd.Support;

/// <summary>A test that publishes ahead of time, which takes a C compiler, packages from the network, and a minute.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("NATIVE_TESTS") is null)
            Skip = "NATIVE_TESTS is not set.";
    }
}
