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
    /// <summary>The names of the members that every object has.</summary>
    public static readonly string[] NamesOfObjects = ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>The names of the members that every record has, which no member and no type can have.</summary>
    public static readonly string[] NamesOfRecords = ["PrintMembers", "EqualityContract", "ToJson", .. NamesOfObjects];

    // What the JSON context has beside the metadata of types.
    private static readonly string[] NamesOfContexts = ["Default", "Options", "GetTypeInfo", "GeneratedSerializerOptions"];

    /// <summary>The namespaces of other schemas that are inside this one, without the part that they share.</summary>
    public EquatableArray<string> NestedNamespaces { get; init; }

    /// <summary>Whether other services use the types of this one.</summary>
    public bool IsUsed { get; init; }

    /// <summary>The JSON contexts of the services whose types this one uses.</summary>
    public EquatableArray<string> UsedContexts { get; init; }

    /// <summary>The unions of other services that this one uses.</summary>
    public EquatableArray<UnionModel> UsedUnions { get; init; }

    /// <summary>The enums of other services that this one uses.</summary>
    public EquatableArray<EnumModel> UsedEnums { get; init; }

    /// <summary>The webhook that receives events, or null.</summary>
    public WebhookModel? Webhook { get; init; }

    public string Client => $"{Name}Client";

    public string Interface => $"I{Client}";

    public string JsonContext => JsonContextFor(Name);

    public string JsonWriter => JsonWriterFor(Name);

    public string JsonReader => JsonReaderFor(Name);

    public string Validator => ValidatorFor(Name);

    public string ErrorCodes => $"{Name}Errors";

    public string WindowsClass => $"{Name}Windows";

    public string Extensions => $"{Name}ServiceCollectionExtensions";

    public string Factory => $"{Name}ClientFactory";

    public string FactoryInterface => $"I{Factory}";

    /// <summary>The names of all types that are generated.</summary>
    public IEnumerable<string> TypeNames =>
    [
        .. Records.Select(r => r.Name),
        .. Unions.SelectMany(u => u.Content is null ? new[] { u.Name, u.Raw, u.Converter } : [u.Name, u.Converter]),
        .. Enums.SelectMany(e => new[] { e.Name, e.Converter }),
        Client, Interface, ErrorCodes, Validator, JsonContext, JsonWriter, JsonReader,
        .. Windows.Any() ? new[] { WindowsClass } : [],
        .. HasRegistration ? new[] { Extensions, Factory, FactoryInterface } : [],
        .. Webhook?.TypeNames ?? [],
    ];

    /// <summary>Whether the client tells platforms apart: there are some, and something is sent there.</summary>
    public bool HasPlatforms => Platforms.Count > 0;

    /// <summary>The platforms' names, as a list in C#.</summary>
    public string PlatformList => $"[{string.Join(", ", Platforms.Select(p => p.NameLiteral))}]";

    /// <summary>Whether there is anything to validate.</summary>
    public bool HasValidator => Bodies.Any() || Operations.Any(o => o.IsValidated) || (IsUsed && SentRecords.Any());

    /// <summary>Whether there is a client.</summary>
    public bool HasClient => Settings.HasClient && Operations.Count > 0;

    /// <summary>Whether there is a writer for the JSON of requests.</summary>
    public bool HasJsonWriter => HasClient || IsUsed;

    /// <summary>Whether there is a reader for JSON that a server writes.</summary>
    public bool HasJsonReader => HasJsonWriter || Webhook is not null;

    /// <summary>Whether the client can be registered in a host.</summary>
    public bool HasRegistration => HasClient && Settings.HasRegistration;

    /// <summary>Whether a client is the client of a Page.</summary>
    public bool HasPages => Operations.Any(operation => operation.HasPage);

    /// <summary>The accessibility of code that the services which use the types of this one call.</summary>
    public string SharedVisibility => IsUsed ? "internal" : "private";

    /// <summary>The records that requests hold.</summary>
    public IEnumerable<RecordModel> SentRecords => Records.Where(record => record.IsSent);

    /// <summary>The records that operations send, each once.</summary>
    public IEnumerable<RecordTypeModel> Bodies => Operations.Select(o => o.Body).OfType<RecordTypeModel>().Distinct();

    /// <summary>The times in which customers can be written to.</summary>
    public IEnumerable<WindowModel> Windows => Operations.SelectMany(o => o.Windows);

    /// <summary>Finds a union of this service, or one that it uses.</summary>
    public UnionModel? FindUnion(string name) => FindUnion(Unions, name) ?? FindUnion(UsedUnions, name);

    /// <summary>Finds an enum of this service, or one that it uses.</summary>
    public EnumModel FindEnum(string name) => Enums.Concat(UsedEnums).First(type => type.Name == name);

    /// <summary>Gets the records that a value of a type can be: of a union, its shapes and those of the unions among them.</summary>
    public IReadOnlyList<string> ShapesOf(TypeModel type)
    {
        if (type is not RecordTypeModel { Record: var name })
            return [];
        if (FindUnion(name) is null)
            return [name];

        // A name that two schemas define is reported, and means that of this one.
        var unions = Unions.Concat(UsedUnions).GroupBy(union => union.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var (records, seen, open) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), new Queue<string>([name]));
        while (open.Count > 0)
        {
            foreach (var shape in unions[open.Dequeue()].Shapes.Select(shape => shape.Record).Where(seen.Add))
            {
                if (unions.ContainsKey(shape))
                    open.Enqueue(shape);
                else
                    records.Add(shape);
            }
        }

        return records;
    }

    /// <summary>Gets the names that something in the generated namespace has: they would come before an imported type of the same name.</summary>
    public ISet<string> DeclaredNames() => new HashSet<string>(
        [
            .. NestedNamespaces,
            .. TypeNames,
            .. Records.SelectMany(r => r.Members).Select(m => m.Name),
            .. Unions.Select(u => u.Discriminator?.Property).OfType<string>(),
            .. Enums.SelectMany(e => e.Members).Select(m => m.Name),
            .. Platforms.Select(p => p.Property),
            .. Errors.Select(e => e.Name),
            .. Windows.Select(w => w.Name),
        ],
        StringComparer.Ordinal);

    /// <summary>Gets the name of a generated type for an expression, where a member of the same name would come first.</summary>
    public string InExpression(string type) =>
        type is "Write" or "Undefined" or "Validate" or "Describe" or "Get" || type.StartsWith("Read", StringComparison.Ordinal) || Platforms.Any(p => p.Property == type) ? $"global::{Namespace}.{type}" : type;

    /// <summary>Gets the name of the property of the JSON context for a type.</summary>
    public static string ContextProperty(string type) => NamesOfContexts.Contains(type) ? type + "_" : type;

    /// <summary>Gets the name of the method that reads a type.</summary>
    public string ReadMethod(string type) => ReadMethod(type, Name);

    /// <summary>Gets the name of the method that reads a type in the reader of a service.</summary>
    public static string ReadMethod(string type, string service) => $"Read{type}" == JsonReaderFor(service) ? $"Read_{type}" : $"Read{type}";

    public static string JsonContextFor(string service) => $"{service}JsonContext";

    public static string JsonWriterFor(string service) => $"{service}JsonWriter";

    public static string JsonReaderFor(string service) => $"{service}JsonReader";

    public static string ValidatorFor(string service) => $"{service}Validator";

    // Every member whose type is generated is looked for, so this does without LINQ.
    private static UnionModel? FindUnion(EquatableArray<UnionModel> unions, string name)
    {
        foreach (var union in unions)
        {
            if (union.Name == name)
                return union;
        }

        return null;
    }

    /// <summary>The accessibility of the generated types.</summary>
    public string Visibility => Settings.IsInternal ? "internal" : "public";
}

