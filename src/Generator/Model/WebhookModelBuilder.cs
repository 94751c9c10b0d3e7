using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides the code for what the server posts.</summary>
/// <param name="document">The schema.</param>
/// <param name="webhook">The events.</param>
/// <param name="names">The names of the types.</param>
/// <param name="records">The records.</param>
/// <param name="namespace">The namespace of the generated code.</param>
internal sealed class WebhookModelBuilder(SchemaDocument document, Webhook webhook, TypeNames names, IReadOnlyList<RecordModel> records, string @namespace)
{
    private const string Suffix = "Event";

    private readonly Dictionary<string, RecordModel> _records = records.ToDictionary(r => r.Name, StringComparer.Ordinal);

    /// <summary>Builds the webhook.</summary>
    /// <param name="name">The name of its class.</param>
    public WebhookModel Build(string name) => new(
        name,
        CSharpText.Summary(webhook.Summary, "The webhook", document.Service),
        webhook.Objects.Select(o => new WebhookObjectModel(CSharpText.Literal(o.Name), o.Platform is { } platform ? CSharpText.Literal(platform) : "null")).ToEquatableArray(),
        webhook.Events.Select(BuildEvent).ToEquatableArray());

    /// <summary>Gets the records, in which events say what they are about.</summary>
    public IEnumerable<RecordModel> AddFacts() => records.Select(record => webhook.Events.FirstOrDefault(e => names[e.Name] == record.Name) is { } found ? record with { Event = BuildFacts(found) } : record);

    private EventModel BuildEvent(WebhookEventType type)
    {
        var record = _records[names[type.Name]];
        var word = record.Name.EndsWith(Suffix, StringComparison.Ordinal) ? record.Name.Substring(0, record.Name.Length - Suffix.Length) : record.Name;
        var fields = string.Join(" or ", type.Fields.Select(f => $"<c>{CSharpText.Documentation(f)}</c>"));
        var member = type.IsChange ? Webhook.Field : type.Member;
        return new EventModel(
            record.Name,
            $"On{word}Async",
            record.Summary,
            $"An app subscribes to it by the field {fields}.",
            CSharpText.Literal(member),
            type.IsChange ? type.Fields.Select(CSharpText.Literal).ToEquatableArray() : default,
            type.Flag is { } flag ? CSharpText.Literal(flag) : null);
    }

    private EventFactsModel BuildFacts(WebhookEventType type)
    {
        var start = document.Types.Find(type.Name)!;
        return new EventFactsModel(
            type.Customer is { } customer ? Follow(start, customer).Expression : null,
            BuildIdentity(type, start),
            type.Time is { } time ? Follow(start, time).Expression : null,
            type.OpensWindow,
            type.Echo is { } echo ? $"{Follow(start, echo.Correlation).Expression} is {{ }} correlation && {Follow(start, echo.MessageId).Expression} is {{ }} id ? new ::SendEcho(correlation, id) : null" : null);
    }

    // Ids are unique for a customer. An event without any of the values is like no other.
    private string? BuildIdentity(WebhookEventType type, ObjectType start)
    {
        if (type.Identity.Count == 0)
            return null;
        var parts = type.Identity.Select(path => Follow(start, path)).ToList();
        var isAbsent = parts.Exists(part => !part.CanBeNull) ? "" : $"{string.Join(" && ", parts.Select(part => $"{part.Expression} is null"))} ? null : ";
        var values = string.Concat(parts.Select(part => $"|{{{Text(part)}}}"));
        return $"{isAbsent}global::System.FormattableString.Invariant($\"{type.Name}|{{CustomerId}}{values}\")";
    }

    // A member of the event can have the name of the converter. In parentheses, its colons do not begin a format.
    private string Text(EventValue value) => value.Type switch
    {
        EnumTypeModel type => $"({(type.Owner is null ? $"global::{@namespace}." : "")}{type.Converter}.Instance.WireValue({value.Expression}))",
        PrimitiveTypeModel { Word: "Timestamp" } => $"{value.Expression}{(value.CanBeNull ? "?" : "")}.Number",
        _ => value.Expression,
    };

    // A required member is never null. The paths lead through records of this schema.
    private EventValue Follow(ObjectType start, MemberPath path)
    {
        var value = new EventValue("", names.ResolveRecord(start.Name), false);
        var separator = "";
        foreach (var name in path.Names)
        {
            var literal = CSharpText.Literal(name);
            var member = _records[((RecordTypeModel)value.Type).Record].Members.First(m => m.WireLiteral == literal);
            value = new EventValue(value.Expression + separator + member.Name, member.Type, value.CanBeNull || !member.IsRequired);
            separator = member.IsRequired ? "." : "?.";
        }

        return value;
    }

    private sealed record EventValue(string Expression, TypeModel Type, bool CanBeNull);
}
