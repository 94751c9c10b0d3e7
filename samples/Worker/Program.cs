using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PageMessages;
using PageMessagesGen.Worker;

// Sends the requests of a file. Without one, demonstrates it with two processes.
if (args.Length == 0)
    return await Demonstration.RunAsync();

var builder = Host.CreateApplicationBuilder(args);
if (builder.Configuration["Requests"] is not { } file)
{
    await Console.Error.WriteLineAsync("Usage: dotnet run --project samples/Worker [-- --Requests FILE [--Redis HOST:PORT] [--PageMessages:PageId ID …]]");
    return 2;
}

builder.Services.AddPageMessages(builder.Configuration.GetSection("PageMessages"));
if (builder.Configuration["Redis"] is { } redis)
    builder.Services.AddSharedRates(redis);
builder.Services.AddSingleton(new RequestFile(file));
builder.Services.AddHostedService<SendWorker>();

// A call may take as long as the client's timeout. The host waits for those that are running when it stops.
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(2));

using var host = builder.Build();
await host.RunAsync();
return 0;
