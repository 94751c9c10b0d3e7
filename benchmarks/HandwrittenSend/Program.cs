using PageMessagesGen.Benchmarks.HandwrittenSend;

// The same program as samples/NativeSend, with a client that was written by hand.
if (args is not [var address, var customer] || !Uri.TryCreate(address, UriKind.Absolute, out var baseAddress))
{
    Console.Error.WriteLine("""
        Usage: HandwrittenSend <address> <customer>
          <address>   the Graph API, such as the emulator's http://127.0.0.1:5400
          <customer>  the Page-scoped id of the person to write to
          PAGE_ID and PAGE_ACCESS_TOKEN in the environment say as which Page; without them it is the emulator's.
        """);
    return 2;
}

using var http = new HttpClient();
var client = new TextClient(
    http,
    baseAddress,
    Environment.GetEnvironmentVariable("PAGE_ID") ?? "100200300400500",
    Environment.GetEnvironmentVariable("PAGE_ACCESS_TOKEN") ?? "emulator-page-access-token");

try
{
    var sent = await client.SendAsync(customer, "Your table for two is held until 19:30 🍕");
    Console.WriteLine($"Sent: {sent}");
    return 0;
}
catch (InvalidOperationException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
