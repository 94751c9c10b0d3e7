namespace PageMessagesGen.Emulator.Http;

/// <summary>A request, taken apart.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with the version.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The body.</param>
/// <param name="Tokens">The access tokens that it shows. One of a stranger is enough to refuse it, so none is ever kept.</param>
internal sealed record Call(string Method, string Path, RequestQuery Query, RequestBody Body, IReadOnlyList<string> Tokens);
