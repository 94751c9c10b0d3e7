using Microsoft.AspNetCore.Http;
using PageMessagesGen.Emulator.Judging;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Finds the access tokens that a request shows: in the header, in the address, in the body.</summary>
internal static class AccessTokens
{
    private const string Scheme = "Bearer ";

    public static IReadOnlyList<string> Of(HttpRequest request, RequestBody body)
    {
        var authorization = request.Headers.Authorization.ToString();
        var header = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : null;
        string?[] places = [header, request.Query[TransportMembers.AccessToken], body.FindText(TransportMembers.AccessToken)];
        return [.. places.OfType<string>().Where(t => t.Length > 0)];
    }
}
