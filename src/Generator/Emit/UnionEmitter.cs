using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes a union: an abstract record of which the shapes are the only descendants.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, UnionModel union)
    {
        writer.Import("System.Text.Json", "System.Text.Json.Serialization", "PageMessagesGen", "PageMessagesGen.Json");
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
            writer.Lines($"[JsonPolymorphic(TypeDiscriminatorPropertyName = {discriminator})]");
            foreach (var shape in union.Shapes)
                writer.Lines($"[JsonDerivedType(typeof({shape.Record}), {shape.ValueLiteral})]");
        }
        else
        {
            writer.Lines($"[JsonConverter(typeof({union.Converter}))]");
        }
    }

    private static void EmitRaw(SourceWriter writer, ServiceModel service, UnionModel union) => writer.Lines($$"""

        /// <summary>A <see cref="{{union.Name}}"/> as JSON, where the schema leaves its shape open.</summary>
        /// <remarks>What System.Text.Json reads has this shape too, since the value that chooses the shape stands elsewhere.</remarks>
        {{service.Visibility}} sealed record {{union.Raw}} : {{union.Name}}
        {
            /// <summary>The JSON.</summary>
            public required JsonElement Json { get; init; }

            /// <summary>Takes a JSON text over as it is.</summary>
            /// <exception cref="JsonException">The text is no JSON value.</exception>
            public static {{union.Raw}} Parse(string json) => new() { Json = RawJson.Parse(json) };

            // Requests and answers end up in logs.
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
        writer.Lines($"\n/// <summary>Writes a <see cref=\"{union.Name}\"/> by its shape, and reads it as a <see cref=\"{union.Raw}\"/>.</summary>");
        using (writer.Block($"{service.Visibility} sealed class {union.Converter} : UnionConverter<{union.Name}>"))
        {
            writer.Lines($"""
                /// <inheritdoc/>
                protected override {union.Name} FromJson(JsonElement json) => new {union.Raw} {"{ Json = json }"};

                /// <inheritdoc/>
                """);
            using (writer.Block($"public override void Write(Utf8JsonWriter writer, {union.Name} value, JsonSerializerOptions options)"))
            using (writer.Block("switch (value)"))
            {
                foreach (var shape in union.Shapes)
                    writer.Lines($"case {shape.Record} shape:\n    JsonSerializer.Serialize(writer, shape, JsonMembers.Described<{shape.Record}>(options));\n    break;");
                writer.Lines($"case {union.Raw} raw:\n    raw.Json.WriteTo(writer);\n    break;");
            }
        }
    }
}
