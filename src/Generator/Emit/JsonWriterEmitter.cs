using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code by which the client turns a request into UTF-8.</summary>
internal static class JsonWriterEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines("""
            using global::System;
            using global::System.Buffers;
            using global::PageMessagesGen.Json;

            /// <summary>Writes JSON as the client sends it: UTF-8 without white space, emoji as they are, and nothing that is null.</summary>
            """);
        using (writer.Block($"public static class {service.JsonWriter}"))
        {
            foreach (var body in service.Operations.Select(o => o.Body).Distinct())
                EmitEntry(writer, body);
            foreach (var record in service.Records.Where(r => r.IsSent))
                EmitRecord(writer, record, service);
            writer.Lines("""
                private static ArgumentOutOfRangeException Undefined(object value) =>
                    new("request", value, $"{(int)value} is no value of {value.GetType().Name}.");
                """);
        }
    }

    private static void EmitEntry(SourceWriter writer, string body) => writer.Lines($$"""
        /// <summary>Writes a request.</summary>
        /// <param name="request">What to write.</param>
        /// <param name="output">Takes the bytes: all of them or, if the request cannot be written, none.</param>
        /// <exception cref="ArgumentException">An enum value is undefined, an element of a list is null, or the request is too large or too deep.</exception>
        public static void Write({{body}} request, IBufferWriter<byte> output)
        {
            ArgumentNullException.ThrowIfNull(request);
            var json = new JsonBuffer(output);
            try
            {
                Write(ref json, request);
                json.Complete();
            }
            finally
            {
                json.Dispose();
            }
        }

        """);

    private static void EmitRecord(SourceWriter writer, RecordModel record, ServiceModel service)
    {
        using (writer.Block($"internal static void Write(ref JsonBuffer json, {record.Name} value)"))
        {
            writer.Lines("""
                ArgumentNullException.ThrowIfNull(value);
                var start = json.BeginObject();
                """);
            foreach (var member in record.Members)
                EmitMember(writer, member, service);
            writer.Lines("json.EndObject(start);");
        }

        writer.Blank();
    }

    private static void EmitMember(SourceWriter writer, MemberModel member, ServiceModel service)
    {
        var (lead, value, local) = (JsonLiteral.Lead(member.WireName), $"value.{member.Name}", member.Local);
        switch (member.Type)
        {
            case ListTypeModel list:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                    EmitList(writer, member.WireName, local, list.Element, service);
                break;

            case RecordTypeModel:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                    writer.Lines($"json.Append({lead});\nWrite(ref json, {local});");
                break;

            case EnumTypeModel type when member.IsRequired:
                EmitEnum(writer, Find(service, type), value, $",\"{member.WireName}\":", "");
                break;

            case EnumTypeModel type:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                    EmitEnum(writer, Find(service, type), local, $",\"{member.WireName}\":", "");
                break;

            default:
                writer.Lines($"json.Member({lead}, {value});");
                break;
        }
    }

    // The comma behind the last element becomes the bracket.
    private static void EmitList(SourceWriter writer, string wireName, string local, TypeModel element, ServiceModel service)
    {
        writer.Lines($"json.Append({JsonLiteral.Of($",\"{wireName}\":[")});");
        using (writer.Block($"for (var i = 0; i < {local}.Count; i++)"))
        {
            if (element is EnumTypeModel type)
            {
                EmitEnum(writer, Find(service, type), $"{local}[i]", "", ",");
            }
            else
            {
                writer.Lines(element switch
                {
                    RecordTypeModel => $"Write(ref json, {local}[i]);",
                    JsonTypeModel => $"json.Json({local}[i]);",
                    PrimitiveTypeModel { Keyword: "string" } => $"json.String({local}[i]);",
                    PrimitiveTypeModel primitive => $"json.{primitive.Word}({local}[i]);",
                    _ => throw new InvalidOperationException($"A list cannot hold {element.Name}."),
                });
                writer.Lines($"json.Append({JsonLiteral.Of(",")});");
            }
        }

        writer.Lines("json.EndList();");
    }

    private static void EmitEnum(SourceWriter writer, EnumModel type, string value, string before, string after)
    {
        using (writer.Block($"json.Append({value} switch", "});"))
        {
            foreach (var member in type.Members)
                writer.Lines($"{type.Name}.{member.Name} => {JsonLiteral.Around(before, member.WireLiteral, after)},");
            writer.Lines($"_ => throw Undefined({value}),");
        }
    }

    private static EnumModel Find(ServiceModel service, EnumTypeModel type) => service.Enums.First(e => e.Name == type.Enum);
}
