using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>
/// Reads what the server posts: first the objects of the events, which other types are needed for; then the paths into them, which
/// need all types.
/// </summary>
/// <param name="node">The value of <c>webhooks</c>.</param>
/// <param name="range">The range of the key.</param>
/// <param name="platforms">The platforms of the schema.</param>
/// <param name="diagnostics">The collection for diagnostics.</param>
internal sealed class WebhookReader(YamlNode node, TextRange range, EquatableArray<string> platforms, DiagnosticBag diagnostics)
{
    private static readonly (string, bool)[] Places = [("messaging", false), ("changes", true)];

    private const int MostFlags = 2;

    private readonly MappingReader _reader = new(node, "the section 'webhooks'", range, diagnostics);
    private IReadOnlyList<Draft> _drafts = [];

    /// <summary>Gets the entries of the events, whose names are names of types.</summary>
    public static IEnumerable<YamlEntry> EventsOf(YamlNode? node) => ((node as YamlMapping)?.Find("events") as YamlMapping)?.Entries ?? [];

    /// <summary>Gets the names of the types that every webhook has.</summary>
    /// <param name="key">The key; null if there is no webhook.</param>
    public static IEnumerable<YamlScalar> TypeNamesOf(YamlScalar? key) => key is null ? [] : Webhook.TypeNames.Select(name => key with { Value = name });

    /// <summary>Reads the objects of the events and of the body.</summary>
    public IReadOnlyList<ObjectType> ReadTypes(SymbolTable names, TypeReader types, FactReader facts)
    {
        var common = _reader.Entries("members").Select(types.ReadMember).OfType<Member>().ToList();

        // Of two events with one member, the one without a flag would hide the other.
        _drafts = [.. _reader.RequiredEntries("events").Where(e => names.Events.Contains(e)).Select(e => ReadEvent(e, common, names, facts)).OfType<Draft>().OrderBy(draft => draft.Event.Flag is null)];
        _drafts = WithoutRefused(WithoutAmbiguous(_drafts));
        return [.. _drafts.Select(d => d.Type), .. EnvelopeTypes()];
    }

    /// <summary>Gets the union of the events.</summary>
    public UnionType Union => new(
        Webhook.Event, "An event: what a customer did, or what became of a message.", null, null, null, _drafts.Select(d => new UnionCase(d.Event.Name, UnionCaseKind.Type, d.Event.Name, d.Type.Range)).ToEquatableArray(), range)
    {
        IsOfEvents = true,
    };

    /// <summary>Reads the paths.</summary>
    public Webhook Read(SchemaDocument document)
    {
        var summary = _reader.Summary();
        var objects = _reader.RequiredEntries("objects").Select(ReadObject).OfType<WebhookObject>().ToEquatableArray();
        var paths = new EventPathReader(document, diagnostics);
        var events = _drafts.Select(draft => Complete(draft, paths)).ToNamedList();
        _reader.Finish();
        return new Webhook(summary, objects, events);
    }

