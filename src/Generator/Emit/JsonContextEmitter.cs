using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>
/// Writes the complete JsonSerializerContext: the generator of System.Text.Json cannot, because it does not see generated types.
/// Its properties have the names of types, so private members have an underscore, which no type has.
/// </summary>
internal static class JsonContextEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines($"""
            /// <summary>Describes the types of the {service.Name} service to System.Text.Json, without reflection.</summary>
            /// <remarks>Names, enum values and the omission of nulls are those of the service, regardless of the options.</remarks>
            {AttributeEmitter.Generated}
            """);
        using (writer.Block($"{service.Visibility} sealed class {service.JsonContext} : ::JsonSerializerContext, ::IJsonTypeInfoResolver"))
        {
            EmitConstruction(writer, service);
            foreach (var name in service.Records.Select(r => r.Name).Concat(service.Unions.Select(u => u.Name)).Concat(service.Enums.Select(e => e.Name)))
                EmitProperty(writer, name);
            EmitResolver(writer);
            EmitTypes(writer, service);
            foreach (var record in service.Records)
                EmitRecord(writer, record);
        }
    }

    private static void EmitConstruction(SourceWriter writer, ServiceModel service) => writer.Lines($$"""
        /// <summary>Gets the context with default options.</summary>
        public static {{service.JsonContext}} Default { get; } = new(new ::JsonSerializerOptions());

        /// <summary>Creates a context with default options.</summary>
        public {{service.JsonContext}}()
            : base(null)
        {
        }

        /// <summary>Creates a context with its own options, which become read-only.</summary>
        public {{service.JsonContext}}(::JsonSerializerOptions options)
            : base(options)
        {
        }

        /// <inheritdoc/>
        protected override ::JsonSerializerOptions? GeneratedSerializerOptions => null;

        """);

    private static void EmitProperty(SourceWriter writer, string type) => writer.Lines($"""
        /// <summary>Gets the metadata of <see cref="{type}"/>.</summary>
        public ::JsonTypeInfo<{type}> {ServiceModel.ContextProperty(type)} => ::JsonMembers.Described<{type}>(Options);

        """);

    private static void EmitResolver(SourceWriter writer) => writer.Lines("""
        /// <inheritdoc/>
        public override ::JsonTypeInfo? GetTypeInfo(::Type type)
        {
            Options.TryGetTypeInfo(type, out var info);
            return info;
        }

        ::JsonTypeInfo? ::IJsonTypeInfoResolver.GetTypeInfo(::Type type, ::JsonSerializerOptions options)
        {
            var info = Describe_(type, options);
            if (info is not null)
                info.OriginatingResolver = this;
            return info;
        }

        """);

    private static void EmitTypes(SourceWriter writer, ServiceModel service)
    {
        using (writer.Block($"{service.SharedVisibility} static ::JsonTypeInfo? Describe_(::Type type, ::JsonSerializerOptions options)"))
        {
            foreach (var record in service.Records)
                EmitType(writer, record.Name, $"Object<{record.Name}>(options, New_{record.Name}, Members_{record.Name})");
            foreach (var union in service.Unions)
                EmitType(writer, union.Name, $"Value<{union.Name}>(options, new {union.Converter}()!)");
            foreach (var type in service.Enums)
                EmitStruct(writer, type.Name, $"{type.Converter}.Instance");

            if (service.Records.Count > 0)
                EmitType(writer, "::IDictionary<string, ::JsonElement>", "UnknownMembers(options)");
            var types = service.Records.SelectMany(r => r.JsonMembers).Select(m => m.Type).ToList();
            var nested = types.SelectMany(t => t.Nested).ToList();
            foreach (var element in nested.OfType<ListTypeModel>().Select(l => l.Element.Name).Distinct())
                EmitType(writer, $"::IReadOnlyList<{element}>", $"List<{element}>(options)");
            foreach (var value in nested.OfType<MapTypeModel>().Select(m => m.Value.Name).Distinct())
                EmitType(writer, $"::IReadOnlyDictionary<string, {value}>", $"Map<{value}>(options)");

            // The names of a map's members are strings.
            var names = nested.OfType<MapTypeModel>().Select(_ => PrimitiveTypeModel.String);
            foreach (var leaf in types.Select(t => t.Leaf).Concat(names).Concat(service.Records.Count > 0 ? [new JsonTypeModel(), PrimitiveTypeModel.String] : []).GroupBy(l => l.Name).Select(g => g.First()))
                EmitLeaf(writer, leaf);
            writer.Lines($"return {(service.UsedContexts.Count == 0 ? "null" : string.Join(" ?? ", service.UsedContexts.Select(context => $"{context}Describe_(type, options)")))};");
        }

        writer.Blank();
    }

    private static void EmitLeaf(SourceWriter writer, TypeModel leaf)
    {
        if (leaf is PrimitiveTypeModel { IsStruct: true } primitive)
            EmitStruct(writer, leaf.Name, primitive.Converter);
        else if (leaf is PrimitiveTypeModel)
            EmitType(writer, "string", "Value<string?>(options, ::JsonMetadataServices.StringConverter)");
        else if (leaf is JsonTypeModel)
            EmitStruct(writer, leaf.Name, "::JsonMetadataServices.JsonElementConverter");
    }

    private static void EmitStruct(SourceWriter writer, string type, string converter)
    {
        EmitType(writer, type, $"Value<{type}>(options, {converter})");
        EmitType(writer, $"{type}?", $"Nullable<{type}>(options)");
    }

    private static void EmitType(SourceWriter writer, string type, string description) =>
        writer.Lines($"if (type == typeof({type}))\n    return ::JsonMembers.{description};");

    private static void EmitRecord(SourceWriter writer, RecordModel record)
    {
        using (writer.List($"private static ::JsonPropertyInfo[] Members_{record.Name}(::JsonSerializerOptions options) =>", "];"))
        {
            if (record.Union?.Value?.Discriminator is { } discriminator)
                writer.Lines($"::JsonMembers.{Description(record, discriminator)},");
            foreach (var member in record.JsonMembers)
                writer.Lines($"::JsonMembers.{Description(record, member)},");
            writer.Lines($"::JsonMembers.Unknown<{record.Name}>(options, \"{record.Unknown}\", {Field(record, record.Unknown)}),");
        }

        writer.Lines($"""

            [::UnsafeAccessor(::UnsafeAccessorKind.Constructor)]
            private static extern {record.Name} New_{record.Name}();

            """);
        EmitField(writer, record, record.Unknown, "::IDictionary<string, ::JsonElement>?");
        foreach (var member in record.JsonMembers)
            EmitField(writer, record, member.Name, member.IsRequired ? member.Type.Name : $"{member.Type.Name}?");
    }

    // Only the field of a property can be set after an object was created. One accessor reads and writes it, which costs the compiler
    // half of what a lambda and an accessor do.
    private static void EmitField(SourceWriter writer, RecordModel record, string property, string type) => writer.Lines($"""
        [::UnsafeAccessor(::UnsafeAccessorKind.Field, Name = "<{property}>k__BackingField")]
        private static extern ref {type} {Field(record, property)}({record.Name} owner);

        """);

    // Names of their own, because the compiler would otherwise compare all accessors of a name with each delegate.
    private static string Field(RecordModel record, string property) => $"{record.Name}_{property}";

    private static string Description(RecordModel record, DiscriminatorModel member)
    {
        var converter = member.Values is null ? ", ::JsonMetadataServices.StringConverter!" : "";
        return $"Constant<{record.Name}, {member.Type}>(options, \"{member.Property}\", {member.WireLiteral}, static o => o.{member.Property}{converter})";
    }

    private static string Description(RecordModel record, MemberModel member)
    {
        // In the signature of Optional, T includes null for structs only. A reference type is nullable already.
        var value = !member.IsRequired && member.Type.IsStruct ? $"{member.Type.Name}?" : member.Type.Name;
        var kind = member.IsRequired ? "Required" : "Optional";
        var converter = member.Type == PrimitiveTypeModel.StringOrInteger ? ", new ::StringOrIntegerConverter()" : ""; // it differs from that of other strings
        return $"{kind}<{record.Name}, {value}>(options, \"{member.Name}\", {member.WireLiteral}, {Field(record, member.Name)}{converter})";
    }
}
