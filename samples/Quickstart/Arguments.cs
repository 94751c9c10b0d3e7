using System.Diagnostics.CodeAnalysis;

namespace PageMessagesGen.Quickstart;

/// <summary>What the command line and the environment ask for.</summary>
internal sealed record Arguments(bool IsLive, string To, string PageId, string AccessToken)
{
    public const string Usage = """
        Usage: dotnet run --project samples/Quickstart [-- --open | --live --to <psid>]
          Without arguments everything stays on this machine.
          --open              opens the inbox of the local Graph API in the browser, until Ctrl+C.
          --live --to <psid>  sends to graph.facebook.com, to the person with this Page-scoped id, as the Page of the
                              environment variables PAGE_ID and PAGE_ACCESS_TOKEN.
        """;

    /// <summary>Gets a value that indicates whether the conversation is left there to look at.</summary>
    public bool IsInboxOpened { get; private init; }

    public static bool TryParse(string[] args, [NotNullWhen(true)] out Arguments? arguments, out string problem)
    {
        (arguments, problem) = args switch
        {
            [] => (new Arguments(false, "", "", ""), ""),
            ["--open"] => (new Arguments(false, "", "", "") { IsInboxOpened = true }, ""),
            ["--live", "--to", var to] => Live(to),
            ["--to", var to, "--live"] => Live(to),
            ["--live"] => (null, "--live needs --to <psid>: nothing is sent to a person who was not named."),
            _ => (null, $"These arguments are not understood: {string.Join(' ', args)}"),
        };
        return arguments is not null;
    }

    private static (Arguments? Arguments, string Problem) Live(string to)
    {
        var pageId = Environment.GetEnvironmentVariable("PAGE_ID");
        var accessToken = Environment.GetEnvironmentVariable("PAGE_ACCESS_TOKEN");
        return string.IsNullOrEmpty(pageId) || string.IsNullOrEmpty(accessToken)
            ? (null, "--live needs the environment variables PAGE_ID and PAGE_ACCESS_TOKEN.")
            : (new Arguments(true, to, pageId, accessToken), "");
    }
}
