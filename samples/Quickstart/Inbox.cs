using System.ComponentModel;
using System.Diagnostics;

namespace PageMessagesGen.Quickstart;

/// <summary>Leaves the conversation in the browser.</summary>
internal static class Inbox
{
    /// <summary>Opens the inbox, and waits for Ctrl+C.</summary>
    public static async Task ShowAsync(Uri address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            Console.WriteLine("No browser could be started. Open the address yourself.");
        }

        Console.WriteLine("Press Ctrl+C to end.");
        var end = new TaskCompletionSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            end.TrySetResult();
        };
        await end.Task;
    }
}
