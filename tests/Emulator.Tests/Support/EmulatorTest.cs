namespace PageMessagesGen.Emulator.Tests.Support;

/// <summary>A test with an emulator of its own.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    internal const string Customer = "4471239905512287";

    internal GraphEmulator Emulator { get; private set; } = null!;

    internal Caller Caller { get; private set; } = null!;

    protected virtual GraphEmulatorOptions Options => new() { IsStateful = false };

    public async ValueTask InitializeAsync()
    {
        Emulator = await GraphEmulator.StartAsync(Options);
        Caller = new Caller(Emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Caller.Dispose();
        await Emulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static string Body(string rest) => $$"""{"recipient":{"id":"{{Customer}}"},{{rest}}}""";
}
