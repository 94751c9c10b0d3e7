using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an enum and its members.</summary>
internal sealed class EnumReader(FactReader facts, DiagnosticBag diagnostics)
{
    public EnumType? Read(YamlEntry entry)
    {
        if (entry.Value is YamlSequence list)
            return Create(entry, "", list.Items.Select(ReadName));
        var reader = new MappingReader(entry.Value, $"the enum '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.Summary();
        var lowerCase = reader.Choice("wire-case", false, ("lower", true), ("as-written", false));
        var members = reader.RequiredEntries("members").Select(e => ReadMember(e, lowerCase)).ToList();
        reader.Finish();
        return Create(entry, summary, members);
    }

    private EnumType? Create(YamlEntry entry, string summary, IEnumerable<EnumMember?> read)
    {
        var members = read.OfType<EnumMember>().ToList();
        _ = members.RemoveAll(SharesWireValue(new(StringComparer.OrdinalIgnoreCase)));
        if (members.Count == 0 && entry.Value is YamlSequence { Items.Count: 0 })
            diagnostics.Add(SchemaDiagnosticDescriptors.MissingKey, entry.Value.Range, $"The enum '{entry.Key.Value}'", "members");
        return entry.Key.AsTypeName(diagnostics) is { } name ? new EnumType(name, summary, members.ToNamedList(), entry.Key.Range) : null;
    }

    // An element of a short list: its name is what is sent.
    private EnumMember? ReadName(YamlNode node)
    {
        if (node is not YamlScalar text)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, node.Range, "A value of an enum", "a string", node.Kind);
            return null;
        }

        return text.AsWireName(diagnostics) is { } name
            ? new EnumMember(name, null, name, "", Undocumented: false, OnlyWhen: null, default, Lifecycle.Always, Evidence.None, text.Range)
            : null;
    }

    private EnumMember? ReadMember(YamlEntry entry, bool lowerCase)
    {
        var name = entry.Key.AsWireName(diagnostics);
        var reader = new MappingReader(entry.Value, $"the enum member '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var member = new EnumMember(
            name ?? "",
            reader.Text("name").AsTypeName(diagnostics),
            reader.Text("wire").AsWireName(diagnostics) ?? (lowerCase ? entry.Key.Value.ToLowerInvariant() : entry.Key.Value),
            reader.Summary(),
            reader.Flag("undocumented"),
            reader.Text("only-when")?.Value,
            facts.Platforms(reader),
            facts.Lifecycle(reader),
            facts.Evidence(reader),
            entry.Key.Range);
        reader.Finish();
        return name is null ? null : member;
    }

    // Values are read in any casing, so values that differ only in case would be ambiguous.
    private Predicate<EnumMember> SharesWireValue(Dictionary<string, EnumMember> first) => member =>
    {
        if (!first.TryGetValue(member.Wire, out var other))
        {
            first.Add(member.Wire, member);
            return false;
        }

        diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateName, member.Range, "The enum member", member.Name, other.Name, other.Range.LineSeenFrom(member.Range), $"both are '{member.Wire}' on the wire.");
        return true;
    };
}
