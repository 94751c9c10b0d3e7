using System.Runtime.InteropServices;

namespace PageMessagesGen.Emulator.Tool;

/// <summary>The entry point of the emulator.</summary>
internal static class Program
{
    private const int Stopped = 0;
    private const int CannotStart = 1;
    private const int WrongArguments = 2;

    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, Console.Out, Console.Error, stop.Token).ConfigureAwait(false);

        void Stop(PosixSignalContext signal)
        {
            // The process exits after the server has stopped.
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Runs the emulator until it is stopped, and returns the exit code.</summary>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var commandLine = CommandLine.Parse(args);
        if (commandLine == CommandLine.Help)
        {
            await output.WriteLineAsync(CommandLine.Usage).ConfigureAwait(false);
            return Stopped;
        }

        if (commandLine.Error is { } error)
        {
            await errors.WriteLineAsync($"{error}\n\n{CommandLine.Usage}").ConfigureAwait(false);
            return WrongArguments;
        }

        try
        {
            var options = commandLine.Options!;
            if (commandLine.DataFolder is { } folder)
                options.Storage = SqliteStorage.Open(folder, errors.WriteLine);
            await using var emulator = await GraphEmulator.StartAsync(options, stop).ConfigureAwait(false);
            await output.WriteLineAsync(Describe(emulator, options)).ConfigureAwait(false);
            if (commandLine.IsInboxOpened && !Browser.TryOpen(emulator.BaseAddress))
                await errors.WriteLineAsync("No browser could be started. Open the address of the inbox yourself.").ConfigureAwait(false);
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Stopped;
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }
        catch (ArgumentException exception)
        {
            await errors.WriteLineAsync($"{exception.Message}\n\n{CommandLine.Usage}").ConfigureAwait(false);
            return WrongArguments;
        }
        catch (IOException exception)
        {
            await errors.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return CannotStart;
        }
    }

    private static string Describe(GraphEmulator emulator, GraphEmulatorOptions options) =>
        $"""
        A local Graph API is running. Press Ctrl+C to stop it.

          Inbox         {(options.Http2 ? "not with --http 2, which browsers speak only with TLS" : emulator.BaseAddress)}
          Base address  {emulator.BaseAddress}
          Page id       {emulator.PageId}
          Access token  {emulator.AccessToken}   (made up; not a secret)
          Ledger        curl {(options.Http2 ? "--http2-prior-knowledge " : "")}{emulator.BaseAddress}ledger
        """
        + string.Concat(emulator.Pages.Skip(1).Select(page => $"\n  Further Page  {page.Id}, access token {page.AccessToken}"))
        + (options.Webhook is { } webhook ? $"\n  Webhook       {webhook.Url}" : "");
}
