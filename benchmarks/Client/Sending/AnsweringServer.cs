using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>A server that accepts every message, in a process of its own, so that its work is not counted as the client's.</summary>
internal sealed class AnsweringServer : IDisposable
{
    private readonly Process _process;

    private AnsweringServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts this program again, as the server.</summary>
    /// <param name="core">The processor core that it may use; null for all of them.</param>
    public static AnsweringServer Start(string? core)
    {
        string[] command = ["dotnet", Environment.GetCommandLineArgs()[0], "server"];
        if (core is not null)
            command = ["taskset", "-c", core, .. command];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The server does not start.");
        var address = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server says nothing.");
        return new AnsweringServer(process, new Uri(address));
    }

    /// <summary>Is the server, until its standard input ends.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        while (await context.Request.BodyReader.ReadAsync(context.RequestAborted) is var read)
        {
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        context.Response.ContentType = "application/json; charset=UTF-8";
        context.Response.ContentLength = Payloads.Accepted.Length;
        await context.Response.BodyWriter.WriteAsync(Payloads.Accepted, context.RequestAborted);
    }
}
