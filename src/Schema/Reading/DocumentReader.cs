using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>
/// Reads the whole document: YAML nodes → model. First the types, which speak of each other by name; then the rules, which
/// need the types; then the examples, which need the rules.
/// </summary>
/// <param name="group">The files that are read as the document.</param>
/// <param name="uses">The schemas whose types are used.</param>
/// <param name="diagnostics">The collection for diagnostics.</param>
internal sealed class DocumentReader(SchemaGroup group, IReadOnlyList<UsedSchema> uses, DiagnosticBag diagnostics)
{
    private const RegexOptions Strict = RegexOptions.CultureInvariant | RegexOptions.ECMAScript;

    private static readonly Regex DottedName = new(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\z", Strict);
    private static readonly Regex GraphVersion = new(@"^v[0-9]{1,3}\.[0-9]{1,3}\z", Strict);

    public SchemaDocument? Read(YamlNode root)
    {
        var reader = new MappingReader(root, "the schema", TextRange.FileStart with { File = root.Range.File }, diagnostics);
        _ = reader.RequiredChoice("schema", 1, ("1", 1));
        var @namespace = ReadNamespace(reader.RequiredText("namespace"));
        var service = reader.RequiredText("service").AsTypeName(diagnostics);
        var version = reader.RequiredText("version").Matching(GraphVersion, "a Graph API version such as v26.0", diagnostics);
        var asOf = reader.RequiredText("as-of") is null ? null : reader.Date("as-of");
        var docs = reader.Text("docs")?.Value;
        var platforms = reader.Texts("platforms").Select(p => p.AsLowerWord(diagnostics)).OfType<string>().ToEquatableArray();
        var sourceEntries = reader.Entries("sources").ToList();
        var sources = sourceEntries.Select(ReadSource).OfType<Source>().ToEquatableArray();
        var document = new SchemaDocument(
            @namespace ?? "PageMessages", service ?? "Schema", version ?? "v0.0", asOf ?? default, docs, platforms, sources, default, NamedList.Empty<ObjectType>(), NamedList.Empty<UnionType>(), NamedList.Empty<EnumType>(), default, root.Range)
        {
            Uses = uses.ToEquatableArray(),
        };

        // They are read before, and known here for the sake of those who misspell them.
        _ = (reader.Find(FileReferences.ExtendsKey), reader.Find(FileReferences.UsesKey));
        var facts = new FactReader(platforms, [.. sources.Select(s => s.Name)], diagnostics);
        document = ReadContent(reader, document, facts);
        reader.Finish();
        foreach (var source in sourceEntries.Where(s => !facts.IsNamed(s.Key.Value) && !IsNamedByExtendedFile(s.Key.Value)))
            diagnostics.Add(SchemaDiagnosticDescriptors.UnusedSource, source.Key.Range, source.Key.Value);

        // Without these three nothing can be named; the diagnostics say what is missing.
        return @namespace is null || service is null || version is null ? null : document;
    }

    private SchemaDocument ReadContent(MappingReader reader, SchemaDocument document, FactReader facts)
    {
        // A file without operations has types for other files, and one without types has enums for them.
        var operations = (reader.Find("operations") is null ? [] : reader.RequiredEntries("operations")).ToList();
        var types = (reader.Find("types") is null && reader.Find("enums") is not null ? [] : reader.RequiredEntries("types")).ToList();
        var enums = reader.Entries("enums").ToList();
        var webhooks = reader.Find("webhooks");
        var names = new SymbolTable(types, [.. WebhookReader.EventsOf(webhooks)], enums, WebhookReader.TypeNamesOf(reader.Key("webhooks")), new UsedNames(document, group.LacksFile || uses.Count < group.Uses.Count), diagnostics);
        var errorReader = new ErrorReader(facts, diagnostics);
        var errors = reader.Entries("errors").Select(errorReader.Read).OfType<ErrorCode>().ToEquatableArray();
        var typeReader = new TypeReader(names, facts, new ErrorTable([.. errors], diagnostics), diagnostics);
        var unionReader = new UnionReader(names, diagnostics);
        var enumReader = new EnumReader(facts, diagnostics);
        var operationReader = new OperationReader(names, typeReader, diagnostics);
        var webhookReader = webhooks is null ? null : new WebhookReader(webhooks, reader.Key("webhooks")!.Range, document.Platforms, diagnostics);

        document = document with
        {
            Operations = operations.Select(operationReader.Read).OfType<Operation>().ToEquatableArray(),
            Types = names.Objects.Select(typeReader.Read).OfType<ObjectType>().Concat(webhookReader?.ReadTypes(names, typeReader, facts) ?? []).ToNamedList(),
            Unions = names.Unions.Select(unionReader.Read).OfType<UnionType>().Concat(webhookReader is null ? [] : [webhookReader.Union]).ToNamedList(),
            Enums = names.Enums.Select(enumReader.Read).OfType<EnumType>().ToNamedList(),
            Errors = errors,
        };
        var checks = new DocumentChecks(document, names, diagnostics);
        document = checks.Run();
        document = document with { Webhook = webhookReader?.Read(document) };
        if (operations.Count + names.Events.Count > 0 && !group.IsUsed)
            checks.ReportUnusedTypes(document.Webhook);

        var rules = new ChildNodes(types, "rules");
        var ruleReader = new RuleReader(document, facts, diagnostics);
        foreach (var (_, node) in rules.All.Where(r => document.FindType(r.Name) is null))
            ruleReader.Unsound.AddAll(node);
        document = document with { Types = document.Types.Select(t => t with { Rules = ruleReader.Read(t, rules.Of(t.Name)) }).ToNamedList() };

        var rates = new ChildNodes(operations, "rates");
        var rateReader = new RateReader(document, facts, diagnostics);
        document = document with { Operations = document.Operations.Select(o => o with { Rates = rateReader.Read(o, rates.Of(o.Name)) }).ToEquatableArray() };
        document = ReadReplies(document, operations, facts, ruleReader);

        var examples = new ChildNodes(operations, "examples");
        var exampleReader = new ExampleReader(document, ruleReader.Unsound, facts, group.ExtendedPath, diagnostics);
        return document with { Operations = document.Operations.Select(o => o with { Examples = exampleReader.Read(o, examples.Of(o.Name)) }).ToEquatableArray() };
    }

    // What the server tells of messages and of customers by webhooks, and what calls have to do with it.
    private SchemaDocument ReadReplies(SchemaDocument document, List<YamlEntry> operations, FactReader facts, RuleReader rules)
    {
        var (customers, correlations, windows) = (new ChildNodes(operations, "customer"), new ChildNodes(operations, "correlated-by"), new ChildNodes(operations, "windows"));
        var echoReader = new EchoReader(document, diagnostics);
        var windowReader = new WindowReader(document, facts, rules, diagnostics);
        return document with
        {
            Operations = document.Operations.Select(o => o with
            {
                Customer = echoReader.ReadCustomer(o, customers.Of(o.Name)),
                Correlation = echoReader.ReadCorrelation(o, correlations.Of(o.Name)),
                Windows = windowReader.Read(o, windows.Of(o.Name), hasCustomer: customers.Of(o.Name) is not null),
            }).ToEquatableArray(),
        };
    }

    private string? ReadNamespace(YamlScalar? text)
    {
        var name = text.Matching(DottedName, "a C# namespace", diagnostics);
        if (name is null || !ScalarChecks.IsUsedNamespace(name))
            return name;
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text!.Range, name, "possible here: generated code uses the namespaces System and PageMessagesGen", "");
        return null;
    }

