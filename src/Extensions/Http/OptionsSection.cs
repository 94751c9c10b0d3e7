using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PageMessagesGen.Http;

/// <summary>Reads options from a section of the configuration.</summary>
/// <remarks>The binder of the framework uses reflection, or a generator that does not support functions among the options.</remarks>
internal static class OptionsSection
{
    /// <summary>Sets the options that the section has.</summary>
    /// <exception cref="InvalidOperationException">A value is not valid. The message does not quote it, because it may be a secret.</exception>
    public static void Read(IConfiguration section, GraphApiClientOptions options)
    {
        Set(section, nameof(options.PageId), text => options.PageId = text);
        Set(section, nameof(options.AccessToken), text => options.AccessToken = text);
        Set(section, nameof(options.AppSecret), text => options.AppSecret = text);
        Set(section, nameof(options.BaseAddress), text => options.BaseAddress = new Uri(text, UriKind.Absolute));
        Set(section, nameof(options.Version), text => options.Version = text);
        Set(section, nameof(options.Timeout), text => options.Timeout = Time(text));
        Set(section, nameof(options.Validation), text => options.Validation = Enum.Parse<ValidationMode>(text, ignoreCase: true));
        Set(section, nameof(options.MaxAttempts), text => options.MaxAttempts = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        Set(section, nameof(options.PauseAfterPageError), text => options.PauseAfterPageError = Time(text));
        Set(section, nameof(options.SettleUnknownSends), text => options.SettleUnknownSends = bool.Parse(text));
        Set(section, nameof(options.EchoWait), text => options.EchoWait = Time(text));
        Set(section, nameof(options.WindowValidation), text => options.WindowValidation = Enum.Parse<ValidationMode>(text, ignoreCase: true));
        foreach (var rule in section.GetSection(nameof(options.IgnoredRules)).GetChildren())
            options.IgnoredRules.Add(rule.Value ?? "");
    }

    private static void Set(IConfiguration section, string name, Action<string> set)
    {
        if (section[name] is not { } text)
            return;
        try
        {
            set(text);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidOperationException($"The value of {name} in the configuration is not valid.");
        }
    }

    private static TimeSpan Time(string text) => text == "-1" ? Timeout.InfiniteTimeSpan : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
