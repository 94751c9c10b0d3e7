using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an object and its members. <see cref="RuleReader"/> reads the rules, which require all objects.</summary>
internal sealed class TypeReader(SymbolTable names, FactReader facts, ErrorTable errors, DiagnosticBag diagnostics)
{
    private readonly LimitReader _limits = new(diagnostics);

    public ObjectType? Read(YamlEntry entry)
    {
        var name = entry.Key.AsTypeName(diagnostics);
        var reader = new MappingReader(entry.Value, $"the type '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.Summary();
        var entries = reader.RequiredEntries("members", canBeEmpty: true).ToList();
        var members = entries.Select(ReadMember).OfType<Member>().ToNamedList();
        _ = reader.Find("rules");
        reader.Finish();
        return name is null ? null : new ObjectType(name, summary, members, default, entry.Key.Range);
    }

    /// <summary>Reads a member of an object.</summary>
    public Member? ReadMember(YamlEntry entry)
    {
        var reader = new MappingReader(entry.Value, $"the member '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var member = ReadMember(entry, reader, isInObject: true);
        reader.Finish();
        return member;
    }

    /// <summary>Reads what members of objects and parameters have in common.</summary>
    public Member? ReadMember(YamlEntry entry, MappingReader reader, bool isInObject)
    {
        var name = entry.Key.AsWireName(diagnostics);
        var type = reader.RequiredText("type") is { } text ? names.Resolve(text, canBeFile: isInObject) : SymbolTable.ErrorType;
        var member = new Member(
            name ?? "",
            reader.Text("name").AsTypeName(diagnostics),
            reader.Summary(),
            type,
            isInObject ? reader.Text("by")?.Value : null,
            reader.Flag("required"),
            isInObject && reader.Flag("emoji"),
            reader.Flag("sensitive"),
            reader.Flag("undocumented"),
            ReadDefault(reader.Text("default"), entry.Key.Value, type),
            _limits.Read(reader, type, entry.Key.Value).Where(limit => LimitReader.Fits(limit, type)).ToEquatableArray(),
            reader.Choice("severity", RuleSeverity.Error, RuleWords.Severities),
            facts.Platforms(reader),
            facts.Lifecycle(reader),
            facts.Evidence(reader),
            entry.Key.Range)
        {
            Answer = isInObject ? ReadAnswer(reader) : null,
        };
        if (type.IsFile && member.Required)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, reader.Text("required")!.Range, "true", "allowed here: a file cannot be read from JSON; write a rule with 'require' instead", "");
        if (member.Evidence.IsUnverified && member.Limits.Count > 0 && member.LimitSeverity == RuleSeverity.Error)
            diagnostics.Add(SchemaDiagnosticDescriptors.UnverifiedError, entry.Key.Range, entry.Key.Value);
        return name is null ? null : type.IsFile ? member with { Required = false } : member;
    }

    private ErrorKey? ReadAnswer(MappingReader reader)
    {
        if (reader.Text("answer") is not { } text)
            return null;
        if (reader.Flag("required"))
            return errors.Find(text);
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "allowed here: only a required member has an answer for its absence", "");
        return null;
    }

    private string? ReadDefault(YamlScalar? text, string member, TypeReference type)
    {
        if (text is null || ReferenceEquals(type, SymbolTable.ErrorType))
            return null;
        var (possible, what, hint) = type switch
        {
            EnumReference e when names.MembersOf(e.Name).Contains(text.Value) => (true, "", ""),
            EnumReference e => (false, $"a {e.Name}", diagnostics.Hint(text.Value, names.MembersOf(e.Name))),
            ScalarReference { Kind: ScalarKind.Boolean } => (text.Value is "true" or "false", "a boolean", ""),
            ScalarReference { Kind: ScalarKind.Integer } => (Regex.IsMatch(text.Value, @"^-?[0-9]{1,18}\z"), "an integer", ""),
            ScalarReference { Kind: ScalarKind.Number } => (ScalarChecks.ParseNumber(text.Value) is not null, "a number", ""),
            ScalarReference { Kind: ScalarKind.String } => (true, "a string", ""),
            _ => (false, "of a type that does not support defaults", ""),
        };
        if (!possible)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidDefault, text.Range, text.Value, member, what, hint);
        return possible ? text.Value : null;
    }
}
