namespace PageMessagesGen.Emulator.Http;

/// <summary>A parsed request.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, including the version.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The body.</param>
/// <param name="Tokens">The access tokens in the request. One wrong token is enough to refuse it. Tokens are never stored.</param>
internal sealed record Call(string Method, string Path, RequestQuery Query, RequestBody Body, IReadOnlyList<string> Tokens);
