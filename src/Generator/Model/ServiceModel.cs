using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>
/// The code to generate for one schema, with every name and type decided. It holds no places in the schema, so that an edit
/// which changes no meaning leaves an equal model behind. Its texts are safe where they go: emitters write them as they are.
/// </summary>
internal sealed record ServiceModel(
    string Namespace,
    string Name,
    string Version,
    string? Docs,
    GenerationSettings Settings,
    EquatableArray<RecordModel> Records,
    EquatableArray<UnionModel> Unions,
    EquatableArray<EnumModel> Enums,
    EquatableArray<OperationModel> Operations,
    EquatableArray<ErrorModel> Errors,
    EquatableArray<PlatformModel> Platforms)
{
    public string Client => $"{Name}Client";

    public string Interface => $"I{Client}";

    public string JsonContext => $"{Name}JsonContext";

    public string JsonWriter => $"{Name}JsonWriter";

    public string JsonReader => $"{Name}JsonReader";

    public string Validator => $"{Name}Validator";

    public string ErrorCodes => $"{Name}Errors";

    /// <summary>Whether the client tells platforms apart: there are some, and something is sent there.</summary>
    public bool HasPlatforms => Platforms.Count > 0;

    /// <summary>The platforms' names, as a list in C#.</summary>
    public string PlatformList => $"[{string.Join(", ", Platforms.Select(p => p.NameLiteral))}]";

    /// <summary>Whether there is anything to validate.</summary>
    public bool HasValidator => Bodies.Any();

    /// <summary>The records that requests hold.</summary>
    public IEnumerable<RecordModel> SentRecords => Records.Where(record => record.IsSent);

    /// <summary>The records that operations send, each once.</summary>
    public IEnumerable<string> Bodies => Operations.Select(o => o.Body).OfType<string>().Distinct();

    /// <summary>Gets the records that a value of a type can be: of a union, its shapes and those of the unions among them.</summary>
    public IReadOnlyList<string> ShapesOf(TypeModel type)
    {
        if (type is not RecordTypeModel { Record: var name })
            return [];
        return FindUnion(name) is { } union ? [.. union.Shapes.SelectMany(RecordsOf).Distinct()] : [name];

        IEnumerable<string> RecordsOf(UnionShapeModel shape) => FindUnion(shape.Record) is { } inner
            ? inner.Shapes.Select(s => s.Record).Where(record => FindUnion(record) is null)
            : [shape.Record];

        UnionModel? FindUnion(string name) => Unions.FirstOrDefault(union => union.Name == name);
    }

    /// <summary>The accessibility of the generated types.</summary>
    public string Visibility => Settings.IsInternal ? "internal" : "public";
}

/// <summary>What the project asks for, beside what the schema says.</summary>
/// <param name="Namespace">The namespace of the generated code; null for the schema's.</param>
/// <param name="IsInternal">Whether the types are internal rather than public.</param>
/// <param name="HasClient">Whether there is a client.</param>
/// <param name="HasJsonContext">Whether there is a JSON context.</param>
/// <param name="AsOf">The day for which dates of the schema are evaluated; null for the schema's.</param>
internal sealed record GenerationSettings(string? Namespace, bool IsInternal, bool HasClient, bool HasJsonContext, SchemaDate? AsOf)
{
    public static GenerationSettings Default { get; } = new(null, false, true, true, null);
}

/// <summary>A platform, for which a client has a property.</summary>
/// <param name="Property">The property.</param>
/// <param name="Field">The field behind it.</param>
/// <param name="NameLiteral">The platform's name, as a C# literal.</param>
/// <param name="Summary">What the property is, as XML documentation.</param>
internal sealed record PlatformModel(string Property, string Field, string NameLiteral, string Summary);

/// <summary>A constant for an error code.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Code">The code.</param>
/// <param name="Subcode">The subcode; null for all of them.</param>
/// <param name="Summary">What it means, as XML documentation.</param>
/// <param name="MeaningLiteral">What it means, as a C# literal.</param>
/// <param name="Advice">What helps.</param>
internal sealed record ErrorModel(string Name, int Code, int? Subcode, string Summary, string MeaningLiteral, string Advice);
