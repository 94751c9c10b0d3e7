using System.Globalization;
using PageMessagesGen.Emulator.Faults;

namespace PageMessagesGen.Emulator.Tool;

/// <summary>The parsed command line: options, a request for help, or an error.</summary>
internal sealed record CommandLine(GraphEmulatorOptions? Options, string? Error)
{
    private const string OpenSwitch = "--open";
    private const string StatelessSwitch = "--stateless";

    public const string Usage =
        """
        Usage: pagemessages-emulator [--port N] [--webhook URL] [--data FOLDER] [--page ID] [--token T] ...

        Starts a local Graph API. Its address is the inbox, in which you play the customer.

          --port N                     the port on 127.0.0.1; without it, any free port
          --open                       opens the inbox in the browser
          --webhook URL                where events go: http://localhost:5000/webhook, or another URL of this machine
          --app-secret S               the key of their signatures; made up, emulator-app-secret by default
          --verify-token T             the verify token of the webhook; emulator-verify-token by default
          --app-id ID                  the id of the app in some events, in digits
          --data FOLDER                keeps the state in a file of this folder; without it, in memory
          --stateless                  judges each call alone: unknown ids are taken, and no window closes
          --http VERSION               1.1, the default, or 2: HTTP/2 without TLS, which callers must begin with
          --page ID                    the id of the Page, in digits
          --token T                    the access token to accept; a made-up one, never a live one
          --further-pages ID:T,ID:T    further Pages, each with its access token
          --platform P                 messenger or instagram; without it, rules of a single platform are not validated
          --as-of DAY                  the date on which requests are sent, such as 2026-11-22; without it, the date of the schema
          --unavailable ID,ID          people who cannot be reached (error 551)
          --schema FILE,FILE           the schemas to serve, with the files of the same folder that belong to them; without it, all endpoints that the emulator knows
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
        "--port", "--webhook", "--app-secret", "--verify-token", "--app-id", "--data", "--http", "--page", "--token", "--further-pages",
        "--platform", "--as-of", "--unavailable", "--schema", "--ledger-capacity",
        "--calls-per-second", "--media-calls-per-second", "--limit-error", "--limit-status", "--limit-pause", "--script",
    ];

    private static readonly string[] Switches = [OpenSwitch, StatelessSwitch];

    private static readonly string[] WebhookDetails = ["--app-secret", "--verify-token", "--app-id"];

    private static readonly string[] LimitDetails = ["--limit-error", "--limit-status", "--limit-pause"];

    public static CommandLine Help { get; } = new(null, null);

    /// <summary>Gets the folder of the stored state; null for memory only.</summary>
    public string? DataFolder { get; private init; }

    /// <summary>Gets a value that indicates whether the inbox is opened in the browser.</summary>
    public bool IsInboxOpened { get; private init; }

    /// <summary>Parses the command line. Errors do not quote values, because one of them is a token.</summary>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            var isSwitch = Switches.Contains(name);
            if (name == "--help")
                return Help;
            if (!isSwitch && !Names.Contains(name))
                return Wrong($"Argument {i + 1}{Quote(name)} is unknown.{(name == "--urls" ? " The emulator always listens on 127.0.0.1." : "")}");
            if (!isSwitch && ++i == args.Count)
                return Wrong($"{name} needs a value.");
            if (!values.TryAdd(name, args[i]))
                return Wrong($"{name} is specified more than once.");
        }

        try
        {
            var read = new CommandLineValues(values);
            var options = ReadOptions(read);
            options.Check();
            if (options.Http2 && read.Contains(OpenSwitch))
                return Wrong($"{OpenSwitch} needs --http 1.1: browsers speak HTTP/2 only with TLS.");
            return new CommandLine(options, null) { DataFolder = read.Text("--data"), IsInboxOpened = read.Contains(OpenSwitch) };
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
            IsStateful = !values.Contains(StatelessSwitch),
            Webhook = ReadWebhook(values),
            Faults = values.Text("--script") is { } script ? FaultScript.Read(script) : [],
        };
    }

    private static WebhookOptions? ReadWebhook(CommandLineValues values)
    {
        if (values.Text("--webhook") is not { } text)
        {
            return WebhookDetails.FirstOrDefault(values.Contains) is { } useless
                ? throw new ArgumentException($"{useless} needs a webhook: --webhook.")
                : null;
        }

        var webhook = new WebhookOptions { Url = Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : throw new ArgumentException("--webhook needs a URL.") };
        webhook.AppSecret = values.Text("--app-secret") ?? webhook.AppSecret;
        webhook.VerifyToken = values.Text("--verify-token") ?? webhook.VerifyToken;
        webhook.AppId = values.Text("--app-id") ?? webhook.AppId;
        return webhook;
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
