namespace PageMessagesGen.Emulator.Http;

/// <summary>A part of a path or of a query, as text.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Value">What it says, unescaped.</param>
internal sealed record GivenParameter(string Name, string Value);

/// <summary>The query of a request, taken apart. What belongs to the transport is kept apart from the rest.</summary>
internal sealed class RequestQuery
{
    private RequestQuery(string text, IReadOnlyList<GivenParameter> parameters, IReadOnlyList<string> accessTokens)
    {
        Text = text;
        Parameters = parameters;
        AccessTokens = accessTokens;
    }

    /// <summary>The query as it came, without its question mark and without the parameters of the transport.</summary>
    public string Text { get; }

    /// <summary>The parameters, in the order in which they came; one that is given twice is there twice.</summary>
    public IReadOnlyList<GivenParameter> Parameters { get; }

    /// <summary>The access tokens.</summary>
    public IReadOnlyList<string> AccessTokens { get; }

    /// <summary>Takes a query apart. Whatever it holds, there is no exception.</summary>
    /// <param name="query">The query, with its question mark; empty if there is none.</param>
    public static RequestQuery Parse(string query)
    {
        var given = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => (Part: part, Parameter: Split(part))).ToList();
        var content = given.Where(g => !TransportMembers.Contains(g.Parameter.Name)).ToList();
        return new RequestQuery(
            string.Join('&', content.Select(g => g.Part)),
            [.. content.Select(g => g.Parameter)],
            [.. given.Select(g => g.Parameter).Where(p => p.Name == TransportMembers.AccessToken).Select(p => p.Value)]);
    }

    private static GivenParameter Split(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new GivenParameter(Unescape(part), "") : new GivenParameter(Unescape(part[..equals]), Unescape(part[(equals + 1)..]));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
