using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes a record, the public type for an object.</summary>
internal static class RecordEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, RecordModel record)
    {
        writer.Lines($"/// <summary>{record.Summary}</summary>");
        AttributeEmitter.Emit(writer, record);
        var union = record.Union is { } shape ? $" : {shape.Name}" : "";
        using (writer.Block($"{service.Visibility} sealed partial record {record.Name}{union}"))
        {
            if (record.Union is { } part)
                EmitDiscriminator(writer, service, record, part);
            foreach (var member in record.Members)
            {
                EmitMember(writer, member, isNew: member.Name == record.Union?.Open?.Property);
                writer.Blank();
            }

            if (record.Event is { } facts)
                EventEmitter.EmitFacts(writer, facts);
            EmitUnknown(writer, record);
            if (service.HasJsonWriter && service.Bodies.Any(body => body.Name == record.Name))
                EmitToJson(writer, service);
            EqualityEmitter.Emit(writer, record);
            EmitPrinting(writer, record);
        }
    }

    private static void EmitUnknown(SourceWriter writer, RecordModel record) => writer.Lines($$"""
        /// <summary>Gets or sets the members of the JSON that this type does not have; null if there are none.</summary>
        /// <remarks>They are kept when the JSON is read, and written back.</remarks>
        {{AttributeEmitter.Generated}}
        [::JsonExtensionData]
        public ::IDictionary<string, ::JsonElement>? {{record.Unknown}} { get; set; }

        """);

    private static void EmitToJson(SourceWriter writer, ServiceModel service) => writer.Lines($"""
        /// <summary>Gets the JSON that is sent, indented, for people: for the output of a test, or in the debugger.</summary>
        /// <remarks>It has all that <c>ToString</c> hides, such as texts and ids. The bytes of a file are not part of it.</remarks>
        /// <exception cref="::ArgumentException">The request cannot be written as JSON.</exception>
        {AttributeEmitter.Generated}
        public string ToJson() => ::ReadableJson.Of(this, global::{service.Namespace}.{service.JsonWriter}.Write);

        """);

    // The value that selects the shape is said by the type alone.
    private static void EmitDiscriminator(SourceWriter writer, ServiceModel service, RecordModel record, UnionShape shape)
    {
        string InClass(string type) => record.Members.Any(member => member.Name == type) ? $"global::{service.Namespace}.{type}" : type;
        if (shape.Value is { } value)
        {
            writer.Lines($"""
                /// <inheritdoc/>
                {AttributeEmitter.Generated}
                [{JsonAttributes(value.Discriminator)}]
                """);
            if (record.IsSent)
                AttributeEmitter.Emit(writer, value.Availability);
            writer.Lines($"""
                public override {value.Discriminator.Type} {value.Discriminator.Property} => {value.Expression(InClass)};

                """);
        }
        else if (shape.Envelope is { Value: var outer })
        {
            writer.Lines($"{AttributeEmitter.Generated}\nprivate protected override {outer.Discriminator.Type} {outer.Discriminator.Method}() => {outer.Expression(InClass)};\n");
        }
        else if (shape.Open is { } open)
        {
            writer.Lines($"{AttributeEmitter.Generated}\nprivate protected override {open.Type} {open.Method}() => {open.Property};\n");
        }
    }

    private static void EmitMember(SourceWriter writer, MemberModel member, bool isNew)
    {
        writer.Lines($"""
            /// <summary>{member.Summary}</summary>
            {(member.Remarks.Count == 0 ? "" : $"/// <remarks>{string.Join(" ", member.Remarks)}</remarks>\n")}{AttributeEmitter.Generated}
            [{JsonAttributes(member)}]
            """);
        AttributeEmitter.Emit(writer, member);
        writer.Lines(member.IsRequired
            ? $"public {(isNew ? "new " : "")}required {member.Type.Name} {member.Name} {{ get; init; }}"
            : $"public {member.Type.Name}? {member.Name} {{ get; init; }}");
    }

    private static string JsonAttributes(MemberModel member)
    {
        var attributes = $"::JsonPropertyName({member.WireLiteral})";

        // It is not in the JSON, but rules refer to it by its name.
        if (member.Type is FileTypeModel)
            return $"{attributes}, ::JsonIgnore";
        if (!member.IsRequired)
            attributes += ", ::JsonIgnore(Condition = ::JsonIgnoreCondition.WhenWritingNull)";
        return attributes + Converter(member.Type);
    }

    // A converter on the property comes before those in the options of an application.
    private static string Converter(TypeModel type) => type switch
    {
        PrimitiveTypeModel { PropertyConverter: { } converter } => $", ::JsonConverter(typeof({converter}))",
        EnumTypeModel value => $", ::JsonConverter(typeof({value.Converter}))",
        ListTypeModel { Element: EnumTypeModel element } => $", ::JsonConverter(typeof(::EnumListConverter<{element.Name}, {element.Converter}>))",
        _ => "",
    };

    /// <summary>Gets the attributes of a property for a discriminator.</summary>
    public static string JsonAttributes(DiscriminatorModel discriminator) =>
        $"::JsonPropertyName({discriminator.WireLiteral}), ::JsonPropertyOrder(-1){(discriminator.Values is { } values ? Converter(values) : "")}";

    private static void EmitPrinting(SourceWriter writer, RecordModel record)
    {
        writer.Lines("// Requests and responses may be logged: ToString shows which members are set, but no strings and no ids.");
        var modifiers = record.Union is null ? "private" : "protected override";
        if (record.Union is not null)
            writer.Lines("/// <inheritdoc/>");
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"{modifiers} bool PrintMembers(::StringBuilder builder)"))
        {
            writer.Lines("var printer = new ::MemberPrinter(builder);");
            foreach (var member in record.Members)
                writer.Lines($"printer.{Printing(member)}(\"{member.Name}\", {member.Name});");
            writer.Lines($"printer.Hidden(\"{record.Unknown}\", {record.Unknown});\nreturn printer.HasPrinted;");
        }
    }

    private static string Printing(MemberModel member) => member switch
    {
        { IsShown: true } => "Value",
        { Type: ListTypeModel } => "Count",
        _ => "Hidden",
    };
}
