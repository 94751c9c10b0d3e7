using System.Text;

namespace PageMessagesGen.Emulator.Http;

/// <summary>The header that names the rules that a request breaks, refused or not: <c>x-emulator-rules: length,unknown-value</c>.</summary>
internal static class RulesHeader
{
    public const string Name = "x-emulator-rules";

    // Clients give up on headers of some tens of kilobytes; what does not fit is left out.
    private const int Longest = 8192;

    /// <summary>Gives the header's value, or null if there is nothing to say.</summary>
    /// <param name="rules">
    /// The names. They come from a schema, so nothing is taken for granted: all but letters, digits and <c>-._~</c> is escaped
    /// as in a URL.
    /// </param>
    public static string? Write(IEnumerable<string> rules)
    {
        var value = new StringBuilder();
        foreach (var rule in rules.Where(r => r.Length > 0).Select(Uri.EscapeDataString))
        {
            if (value.Length + 1 + rule.Length <= Longest)
                value.Append(value.Length == 0 ? "" : ",").Append(rule);
        }

        return value.Length == 0 ? null : value.ToString();
    }
}
