using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PageMessagesGen.Http;

/// <summary>Reads the options of a webhook from a section of the configuration, without the reflection of the framework's binder.</summary>
internal static class ReceiverSection
{
    private const string AppSecret = "AppSecret";

    /// <summary>Sets the options that the section has.</summary>
    /// <exception cref="InvalidOperationException">A value is not valid. The message does not quote it, because it may be a secret.</exception>
    public static void Read(IConfiguration section, WebhookReceiverOptions options)
    {
        Set(section, AppSecret, options.AppSecrets.Add);
        foreach (var secret in section.GetSection(nameof(options.AppSecrets)).GetChildren())
            options.AppSecrets.Add(secret.Value ?? "");
        Set(section, nameof(options.VerifyToken), text => options.VerifyToken = text);
        Set(section, nameof(options.MaxBodySize), text => options.MaxBodySize = Number(text));
        Set(section, nameof(options.Capacity), text => options.Capacity = Number(text));
        Set(section, nameof(options.MaxConcurrency), text => options.MaxConcurrency = Number(text));
        Set(section, nameof(options.RememberedEvents), text => options.RememberedEvents = Number(text));
        Set(section, nameof(options.DrainTimeout), text => options.DrainTimeout = TimeSpan.Parse(text, CultureInfo.InvariantCulture));
    }

    private static void Set(IConfiguration section, string name, Action<string> set)
    {
        if (section[name] is not { } text)
            return;
        try
        {
            set(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new InvalidOperationException($"The value of {name} in the configuration is not valid.");
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
