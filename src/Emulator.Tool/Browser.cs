using System.ComponentModel;
using System.Diagnostics;

namespace PageMessagesGen.Emulator.Tool;

/// <summary>Opens pages in the browser of the user.</summary>
internal static class Browser
{
    /// <summary>Opens a page of the emulator.</summary>
    /// <returns><see langword="true"/> if a browser was started; otherwise, <see langword="false"/>.</returns>
    public static bool TryOpen(Uri page)
    {
        try
        {
            // On Linux, the shell of .NET tries xdg-open and its like.
            using var process = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
            return process is not null;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
