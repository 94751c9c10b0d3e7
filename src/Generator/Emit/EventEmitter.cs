using System.Globalization;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Model;

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

    /// <summary>Writes the method that reads an event: in one pass, since what names it may be its last member.</summary>
    public static void EmitReader(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        var events = service.Webhook!.Events.Select((type, number) => new KnownEvent(type, number, service.Records.First(r => r.Name == type.Record))).ToList();
        var named = events.Where(e => e.Type.ValueLiterals.Count == 0).ToList();
        var common = named.Count == 0 ? [] : named[0].Common.ToList();
        if (events.Count > 0)
            EmitReader(writer, service, union, events, named, common);
        else
            writer.Lines($"internal static {union.Name}? {service.ReadMethod(union.Name)}(ref ::Utf8ResponseReader json) => Matching_{union.Name}(ref json, json, null);");
        writer.Blank();
        EmitMatching(writer, union);
    }

    private static void EmitReader(SourceWriter writer, ServiceModel service, UnionModel union, List<KnownEvent> events, List<KnownEvent> named, List<MemberModel> common)
    {
        using (writer.Block($"internal static {union.Name}? {service.ReadMethod(union.Name)}(ref ::Utf8ResponseReader json)"))
        {
            writer.Lines($"var start = json;\nvar known = {Number(events.Count)};\nobject? content = null;");
            foreach (var member in common)
                writer.Lines($"{member.Type.Name}? {member.Local} = null;");
            writer.Lines($"::IDictionary<string, ::JsonElement>? unknown = null;\nif (!json.BeginObject())\n    return Matching_{union.Name}(ref json, start, null);");
            using (writer.Block("while (json.NextMember(out var member))"))
            {
                // Few names have the same length, so that most are compared with one or none.
                using (writer.Block("switch (member.Length)"))
                {
                    foreach (var member in common)
                        EmitCase(writer, member.WireLiteral, member.WireLength, $"{member.Local} = {JsonReaderEmitter.Read(service, member.Type)};");
                    foreach (var same in named.GroupBy(e => e.Type.MemberLiteral))
                        EmitNamed(writer, service, [.. same], events.Count);
                    EmitChanges(writer, service, events.Where(e => e.Type.ValueLiterals.Count > 0).ToList());
                }

                writer.Blank();
                writer.Lines("json.Keep(ref unknown, member);");
            }

            writer.Blank();
            var required = string.Concat(common.Where(m => m.IsRequired).Select(m => $" || {m.Local} is null"));
            using (writer.Block($"return Matching_{union.Name}(ref json, start, content is null{required} ? null : known switch", "});"))
            {
                // A member can have another name in an event that has its name.
                foreach (var found in named)
                {
                    var values = string.Concat(found.Common.Select(m => $"{m.Name} = {JsonReaderEmitter.Value(common.First(c => c.WireLiteral == m.WireLiteral))}, "));
                    writer.Lines($"{Number(found.Number)} => new {found.Record.Name} {{ {values}{found.Content.Name} = ({found.Content.Type.Name})content, {found.Record.Unknown} = unknown }},");
                }

                writer.Lines($"_ => ({union.Name}?)null,");
            }
        }
    }

    // An event that does not match the schema is kept as JSON.
    private static void EmitMatching(SourceWriter writer, UnionModel union)
    {
        using (writer.Block($"private static {union.Name}? Matching_{union.Name}(ref ::Utf8ResponseReader json, ::Utf8ResponseReader start, {union.Name}? read)"))
        {
            writer.Lines($"""
                if (read is not null && !json.Undo(start))
                    return read;
                json = start;
                return json.ReadJson() is {"{ } raw"} ? new {union.Raw} {"{ Json = raw }"} : null;
                """);
        }
    }

    // Of several such members, the first names the event, and the others are kept.
    private static void EmitNamed(SourceWriter writer, ServiceModel service, List<KnownEvent> events, int none)
    {
        var flags = events.Where(e => e.Type.FlagLiteral is not null).ToList();
        var rest = events.Find(e => e.Type.FlagLiteral is null);
        var names = string.Join(", ", flags.Select(e => $"{e.Type.FlagLiteral}u8"));
        var numbers = string.Concat(flags.Select((e, i) => $"{Number(i)} => {Number(e.Number)}, "));
        var known = flags.Count == 0 ? Number(rest!.Number) : $"json.FindFlag({names}) switch {{ {numbers}_ => {Number(rest?.Number ?? none)} }}";
        var contents = events.Count == 1 && flags.Count == 0
            ? JsonReaderEmitter.Read(service, rest!.Content.Type)
            : $"known switch {{ {string.Concat(events.Select(e => $"{Number(e.Number)} => (object?){JsonReaderEmitter.Read(service, e.Content.Type)}, "))}_ => json.ReadJson() }}";
        EmitCase(writer, events[0].Type.MemberLiteral, events[0].Content.WireLength, $"known = {known};\ncontent = {contents};", $"content is null && ");
    }

    private static void EmitChanges(SourceWriter writer, ServiceModel service, List<KnownEvent> changes)
    {
        foreach (var change in changes)
        {
            var values = string.Join(" || ", change.Type.ValueLiterals.Select(value => $"json.Is({value}u8)"));
            EmitCase(
                writer,
                change.Type.MemberLiteral,
                Webhook.Field.Length,
                $"json = start;\nreturn Matching_{Webhook.Event}(ref json, start, {service.ReadMethod(change.Record.Name)}(ref json));",
                after: $" && ({values})",
                isLast: true);
        }
    }

    private static void EmitCase(SourceWriter writer, string literal, int length, string lines, string before = "", string after = "", bool isLast = false)
    {
        using (writer.Enclosed($"case {Number(length)} when {before}::Utf8ResponseReader.Is(member, {literal}u8){after}:", ""))
        {
            writer.Lines(lines);
            if (!isLast)
                writer.Lines("continue;");
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

    private sealed record KnownEvent(EventModel Type, int Number, RecordModel Record)
    {
        public MemberModel Content => Record.Members.First(m => m.WireLiteral == Type.MemberLiteral);

        public IEnumerable<MemberModel> Common => Record.Members.Where(m => m.WireLiteral != Type.MemberLiteral);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
