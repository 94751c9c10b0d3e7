using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.Samples.Tests;

/// <summary>The worker, as processes of its own.</summary>
public sealed class WorkerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("worker-tests-").FullName;

    private string RequestsPath => Path.Combine(_folder, "requests.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_processes_share_the_rate_of_a_Page()
    {
        var (code, output) = await RunAsync(Start([]));

        var result = Regex.Match(output, @"(?<count>\d+) messages were delivered within (?<seconds>[\d.]+) s");
        Assert.True(result.Success && code == 0, output);
        Assert.Equal("1000", result.Groups["count"].Value);

        // 300 at once and 300 after each second; alone, each worker would be done after one.
        Assert.InRange(double.Parse(result.Groups["seconds"].Value, CultureInfo.InvariantCulture), 2, 60);
    }

    [Fact]
    public async Task A_worker_that_is_stopped_ends_its_calls_and_the_next_one_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process cannot be asked to end by a signal on Windows.");
        const int Requests = 400;
        await using var emulator = await GraphEmulator.StartAsync();
        WriteRequests(Requests);

        using (var first = Start(Settings(emulator), "--Requests", RequestsPath))
        {
            var running = RunAsync(first);
            while (emulator.Ledger.Count < 20)
                await Task.Delay(5);
            Terminate(first);
            Assert.Equal(0, (await running).Code);
        }

        var sent = emulator.Ledger.Count;
        Assert.InRange(sent, 20, Requests - 1);
        Assert.Equal(sent, Journal().Count(state => state == "Sent"));
        Assert.DoesNotContain("taken", Journal());

        var (code, output) = await RunAsync(Start(Settings(emulator), "--Requests", RequestsPath));

        Assert.True(code == 0, output);
        Assert.Equal(Requests, emulator.Ledger.Select(delivery => delivery.Recipient!.Value).Distinct().Count());
        Assert.Equal(Requests, emulator.Ledger.Count);
    }

    [Fact]
    public async Task What_a_dead_worker_had_taken_is_not_sent_again()
    {
        await using var emulator = await GraphEmulator.StartAsync();
        WriteRequests(3);
        await File.WriteAllTextAsync(RequestsPath + ".journal", "1 taken\n1 Sent\n2 taken\n3 ta");

        var (code, output) = await RunAsync(Start(Settings(emulator), "--Requests", RequestsPath));

        Assert.True(code == 0, output);
        Assert.Contains("Line 2 may have been delivered", output, StringComparison.Ordinal);
        Assert.Equal("3", Assert.Single(emulator.Ledger).Recipient!.Value);
        Assert.DoesNotContain(emulator.AccessToken, output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(GraphEmulator emulator) => new()
    {
        ["PageMessages__BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
        ["PageMessages__PageId"] = emulator.PageId,
        ["PageMessages__AccessToken"] = emulator.AccessToken,
        ["Logging__LogLevel__System.Net.Http.HttpClient"] = "Warning",
    };

    private static Process Start(Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PageMessagesGen.Worker.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Output)> RunAsync(Process process)
    {
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, string.Concat(texts));
    }

    // As a container is stopped.
    private static void Terminate(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void WriteRequests(int count) => File.WriteAllLines(RequestsPath, Enumerable.Range(1, count).Select(number =>
        $$$"""{"recipient":{"id":"{{{number}}}"},"messaging_type":"RESPONSE","message":{"text":"Your order {{{number}}} has left the kitchen."}}"""));

    private IReadOnlyList<string> Journal() =>
        [.. File.ReadLines(RequestsPath + ".journal").Select(line => line.Split(' ')).GroupBy(entry => entry[0]).Select(entries => entries.Last()[1])];
}
