using System.Collections.ObjectModel;

namespace PageMessagesGen.Http;

/// <summary>The headers by which the server reports how much of its limits is used.</summary>
internal static class UsageHeaders
{
    private static readonly string[] Names = ["X-App-Usage", "X-Page-Usage", "X-Business-Use-Case-Usage"];

    /// <summary>Reads them as they are. They are missing from most responses.</summary>
    public static IReadOnlyDictionary<string, string> Of(HttpResponseMessage response)
    {
        Dictionary<string, string>? found = null;
        foreach (var name in Names)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values))
                (found ??= new(StringComparer.OrdinalIgnoreCase))[name] = values.ToString();
        }

        return found ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;
    }
}
