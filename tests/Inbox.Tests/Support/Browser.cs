using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PageMessagesGen.Inbox.Tests.Support.Browser))]

namespace PageMessagesGen.Inbox.Tests.Support;

/// <summary>A Chromium of the system, started when the first test needs it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _gate = new(1);
    private readonly string? _path = Array.Find(Environment.GetEnvironmentVariable("CHROMIUM") is { } path ? [path] : Places, File.Exists);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _gate.Dispose();
    }

    /// <summary>Opens a window; the test is skipped if there is no Chromium.</summary>
    internal async Task<IBrowserContext> OpenAsync(ColorScheme scheme, int width, int height)
    {
        Assert.SkipWhen(_path is null, "There is no Chromium. Install it, or name its path in CHROMIUM.");
        var browser = await StartAsync();
        return await browser.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            TimezoneId = "Europe/Helsinki",
            ReducedMotion = ReducedMotion.Reduce,
        });
    }

    // A browser that was killed is started again.
    private async Task<IBrowser> StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_browser is { IsConnected: true })
                return _browser;
            Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            _playwright ??= await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = _path, Args = Arguments, Headless = true });
        }
        finally
        {
            _gate.Release();
        }
    }
}
