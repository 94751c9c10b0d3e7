using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>One checked schema: operations of a Graph API service, with the types that they speak of.</summary>
/// <param name="Namespace">The C# namespace of the generated code.</param>
/// <param name="Service">The name from which client and JSON context take theirs.</param>
/// <param name="Version">The Graph API version that the client speaks, such as <c>v26.0</c>.</param>
/// <param name="Docs">Where the endpoint is documented, if the schema says so.</param>
/// <param name="Operations">What can be called.</param>
/// <param name="Types">The objects of requests and answers.</param>
/// <param name="Enums">The closed sets of values.</param>
/// <param name="Errors">The error codes that the endpoint documents.</param>
/// <param name="Range">Where the document stands.</param>
public sealed record SchemaDocument(
    string Namespace,
    string Service,
    string Version,
    string? Docs,
    EquatableArray<Operation> Operations,
    EquatableArray<ObjectType> Types,
    EquatableArray<EnumType> Enums,
    EquatableArray<ErrorCode> Errors,
    TextRange Range)
{
    /// <summary>Finds an object by name.</summary>
    public ObjectType? FindType(string name) => Types.FirstOrDefault(t => t.Name == name);

    /// <summary>Finds an enum by name.</summary>
    public EnumType? FindEnum(string name) => Enums.FirstOrDefault(e => e.Name == name);
}
