using PageMessagesGen.Benchmarks.Client;
using PageMessagesGen.Benchmarks.Client.ByBenchmarkDotNet;
using PageMessagesGen.Benchmarks.Client.Json;
using PageMessagesGen.Benchmarks.Client.Receiving;
using PageMessagesGen.Benchmarks.Client.Sending;
using PageMessagesGen.Benchmarks.Client.Starting;
using PageMessagesGen.Benchmarks.Measuring;

const string Usage = """
    Usage: Client json <results> [rounds]
           Client signature <results> [rounds]
           Client send <results> [rounds] [core of the server]
           Client start <folder> [rounds]
           Client dotnet <folder>
      json       serialising and parsing
      signature  verifying the signatures of webhooks
      send       whole sends to a server of our own on this machine
      start      programs that send one message, published in subfolders of <folder>
      dotnet     the main figures by BenchmarkDotNet, which leaves its files in <folder>
    The figures go to the file <results> as well.
    """;

var slice = TimeSpan.FromMilliseconds(3);
switch (args)
{
    case ["json", var results, .. var rest]:
        Console.WriteLine(Machine.Describe());
        var rounds = rest is [var number] ? int.Parse(number, null) : 51;
        var json = Payloads.All.SelectMany(p => SerializeSuite.Measure(p, rounds, slice)).Concat(ParseSuite.Measure(rounds, slice)).Concat(EventSuite.Measure(rounds, slice)).ToList();
        Print("Serialising to a buffer that is used again", "ours", SerializeSuite.ToBuffer, json);
        Print("Serialising to a new array", "ours", SerializeSuite.ToNewArray, json);
        Print("Parsing an answer", "ours", ParseSuite.Name, json);
        Print("Reading the body of a webhook", "ours", EventSuite.Name, json);
        ResultFile.Merge(results, json);
        return 0;

    case ["signature", var results, .. var rest]:
        Console.WriteLine(Machine.Describe());
        var signature = SignatureSuite.Measure(rest is [var many] ? int.Parse(many, null) : 51, slice);
        Print("Verifying the signature of a webhook", "right", SignatureSuite.Name, signature);
        ResultFile.Merge(results, signature);
        return 0;

    case ["send", var results, .. var rest]:
        var send = await SendSuite.MeasureAsync(rest is [_, var core] ? core : null, rest is [var n, ..] ? int.Parse(n, null) : 15, 6000);
        Print("Sending", "raw-httpclient", SendSuite.Name, send);
        ResultFile.Merge(results, send);
        return 0;

    case ["start", var published, .. var rest]:
        Console.WriteLine(StartSuite.Measure(published, rest is [var starts] ? int.Parse(starts, null) : 25));
        return 0;

    case ["dotnet", var folder]:
        JsonBenchmarks.Run(folder);
        return 0;

    case ["server"]:
        await AnsweringServer.RunAsync();
        return 0;

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static void Print(string title, string baseline, string suite, IReadOnlyList<Measurement> rows) =>
    Console.WriteLine(Table.Format(title, baseline, [.. rows.Where(r => r.Suite == suite)]));
