using Microsoft.AspNetCore.Http;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Finds the access tokens of a request: in the header, in the URL and in the body.</summary>
internal static class AccessTokens
{
    private const string Scheme = "Bearer ";

    public static IReadOnlyList<string> Of(HttpRequest request, RequestQuery query, RequestBody body)
    {
        var authorization = request.Headers.Authorization.ToString();
        var header = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";
        return [.. query.AccessTokens.Concat(body.AccessTokens).Prepend(header).Where(t => t.Length > 0)];
    }
}
