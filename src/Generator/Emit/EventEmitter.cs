using System.Globalization;
using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes how events are told from each other, and what they say of themselves.</summary>
internal static class EventEmitter
{
    /// <summary>Writes what an event says of itself.</summary>
    public static void EmitFacts(SourceWriter writer, EventFactsModel facts)
    {
        foreach (var (type, name, value) in Overrides(facts).Where(property => property.Value is not null))
        {
            EmitProperty(writer, "override", type, name, value!);
            writer.Blank();
        }
    }

    /// <summary>Writes what an event says of itself unless it knows better.</summary>
    public static void EmitNoFacts(SourceWriter writer)
    {
        foreach (var (type, name, _) in Overrides(new EventFactsModel(null, null, null, false, null)))
        {
            writer.Blank();
            EmitProperty(writer, "virtual", type, name, type == "bool" ? "false" : "null");
        }
    }

    /// <summary>Writes what an unknown event says of itself.</summary>
    public static void EmitUnknown(SourceWriter writer)
    {
        EmitProperty(writer, "override", "string?", "Identity", "Json.GetRawText()");
        writer.Blank();
    }

    /// <summary>Writes the method that reads an event.</summary>
    public static void EmitReader(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        var events = service.Webhook!.Events.ToList();
        using (writer.Block($"internal static {union.Name}? {service.ReadMethod(union.Name)}(ref ::Utf8ResponseReader json)"))
        {
            writer.Lines("var start = json;");
            using (writer.Block($"{union.Name}? known = Find_{union.Name}(json) switch", "};"))
            {
                for (var i = 0; i < events.Count; i++)
                    writer.Lines($"{Number(i)} => {service.ReadMethod(events[i].Record)}(ref json),");
                writer.Lines("_ => null,");
            }

            writer.Blank();
            writer.Lines($"""
                // An event that does not match the schema is kept as JSON.
                if (known is not null && !json.Undo(start))
                    return known;
                json = start;
                return json.ReadJson() is {"{ } raw"} ? new {union.Raw} {"{ Json = raw }"} : null;
                """);
        }

        writer.Blank();
        EmitFind(writer, union, events);
    }

    private static void EmitFind(SourceWriter writer, UnionModel union, List<EventModel> events)
    {
        var none = Number(events.Count);
        writer.Lines("// Of an event with several of the members, the first in the order of the schema counts.");
        using (writer.Block($"private static int Find_{union.Name}(::Utf8ResponseReader json)"))
        {
            writer.Lines($"var found = {none};\nif (!json.BeginObject())\n    return found;");
            using (writer.Block("while (json.NextMember(out var member))"))
            {
                var keyword = "if";
                foreach (var same in events.Select((type, number) => (Type: type, Number: number)).GroupBy(pair => pair.Type.MemberLiteral))
                {
                    var choice = string.Concat(same.Select(pair => Condition(pair.Type) is { } condition ? $"{condition} ? {Number(pair.Number)} : " : Number(pair.Number)));
                    var isComplete = same.Any(pair => Condition(pair.Type) is null);
                    writer.Lines($"{keyword} (member.SequenceEqual({same.Key}u8))\n    found = global::System.Math.Min(found, {choice}{(isComplete ? "" : none)});");
                    keyword = "else if";
                }

                writer.Lines("json.Skip();");
            }

            writer.Blank();
            writer.Lines("return found;");
        }
    }

    // Null for an event that any value of the member names.
    private static string? Condition(EventModel type) =>
        type.ValueLiterals.Count > 0 ? string.Join(" || ", type.ValueLiterals.Select(value => $"json.Is({value}u8)"))
        : type.FlagLiteral is { } flag ? $"json.HasFlag({flag}u8)"
        : null;

    private static IEnumerable<(string Type, string Name, string? Value)> Overrides(EventFactsModel facts) =>
    [
        ("string?", "CustomerId", facts.CustomerId),
        ("string?", "Identity", facts.Identity),
        ("::DateTimeOffset?", "Time", facts.Time),
        ("bool", "OpensWindow", facts.OpensWindow ? "true" : null),
        ("::SendEcho?", "Echo", facts.Echo),
    ];

    private static void EmitProperty(SourceWriter writer, string modifier, string type, string name, string value) => writer.Lines($"""
        /// <inheritdoc/>
        {AttributeEmitter.Generated}
        [::JsonIgnore]
        public {modifier} {type} {name} => {value};
        """);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
