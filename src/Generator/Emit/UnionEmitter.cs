using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes a union: an abstract record whose shapes are the only derived types.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        var shapes = string.Concat(union.Shapes.Select(s => $"<see cref=\"{s.Record}\"/>, "));
        writer.Lines($"""
            /// <summary>{union.Summary}</summary>
            /// <remarks>One of {shapes}or <see cref="{union.Raw}"/>.</remarks>
            [::JsonConverter(typeof({union.Converter}))]
            """);
        using (writer.Block($"{service.Visibility} abstract partial record {union.Name}{(union.IsOfEvents ? " : ::IWebhookEvent" : union.Shape is { Name: var parent } ? $" : {parent}" : "")}"))
        {
            writer.Lines($"{AttributeEmitter.Generated}\nprivate protected {union.Name}()\n{{\n}}");
            if (union.IsOfEvents)
                EventEmitter.EmitNoFacts(writer);
            EmitDiscriminators(writer, service, union);
        }

        if (union.Content is null)
            EmitRaw(writer, service, union);
        if (union.IsOfEvents)
            EmitEventConverter(writer, service, union);
        else
            EmitConverter(writer, service, union);
    }

    private static void EmitDiscriminators(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        if (union.Shape?.Envelope?.Value is { } outer)
            writer.Lines($"\n{AttributeEmitter.Generated}\nprivate protected override {outer.Discriminator.Type} {outer.Discriminator.Method}() => {outer.Expression(type => InClass(service, union, type))};");
        if (union.Discriminator is not { } discriminator)
            return;
        writer.Lines($"\n/// <summary>{discriminator.Summary}</summary>");
        writer.Lines(union.Content is null
            ? $"""
                {AttributeEmitter.Generated}
                [{RecordEmitter.JsonAttributes(discriminator)}]
                public abstract {discriminator.Type} {discriminator.Property} {"{ get; }"}
                """
            : $"""
                {AttributeEmitter.Generated}
                [::JsonIgnore]
                public {discriminator.Type} {discriminator.Property} => {discriminator.Method}();

                {AttributeEmitter.Generated}
                private protected abstract {discriminator.Type} {discriminator.Method}();
                """);
    }

    private static string InClass(ServiceModel service, UnionModel union, string type) =>
        union.Discriminator?.Property == type ? $"global::{service.Namespace}.{type}" : type;

    private static void EmitRaw(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        writer.Lines($"""

            /// <summary>A <see cref="{union.Name}"/> as JSON, for {(union.IsOfEvents ? "events that the schema does not have, or that do not match it" : "shapes that the schema leaves open")}.</summary>
            """);
        if (union.Discriminator is null && !union.IsOfEvents)
            writer.Lines("/// <remarks>System.Text.Json reads every shape as this type, because the value that selects the shape is elsewhere.</remarks>");
        writer.Lines(AttributeEmitter.Generated);
        AttributeEmitter.EmitRaw(writer, union);
        using (writer.Block($"{service.Visibility} sealed record {union.Raw} : {union.Name}"))
        {
            writer.Lines($$"""
                /// <summary>Gets the JSON.</summary>
                public required ::JsonElement Json { get; init; }

                """);
            if (union.Discriminator is { } discriminator)
            {
                writer.Lines($"""
                    /// <inheritdoc/>
                    [{RecordEmitter.JsonAttributes(discriminator)}]
                    public override {discriminator.Type} {discriminator.Property} => {Parse(service, union, discriminator)};

                    """);
            }

            EqualityEmitter.EmitRaw(writer, union);
            writer.Lines($$"""
                /// <summary>Creates a value from a JSON string, which is kept as is.</summary>
                /// <exception cref="::JsonException">The string is not valid JSON.</exception>
                public static {{union.Raw}} Parse(string json) => new() { Json = ::RawJson.Parse(json) };

                // Requests and responses may be logged, so the JSON is hidden.
                /// <inheritdoc/>
                protected override bool PrintMembers(global::System.Text.StringBuilder builder)
                {
                    builder.Append("***");
                    return true;
                }
                """);
        }
    }

    private static string Parse(ServiceModel service, UnionModel union, DiscriminatorModel discriminator)
    {
        var text = $"::JsonMembers.Text(Json, {discriminator.WireLiteral})";
        return discriminator.Values is { } values ? $"{InClass(service, union, values.Converter)}.Instance.Parse({text})" : text;
    }

    private static void EmitConverter(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        writer.Lines($"""

            /// <summary>Writes <see cref="{union.Name}"/> by shape, and reads {(union.Discriminator is null ? $"it as <see cref=\"{union.Raw}\"/>" : "it by its discriminator")}.</summary>
            """);
        var arguments = string.Join(", ", new[] { union.Discriminator?.WireLiteral, union.Content?.WireLiteral }.OfType<string>());
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"{service.Visibility} sealed class {union.Converter}() : ::UnionConverter<{union.Name}>({arguments})"))
        {
            if (service.Settings.HasJsonContext)
                writer.Lines($"/// <inheritdoc/>\nprotected override ::JsonSerializerContext? Context => {service.JsonContext}.Default;\n");
            if (union.Discriminator is not null)
                EmitFindShape(writer, union);
            if (union.Content is not null && union.Shapes.Where(shape => !shape.HasContent).ToList() is { Count: > 0 } empty)
                EmitCreateEmpty(writer, union, empty);
            writer.Lines("/// <inheritdoc/>");
            writer.Lines(union.Content is null
                ? $"protected override {union.Name} ReadRaw(ref ::Utf8JsonReader reader, ::JsonSerializerOptions options) => new {union.Raw} {{ Json = ::JsonElement.ParseValue(ref reader) }};\n"
                : $"""
                    protected override {union.Name} ReadRaw(ref ::Utf8JsonReader reader, ::JsonSerializerOptions options) => ReadShape<{union.Raw}>(ref reader, options);

                    """);
            EmitWrite(writer, union);
        }
    }

    private static void EmitEventConverter(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        writer.Lines($"""

            /// <summary>Reads events like <see cref="{service.Webhook!.Name}"/>, and writes them by their type.</summary>
            {AttributeEmitter.Generated}
            """);
        using (writer.Block($"{service.Visibility} sealed class {union.Converter}() : ::EventConverter<{union.Name}>({service.InExpression(service.JsonReader)}.{service.ReadMethod(union.Name)})"))
        {
            if (service.Settings.HasJsonContext)
                writer.Lines($"/// <inheritdoc/>\nprotected override ::JsonSerializerContext? Context => {service.JsonContext}.Default;\n");
            writer.Lines($"""
                /// <inheritdoc/>
                protected override {union.Name} ReadRaw(ref ::Utf8JsonReader reader, ::JsonSerializerOptions options) => new {union.Raw} {"{ Json = ::JsonElement.ParseValue(ref reader) }"};

                """);
            EmitWrite(writer, union);
        }
    }

    private static void EmitFindShape(SourceWriter writer, UnionModel union)
    {
        writer.Lines("/// <inheritdoc/>");
        using (writer.Block("protected override ::Type? FindShape(string value)"))
        {
            foreach (var shape in union.Shapes)
                writer.Lines($"if (Is(value, {shape.Value!.WireLiteral}))\n    return typeof({shape.Record});");
            writer.Lines("return null;");
        }

        writer.Blank();
    }

    private static void EmitCreateEmpty(SourceWriter writer, UnionModel union, List<UnionShapeModel> shapes)
    {
        writer.Lines("/// <inheritdoc/>");
        using (writer.Block($"protected override {union.Name}? CreateWithoutContent(::Type shape)"))
        {
            foreach (var shape in shapes)
                writer.Lines($"if (shape == typeof({shape.Record}))\n    return new {shape.Record}();");
            writer.Lines("return null;");
        }

        writer.Blank();
    }

    private static void EmitWrite(SourceWriter writer, UnionModel union)
    {
        writer.Lines("/// <inheritdoc/>");
        using (writer.Block($"public override void Write(::Utf8JsonWriter writer, {union.Name} value, ::JsonSerializerOptions options)"))
        using (writer.Block("switch (value)"))
        {
            foreach (var shape in union.Shapes)
            {
                var (variable, write) = union.Content is null ? (" shape", "WriteShape(writer, shape, options);")
                    : shape.HasContent ? (" shape", $"WriteContent(writer, {shape.Value!.WireLiteral}, shape, options);")
                    : ("", $"WriteWithoutContent(writer, {shape.Value!.WireLiteral});");
                writer.Lines($"case {shape.Record}{variable}:\n    {write}\n    break;");
            }

            var raw = union.Content is null ? "raw.Json.WriteTo(writer);" : "WriteShape(writer, raw, options);";
            writer.Lines($"case {union.Raw} raw:\n    {raw}\n    break;");
        }
    }
}
