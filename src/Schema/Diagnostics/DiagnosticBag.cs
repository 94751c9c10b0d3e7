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

    /// <summary>Adds a mistake.</summary>
    public void Add(SchemaRule rule, TextRange range, params object[] arguments)
    {
        if (_items.Count < Most)
            _items.Add(new SchemaDiagnostic(rule, range, arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToEquatableArray()));
    }

    /// <summary>Writes <c> Did you mean 'x'?</c>, with its leading blank, or nothing: also where no mistake is taken any more.</summary>
    internal string Hint(string word, IEnumerable<string> candidates) => _items.Count < Most ? Spelling.Hint(word, candidates) : "";

    /// <summary>Gives what was gathered, in the order of the file.</summary>
    public EquatableArray<SchemaDiagnostic> ToList() =>
        _items.OrderBy(d => d.Range.Start.Index).ThenBy(d => d.Rule.Id, StringComparer.Ordinal).ToEquatableArray();
}
