using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code that reads a response.</summary>
internal static class JsonReaderEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines("/// <summary>Reads the JSON of the server. Members that are not in the schema are kept.</summary>");
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"internal static class {service.JsonReader}"))
        {
            var isFirst = true;
            var answered = service.Records.Where(r => r.IsAnswered && (service.IsUsed || !IsReadWithOthers(service, r))).ToList();
            var whole = new HashSet<string>(service.Operations.Where(o => !o.IsInPages).Select(o => o.Answer).OfType<RecordTypeModel>().Select(answer => answer.Record), StringComparer.Ordinal);
            foreach (var record in answered)
            {
                if (!isFirst)
                    writer.Blank();
                isFirst = false;
                EmitRecord(writer, service, record, isAnswer: service.IsUsed || whole.Contains(record.Name));
            }

            foreach (var union in service.Unions.Where(u => u.IsAnswered))
                EmitUnion(writer, service, union);
            var answers = service.Operations.Select(o => o.Answer?.Leaf).OfType<TypeModel>();
            var leaves = service.Records.Where(r => r.IsAnswered).SelectMany(r => r.Members).Select(m => m.Type.Leaf).Concat(answers).OfType<EnumTypeModel>().Select(e => e.Enum).ToList();
            foreach (var type in service.Enums.Where(e => service.IsUsed || leaves.Contains(e.Name)))
                EmitEnum(writer, service, type);
            foreach (var operation in service.Operations.Where(o => !IsRecord(o)))
                EmitAnswer(writer, service, operation);
        }
    }

    // What an event of a conversation is becomes known while it is read.
    private static bool IsReadWithOthers(ServiceModel service, RecordModel record) =>
        service.Webhook?.Events.Any(type => type.Record == record.Name && type.ValueLiterals.Count == 0) == true;

    private static void EmitRecord(SourceWriter writer, ServiceModel service, RecordModel record, bool isAnswer)
    {
        using (writer.Block($"internal static {record.Name}? {service.ReadMethod(record.Name)}(ref ::Utf8ResponseReader json)"))
        {
            writer.Lines($"if (!json.BeginObject())\n    return null;\n");
            foreach (var member in record.JsonMembers)
                writer.Lines($"{member.Type.Name}? {member.Local} = null;");
            writer.Lines("::IDictionary<string, ::JsonElement>? unknown = null;");
            using (writer.Block($"while (json.NextMember(out var member))"))
                EmitMembers(writer, service, record);
            writer.Blank();
            if (isAnswer)
                writer.Lines("if (json.Error is not null)\n    return null;");
            foreach (var member in record.Members.Where(m => m.IsRequired))
                writer.Lines($"if ({member.Local} is null)\n    return json.Lacking<{record.Name}>();");
            using (writer.Block($"return new {record.Name}", "};"))
            {
                foreach (var member in record.JsonMembers)
                    writer.Lines($"{member.Name} = {Value(member)},");
                writer.Lines($"{record.Unknown} = unknown,");
            }
        }
    }

    private static void EmitMembers(SourceWriter writer, ServiceModel service, RecordModel record)
    {
        var keyword = "if";
        var isEnvelope = service.Webhook is not null && record.Name is (Webhook.Delivery or Webhook.Entry);
        if (record.Union?.Value is { } value)
        {
            writer.Lines($"if (::Utf8ResponseReader.Is(member, {value.Discriminator.WireLiteral}u8))\n    json.Skip();");
            keyword = "else if";
        }

        foreach (var member in record.JsonMembers)
        {
            writer.Lines($"{keyword} (::Utf8ResponseReader.Is(member, {member.WireLiteral}u8))");
            var read = $"{member.Local} = {Read(service, member.Type)};";
            writer.Lines(isEnvelope && member.Type is PrimitiveTypeModel ? Leniently(read) : $"    {read}");
            keyword = "else if";
        }

        writer.Lines(keyword == "if" ? "json.Keep(ref unknown, member);" : "else\n    json.Keep(ref unknown, member);");
    }

    // What is said of events, such as a time, must not make them unreadable.
    private static string Leniently(string read) => $$"""
        {
            var start = json;
            {{read}}
            if (json.Undo(start))
                json.Keep(ref unknown, member);
        }
        """;

    private static void EmitUnion(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        writer.Blank();
        if (union.IsOfEvents)
        {
            EventEmitter.EmitReader(writer, service, union);
            return;
        }

        using (writer.Block($"internal static {union.Name}? {service.ReadMethod(union.Name)}(ref ::Utf8ResponseReader json)"))
        {
            if (union.Content is not null)
            {
                EmitContent(writer, service, union);
                return;
            }

            if (union.Discriminator is { } discriminator)
            {
                writer.Lines($"var shape = json.FindText({discriminator.WireLiteral}u8);");
                foreach (var shape in union.Shapes)
                    writer.Lines($"if (::Utf8ResponseReader.Matches(shape, {shape.Value!.WireLiteral}u8))\n    return {service.ReadMethod(shape.Record)}(ref json);");
            }

            writer.Lines($"return json.ReadJson() is {{ }} raw ? new {union.Raw} {{ Json = raw }} : null;");
        }
    }

    private static void EmitContent(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        var (discriminator, raw) = (union.Discriminator!, service.Records.First(record => record.Name == union.Raw));
        writer.Lines($"""
            var start = json;
            var text = json.FindText({discriminator.WireLiteral}u8);
            if (text.IsEmpty)
                return {service.ReadMethod(raw.Name)}(ref json);
            var type = {service.InExpression(discriminator.Values!.Converter)}.Instance.Parse(text);
            {union.Name}? value = null;
            json.BeginObject();
            """);
        using (writer.Block("while (json.NextMember(out var member))"))
        {
            using (writer.Block($"if (::Utf8ResponseReader.Is(member, {discriminator.WireLiteral}u8))"))
                writer.Lines("json.Skip();\ncontinue;");
            writer.Blank();
            writer.Lines("// The shapes have no place for what is beside their members.");
            using (writer.Block($"if (!::Utf8ResponseReader.Is(member, {union.Content!.WireLiteral}u8))"))
                writer.Lines($"json = start;\nreturn {service.ReadMethod(raw.Name)}(ref json);");
            writer.Blank();
            using (writer.Block("value = type switch", "};"))
            {
                writer.Lines($"_ when json.IsNoShape() => new {raw.Name} {{ {discriminator.Property} = type, {raw.Members[1].Name} = json.ReadJson() }},");
                foreach (var shape in union.Shapes)
                    writer.Lines($"{shape.Value!.Expression(service.InExpression)} => {service.ReadMethod(shape.Record)}(ref json),");
                writer.Lines($"_ => new {raw.Name} {{ {discriminator.Property} = type, {raw.Members[1].Name} = json.ReadJson() }},");
            }
        }

        writer.Blank();
        using (writer.Block("return value ?? type switch", "};"))
        {
            foreach (var shape in union.Shapes.Where(shape => !shape.HasContent))
                writer.Lines($"{shape.Value!.Expression(service.InExpression)} => new {shape.Record}(),");
            writer.Lines($"_ => new {raw.Name} {{ {discriminator.Property} = type }},");
        }
    }

    private static void EmitEnum(SourceWriter writer, ServiceModel service, EnumModel type)
    {
        writer.Blank();
        using (writer.Block($"{service.SharedVisibility} static {type.Name}? {service.ReadMethod(type.Name)}(ref ::Utf8ResponseReader json)"))
        {
            writer.Lines("if (!json.ReadText(out var text))\n    return null;");
            foreach (var member in type.Members)
                writer.Lines($"if (::Utf8ResponseReader.Matches(text, {member.WireLiteral}u8))\n    return {service.InExpression(type.Name)}.{member.Name};");
            writer.Lines($"return {service.InExpression(type.Converter)}.Instance.Parse(text);");
        }
    }

    /// <summary>Gets the value of a member that was read into a local variable.</summary>
    public static string Value(MemberModel member) => member is { IsRequired: true, Type.IsStruct: true } ? $"{member.Local}.Value" : member.Local;

    /// <summary>Gets the expression that reads a value.</summary>
    public static string Read(ServiceModel service, TypeModel type) => type switch
    {
        PrimitiveTypeModel primitive => $"json.Read{primitive.Word}()",
        JsonTypeModel => "json.ReadJson()",
        EnumTypeModel or RecordTypeModel => $"{Method(service, type)}(ref json)",
        ListTypeModel { Element: { IsStruct: true } element } => $"json.ReadValues<{element.Name}>({ReadElement(service, element)})",
        ListTypeModel { Element: var element } => $"json.ReadList<{element.Name}>({ReadElement(service, element)})",
        MapTypeModel { Value: { IsStruct: true } value } => $"json.ReadMapOfValues<{value.Name}>({ReadElement(service, value)})",
        MapTypeModel { Value: var value } => $"json.ReadMap<{value.Name}>({ReadElement(service, value)})",
        _ => throw new InvalidOperationException($"There is no way to read {type.Name}."),
    };

    /// <summary>Gets the method that reads a record or an enum, of this service or of the one that generates it.</summary>
    public static string Method(ServiceModel service, TypeModel type) => type switch
    {
        RecordTypeModel record => record.Owner?.ReadMethod(record.Record) ?? service.ReadMethod(record.Record),
        EnumTypeModel e => e.Owner?.ReadMethod(e.Enum) ?? service.ReadMethod(e.Enum),
        _ => throw new InvalidOperationException($"No method reads {type.Name}."),
    };

    /// <summary>Gets the method that reads the answer of an operation, in the reader of this service unless another one generates the record.</summary>
    public static string AnswerMethod(ServiceModel service, OperationModel operation) =>
        IsRecord(operation) ? Method(service, operation.Answer!) : $"Answer_{operation.Method}";

    private static bool IsRecord(OperationModel operation) => operation is { IsInPages: false, Answer: RecordTypeModel };

    private static void EmitAnswer(SourceWriter writer, ServiceModel service, OperationModel operation)
    {
        var (type, read) = operation switch
        {
            { Answer: null } => ("object", "json.ReadNothing()"),
            { IsInPages: true, Answer: { IsStruct: true } value } => ($"::ResponsePage<{value.Name}>", $"json.ReadPageOfValues<{value.Name}>({ReadElement(service, value)})"),
            { IsInPages: true, Answer: var element } => ($"::ResponsePage<{element.Name}>", $"json.ReadPage<{element.Name}>({ReadElement(service, element)})"),
            { Answer: var answer } => (answer.Name, $"json.HasError() ? null : {Read(service, answer)}"),
        };
        writer.Blank();
        writer.Lines($"internal static {type}? {AnswerMethod(service, operation)}(ref ::Utf8ResponseReader json) => {read};");
    }

    private static string ReadElement(ServiceModel service, TypeModel element) => element is EnumTypeModel or RecordTypeModel
        ? Method(service, element)
        : $"static (ref ::Utf8ResponseReader json) => {Read(service, element)}";
}
