using System.Globalization;
using PageMessagesGen.Emulator.Faults;

namespace PageMessagesGen.Emulator.Tool;

/// <summary>The parsed command line: options, a request for help, or an error.</summary>
internal sealed record CommandLine(GraphEmulatorOptions? Options, string? Error)
{
    public const string Usage =
        """
        Usage: dotnet run --project src/Emulator [-- [--port N] [--page ID] [--token T] [--platform P] [--as-of DAY] [--schema FILE,FILE] ...]

          --port N                     the port on 127.0.0.1; without it, any free port
          --http VERSION               1.1, the default, or 2: HTTP/2 without TLS, which callers must begin with
          --page ID                    the id of the Page, in digits
          --token T                    the access token to accept; a made-up one, never a live one
          --further-pages ID:T,ID:T    further Pages, each with its access token
          --platform P                 messenger or instagram; without it, rules of a single platform are not validated
          --as-of DAY                  the date on which requests are sent, such as 2026-11-22; without it, the date of the schema
          --unavailable ID,ID          people who cannot be reached (error 551)
          --schema FILE,FILE           the schemas to serve, with the files of the same folder that belong to them; without it, the Page Messages endpoint
          --ledger-capacity N          the number of deliveries in the ledger, 100000 by default; the oldest are dropped
          --calls-per-second N         the calls that a Page may make in a second; documented are 300; without it, there is no limit
          --media-calls-per-second N   those with audio or video; documented are 10
          --limit-error CODE           the error beyond these limits: 613, the default, 4 or 80006
          --limit-status STATUS        its HTTP status: 400, the default, or 429
          --limit-pause SECONDS        the time for which a Page is refused after that; 0 by default
          --script FILE                faults of the server and of the network, in JSON
          --help                       this text

        A script, in which each fault but the last one is for some calls only (delay is in seconds):

          {
            "faults": [
              { "fault": "reset", "after_delivery": true, "first_call": 3, "times": 1 },
              { "fault": "error", "code": 613, "status": 429, "page_id": "111", "times": 2 },
              { "fault": "error", "code": 1, "subcode": 1357046, "after_delivery": true, "person": "4471239905512287" },
              { "fault": "truncated", "probability": 0.05, "seed": 7 },
              { "fault": "delayed", "delay": 0.2 }
            ]
          }

          The faults: delayed, closed, reset, truncated, stalled, not_http, oversized, redirect (location, status), server_error (status),
          error (code, subcode, status), without_message_id, refused_stream (with --http 2).
        """;

    private static readonly string[] Names =
    [
        "--port", "--http", "--page", "--token", "--further-pages", "--platform", "--as-of", "--unavailable", "--schema", "--ledger-capacity",
        "--calls-per-second", "--media-calls-per-second", "--limit-error", "--limit-status", "--limit-pause", "--script",
    ];

    private static readonly string[] LimitDetails = ["--limit-error", "--limit-status", "--limit-pause"];

    public static CommandLine Help { get; } = new(null, null);

    /// <summary>Parses the command line. Errors do not quote values, because one of them is a token.</summary>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i += 2)
        {
            var name = args[i];
            if (name == "--help")
                return Help;
            if (!Names.Contains(name))
                return Wrong($"Argument {i + 1}{Quote(name)} is unknown.{(name == "--urls" ? " The emulator always listens on 127.0.0.1." : "")}");
            if (i + 1 == args.Count)
                return Wrong($"{name} needs a value.");
            if (!values.TryAdd(name, args[i + 1]))
                return Wrong($"{name} is specified more than once.");
        }

        try
        {
            var options = ReadOptions(new CommandLineValues(values));
            options.Check();
            return new CommandLine(options, null);
        }
        catch (ArgumentException exception)
        {
            return Wrong(exception.Message);
        }
    }

    private static GraphEmulatorOptions ReadOptions(CommandLineValues values)
    {
        var defaults = new GraphEmulatorOptions();
        return new GraphEmulatorOptions
        {
            Port = values.Number("--port") ?? defaults.Port,
            Http2 = values.OneOf("--http", "1.1", "2") == "2",
            PageId = values.Text("--page") ?? defaults.PageId,
            AccessToken = values.Text("--token") ?? defaults.AccessToken,
            FurtherPages = values.Pages("--further-pages"),
            Platform = values.Text("--platform"),
            AsOf = values.Date("--as-of"),
            UnavailablePeople = values.List("--unavailable"),
            SchemaFiles = values.List("--schema"),
            LedgerCapacity = values.Number("--ledger-capacity", least: 1) ?? defaults.LedgerCapacity,
            RateLimit = ReadLimit(values),
            Faults = values.Text("--script") is { } script ? FaultScript.Read(script) : [],
        };
    }

    private static RateLimit? ReadLimit(CommandLineValues values)
    {
        var limit = new RateLimit
        {
            CallsPerSecond = values.Number("--calls-per-second", least: 1),
            MediaCallsPerSecond = values.Number("--media-calls-per-second", least: 1),
            ErrorCode = int.Parse(values.OneOf("--limit-error", "4", "613", "80006") ?? "613", CultureInfo.InvariantCulture),
            Status = int.Parse(values.OneOf("--limit-status", "400", "429") ?? "400", CultureInfo.InvariantCulture),
            Pause = TimeSpan.FromSeconds(values.Number("--limit-pause") ?? 0),
        };
        if (limit.CallsPerSecond is not null || limit.MediaCallsPerSecond is not null)
            return limit;
        return LimitDetails.FirstOrDefault(values.Contains) is { } useless
            ? throw new ArgumentException($"{useless} needs a limit: --calls-per-second or --media-calls-per-second.")
            : null;
    }

    // Quotes only names, without a value after '='.
    private static string Quote(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? $" ({argument.Split('=')[0]})" : "";

    private static CommandLine Wrong(string error) => new(null, error);
}
