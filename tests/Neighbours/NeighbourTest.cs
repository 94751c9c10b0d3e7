using PageMessagesGen.Emulator;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Neighbours;

/// <summary>An emulator that knows the schemas, and clients that call it over HTTP.</summary>
public abstract class NeighbourTest : IAsyncLifetime
{
    protected const string Customer = "4471239905512287";

    private static readonly string[] SchemaFiles = [.. Directory.GetFiles(Path.Combine(SourcePlaces.RepositoryOf(typeof(NeighbourTest).Assembly), "schema"), "*.endpoint.yaml")
        .Where(file => !Path.GetFileName(file).StartsWith("page-messages.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    protected HttpClient Http { get; } = new();

    protected GraphEmulator Emulator { get; private set; } = null!;

    protected GraphApiOptions Options => OptionsWith(Emulator.AccessToken);

    protected GraphApiOptions WrongToken => OptionsWith("another-made-up-token");

    /// <summary>The operations that were carried out.</summary>
    protected IEnumerable<string> Done => Emulator.Ledger.Select(delivery => delivery.Operation);

    public async ValueTask InitializeAsync() => Emulator = await GraphEmulator.StartAsync(new GraphEmulatorOptions { SchemaFiles = SchemaFiles, IsStateful = false });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a call that breaks a rule. Whether the client or the server says so: nothing may be done.</summary>
    protected async Task AssertRefusedAsync(Func<Task> call)
    {
        await Assert.ThrowsAsync<GraphApiException>(call);
        Assert.Empty(Emulator.Ledger);
    }

    /// <summary>Makes a call with a token that only the server knows to be wrong.</summary>
    protected async Task AssertUnauthorizedAsync(Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<GraphApiException>(call);
        Assert.Equal(190, refusal.Code);
        Assert.Empty(Emulator.Ledger);
    }

    /// <summary>Reads a list to its end.</summary>
    protected static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> list)
    {
        var elements = new List<T>();
        await foreach (var element in list)
            elements.Add(element);
        return elements;
    }

    private GraphApiOptions OptionsWith(string token) => new()
    {
        BaseAddress = Emulator.BaseAddress,
        PageId = Emulator.PageId,
        AccessToken = token,
    };
}
