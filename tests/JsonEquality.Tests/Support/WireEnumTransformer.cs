using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PageMessagesGen.JsonEquality.Tests.Support;

internal sealed class WireEnumTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (WireEnums.ValuesOf(type) is { } values && schema.Enum is not { Count: > 0 })
        {
            Describe(schema, values);
        }
        else if (WireEnums.ElementValuesOf(type) is { } elements)
        {
            schema.Type ??= JsonSchemaType.Array;
            if (schema.Type.Value.HasFlag(JsonSchemaType.Object))
                schema.AdditionalProperties ??= Describe(new OpenApiSchema(), elements);
            else
                schema.Items ??= Describe(new OpenApiSchema(), elements);
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Describe(OpenApiSchema schema, IReadOnlyList<string> values)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. values.Select(value => JsonValue.Create(value))];
        return schema;
    }
}
