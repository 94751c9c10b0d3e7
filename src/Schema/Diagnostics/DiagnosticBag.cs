using System.Globalization;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Diagnostics;

/// <summary>Collects the diagnostics of one schema.</summary>
internal sealed class DiagnosticBag
{
    // The maximum number of diagnostics that is useful for one file.
    private const int Most = 100;

    private readonly List<SchemaDiagnostic> _items = [];

    /// <summary>Gets the number of errors so far.</summary>
    internal int Errors { get; private set; }

    /// <summary>Adds a diagnostic.</summary>
    public void Add(SchemaDiagnosticDescriptor rule, TextRange range, params object[] arguments)
    {
        // Warnings must not displace errors.
        if (_items.Count >= Most && (rule.IsWarning || Errors >= Most))
            return;
        Errors += rule.IsWarning ? 0 : 1;
        _items.Add(new SchemaDiagnostic(rule, range, arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToEquatableArray()));
    }

    /// <summary>Adds the diagnostics of a part of the schema.</summary>
    public void AddRange(IEnumerable<SchemaDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic.Rule, diagnostic.Range, [.. diagnostic.Arguments]);
    }

    /// <summary>Gets <c> Did you mean 'x'?</c>, with its leading space, for a word that is not one of the possible words.</summary>
    /// <returns>An empty string if no possible word is similar enough, or if the bag is full.</returns>
    internal string Hint(string word, IEnumerable<string> possible) => Hint(Closest(word, possible));

    /// <summary>Gets <c> Did you mean 'x'?</c>, or an empty string for null.</summary>
    internal static string Hint(string? meant) => meant is null ? "" : $" Did you mean '{meant}'?";

    /// <summary>Gets the possible word that is most similar to a word; null if none is similar enough, or if the bag is full.</summary>
    internal string? Closest(string word, IEnumerable<string> possible) => _items.Count < Most ? Spelling.Closest(word, possible) : null;

    /// <summary>
    /// Gets the diagnostics in the order of the files and of each file. Warnings are left out if there are errors, because they may follow from them.
    /// </summary>
    public EquatableArray<SchemaDiagnostic> ToList() => _items
        .Where(d => !d.Rule.IsWarning || _items.TrueForAll(other => other.Rule.IsWarning))
        .OrderBy(d => d.Range.File, StringComparer.Ordinal).ThenBy(d => d.Range.Start.Index).ThenBy(d => d.Rule.Id, StringComparer.Ordinal).ToEquatableArray();
}
