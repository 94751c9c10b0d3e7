using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an enum and its members.</summary>
internal sealed class EnumReader(FactReader facts, DiagnosticBag diagnostics)
{
    public EnumType? Read(YamlEntry entry)
    {
        var name = entry.Key.AsTypeName(diagnostics);
        var reader = new MappingReader(entry.Value, $"the enum '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.RequiredText("summary")?.Value ?? "";
        var lowerCase = reader.Choice("wire-case", false, ("lower", true), ("as-written", false));
        var members = reader.RequiredEntries("members").Select(e => ReadMember(e, lowerCase)).OfType<EnumMember>().ToList();
        reader.Finish();
        _ = members.RemoveAll(SharesWireValue(new(StringComparer.OrdinalIgnoreCase)));
        return name is null ? null : new EnumType(name, summary, members.ToNamedList(), entry.Key.Range);
    }

    private EnumMember? ReadMember(YamlEntry entry, bool lowerCase)
    {
        var name = entry.Key.AsWireName(diagnostics);
        var reader = new MappingReader(entry.Value, $"the enum member '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var member = new EnumMember(
            name ?? "",
            reader.Text("name").AsTypeName(diagnostics),
            reader.Text("wire").AsWireName(diagnostics) ?? (lowerCase ? entry.Key.Value.ToLowerInvariant() : entry.Key.Value),
            reader.RequiredText("summary")?.Value ?? "",
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

        diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateName, member.Range, "The enum member", member.Name, other.Name, other.Range.Start.Line, $"both are '{member.Wire}' on the wire.");
        return true;
    };
}
