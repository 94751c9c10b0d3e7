using System.Globalization;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code that converts a request to UTF-8.</summary>
internal static class JsonWriterEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines("/// <summary>Writes the JSON of requests: UTF-8 without white space and nulls, and with unescaped emoji.</summary>");
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"{service.Visibility} static class {service.JsonWriter}"))
        {
            foreach (var body in service.Bodies)
                EmitEntry(writer, body);
            foreach (var record in service.Records.Where(r => r.IsSent))
                EmitRecord(writer, record, service);
            foreach (var union in service.Unions.Where(u => u.IsSent))
                EmitUnion(writer, union);
            foreach (var operation in service.Operations)
                EmitParameters(writer, service, operation);
            writer.Lines("""
                private static ::ArgumentOutOfRangeException Undefined(object value) =>
                    new("request", value, $"'{(int)value}' is not a valid {value.GetType().Name}.");
                """);
        }
    }

    // Arguments that are written as JSON, but have no record.
    private static void EmitParameters(SourceWriter writer, ServiceModel service, OperationModel operation)
    {
        foreach (var parameter in operation.Parameters.Where(p => p is { Style: ParameterStyle.Json, QueryName: not null }))
        {
            using (writer.Block($"internal static void {parameter.Writer(operation)}(ref ::Utf8RequestWriter json, {parameter.Type.Name} value)"))
                EmitValue(writer, "value", parameter.Type, service, level: 0);
            writer.Blank();
        }
    }

    private static void EmitEntry(SourceWriter writer, RecordTypeModel body) => writer.Lines($$"""
        /// <summary>Writes a request.</summary>
        /// <param name="request">The request to write.</param>
        /// <param name="output">The writer for the bytes. It receives all of them, or none if the request cannot be written.</param>
        /// <exception cref="::ArgumentException">
        /// An enum value is undefined, a list element is null, or the request is too large or nested too deeply.
        /// </exception>
        public static void Write({{body.Name}} request, ::IBufferWriter<byte> output)
        {
            ::ArgumentNullException.ThrowIfNull(request);
            var json = new ::Utf8RequestWriter(output);
            try
            {
                {{body.Owner?.JsonWriter}}Write(ref json, request);
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
        using (writer.Block($"internal static void Write(ref ::Utf8RequestWriter json, {record.Name} value)"))
        {
            writer.Lines("::ArgumentNullException.ThrowIfNull(value);");
            EmitOpening(writer, record.Union?.Envelope);
            if (record.Union?.Envelope is not { Content: null })
                EmitMembers(writer, record, service);
            EmitClosing(writer, record.Union?.Envelope);
        }

        writer.Blank();
    }

    private static void EmitMembers(SourceWriter writer, RecordModel record, ServiceModel service)
    {
        writer.Lines("var start = json.BeginObject();");
        if (record.Union?.Value is { } value)
            writer.Lines($"json.Append({JsonLiteral.Member(value.Discriminator.JsonLiteral, value.JsonLiteral)});");
        foreach (var member in record.Members)
            EmitMember(writer, member, service);
        writer.Lines($"json.Unknown(value.{record.Unknown});\njson.EndObject(start);");
    }

    private static void EmitOpening(SourceWriter writer, EnvelopeModel? envelope)
    {
        if (envelope is not { Value: var value, Content: var content })
            return;
        writer.Lines($"""
            var envelope = json.BeginObject();
            json.Append({JsonLiteral.Member(value.Discriminator.JsonLiteral, value.JsonLiteral)});
            """);
        if (content is not null)
            writer.Lines($"json.Append({JsonLiteral.Lead(content.JsonLiteral)});");
    }

    private static void EmitClosing(SourceWriter writer, EnvelopeModel? envelope)
    {
        if (envelope is not null)
            writer.Lines("json.EndObject(envelope);");
    }

    private static void EmitUnion(SourceWriter writer, UnionModel union)
    {
        using (writer.Block($"internal static void Write(ref ::Utf8RequestWriter json, {union.Name} value)"))
        using (writer.Block("switch (value)"))
        {
            foreach (var shape in union.Shapes)
                writer.Lines($"case {shape.Record} shape:\n    Write(ref json, shape);\n    break;");
            using (writer.Enclosed($"case {union.Raw} raw:", "    break;"))
            {
                EmitOpening(writer, union.Shape?.Envelope);
                writer.Lines(union.Content is null ? "json.Json(raw.Json);" : "Write(ref json, raw);");
                EmitClosing(writer, union.Shape?.Envelope);
            }

            writer.Lines("default:\n    throw new ::ArgumentNullException(\"value\");");
        }

        writer.Blank();
    }

    private static void EmitMember(SourceWriter writer, MemberModel member, ServiceModel service)
    {
        var (lead, value, local) = (JsonLiteral.Lead(member.JsonLiteral), $"value.{member.Name}", member.Local);
        switch (member.Type)
        {
            case ListTypeModel list:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                {
                    writer.Lines($"json.Append({JsonLiteral.ListLead(member.JsonLiteral)});");
                    EmitElements(writer, local, list.Element, service, level: 1);
                }

                break;

            case MapTypeModel map:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                {
                    writer.Lines($"json.Append({lead});");
                    EmitEntries(writer, local, map.Value, service, level: 1);
                }

                break;

            case RecordTypeModel record:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                    writer.Lines($"json.Append({lead});\n{record.Owner?.JsonWriter}Write(ref json, {local});");
                break;

            case EnumTypeModel type when member.IsRequired:
                EmitEnum(writer, service, type, value, m => JsonLiteral.Member(member.JsonLiteral, m.JsonLiteral));
                break;

            case EnumTypeModel type:
                using (writer.Block($"if ({value} is {{ }} {local})"))
                    EmitEnum(writer, service, type, local, m => JsonLiteral.Member(member.JsonLiteral, m.JsonLiteral));
                break;

            case FileTypeModel:
                writer.Lines($"json.File({member.WireLiteral}, {value});");
                break;

            default:
                writer.Lines($"json.Member({lead}, {value});");
                break;
        }
    }

    // The comma after the last element is replaced by the bracket.
    private static void EmitElements(SourceWriter writer, string list, TypeModel element, ServiceModel service, int level)
    {
        var variable = Variable("element", level);
        using (writer.Block($"foreach (var {variable} in ::ListElements.Of({list}))"))
        {
            if (element is EnumTypeModel type)
            {
                EmitEnum(writer, service, type, variable, m => JsonLiteral.Element(m.JsonLiteral));
            }
            else
            {
                EmitValue(writer, variable, element, service, level);
                writer.Lines("json.Append(\",\"u8);");
            }
        }

        writer.Lines("json.EndList();");
    }

    private static void EmitEntries(SourceWriter writer, string map, TypeModel value, ServiceModel service, int level)
    {
        var (entry, start) = (Variable("entry", level), Variable("mapStart", level));
        writer.Lines($"var {start} = json.BeginObject();");
        using (writer.Block($"foreach (var {entry} in {map})"))
        {
            writer.Lines($"json.Name({entry}.Key);");
            if (value is EnumTypeModel type)
                EmitEnum(writer, service, type, $"{entry}.Value", m => JsonLiteral.Value(m.JsonLiteral));
            else
                EmitValue(writer, $"{entry}.Value", value, service, level);
        }

        writer.Lines($"json.EndObject({start});");
    }

    private static void EmitValue(SourceWriter writer, string value, TypeModel type, ServiceModel service, int level)
    {
        switch (type)
        {
            case ListTypeModel list:
                writer.Lines($"::ArgumentNullException.ThrowIfNull({value});\njson.Append(\"[\"u8);");
                EmitElements(writer, value, list.Element, service, level + 1);
                break;
            case MapTypeModel map:
                writer.Lines($"::ArgumentNullException.ThrowIfNull({value});");
                EmitEntries(writer, value, map.Value, service, level + 1);
                break;
            case RecordTypeModel record:
                writer.Lines($"{record.Owner?.JsonWriter}Write(ref json, {value});");
                break;
            case JsonTypeModel:
                writer.Lines($"json.Json({value});");
                break;
            case PrimitiveTypeModel { Keyword: "string" }:
                writer.Lines($"json.String({value});");
                break;
            case PrimitiveTypeModel primitive:
                writer.Lines($"json.{primitive.Word}({value});");
                break;
            default:
                throw new InvalidOperationException($"There is no way to write {type.Name}.");
        }
    }

    private static string Variable(string name, int level) => level == 1 ? name : $"{name}_{level.ToString(CultureInfo.InvariantCulture)}";

    private static void EmitEnum(SourceWriter writer, ServiceModel service, EnumTypeModel type, string value, Func<EnumMemberModel, string> json)
    {
        using (writer.Block($"json.Append({value} switch", "});"))
        {
            foreach (var member in service.FindEnum(type.Enum).Members)
                writer.Lines($"{service.InExpression(type.Name)}.{member.Name} => {json(member)},");
            writer.Lines($"_ => throw Undefined({value}),");
        }
    }
}
