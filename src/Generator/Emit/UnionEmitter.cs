using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes a union: an abstract record whose shapes are the only derived types.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        var shapes = string.Join(", ", union.Shapes.Select(s => $"<see cref=\"{s.Record}\"/>"));
        writer.Lines($"""
            /// <summary>{union.Summary}</summary>
            /// <remarks>One of {shapes}{(union.DiscriminatorLiteral is null ? $", or <see cref=\"{union.Raw}\"/>" : "")}.</remarks>
            """);
        EmitAttributes(writer, union);
        using (writer.Block($"{service.Visibility} abstract partial record {union.Name}{(union.Base is { } parent ? $" : {parent}" : "")}"))
            writer.Lines($"private protected {union.Name}()\n{{\n}}");
        if (union.DiscriminatorLiteral is null)
        {
            EmitRaw(writer, service, union);
            EmitConverter(writer, service, union);
        }
    }

    private static void EmitAttributes(SourceWriter writer, UnionModel union)
    {
        if (union.DiscriminatorLiteral is { } discriminator)
        {
            writer.Lines($"[::JsonPolymorphic(TypeDiscriminatorPropertyName = {discriminator})]");
            foreach (var shape in union.Shapes)
                writer.Lines($"[::JsonDerivedType(typeof({shape.Record}), {shape.ValueLiteral})]");
        }
        else
        {
            writer.Lines($"[::JsonConverter(typeof({union.Converter}))]");
        }
    }

    private static void EmitRaw(SourceWriter writer, ServiceModel service, UnionModel union) => writer.Lines($$"""

        /// <summary>A <see cref="{{union.Name}}"/> as JSON, for shapes that the schema leaves open.</summary>
        /// <remarks>System.Text.Json reads every shape as this type, because the value that selects the shape is elsewhere.</remarks>
        {{service.Visibility}} sealed record {{union.Raw}} : {{union.Name}}
        {
            /// <summary>Gets the JSON.</summary>
            public required ::JsonElement Json { get; init; }

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
        }
        """);

    private static void EmitConverter(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        writer.Lines($"\n/// <summary>Writes <see cref=\"{union.Name}\"/> by shape and reads it as <see cref=\"{union.Raw}\"/>.</summary>");
        using (writer.Block($"{service.Visibility} sealed class {union.Converter} : ::UnionConverter<{union.Name}>"))
        {
            writer.Lines($"""
                /// <inheritdoc/>
                protected override {union.Name} FromJson(::JsonElement json) => new {union.Raw} {"{ Json = json }"};

                /// <inheritdoc/>
                """);
            using (writer.Block($"public override void Write(::Utf8JsonWriter writer, {union.Name} value, ::JsonSerializerOptions options)"))
            using (writer.Block("switch (value)"))
            {
                foreach (var shape in union.Shapes)
                    writer.Lines($"case {shape.Record} shape:\n    ::JsonSerializer.Serialize(writer, shape, ::JsonMembers.Described<{shape.Record}>(options));\n    break;");
                writer.Lines($"case {union.Raw} raw:\n    raw.Json.WriteTo(writer);\n    break;");
            }
        }
    }
}
