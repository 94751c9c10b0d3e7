using System.Globalization;

namespace PageMessagesGen.Emulator;

/// <summary>The parsed command line: options, a request for help, or an error.</summary>
internal sealed record CommandLine(GraphEmulatorOptions? Options, string? Error)
{
    public const string Usage =
        """
        Usage: dotnet run --project src/Emulator [-- [--port N] [--page ID] [--token T] [--platform P] [--as-of DAY] [--unavailable ID,ID] [--schema FILE,FILE]]

          --port N             the port on 127.0.0.1; without it, any free port
          --page ID            the id of the Page, in digits
          --token T            the access token to accept; a made-up one, never a live one
          --platform P         messenger or instagram; without it, rules of a single platform are not validated
          --as-of DAY          the date on which requests are sent, such as 2026-11-22; without it, the date of the schema
          --unavailable ID,ID  people who cannot be reached (error 551)
          --schema FILE,FILE   the schemas to serve, with the files of the same folder that belong to them; without it, the Page Messages endpoint
          --help               this text
        """;

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
            if (name is not ("--port" or "--page" or "--token" or "--platform" or "--as-of" or "--unavailable" or "--schema"))
                return Wrong($"Argument {i + 1}{Quote(name)} is unknown.{(name == "--urls" ? " The emulator always listens on 127.0.0.1." : "")}");
            if (i + 1 == args.Count)
                return Wrong($"{name} needs a value.");
            if (!values.TryAdd(name, args[i + 1]))
                return Wrong($"{name} is specified more than once.");
        }

        return FromValues(values);
    }

    private static CommandLine FromValues(Dictionary<string, string> values)
    {
        var defaults = new GraphEmulatorOptions();
        var port = 0;
        if (values.TryGetValue("--port", out var text) && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port))
            return Wrong("--port needs a number.");
        DateOnly? asOf = null;
        if (values.TryGetValue("--as-of", out var day))
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return Wrong("--as-of needs a date such as 2026-11-22.");
            asOf = date;
        }

        var options = new GraphEmulatorOptions
        {
            Port = port,
            PageId = values.GetValueOrDefault("--page", defaults.PageId),
            AccessToken = values.GetValueOrDefault("--token", defaults.AccessToken),
            Platform = values.GetValueOrDefault("--platform"),
            AsOf = asOf,
            UnavailablePeople = ListOf(values, "--unavailable"),
            SchemaFiles = ListOf(values, "--schema"),
        };
        try
        {
            options.Check();
            return new CommandLine(options, null);
        }
        catch (ArgumentException exception)
        {
            return Wrong(exception.Message);
        }
    }

    private static string[] ListOf(Dictionary<string, string> values, string name) =>
        values.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Quotes only names, without a value after '='.
    private static string Quote(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? $" ({argument.Split('=')[0]})" : "";

    private static CommandLine Wrong(string error) => new(null, error);
}
