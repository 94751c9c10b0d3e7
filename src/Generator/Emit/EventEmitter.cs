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
                // Few names have the same length, so that most are compared with one or none.
                using (writer.Block("switch (member.Length)"))
                {
                    foreach (var same in events.Select((type, number) => new NumberedEvent(type, number)).GroupBy(e => (e.Type.MemberLength, e.Type.MemberLiteral)))
                        EmitCase(writer, same.Key.MemberLength, same.Key.MemberLiteral, [.. same], events.Count);
                }

                writer.Blank();
                writer.Lines("json.Skip();");
            }

            writer.Blank();
            writer.Lines("return found;");
        }
    }

    private static void EmitCase(SourceWriter writer, int length, string memberLiteral, IReadOnlyList<NumberedEvent> events, int none)
    {
        var rest = events.FirstOrDefault(e => e.Type.FlagLiteral is null)?.Number ?? none;
        var flags = events.Where(e => e.Type.FlagLiteral is not null).ToList();
        writer.Lines($"case {Number(length)} when member.SequenceEqual({memberLiteral}u8):");
        if (events[0].Type.ValueLiterals.Count > 0)
        {
            var values = string.Concat(events.Select(e => $"{string.Join(" || ", e.Type.ValueLiterals.Select(value => $"json.Is({value}u8)"))} ? {Number(e.Number)} : "));
            writer.Lines($"    found = global::System.Math.Min(found, {values}{Number(none)});\n    break;");
        }
        else if (flags.Count == 0)
        {
            writer.Lines($"    found = global::System.Math.Min(found, {Number(rest)});\n    break;");
        }
        else
        {
            // The schema allows two flags for a member.
            var names = string.Join(", ", flags.Select(e => $"{e.Type.FlagLiteral}u8"));
            var numbers = string.Concat(flags.Select((e, i) => $"{Number(i)} => {Number(e.Number)}, "));
            writer.Lines($"    found = global::System.Math.Min(found, json.ReadFlag({names}) switch {{ {numbers}_ => {Number(rest)} }});\n    continue;");
        }
    }

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

    private sealed record NumberedEvent(EventModel Type, int Number);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
