using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code by which the client turns a request into UTF-8.</summary>
internal static class JsonWriterEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Import("System", "PageMessagesGen.Json");
        writer.Lines("/// <summary>Writes what the client sends. Members that are null are left out.</summary>");
        using (writer.Block($"internal static class {service.JsonWriter}"))
        {
            foreach (var record in service.Records.Where(r => r.IsSent))
                EmitRecord(writer, record);
            foreach (var union in service.Unions.Where(u => u.IsSent))
                EmitUnion(writer, union);
            foreach (var type in service.Enums)
                EmitEnum(writer, type);
            writer.Lines("""
                private static ArgumentOutOfRangeException Undefined(object value) =>
                    new("request", value, $"{(int)value} is no value of {value.GetType().Name}.");
                """);
        }
    }

    private static void EmitRecord(SourceWriter writer, RecordModel record)
    {
        using (writer.Block($"internal static void Write(JsonBuffer json, {record.Name} value)"))
        {
            writer.Lines("ArgumentNullException.ThrowIfNull(value);");
            writer.Lines("json.BeginObject();");
            if (record.Union is { DiscriminatorLiteral: { } discriminator } shape)
                writer.Lines($"json.Member({discriminator}u8, {shape.ValueLiteral}u8);");
            foreach (var member in record.Members)
                EmitMember(writer, member);
            writer.Lines("json.EndObject();");
        }

        writer.Blank();
    }

    private static void EmitUnion(SourceWriter writer, UnionModel union)
    {
        using (writer.Block($"internal static void Write(JsonBuffer json, {union.Name} value)"))
        using (writer.Block("switch (value)"))
        {
            foreach (var shape in union.Shapes)
                writer.Lines($"case {shape.Record} shape:\n    Write(json, shape);\n    break;");
            if (union.DiscriminatorLiteral is null)
                writer.Lines($"case {union.Raw} raw:\n    json.Json(raw.Json);\n    break;");
            writer.Lines("default:\n    throw new ArgumentNullException(nameof(value));");
        }

        writer.Blank();
    }

    private static void EmitMember(SourceWriter writer, MemberModel member)
    {
        var (name, value, local) = ($"{member.JsonLiteral}u8", $"value.{member.Name}", member.Local);
        switch (member.Type)
        {
            case ListTypeModel list:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                    EmitList(writer, name, local, list.Element);
                break;

            case RecordTypeModel:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                    writer.Lines($"json.Member({name});\nWrite(json, {local});");
                break;

            case EnumTypeModel when member.IsRequired:
                writer.Lines($"json.Member({name}, WireValue({value}));");
                break;

            case EnumTypeModel:
                writer.Lines($"if ({value} is {{ }} {local})\n    json.Member({name}, WireValue({local}));");
                break;

            default:
                writer.Lines($"json.Member({name}, {value});");
                break;
        }
    }

    private static void EmitList(SourceWriter writer, string name, string local, TypeModel element)
    {
        writer.Lines($"json.Member({name});\njson.BeginArray();");
        using (writer.Block($"foreach (var item in {local})"))
        {
            writer.Lines("json.Element();");
            writer.Lines(element switch
            {
                RecordTypeModel => "Write(json, item);",
                EnumTypeModel => "json.String(WireValue(item));",
                JsonTypeModel => "json.Json(item);",
                PrimitiveTypeModel { Keyword: "string" } => "json.String(item);",
                PrimitiveTypeModel primitive => $"json.{primitive.Word}(item);",
                _ => throw new InvalidOperationException($"A list cannot hold {element.Name}."),
            });
        }

        writer.Lines("json.EndArray();");
    }

    private static void EmitEnum(SourceWriter writer, EnumModel type)
    {
        using (writer.Block($"private static ReadOnlySpan<byte> WireValue({type.Name} value) => value switch", "};"))
        {
            foreach (var member in type.Members)
                writer.Lines($"{type.Name}.{member.Name} => {member.JsonLiteral}u8,");
            writer.Lines("_ => throw Undefined(value),");
        }

        writer.Blank();
    }
}
