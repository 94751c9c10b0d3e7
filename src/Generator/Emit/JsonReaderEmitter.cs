using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code by which the client reads an answer.</summary>
internal static class JsonReaderEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Import("System.Collections.Generic", "System.Text.Json", "PageMessagesGen.Json");
        writer.Lines("/// <summary>Reads what the client is answered. Members that the schema does not know are passed over.</summary>");
        using (writer.Block($"internal static class {service.JsonReader}"))
        {
            var isFirst = true;
            foreach (var record in service.Records.Where(r => r.IsAnswered))
            {
                if (!isFirst)
                    writer.Blank();
                isFirst = false;
                EmitRecord(writer, record);
            }

            foreach (var union in service.Unions.Where(u => u.IsAnswered))
                EmitUnion(writer, union);
        }
    }

    private static void EmitUnion(SourceWriter writer, UnionModel union)
    {
        writer.Blank();
        using (writer.Block($"internal static {union.Name}? Read{union.Name}(ref Utf8JsonReader json)"))
        {
            if (union.DiscriminatorLiteral is not { } discriminator)
            {
                writer.Lines($"return JsonAnswer.BeginsObject(ref json) ? new {union.Raw} {{ Json = JsonElement.ParseValue(ref json) }} : null;");
                return;
            }

            writer.Lines($"var shape = JsonAnswer.FindText(json, {discriminator}u8);");
            foreach (var shape in union.Shapes)
                writer.Lines($"if (shape == {shape.ValueLiteral})\n    return Read{shape.Record}(ref json);");
            writer.Lines("""
                json.Skip();
                return null;
                """);
        }
    }

    private static void EmitRecord(SourceWriter writer, RecordModel record)
    {
        using (writer.Block($"internal static {record.Name}? Read{record.Name}(ref Utf8JsonReader json)"))
        {
            writer.Lines($"if (!JsonAnswer.BeginsObject(ref json))\n    return null;\n");
            foreach (var member in record.Members)
                writer.Lines($"{member.Type.Name}? {member.Local} = null;");
            using (writer.Block($"while (json.Read() && json.TokenType == JsonTokenType.PropertyName)"))
                EmitMembers(writer, record);
            writer.Blank();
            using (writer.Block($"return new {record.Name}", "};"))
            {
                foreach (var member in record.Members)
                    writer.Lines($"{member.Name} = {Value(member)},");
            }
        }
    }

    private static void EmitMembers(SourceWriter writer, RecordModel record)
    {
        var keyword = "if";
        foreach (var member in record.Members)
        {
            using (writer.Block($"{keyword} (json.ValueTextEquals({member.WireLiteral}u8))"))
                writer.Lines($"json.Read();\n{member.Local} = {Read(member.Type)};");
            keyword = "else if";
        }

        using (writer.Block("else"))
            writer.Lines("json.Skip();");
    }

    private static string Value(MemberModel member) => member.IsRequired
        ? $"{member.Local} ?? throw new JsonException(\"The answer lacks a member: \" + {member.WireLiteral})"
        : member.Local;

    private static string Read(TypeModel type) => type switch
    {
        PrimitiveTypeModel primitive => $"JsonAnswer.Read{primitive.Word}(ref json)",
        JsonTypeModel => "JsonAnswer.ReadJson(ref json)",
        EnumTypeModel e => $"JsonAnswer.ReadEnum(ref json, {e.Converter}.Instance)",
        RecordTypeModel record => $"Read{record.Name}(ref json)",
        ListTypeModel { Element: { IsStruct: true } element } =>
            $"JsonAnswer.ReadValues<{element.Name}>(ref json, static (ref Utf8JsonReader json) => {Read(element)})",
        ListTypeModel { Element: var element } =>
            $"JsonAnswer.ReadList<{element.Name}>(ref json, static (ref Utf8JsonReader json) => {Read(element)})",
        _ => throw new InvalidOperationException($"There is no way to read {type.Name}."),
    };
}