/// <summary>What the project asks for, beside what the schema says.</summary>
/// <param name="Namespace">The namespace of the generated code; null for the schema's.</param>
/// <param name="IsInternal">Whether the types are internal rather than public.</param>
/// <param name="HasClient">Whether there is a client.</param>
/// <param name="HasJsonContext">Whether there is a JSON context.</param>
/// <param name="HasRegistration">Whether the client can be registered in a host.</param>
/// <param name="HasEndpoints">Whether webhooks can be mapped to addresses in a host.</param>
/// <param name="AsOf">The day for which dates of the schema are evaluated; null for the schema's.</param>
internal sealed record GenerationSettings(string? Namespace, bool IsInternal, bool HasClient, bool HasJsonContext, bool HasRegistration, bool HasEndpoints, SchemaDate? AsOf)
{
    public static GenerationSettings Default { get; } = new(null, false, true, true, false, false, null);
}

/// <summary>A platform, for which a client has a property.</summary>
/// <param name="Property">The property.</param>
/// <param name="Field">The field behind it.</param>
/// <param name="NameLiteral">The platform's name, as a C# literal.</param>
/// <param name="Summary">What the property is, as XML documentation.</param>
internal sealed record PlatformModel(string Property, string Field, string NameLiteral, string Summary);

/// <summary>An error that the server can return.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Codes">Its codes.</param>
/// <param name="Summary">What it means, as XML documentation.</param>
/// <param name="MeaningLiteral">What it means, as a C# literal.</param>
/// <param name="Recovery">What helps: a value of the runtime library's enum.</param>
/// <param name="Advice">What helps, as a sentence.</param>
/// <param name="AdviceLiteral">The same, as a C# literal.</param>
/// <param name="Outcome">What became of a call with it: a value of the runtime library's enum.</param>
/// <param name="AffectsPage">Whether further calls of the Page fail as well.</param>
internal sealed record ErrorModel(
    string Name, EquatableArray<ErrorNumber> Codes, string Summary, string MeaningLiteral, string Recovery, string Advice, string AdviceLiteral, string Outcome, bool AffectsPage);

/// <summary>A code of an error.</summary>
/// <param name="Code">The code.</param>
/// <param name="Subcode">The subcode; null for all of them.</param>
internal sealed record ErrorNumber(int Code, int? Subcode);
