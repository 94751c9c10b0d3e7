using System.Globalization;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Diagnostics;

/// <summary>Gathers the mistakes of one schema.</summary>
public sealed class DiagnosticBag
{
    // A file that is wrong everywhere is not helped by more than this.
    private const int Most = 100;

    private readonly List<SchemaDiagnostic> _items = [];

    /// <summary>How many errors were gathered so far.</summary>
    internal int Errors { get; private set; }

    /// <summary>Adds a mistake.</summary>
    public void Add(SchemaRule rule, TextRange range, params object[] arguments)
    {
        // An error must not be lost for a hundred warnings.
        if (_items.Count >= Most && (rule.IsWarning || Errors >= Most))
            return;
        Errors += rule.IsWarning ? 0 : 1;
        _items.Add(new SchemaDiagnostic(rule, range, arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToEquatableArray()));
    }

    /// <summary>Writes <c> Did you mean 'x'?</c>, with its leading blank, for a word that is not among the possible ones.</summary>
    /// <returns>Nothing, if no word comes close or nobody would read it any more.</returns>
    internal string Hint(string word, IEnumerable<string> possible) => Hint(Closest(word, possible));

    /// <summary>Writes <c> Did you mean 'x'?</c>, or nothing.</summary>
    internal static string Hint(string? meant) => meant is null ? "" : $" Did you mean '{meant}'?";

    /// <summary>Gives the possible word that comes close to a word; null if none does or nobody would read of it any more.</summary>
    internal string? Closest(string word, IEnumerable<string> possible) => _items.Count < Most ? Spelling.Closest(word, possible) : null;

    /// <summary>Gives what was gathered, in the order of the file. Warnings wait until there are no errors, from which they may follow.</summary>
    public EquatableArray<SchemaDiagnostic> ToList() => _items
        .Where(d => !d.Rule.IsWarning || _items.TrueForAll(other => other.Rule.IsWarning))
        .OrderBy(d => d.Range.Start.Index).ThenBy(d => d.Rule.Id, StringComparer.Ordinal).ToEquatableArray();
}
