namespace PageMessagesGen.Emulator.Tests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("Argument 1 (--urls) is unknown. The emulator always listens on 127.0.0.1.", "--urls", "http://0.0.0.0:5000")]
    [InlineData("Argument 1 (--tokn) is unknown.", "--tokn=EAAB-live-token")]
    [InlineData("Argument 3 is unknown.", "--port", "0", "EAAB-live-token")]
    [InlineData("--port needs a value.", "--port")]
    [InlineData("--open is specified more than once.", "--open", "--open")]
    [InlineData("--app-secret needs a webhook: --webhook.", "--app-secret", "a-secret")]
    [InlineData("--webhook needs a URL.", "--webhook", "webhook")]
    [InlineData("The URL of the webhook must begin with", "--webhook", "http://example.com/webhook")]
    [InlineData("The app id must consist of", "--webhook", "http://localhost:5000/", "--app-id", "my-app")]
    [InlineData("The data cannot be read or written: ", "--data", "/dev/null/data")]
    [InlineData("--port needs a number.", "--port", "http")]
    [InlineData("--port needs a number.", "--port", "-1")]
    [InlineData("The port must be between 0 and 65535", "--port", "70000")]
    [InlineData("The page id must consist of digits.", "--page", "my-page")]
    [InlineData("The access token looks like a live one.", "--token", "EAAB-live-token")]
    [InlineData("The platform must be one of messenger, instagram.", "--platform", "pigeon")]
    [InlineData("--as-of needs a date such as 2026-11-22.", "--as-of", "tomorrow")]
    [InlineData("A schema file cannot be read: Could not find file", "--schema", "nowhere.endpoint.yaml")]
    [InlineData("--http needs one of 1.1, 2.", "--http", "3")]
    [InlineData("--open needs --http 1.1: browsers speak HTTP/2 only with TLS.", "--http", "2", "--open")]
    [InlineData("The name of the data folder must not be empty.", "--data", " ")]
    [InlineData("--further-pages needs pairs of a page id and an access token", "--further-pages", "111")]
    [InlineData("--further-pages needs pairs of a page id and an access token", "--further-pages", "111:a-live-token:x")]
    [InlineData("The access token must consist of", "--further-pages", "111:short")]
    [InlineData("The access token looks like a live one.", "--further-pages", "111:EAAB-live-token")]
    [InlineData("Two Pages have the same access token.", "--further-pages", "111:made-up-token,222:made-up-token")]
    [InlineData("--ledger-capacity needs a number of at least 1.", "--ledger-capacity", "0")]
    [InlineData("--calls-per-second needs a number of at least 1.", "--calls-per-second", "0")]
    [InlineData("--media-calls-per-second needs a number of at least 1.", "--media-calls-per-second", "x")]
    [InlineData("--limit-error needs one of 4, 613, 80006.", "--limit-error", "17")]
    [InlineData("--limit-status needs one of 400, 429.", "--limit-status", "500")]
    [InlineData("--limit-pause needs a number.", "--limit-pause", "-1")]
    [InlineData("--limit-error needs a limit: --calls-per-second or --media-calls-per-second.", "--limit-error", "4")]
    [InlineData("The script cannot be read: Could not find file", "--script", "nowhere.json")]
    [InlineData("--token is specified more than once.", "--token", "made-up-token", "--token", "made-up-token")]
    public async Task A_wrong_argument_is_explained_and_ends_with_2(string explanation, params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.StartsWith(explanation, errors, StringComparison.Ordinal);
        Assert.Contains("Usage: pagemessages-emulator", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("live-token", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var (code, output, errors) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.StartsWith("Usage:", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task It_says_where_it_is_and_stops_when_it_is_told_to()
    {
        var (code, output, errors) = await RunAsync("--page", "42", "--token", "made-up-token", "--unavailable", "1, 2");

        Assert.Equal((0, ""), (code, errors));
        Assert.Matches("Base address  http://127.0.0.1:[0-9]+/\n", output);
        Assert.Contains("Page id       42\n", output, StringComparison.Ordinal);
        Assert.Contains("Access token  made-up-token ", output, StringComparison.Ordinal);
        Assert.Matches("Ledger        curl http://127.0.0.1:[0-9]+/ledger", output);
    }

    [Fact]
    public async Task A_schema_of_ones_own_is_served_or_refused_with_its_mistakes()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "schema: 1\n");
            var (code, _, errors) = await RunAsync("--schema", file);
            Assert.Equal(2, code);
            Assert.StartsWith($"The schema {Path.GetFileName(file)} is not valid:\n{Path.GetFileName(file)}(1,1): error PMG2002: ", errors, StringComparison.Ordinal);

            await File.WriteAllTextAsync(file, """
                schema: 1
                namespace: Acme.Notes
                service: Notes
                version: v26.0
                as-of: 2026-11-22
                operations:
                  add:
                    summary: Adds a note.
                    request: POST /{page_id}/notes
                    parameters:
                      text: { type: string, required: true, summary: The text. }
                    returns: Note
                types:
                  Note:
                    summary: A note.
                    members:
                      id: { type: string, summary: The id. }
                """);
            Assert.Single(CommandLine.Parse(["--schema", file]).Options!.SchemaFiles);
            (code, _, errors) = await RunAsync("--schema", file);
            Assert.Equal((0, ""), (code, errors));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_taken_port_ends_with_1()
    {
        await using var emulator = await GraphEmulator.StartAsync();

        var (code, output, errors) = await RunAsync("--port", $"{emulator.BaseAddress.Port}");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_sets_every_option()
    {
        var options = CommandLine.Parse(["--unavailable", "1, 2,", "--port", "5005", "--page", "42", "--token", "made-up-token", "--platform", "instagram", "--as-of", "2026-04-27"]).Options!;

        Assert.Equal((5005, "42", "made-up-token", "instagram"), (options.Port, options.PageId, options.AccessToken, options.Platform));
        Assert.Equal(["1", "2"], options.UnavailablePeople);
        Assert.Equal(new DateOnly(2026, 4, 27), options.AsOf);
        Assert.Null(options.RateLimit);
        Assert.False(options.Http2);
    }

    [Fact]
    public void So_it_does_for_Pages_and_limits()
    {
        var options = CommandLine.Parse(
        [
            "--http", "2", "--further-pages", "111:token-one, 222:token-two", "--ledger-capacity", "5", "--calls-per-second", "300",
            "--media-calls-per-second", "10", "--limit-error", "80006", "--limit-status", "429", "--limit-pause", "60",
        ]).Options!;

        Assert.Equal((true, 5), (options.Http2, options.LedgerCapacity));
        Assert.Equal([new EmulatedPage("111", "token-one"), new EmulatedPage("222", "token-two")], options.FurtherPages);
        Assert.Equal(RateLimit.Documented with { ErrorCode = 80006, Status = 429, Pause = TimeSpan.FromMinutes(1) }, options.RateLimit);
    }

    [Fact]
    public async Task It_names_further_Pages_and_how_to_read_the_ledger_over_HTTP_2()
    {
        var (_, output, _) = await RunAsync("--http", "2", "--further-pages", "111:token-one,222:token-two");

        Assert.Contains("curl --http2-prior-knowledge http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.EndsWith("\n  Further Page  111, access token token-one\n  Further Page  222, access token token-two\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_to_be_done_beside_the_server_is_read()
    {
        var line = CommandLine.Parse(
            ["--open", "--stateless", "--webhook", "http://localhost:5000/webhook", "--app-secret", "secret", "--verify-token", "token", "--app-id", "12", "--data", "data"]);

        Assert.Null(line.Error);
        Assert.Equal((true, "data", false), (line.IsInboxOpened, line.DataFolder, line.Options!.IsStateful));
        var webhook = line.Options.Webhook!;
        Assert.Equal(("http://localhost:5000/webhook", "secret", "token", "12"), (webhook.Url.ToString(), webhook.AppSecret, webhook.VerifyToken, webhook.AppId));
    }

    [Fact]
    public void The_help_names_every_argument()
    {
        var described = CommandLine.Usage.Split('\n').Where(l => l.StartsWith("  --", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[0]).ToList();

        Assert.All(
            described.Except(["--help", "--open", "--stateless"]),
            name => Assert.Equal($"{name} needs a value.", CommandLine.Parse([name]).Error));
        Assert.Equal(24, described.Count);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var stop = new CancellationTokenSource();
        await using var output = new StopAfterFirstText(stop);
        await using var errors = new StringWriter();
        var code = await Program.RunAsync(args, output, errors, stop.Token);
        return (code, output.ToString(), errors.ToString());
    }

    // What the program prints is the sign that it runs, and so that it may be stopped.
    private sealed class StopAfterFirstText(CancellationTokenSource stop) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            await stop.CancelAsync();
        }
    }
}
