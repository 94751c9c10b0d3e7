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
var local = new PageMessagesClient(http, new GraphApiOptions
{
    BaseAddress = emulator.BaseAddress,
    PageId = emulator.PageId,
    AccessToken = emulator.AccessToken,
});

// The customer has written, and the Page has prepared what the messages refer to.
var customer = emulator.Customers[Scenes.Customer];
customer.Write("Hello! Is my bicycle ready?");
emulator.Assets.AddAttachment("file", Scenes.UploadedFile);
emulator.Assets.AddPersona("Aino K.", new Uri("https://cdn.example.com/aino.jpg"), Scenes.Persona);
emulator.Customers[Scenes.UnavailablePerson].Block();
var scenes = Scenes.All(customer.Comment("How much is the blue one?"));

Console.WriteLine($"Sending to a Graph API on this machine ({emulator.BaseAddress}). Nobody receives anything.");
var isAsExpected = await Transcript.RunAsync(local, wire, scenes);
Console.WriteLine();
Console.WriteLine($"Delivered: {emulator.Ledger.Count} of {scenes.Count}. The other one was refused, as it should be.");
Console.WriteLine($"The conversation as the customer sees it: {emulator.BaseAddress}{(arguments.IsInboxOpened ? "" : "   (with -- --open, it stays there to look at)")}");
if (arguments.IsInboxOpened)
    await Inbox.ShowAsync(emulator.BaseAddress);
return isAsExpected && emulator.Ledger.Count == scenes.Count - 1 ? 0 : 1;
