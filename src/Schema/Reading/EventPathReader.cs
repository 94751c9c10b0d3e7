using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads paths that lead from an event to one of its values, through objects of the file only, so that code can follow them.</summary>
internal sealed class EventPathReader(SchemaDocument document, DiagnosticBag diagnostics)
{
    private readonly MemberPathResolver _resolver = new(document, diagnostics);

    /// <summary>Reads a path to an id.</summary>
    public MemberPath? ReadId(ObjectType start, YamlScalar path) =>
        Read(start, path, type => type is ScalarReference { Kind: ScalarKind.String or ScalarKind.StringOrInteger }, "a path through objects to a string");

    /// <summary>Reads a path to a value that is compared as a string.</summary>
    public MemberPath? ReadValue(ObjectType start, YamlScalar path) => Read(
        start,
        path,
        type => type is EnumReference or ScalarReference { Kind: ScalarKind.String or ScalarKind.StringOrInteger or ScalarKind.Integer or ScalarKind.IntegerOrString or ScalarKind.Timestamp },
        "a path through objects to a string, an integer, a timestamp or an enum");

    /// <summary>Reports a flag that is not a Boolean in the member that names an event.</summary>
    public void RequireFlag(ObjectType type, string member, YamlScalar flag)
    {
        if (type.FindMember(member)?.Type is not ObjectReference content || document.FindType(content.Name) is not { } inner)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, flag.Range, flag.Value, $"allowed here: '{member}' is no object", "");
        else if (inner.FindMember(flag.Value) is not { } found)
            diagnostics.Add(SchemaDiagnosticDescriptors.UnknownMember, flag.Range, flag.Value, inner.Name, diagnostics.Hint(flag.Value, inner.Members.Select(m => m.Name)));
        else if (found.Type is not ScalarReference { Kind: ScalarKind.Boolean })
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, flag.Range, flag.Value, "a boolean", "");
    }

    private MemberPath? Read(ObjectType start, YamlScalar text, Func<TypeReference, bool> isPossible, string what)
    {
        if (_resolver.Resolve(start, text) is not { Path: var path })
            return null;
        if (MemberPathResolver.FollowObjects(start, path, document.Types.Find) is { Type: var type } && isPossible(type))
            return path;
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, what, "");
        return null;
    }
}
