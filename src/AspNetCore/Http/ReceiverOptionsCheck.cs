using Microsoft.Extensions.Options;

namespace PageMessagesGen.Http;

/// <summary>Validates the options of a webhook when the host starts. The messages quote no values, because some of them are secret.</summary>
internal sealed class ReceiverOptionsCheck(string webhook) : IValidateOptions<WebhookReceiverOptions>
{
    private const int LargestBody = 100 * 1024 * 1024;

    private static readonly TimeSpan LongestDrain = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebhookReceiverOptions options)
    {
        if (name != webhook)
            return ValidateOptionsResult.Skip;
        var failures = Failures(options).Select(failure => $"{webhook}: {failure}").ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Failures(WebhookReceiverOptions options)
    {
        if (options.AppSecrets.Count == 0)
            yield return $"{nameof(options.AppSecrets)} must have the secret of the app. Without it, anybody could post events.";
        if (options.AppSecrets.Any(string.IsNullOrWhiteSpace))
            yield return $"{nameof(options.AppSecrets)} must not have an empty secret, with which anybody could sign.";
        if (string.IsNullOrWhiteSpace(options.VerifyToken))
            yield return $"{nameof(options.VerifyToken)} must not be empty.";
        if (options.MaxBodySize is < 1 or > LargestBody)
            yield return $"{nameof(options.MaxBodySize)} must be between 1 byte and 100 MB.";
        if (options.Capacity < 1)
            yield return $"{nameof(options.Capacity)} must be at least 1.";
        if (options.MaxConcurrency < 1)
            yield return $"{nameof(options.MaxConcurrency)} must be at least 1.";
        if (options.RememberedEvents < 1)
            yield return $"{nameof(options.RememberedEvents)} must be at least 1.";
        if (options.DrainTimeout < TimeSpan.Zero || options.DrainTimeout > LongestDrain)
            yield return $"{nameof(options.DrainTimeout)} must be between zero and a day.";
    }
}
