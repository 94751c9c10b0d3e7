namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>Keeps the progress that is reported. Progress&lt;T&gt; reports on another thread, which comes later.</summary>
internal sealed class Steps(Action<long>? report = null) : IProgress<long>
{
    public List<long> Reported { get; } = [];

    public void Report(long value)
    {
        Reported.Add(value);
        report?.Invoke(value);
    }
}