    private Source? ReadSource(YamlEntry entry)
    {
        var name = entry.Key.AsLowerWord(diagnostics);
        if (entry.Value is YamlScalar { IsMissing: false } description)
            return name is null ? null : new Source(name, description.Value);
        diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, entry.Value.Range, $"'{entry.Key.Value}'", "a string that describes the source", entry.Value.Kind);
        return null;
    }

    // A source that an overlay has made unused remains: the extended file may be that of the package.
    private bool IsNamedByExtendedFile(string source) => group.ExtendedPath is not null && IsNamed(source, YamlFile.Read(group.Files[0]).Root);

    private static bool IsNamed(string source, YamlNode? node) => node switch
    {
        YamlMapping mapping => mapping.Entries.Any(e => (e.Key.Value == "source" && IsOneOf(source, e.Value)) || IsNamed(source, e.Value)),
        YamlSequence sequence => sequence.Items.Any(item => IsNamed(source, item)),
        _ => false,
    };

    private static bool IsOneOf(string text, YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value == text,
        YamlSequence sequence => sequence.Items.Any(item => IsOneOf(text, item)),
        _ => false,
    };

    /// <summary>The value of one key in each of several entries.</summary>
    private sealed class ChildNodes(IEnumerable<YamlEntry> entries, string key)
    {
        private readonly Dictionary<string, YamlNode?> _nodes = entries.ToDictionary(
            e => e.Key.Value,
            e => (e.Value as YamlMapping)?.Find(key),
            StringComparer.Ordinal);

        /// <summary>The values, each with the name of the entry that has it.</summary>
        public IEnumerable<(string Name, YamlNode Node)> All => _nodes.Where(n => n.Value is not null).Select(n => (n.Key, n.Value!));

        public YamlNode? Of(string name) => _nodes.TryGetValue(name, out var node) ? node : null;
    }
}
