using Microsoft.Extensions.Options;

namespace PageMessagesGen.Http;

/// <summary>Validates the options of a registration when the host starts.</summary>
internal sealed class ClientOptionsCheck(string registration) : IValidateOptions<GraphApiClientOptions>
{
    private static readonly TimeSpan LongestEchoWait = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GraphApiClientOptions options)
    {
        if (name != registration)
            return ValidateOptionsResult.Skip;
        try
        {
            // Who uses the factory alone sets no Page.
            OptionsCheck.Require(options, hasPage: options.PageId is not "", hasToken: options.AccessTokenProvider is null);
        }
        catch (ArgumentException exception)
        {
            return ValidateOptionsResult.Fail($"{registration}: {exception.Message}");
        }

        if (options.MaxAttempts < 1)
            return ValidateOptionsResult.Fail($"{registration}: {nameof(options.MaxAttempts)} must be at least 1.");
        if (options.EchoWait < TimeSpan.Zero || options.EchoWait > LongestEchoWait)
            return ValidateOptionsResult.Fail($"{registration}: {nameof(options.EchoWait)} must be between zero and {LongestEchoWait.TotalMinutes:0} minutes.");
        if (options is { SettleUnknownSends: true, PageId: "me" })
            return ValidateOptionsResult.Fail($"{registration}: {nameof(options.SettleUnknownSends)} requires the id of the Page instead of 'me', because echoes have it.");
        return options.PauseAfterPageError < TimeSpan.Zero
            ? ValidateOptionsResult.Fail($"{registration}: {nameof(options.PauseAfterPageError)} must not be negative.")
            : ValidateOptionsResult.Success;
    }
}
