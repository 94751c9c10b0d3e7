using PageMessages;
using PageMessagesGen;
using PageMessagesGen.Emulator;
using PageMessagesGen.Quickstart;

// Sends every kind of message: to a Graph API of our own on this machine, or, when asked by --live, to the real one.
if (!Arguments.TryParse(args, out var arguments, out var problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using var wire = new WireTap();
using var http = new HttpClient(wire);

if (arguments.IsLive)
{
    var client = new PageMessagesClient(http, new GraphApiOptions { PageId = arguments.PageId, AccessToken = arguments.AccessToken });
    Console.WriteLine($"Sending to {GraphApiOptions.DefaultBaseAddress} as Page {arguments.PageId}.");
    return await Transcript.RunAsync(client, wire, Scenes.ForOnePerson(arguments.To)) ? 0 : 1;
}

await using var emulator = await GraphEmulator.StartAsync();
emulator.UnavailablePeople.Add(Scenes.UnavailablePerson);
var local = new PageMessagesClient(http, new GraphApiOptions
{
    BaseAddress = emulator.BaseAddress,
    PageId = emulator.PageId,
    AccessToken = emulator.AccessToken,
});

Console.WriteLine($"Sending to a Graph API on this machine ({emulator.BaseAddress}). Nobody receives anything.");
var isAsExpected = await Transcript.RunAsync(local, wire, Scenes.All);
Console.WriteLine();
Console.WriteLine($"Delivered: {emulator.Ledger.Count} of {Scenes.All.Count}. The other one was refused, as it should be.");
return isAsExpected && emulator.Ledger.Count == Scenes.All.Count - 1 ? 0 : 1;