    private WebhookObject? ReadObject(YamlEntry entry)
    {
        if (entry.Key.AsWireName(diagnostics) is not { } name)
            return null;
        if (entry.Value is not YamlScalar platform)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, entry.Value.Range, $"'{name}'", "the name of a platform", entry.Value.Kind);
            return null;
        }

        if (platform.IsMissing && platforms.Count == 0)
            return new WebhookObject(name, null);
        if (platforms.Contains(platform.Value))
            return new WebhookObject(name, platform.Value);
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, platform.Range, platform.Value, "a platform of this schema", diagnostics.Hint(platform.Value, platforms));
        return null;
    }

    private Draft? ReadEvent(YamlEntry entry, List<Member> common, SymbolTable names, FactReader facts)
    {
        var name = entry.Key.AsTypeName(diagnostics);
        var reader = new MappingReader(entry.Value, $"the event '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.Summary();
        var fields = reader.Texts("field").Select(f => f.AsWord(diagnostics)).OfType<string>().ToEquatableArray();
        if (fields.Count == 0)
            _ = reader.RequiredText("field");
        var isChange = reader.Choice("in", false, Places);
        var member = isChange ? Webhook.Value : reader.RequiredText("member").AsWireName(diagnostics);
        var type = reader.RequiredText("type") is { } text ? names.Resolve(text) : SymbolTable.ErrorType;
        var flag = reader.Text("flag");
        var content = new Member(
            member ?? "", reader.Text("name").AsTypeName(diagnostics), "The content of the event.", type, null, true, false, reader.Flag("sensitive"), reader.Flag("undocumented"), null, default, RuleSeverity.Error,
            facts.Platforms(reader), facts.Lifecycle(reader), facts.Evidence(reader), entry.Key.Range);
        if (name is null || member is null || fields.Count == 0)
        {
            reader.Finish();
            return null;
        }

        if (!isChange && common.Exists(m => m.Name == member))
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, entry.Key.Range, $"'{name}' cannot be named by '{member}', which each event has.");
            return null;
        }

        var members = isChange ? [FieldMember(entry.Key.Range), content] : common.Where(m => m.Name != member).Append(content);
        return new Draft(
            new WebhookEventType(name, fields, isChange, member, flag?.Value),
            new ObjectType(name, summary, members.ToNamedList(), default, entry.Key.Range),
            reader);
    }

    private WebhookEventType Complete(Draft draft, EventPathReader paths)
    {
        var (reader, type) = (draft.Reader, draft.Type);
        if (reader.Text("flag") is { } flag)
            paths.RequireFlag(type, draft.Event.Member, flag);
        var echo = reader.Find("echo") is { } node ? ReadEcho(node, type, paths) : null;
        var time = draft.Event.IsChange ? null : type.Members.FirstOrDefault(m => m.Type is ScalarReference { Kind: ScalarKind.Timestamp });
        var completed = draft.Event with
        {
            Customer = reader.Text("customer") is { } customer ? paths.ReadId(type, customer) : null,
            Identity = reader.Texts("identity").Select(path => paths.ReadValue(type, path)).OfType<MemberPath>().ToEquatableArray(),
            Time = time is null ? null : new MemberPath(new[] { time.Name }.ToEquatableArray()),
            OpensWindow = reader.Flag("opens-window"),
            Echo = echo,
        };
        reader.Finish();
        return completed;
    }

    private EventEcho? ReadEcho(YamlNode node, ObjectType type, EventPathReader paths)
    {
        var reader = new MappingReader(node, "the section 'echo'", node.Range, diagnostics);
        var correlation = reader.RequiredText("correlation") is { } first ? paths.ReadId(type, first) : null;
        var id = reader.RequiredText("id") is { } second ? paths.ReadId(type, second) : null;
        reader.Finish();
        return correlation is null || id is null ? null : new EventEcho(correlation, id);
    }

    private List<Draft> WithoutAmbiguous(IReadOnlyList<Draft> drafts)
    {
        var (sound, first) = (new List<Draft>(), new Dictionary<(string, string?), Draft>());
        foreach (var draft in drafts)
        {
            if (KeysOf(draft.Event).Where(first.ContainsKey).Select(key => first[key]).FirstOrDefault() is { } other)
            {
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, draft.Type.Range, $"'{draft.Event.Name}' cannot be told from '{other.Event.Name}': they have the same {(draft.Event.IsChange ? "field" : "member and flag")}.");
                continue;
            }

            sound.Add(draft);
            foreach (var key in KeysOf(draft.Event))
                first[key] = draft;
        }

        return sound;
    }

    // The same code reads all events: it takes what has the member of changes for a change, and looks for two flags at once.
    private List<Draft> WithoutRefused(List<Draft> drafts)
    {
        var fields = drafts.Where(d => !d.Event.IsChange && d.Event.Member == Webhook.Field).ToList();
        var flags = drafts.Where(d => d.Event.Flag is not null).GroupBy(d => d.Event.Member).SelectMany(same => same.Skip(MostFlags)).ToList();
        foreach (var other in fields)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, other.Type.Range, $"'{other.Event.Name}' cannot be named by '{Webhook.Field}', which names changes.");
        foreach (var third in flags)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, third.Type.Range, $"'{third.Event.Name}' cannot have a flag: {MostFlags} other events with the member '{third.Event.Member}' have one.");
        return [.. drafts.Except(fields).Except(flags)];
    }

    private static IEnumerable<(string, string?)> KeysOf(WebhookEventType type) =>
        type.IsChange ? type.Fields.Select(field => (Webhook.Field, (string?)field)) : [(type.Member + ".", type.Flag)];

    private IEnumerable<ObjectType> EnvelopeTypes()
    {
        var events = new ListReference(new UnionReference(Webhook.Event));
        yield return Create(
            Webhook.Entry,
            "The events of one Page or professional account.",
            Create("id", "The id of the Page or of the professional account.", new ScalarReference(ScalarKind.StringOrInteger)),
            Create("time", "When the events were sent.", new ScalarReference(ScalarKind.Timestamp)),
            Create("messaging", "The events of conversations that this app owns.", events),
            Create("standby", "The events of conversations that another app owns.", events),
            Create("changes", "The events beside conversations, such as comments.", events),
            Create(Webhook.Field, "The field of a single change, in place of the changes.", new ScalarReference(ScalarKind.String)),
            Create(Webhook.Value, "The content of a single change, in place of the changes.", new UnionReference(Webhook.Event)));
        yield return Create(
            Webhook.Delivery,
            "The body that a webhook receives.",
            Create("object", "The kind of object that the events are about.", new ScalarReference(ScalarKind.String)),
            Create("entry", "The events, by Page or professional account.", new ListReference(new ObjectReference(Webhook.Entry))),
            Create(Webhook.Field, "Of a sample, the field that it is an example of.", new ScalarReference(ScalarKind.String)),
            Create(Webhook.Value, "Of a sample, the event.", new UnionReference(Webhook.Event)));
    }

    private ObjectType Create(string name, string summary, params Member[] members) => new(name, summary, members.ToNamedList(), default, range);

    private Member Create(string name, string summary, TypeReference type) =>
        new(name, null, summary, type, null, false, false, false, false, null, default, RuleSeverity.Error, default, Lifecycle.Always, Evidence.None, range);

    private static Member FieldMember(TextRange range) =>
        new(Webhook.Field, null, "The field that has changed.", new ScalarReference(ScalarKind.String), null, true, false, false, false, null, default, RuleSeverity.Error, default, Lifecycle.Always, Evidence.None, range);

    /// <summary>An event whose paths are not read yet.</summary>
    private sealed record Draft(WebhookEventType Event, ObjectType Type, MappingReader Reader);
}
