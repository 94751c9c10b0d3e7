using System.Globalization;
using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>
/// Writes the validator: what each record must meet as data, a method that shows the runtime library its members, and one that gets the
/// member that a rule asks for.
/// </summary>
internal static class ValidatorEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        foreach (var attribute in AttributeEmitter.Assembly(service))
            writer.AssemblyAttribute(attribute);
        writer.Lines($"""
            /// <summary>Validates the requests of the {service.Name} service against the rules of its schema.</summary>
            /// <remarks>Validating a request without violations allocates no memory.</remarks>
            """);
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"{service.Visibility} static class {service.Validator}"))
        {
            foreach (var type in service.Enums.Where(e => e.IsSent))
                EmitEnum(writer, service, type);
            foreach (var record in service.SentRecords)
                EmitDescription(writer, service, record);
            foreach (var union in service.Unions.Where(u => u.IsSent && u.Shape?.Envelope is not null))
                writer.Lines($"internal static readonly ::RecordDescription {Field(union.Raw)} = new(static raw => (({union.Raw})raw).Json){Shape(union.Shape)};\n");
            foreach (var body in service.Bodies)
                EmitEntry(writer, service, body);
            foreach (var operation in service.Operations.Where(o => o.IsValidated))
                EmitParameters(writer, service, operation);
            foreach (var record in service.SentRecords)
                EmitRecord(writer, service, record);
            foreach (var union in service.Unions.Where(u => u.IsSent))
                EmitUnion(writer, service, union);
        }
    }

    /// <summary>Gets the field with the description of a record or an enum. No type has a name that begins like it.</summary>
    public static string Field(string type) => $"_{char.ToLowerInvariant(type[0])}{type.Substring(1)}";

    /// <summary>Gets the field with the description of a record or an enum, of this service or of the one that generates it.</summary>
    public static string Field(TypeModel type) => type switch
    {
        RecordTypeModel record => $"{record.Owner?.Validator}{Field(record.Record)}",
        EnumTypeModel e => $"{e.Owner?.Validator}{Field(e.Enum)}",
        _ => throw new InvalidOperationException($"No field describes {type.Name}."),
    };

    private static void EmitEnum(SourceWriter writer, ServiceModel service, EnumModel type)
    {
        using (writer.Enclosed($"{service.SharedVisibility} static readonly ::EnumDescription {Field(type.Name)} = new([", "]);"))
        {
            foreach (var member in type.Members)
                writer.Lines($"new({member.Number}, {member.NameLiteral}, {member.WireLiteral}{Availability(", ", member.Availability)}),");
        }

        writer.Blank();
    }

    private static void EmitDescription(SourceWriter writer, ServiceModel service, RecordModel record)
    {
        using (writer.Enclosed($"internal static readonly ::RecordDescription {Field(record.Name)} = new(", $"){Shape(record.Union)};"))
        {
            using (writer.List("", "],"))
            {
                foreach (var member in record.Members)
                    EmitMember(writer, service, member);
            }

            using (writer.List("", "],"))
            {
                foreach (var rule in record.Rules)
                {
                    writer.Lines($"""
                        new({CSharpText.Literal(rule.Name)}, {AttributeEmitter.Severity(rule.Severity)}, {CSharpText.Literal(RuleWriter.Write(rule))},
                            {CSharpText.Literal(rule.Reason)}),
                        """);
                }
            }

            writer.Lines($"static (ref ::ValidationContext context, object record) => Validate(ref context, ({record.Name})record),");
            writer.Lines($"static (record, member) => Get(({record.Name})record, member)");
        }

        writer.Blank();
    }

    private static string Shape(UnionShape? shape)
    {
        string[] parts =
        [
            .. shape?.Value is { } value ? new[] { $"Discriminator = {Discriminator(value)}" } : [],
            .. shape?.Envelope is { } envelope ? new[] { $"Envelope = new({Discriminator(envelope.Value)}{(envelope.Content is { } content ? $", {content.WireLiteral}" : "")})" } : [],
        ];
        return parts.Length == 0 ? "" : $" {{ {string.Join(", ", parts)} }}";
    }

    private static string Discriminator(DiscriminatorValue value) =>
        $"new ::DiscriminatorDescription({value.Discriminator.WireLiteral}, {value.NameLiteral}{(value.Discriminator.Values is { } type ? $", {Field(type)}" : "")})";

    private static void EmitMember(SourceWriter writer, ServiceModel service, MemberModel member)
    {
        var shapes = service.ShapesOf(member.Type.Leaf);
        var owner = (member.Type.Leaf as RecordTypeModel)?.Owner?.Validator;
        var facts = new List<string>();
        if (member.Limits.Count > 0)
            facts.Add($"Limits = {CSharpText.Literal(RuleWriter.Write(member.Limits))}");
        if (member.Limits.Count > 0 && member.LimitSeverity != RuleSeverity.Error)
            facts.Add($"LimitSeverity = {AttributeEmitter.Severity(member.LimitSeverity)}");
        if (member.Availability != PageMessagesGen.Rules.Availability.Everywhere)
            facts.Add($"Availability = {Availability("", member.Availability)}");
        if (((member.Type as ListTypeModel)?.Element ?? member.Type) is EnumTypeModel type)
            facts.Add($"Values = {Field(type)}");
        if (member.Type is ListTypeModel { Element: EnumTypeModel })
            facts.Add("IsList = true");
        if (shapes.Count > 0)
            facts.Add($"Shapes = static () => [{string.Join(", ", shapes.Select(shape => $"{owner}{Field(shape)}!"))}]");
        var required = member.IsRequired && member.Type is JsonTypeModel or { IsStruct: false } ? ", isRequired: true" : "";
        writer.Lines($"new({member.WireLiteral}{required}){(facts.Count == 0 ? "" : $" {{ {string.Join(", ", facts)} }}")},");
    }

    private static string Availability(string separator, Availability availability)
    {
        if (availability == PageMessagesGen.Rules.Availability.Everywhere)
            return "";
        var retirement = availability.Retirement switch
        {
            null => "",
            { IsRefusal: true } refusal => $".RefusedSince(\"{refusal.Since}\", {AttributeEmitter.Severity(refusal.Severity)}, {CSharpText.Literal(refusal.Reason)})",
            var deprecation => $".DeprecatedSince(\"{deprecation.Since}\", {CSharpText.Literal(deprecation.Reason)})",
        };
        return $"{separator}new ::AvailabilityDescription({string.Join(", ", availability.Platforms.Select(CSharpText.Literal))}){retirement}";
    }

    private static void EmitEntry(SourceWriter writer, ServiceModel service, RecordTypeModel body)
    {
        writer.Lines($$"""
            /// <summary>Finds the violations of a request: of the limits of its members, and of the rules between them.</summary>
            /// <param name="request">The request.</param>
            /// <param name="platform">The platform that it is sent to, such as <c>messenger</c>; null if it is not known. Rules of a single platform are then not validated.</param>
            /// <returns>The violations; empty if there are none.</returns>
            /// <exception cref="::ArgumentException">The schema does not have the platform.</exception>
            public static ::IReadOnlyList<::RuleViolation> Validate(this {{body.Name}} request, string? platform = null) =>
                ::ValidationContext.Validate(request, {{Field(body)}}, platform, {{service.PlatformList}});
            """);
        writer.Blank();
    }

    private static void EmitParameters(SourceWriter writer, ServiceModel service, OperationModel operation)
    {
        using (writer.Enclosed($"private static readonly ::RecordDescription {operation.Description} = new([", "]);"))
        {
            foreach (var parameter in operation.Parameters)
                EmitMember(writer, service, parameter.Member);
        }

        writer.Blank();
        var arguments = string.Concat(operation.Parameters.Select(p => $", {p.Type.Name}{(p.IsRequired ? "" : "?")} {Argument(p)}"));
        using (writer.Block($"internal static void {operation.Validation}(ref ::ValidationContext context{arguments})"))
        {
            writer.Lines($"var set = default(::SetMembers);\nvar members = {operation.Description}.Members;");
            for (var i = 0; i < operation.Parameters.Count; i++)
                EmitValidation(writer, service, operation.Parameters[i].Member, i, Argument(operation.Parameters[i]));
            writer.Lines($"context.Rules(set, {operation.Description}, {operation.Description});");
        }

        writer.Blank();
    }

    // No local variable ends with an underscore.
    private static string Argument(ParameterModel parameter) => $"{parameter.Name.TrimStart('@')}_";

    private static void EmitRecord(SourceWriter writer, ServiceModel service, RecordModel record)
    {
        using (writer.Block($"{service.SharedVisibility} static void Validate(ref ::ValidationContext context, {record.Name} value)"))
        {
            writer.Lines("var set = default(::SetMembers);");
            if (record.Members.Count > 0)
                writer.Lines($"var members = {Field(record.Name)}.Members;");
            for (var i = 0; i < record.Members.Count; i++)
                EmitValidation(writer, service, record.Members[i], i, $"value.{record.Members[i].Name}");
            writer.Lines($"context.Unknown(value.{record.Unknown});\ncontext.Rules(set, {Field(record.Name)}, value);");
        }

        writer.Blank();
        using (writer.Block($"private static ::MemberValue Get({record.Name} value, int member) => member switch", "};"))
        {
            for (var i = 0; i < record.Members.Count; i++)
                writer.Lines($"{i} => {Value(record.Members[i].Type, $"value.{record.Members[i].Name}")},");
            writer.Lines("_ => default,");
        }

        writer.Blank();
        writer.Lines($"{service.SharedVisibility} static ::MemberValue Describe({record.Name}? value) => ::MemberValue.Of(value, {Field(record.Name)});");
        writer.Blank();
    }

    private static void EmitValidation(SourceWriter writer, ServiceModel service, MemberModel member, int index, string value)
    {
        var key = $"members[{index}]";
        switch (member.Type)
        {
            case RecordTypeModel record:
                var isOpen = service.FindUnion(record.Record) is { Content: null };
                using (writer.Block($"if (context.{(isOpen ? "Union" : "Record")}(ref set, {key}, {value}))"))
                    writer.Lines($"{record.Owner?.Validator}Validate(ref context, {value}!);\ncontext.Leave();");
                writer.Blank();
                break;

            case ListTypeModel list:
                using (writer.Block($"if (context.List(ref set, {key}, {value}?.Count))"))
                {
                    if (member.Limits.Any(limit => !limit.IsOfList))
                        writer.Lines($"foreach (var element in ::ListElements.Of({value}!))\n    context.Element({key}, element);");
                    else
                        EmitElements(writer, $"{value}!", list.Element, level: 1);
                    writer.Lines("context.Leave();");
                }

                writer.Blank();
                break;

            case MapTypeModel map:
                using (writer.Block($"if (context.Map(ref set, {key}, {value}))"))
                {
                    EmitEntries(writer, $"{value}!", map.Value, level: 1);
                    writer.Lines("context.Leave();");
                }

                writer.Blank();
                break;

            default:
                writer.Lines(member.Type switch
                {
                    EnumTypeModel => $"context.Enum(ref set, {key}, (int?){value});",
                    JsonTypeModel => $"context.Json(ref set, {key}, {value});",
                    FileTypeModel => $"set.Unlimited({key}, {value} is not null);",
                    PrimitiveTypeModel { Word: "Boolean" or "Date" or "DateTime" or "Timestamp" or "IntegerOrString" } => $"set.Unlimited({key}, {(member.IsRequired ? "true" : $"{value} is not null")});",
                    PrimitiveTypeModel { Keyword: "string" } => $"context.String(ref set, {key}, {value});",
                    _ => $"context.Number(ref set, {key}, {value});",
                });
                break;
        }
    }

    private static void EmitElements(SourceWriter writer, string list, TypeModel element, int level)
    {
        var variable = Variable("element", level);
        if (element is PrimitiveTypeModel { IsStruct: true })
            return;
        using (writer.Block($"foreach (var {variable} in ::ListElements.Of({list}))"))
        {
            switch (element)
            {
                case RecordTypeModel record:
                    writer.Lines($"if (context.Element({variable}))\n    {record.Owner?.Validator}Validate(ref context, {variable}!);");
                    break;
                case EnumTypeModel type:
                    writer.Lines($"context.Element((int){variable}, {Field(type)});");
                    break;
                case ListTypeModel or MapTypeModel:
                    using (writer.Block($"if (context.Inner({variable}))"))
                    {
                        EmitInner(writer, $"{variable}!", element, level + 1);
                        writer.Lines("context.Leave();");
                    }

                    break;
                default:
                    writer.Lines($"context.Element({variable});");
                    break;
            }
        }
    }

    private static void EmitEntries(SourceWriter writer, string map, TypeModel value, int level)
    {
        var entry = Variable("entry", level);
        if (value is PrimitiveTypeModel { IsStruct: true })
        {
            writer.Lines($"foreach (var {entry} in {map})\n    context.Key({entry}.Key);");
            return;
        }

        using (writer.Block($"foreach (var {entry} in {map})"))
        {
            switch (value)
            {
                case EnumTypeModel type:
                    writer.Lines($"context.Entry({entry}.Key, (int){entry}.Value, {Field(type)});");
                    break;
                case JsonTypeModel:
                    writer.Lines($"context.Entry({entry}.Key, {entry}.Value);");
                    break;
                default:
                    using (writer.Block($"if (context.Entry({entry}.Key, {entry}.Value))"))
                    {
                        EmitInner(writer, $"{entry}.Value!", value, level + 1);
                        writer.Lines("context.Leave();");
                    }

                    break;
            }
        }
    }

    private static void EmitInner(SourceWriter writer, string value, TypeModel type, int level)
    {
        if (type is ListTypeModel list)
            EmitElements(writer, value, list.Element, level);
        else if (type is MapTypeModel map)
            EmitEntries(writer, value, map.Value, level);
        else if (type is RecordTypeModel record)
            writer.Lines($"{record.Owner?.Validator}Validate(ref context, {value});");
    }

    private static string Variable(string name, int level) => level == 1 ? name : $"{name}{level.ToString(CultureInfo.InvariantCulture)}";

    private static string Value(TypeModel type, string value) => type switch
    {
        EnumTypeModel @enum => $"::MemberValue.Of((int?){value}, {Field(@enum)})",
        RecordTypeModel record => $"{record.Owner?.Validator}Describe({value})",
        ListTypeModel list => $"::MemberValue.Of({value}, {value}?.Count, static (list, index) => {Value(list.Element, $"(({list.Name})list)[index]")})",
        MapTypeModel => $"::MemberValue.OfMap({value})",
        _ => $"::MemberValue.Of({value})",
    };

    private static void EmitUnion(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        using (writer.Block($"{service.SharedVisibility} static void Validate(ref ::ValidationContext context, {union.Name} value)"))
        using (writer.Block("switch (value)"))
        {
            foreach (var shape in union.Shapes)
                EmitShape(writer, service, union, shape);
            EmitRawShape(writer, service, union);
        }

        writer.Blank();
        using (writer.Block($"{service.SharedVisibility} static ::MemberValue Describe({union.Name}? value) => value switch", "};"))
        {
            foreach (var shape in union.Shapes)
                writer.Lines($"{shape.Record} shape => Describe(shape),");
            writer.Lines(union.Content is not null ? $"{union.Raw} raw => Describe(raw),"
                : union.Shape?.Envelope is null ? $"{union.Raw} raw => ::MemberValue.Of(raw.Json),"
                : $"{union.Raw} raw => ::MemberValue.Of(raw, {Field(union.Raw)}),");
            writer.Lines("_ => default,");
        }

        writer.Blank();
    }

    private static void EmitShape(SourceWriter writer, ServiceModel service, UnionModel union, UnionShapeModel shape)
    {
        using (writer.Enclosed($"case {shape.Record} shape:", "    break;"))
        {
            if (shape.Value is { Availability: var availability } value && availability != PageMessagesGen.Rules.Availability.Everywhere)
                writer.Lines(Validation(value.Discriminator, value.Expression(service.InExpression)));
            if (!shape.HasContent)
            {
                writer.Lines("Validate(ref context, shape);");
                return;
            }

            using (writer.Block($"if (context.Content({union.Content!.WireLiteral}))"))
                writer.Lines("Validate(ref context, shape);\ncontext.Leave();");
            writer.Blank();
        }
    }

    private static void EmitRawShape(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        using (writer.Enclosed($"case {union.Raw} raw:", "    break;"))
        {
            if (union.Content is { } content)
            {
                var raw = service.Records.First(record => record.Name == union.Raw);
                var typed = union.Shapes.Where(shape => shape.HasContent).Select(shape => shape.Value!.Expression(service.InExpression)).ToList();
                writer.Lines("Validate(ref context, raw);");
                if (typed.Count > 0)
                    writer.Lines($"context.Content({content.WireLiteral}, raw.{raw.Members[1].Name}, raw.{union.Discriminator!.Property} is {string.Join(" or ", typed)});");
                return;
            }

            if (union.Discriminator is { Values: not null } discriminator)
                writer.Lines(Validation(discriminator, $"raw.{discriminator.Property}"));
            writer.Lines("context.Raw(raw.Json);");
        }
    }

    private static string Validation(DiscriminatorModel discriminator, string value) =>
        $"context.Discriminator({discriminator.WireLiteral}, (int){value}, {Field(discriminator.Values!)});";
}
