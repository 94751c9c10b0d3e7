using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PageMessagesGen.Inbox.Tests.Support.Browser))]

namespace PageMessagesGen.Inbox.Tests.Support;

/// <summary>A Chromium of the system, started once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        if (path is null)
            return;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments, Headless = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a window; the test is skipped if there is no Chromium.</summary>
    internal async Task<IBrowserContext> OpenAsync(ColorScheme scheme, int width, int height)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium. Install it, or name its path in CHROMIUM.");
        return await _browser!.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            TimezoneId = "Europe/Helsinki",
            ReducedMotion = ReducedMotion.Reduce,
        });
    }
}
