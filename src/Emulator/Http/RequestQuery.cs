namespace PageMessagesGen.Emulator.Http;

/// <summary>A part of a path or of a query, as a string.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Value">The unescaped value.</param>
internal sealed record GivenParameter(string Name, string Value);

/// <summary>The parsed query of a request. The parameters of the transport are separate from the others.</summary>
internal sealed class RequestQuery
{
    private RequestQuery(string text, IReadOnlyList<GivenParameter> parameters, IReadOnlyList<string> accessTokens)
    {
        Text = text;
        Parameters = parameters;
        AccessTokens = accessTokens;
    }

    /// <summary>Gets the query as received, without the question mark and the parameters of the transport.</summary>
    public string Text { get; }

    /// <summary>Gets the parameters in the order of the query, including duplicates.</summary>
    public IReadOnlyList<GivenParameter> Parameters { get; }

    /// <summary>Gets the access tokens.</summary>
    public IReadOnlyList<string> AccessTokens { get; }

    /// <summary>Parses a query. It does not throw for any content.</summary>
    /// <param name="query">The query, including the question mark; empty if there is none.</param>
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
