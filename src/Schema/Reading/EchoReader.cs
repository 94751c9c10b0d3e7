using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads by what webhook events are recognized to belong to a call, once all objects are known.</summary>
internal sealed class EchoReader(SchemaDocument document, DiagnosticBag diagnostics)
{
    private readonly MemberPathResolver _paths = new(document, diagnostics);

    /// <summary>Reads the member of the body that has the id of the customer.</summary>
    public MemberPath? ReadCustomer(Operation operation, YamlNode? customer)
    {
        if (customer is null or YamlScalar { IsMissing: false })
            return customer is YamlScalar path ? ReadPath(operation, path, canBeRequired: true) : null;
        diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, customer.Range, "'customer'", "the path of a member of the body", customer.Kind);
        return null;
    }

    /// <summary>Reads the member of the body that the server returns, and the member of the response with the id of the message.</summary>
    public Correlation? ReadCorrelation(Operation operation, YamlNode? correlation)
    {
        if (correlation is null)
            return null;
        if (correlation is not YamlMapping { Entries: { Count: > 0 } entries })
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, correlation.Range, "'correlated-by'", "a mapping of a member of the body to one of the response", correlation.Kind);
            return null;
        }

        var entry = entries[0];
        if (entry.Value is not YamlScalar { IsMissing: false } response)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, entry.Value.Range, $"'{entry.Key.Value}'", "the name of a member of the response", entry.Value.Kind);
            return null;
        }

        foreach (var other in entries.Skip(1))
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, other.Key.Range, other.Key.Value, "allowed here: one member is enough to recognize a message", "");

        var path = ReadPath(operation, entry.Key, canBeRequired: false);
        return IsId(operation, response) && path is not null ? new Correlation(path, response.Value) : null;
    }

    // The way there is one that 'with' expressions can copy.
    private MemberPath? ReadPath(Operation operation, YamlScalar text, bool canBeRequired)
    {
        if (operation.Body is null)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "allowed here: the operation has no body", "");
            return null;
        }

        if (document.FindType(operation.Body) is not { } type || _paths.Resolve(type, text) is not { } resolved)
            return null;
        if (MemberPathResolver.FollowObjects(type, resolved.Path, document.FindType) is not { } member)
            return Refuse(text, "a path through objects; lists, unions and JSON are not possible here");
        if (member.Type is not ScalarReference { Kind: ScalarKind.String or ScalarKind.StringOrInteger })
            return Refuse(text, "a member that is a string");
        return canBeRequired || !member.Required ? resolved.Path : Refuse(text, "a member that a request can leave out");
    }

    private bool IsId(Operation operation, YamlScalar name)
    {
        if (operation.Returns is not ObjectReference { Name: var typeName })
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, name.Range, name.Value, "allowed here: the operation returns no object", "");
            return false;
        }

        if (document.FindType(typeName) is not { } type)
            return false;
        if (type.FindMember(name.Value) is not { } member)
            diagnostics.Add(SchemaDiagnosticDescriptors.UnknownMember, name.Range, name.Value, typeName, diagnostics.Hint(name.Value, type.Members.Select(m => m.Name)));
        else if (member.Type is not ScalarReference { Kind: ScalarKind.String or ScalarKind.StringOrInteger })
            Refuse(name, "a member that is a string");
        else if (type.Members.FirstOrDefault(m => m.Required && m.Name != member.Name) is { } other)
            Refuse(name, $"possible here: an echo has the id alone, and '{typeName}' requires '{other.Name}' as well");
        else
            return true;
        return false;
    }

    private MemberPath? Refuse(YamlScalar text, string what)
    {
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, what, "");
        return null;
    }
}
