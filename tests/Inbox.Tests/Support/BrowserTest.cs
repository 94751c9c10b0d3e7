using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PageMessagesGen.Inbox.Tests.Support;

/// <summary>A test in a real browser. It fails if the page writes an error to the console, throws, or opens a dialog.</summary>
public abstract class BrowserTest(Browser browser) : InboxTest
{
    // A picture for every address outside, so that nothing depends on the network.
    private const string Picture = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" width="400" height="240"><rect width="400" height="240" fill="#d9b99b"/><circle cx="200" cy="170" r="90" fill="#b3543e"/><circle cx="200" cy="170" r="66" fill="#e9c46a"/></svg>""";

    private readonly ConcurrentQueue<string> _problems = [];
    private IBrowserContext? _context;

    internal IPage Page { get; private set; } = null!;

    private protected static string Artifacts => Path.Combine(FindRoot(), "artifacts", "inbox");

    public override async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
        await base.DisposeAsync();
        Assert.True(_problems.IsEmpty, string.Join('\n', _problems));
        GC.SuppressFinalize(this);
    }

    private protected async Task OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1360, int height = 860, Uri? address = null)
    {
        _context = await browser.OpenAsync(scheme, width, height);
        _context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        await _context.RouteAsync(url => !url.StartsWith("http://127.0.0.1", StringComparison.Ordinal), route => route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = Picture }));
        Page = await _context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _problems.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        Page.PageError += (_, error) => _problems.Enqueue($"Exception: {error}");
        Page.Dialog += async (_, dialog) =>
        {
            _problems.Enqueue($"Dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await Page.GotoAsync((address ?? Server.BaseAddress).ToString());
    }

    private protected ILocator Row(long sequence) => Page.Locator($"[data-sequence=\"{sequence}\"]");

    private protected Task ChooseAsync(string name) => Page.GetByRole(AriaRole.Button, new() { NameString = name }).First.ClickAsync();

    /// <summary>Removes the error that a browser writes for a response that the test asked for.</summary>
    private protected void Expected(string part)
    {
        Assert.True(_problems.TryDequeue(out var problem), "The browser has written no error.");
        Assert.Contains(part, problem, StringComparison.Ordinal);
    }

    private protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private protected async Task ShootAsync(string name)
    {
        Directory.CreateDirectory(Artifacts);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts, $"{name}.png") });
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PageMessagesGen.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
