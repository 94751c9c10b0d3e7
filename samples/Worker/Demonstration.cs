using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Garnet;
using PageMessages;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.Worker;

/// <summary>Two processes send for one Page, and share its rate.</summary>
internal static class Demonstration
{
    private const int Requests = 500;

    /// <summary>Runs it with the local Graph API, and a Redis server in this process.</summary>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("worker-").FullName;
        await using var emulator = await GraphEmulator.StartAsync();
        var redis = $"127.0.0.1:{FreePort()}";
        using var server = new GarnetServer(["--port", redis.Split(':')[1], "--bind", "127.0.0.1", "--lua", "true", "-q", "true"]);
        server.Start();
        Console.WriteLine($"Two workers send {Requests} messages each, for one Page. Its rate is 300 calls per second.");

        var watch = Stopwatch.StartNew();
        var codes = await Task.WhenAll(Enumerable.Range(1, 2).Select(worker => WorkAsync(emulator, redis, WriteRequests(folder, worker))));
        var seconds = watch.Elapsed.TotalSeconds;

        var times = emulator.Ledger.Select(delivery => delivery.Time).Order().ToList();
        var most = times.Count == 0 ? 0 : times.Max(end => times.Count(time => time <= end && time > end.AddSeconds(-1)));
        var span = times.Count == 0 ? TimeSpan.Zero : times[^1] - times[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} messages were delivered within {span.TotalSeconds:0.0} s, at most {most} in a second. The workers ran for {seconds:0.0} s."));
        Directory.Delete(folder, recursive: true);
        return codes.All(code => code == 0) && times.Count == 2 * Requests ? 0 : 1;
    }

    private static string WriteRequests(string folder, int worker)
    {
        var path = Path.Combine(folder, $"requests-{worker}.jsonl");
        File.WriteAllLines(path, Enumerable.Range(1, Requests).Select(number => JsonSerializer.Serialize(
            new SendMessageRequest
            {
                Recipient = new Recipient { Id = $"{worker}{number:000}" },
                MessagingType = MessagingType.Response,
                Message = new Message { Text = $"Your order {number} has left the kitchen." },
            },
            PageMessagesJsonContext.Default.SendMessageRequest)));
        return path;
    }

    private static async Task<int> WorkAsync(GraphEmulator emulator, string redis, string requests)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            // Not as arguments, which other users of a machine can see.
            Environment =
            {
                ["PageMessages__BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
                ["PageMessages__PageId"] = emulator.PageId,
                ["PageMessages__AccessToken"] = emulator.AccessToken,
                ["Logging__LogLevel__System.Net.Http.HttpClient"] = "Warning",
            },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in (string[])["--Requests", requests, "--Redis", redis])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
