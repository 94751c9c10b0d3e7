using System.Text;

namespace PageMessagesGen.Emulator.Http;

/// <summary>The header with the names of the violated rules, refused or not: <c>x-emulator-rules: length,unknown-value</c>.</summary>
internal static class RulesHeader
{
    public const string Name = "x-emulator-rules";

    // Clients reject headers of some tens of kilobytes. Names that do not fit are left out.
    private const int Longest = 8192;

    /// <summary>Gets the value of the header; null if there are no names.</summary>
    /// <param name="rules">
    /// The names. They come from a schema, so all characters except letters, digits and <c>-._~</c> are escaped as in a URL.
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
