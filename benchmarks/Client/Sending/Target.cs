using System.Net.Http.Headers;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>Where the senders send to.</summary>
/// <param name="BaseAddress">The server.</param>
internal sealed record Target(Uri BaseAddress)
{
    public const string PageIdPrefix = "100200300400";
    public const string PageId = $"{PageIdPrefix}500";
    public const string AccessToken = "EAAB0123456789abcdefghijklmnopqrstuvwxyz0123456789";

    public const string Path = $"/v26.0/{PageId}/messages";

    public Uri Address { get; } = new(BaseAddress, Path);

    public AuthenticationHeaderValue Authorization { get; } = new("Bearer", AccessToken);
}
