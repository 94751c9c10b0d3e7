using PageMessagesGen.EndToEnd.Support;

[assembly: AssemblyFixture(typeof(Cleaning))]

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>Cleans up behind the last test.</summary>
public sealed class Cleaning : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await TestRun.CleanUpAsync();
}
