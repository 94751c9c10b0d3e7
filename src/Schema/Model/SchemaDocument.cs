using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>One checked schema: operations of a Graph API service, with the types that they speak of.</summary>
/// <param name="Namespace">The C# namespace of the generated code.</param>
/// <param name="Service">The name from which client and JSON context take theirs.</param>
/// <param name="Version">The Graph API version that the client speaks, such as <c>v26.0</c>.</param>
/// <param name="AsOf">The day on which the schema is accurate. Its dates are compared with this day.</param>
/// <param name="Docs">Where the endpoint is documented, if the schema says so.</param>
/// <param name="Platforms">The platforms that the schema tells apart.</param>
/// <param name="Sources">Where its facts are known from.</param>
/// <param name="Operations">What can be called.</param>
/// <param name="Types">The objects of requests and answers.</param>
/// <param name="Unions">The objects that have one of several shapes.</param>
/// <param name="Enums">The closed sets of values.</param>
/// <param name="Errors">The error codes that the endpoint documents.</param>
/// <param name="Range">Where the document stands.</param>
internal sealed record SchemaDocument(
    string Namespace,
    string Service,
    string Version,
    SchemaDate AsOf,
    string? Docs,
    EquatableArray<string> Platforms,
    EquatableArray<Source> Sources,
    EquatableArray<Operation> Operations,
    NamedList<ObjectType> Types,
    NamedList<UnionType> Unions,
    NamedList<EnumType> Enums,
    EquatableArray<ErrorCode> Errors,
    TextRange Range)
{
    /// <summary>What the server posts; null if the schema does not say so.</summary>
    public Webhook? Webhook { get; init; }

    /// <summary>The schemas whose types are used.</summary>
    public EquatableArray<UsedSchema> Uses { get; init; }

    /// <summary>The names of all types and enums, without those of used schemas.</summary>
    public IEnumerable<string> Names => Types.Select(t => t.Name).Concat(Unions.Select(u => u.Name)).Concat(Enums.Select(e => e.Name));

    /// <summary>All used schemas, also those that used schemas use.</summary>
    public IEnumerable<UsedSchema> AllUses => Uses.Concat(Uses.SelectMany(u => u.Document.AllUses)).GroupBy(u => u.Path).Select(g => g.First());

    /// <summary>Finds an object by name, here or in a used schema.</summary>
    public ObjectType? FindType(string name) => Types.Find(name) ?? Uses.Select(u => u.Document.FindType(name)).FirstOrDefault(t => t is not null);

    /// <summary>Finds a union by name, here or in a used schema.</summary>
    public UnionType? FindUnion(string name) => Unions.Find(name) ?? Uses.Select(u => u.Document.FindUnion(name)).FirstOrDefault(u => u is not null);

    /// <summary>Finds the type of a union's discriminator.</summary>
    public static TypeReference DiscriminatorOf(UnionType union) => union.Values is { } values ? new EnumReference(values) : new ScalarReference(ScalarKind.String);

    /// <summary>Gets the type of the shape of a case.</summary>
    public TypeReference ShapeOf(UnionCase shape) => FindType(shape.Type) is not null ? new ObjectReference(shape.Type) : new UnionReference(shape.Type);

    /// <summary>Determines whether a shape has no members, so that the member for its content is left out.</summary>
    public bool HasNoContent(UnionCase shape) => FindType(shape.Type) is { Members.Count: 0 };

    /// <summary>Finds an enum by name, here or in a used schema.</summary>
    public EnumType? FindEnum(string name) => Enums.Find(name) ?? Uses.Select(u => u.Document.FindEnum(name)).FirstOrDefault(e => e is not null);
}

/// <summary>A schema whose types another one uses.</summary>
/// <param name="Path">The path of its file.</param>
/// <param name="Document">Its sound parts.</param>
internal sealed record UsedSchema(string Path, SchemaDocument Document);
