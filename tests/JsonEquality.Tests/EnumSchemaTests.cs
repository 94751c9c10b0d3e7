using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EveryKind;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.JsonEquality.Tests.Support;

namespace PageMessagesGen.JsonEquality.Tests;

/// <summary>A JSON schema and OpenAPI show the values that are on the wire.</summary>
public sealed class EnumSchemaTests
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TransformSchemaNode = WireEnums.DescribeSchema };

    private static readonly string[] Levels = ["LOW", "HIGH"];
    private static readonly string[] Kinds = ["PLAIN", "say \"yes\"", @"C:\temp\u0041", "a/b c", "🍕 漢 é"];

    public static TheoryData<string> Resolvers => [.. Options.Keys];

    private static Dictionary<string, JsonSerializerOptions> Options { get; } = new()
    {
        ["context"] = new() { TypeInfoResolver = EchoJsonContext.Default },
        ["context, web"] = new(JsonSerializerDefaults.Web) { TypeInfoResolver = EchoJsonContext.Default },
        ["reflection"] = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        ["reflection, names"] = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), Converters = { new JsonStringEnumConverter() } },
    };

    [Theory]
    [MemberData(nameof(Resolvers))]
    public void A_JSON_schema_has_the_wire_values(string resolver)
    {
        var members = Options[resolver].GetJsonSchemaAsNode(typeof(Parcel), Exporter)["properties"]!;

        Assert.Equal(Values(Kinds), Json(members["kind"]!));
        Assert.Equal(Values([.. Kinds, null]), Json(members["other_kind"]!));
        Assert.Equal(Values([.. Levels, null]), Json(members["level"]!));
        Assert.Equal(Values(Kinds), Json(members["kinds"]!["items"]!));
        Assert.Equal("""["array","null"]""", Json(members["kinds"]!["type"]!));
        Assert.Contains("null", Json(members["text"]!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_schema_has_them_in_lists_of_lists_and_in_maps()
    {
        var members = Options["context"].GetJsonSchemaAsNode(typeof(Parcel), Exporter)["properties"]!;

        // What was described before is a reference, which leads into the member that has the type itself.
        Assert.Equal(Values(Kinds), Json(members["inner"]!["properties"]!["cubes"]!["items"]!["items"]!["items"]!));
        Assert.Equal(Values(Kinds), Json(members["inner"]!["properties"]!["kind_names"]!["additionalProperties"]!));
    }

    [Fact]
    public void The_schema_of_a_request_has_them()
    {
        var request = PageMessagesJsonContext.Default.SendMessageRequest.GetJsonSchemaAsNode(Exporter)["properties"]!;

        Assert.Equal(Values("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY", null), Json(request["messaging_type"]!));
    }

    [Fact]
    public void What_another_converter_writes_is_left_as_it_is()
    {
        var options = Options["reflection, names"];

        Assert.Equal(Json(options.GetJsonSchemaAsNode(typeof(Named))), Json(options.GetJsonSchemaAsNode(typeof(Named), Exporter)));
        Assert.Equal("""{"Level":"High","Levels":["Low"],"Day":"Monday"}""", JsonSerializer.Serialize(new Named(Level.High, [Level.Low], DayOfWeek.Monday), options));
    }

    [Fact]
    public void Only_generated_enums_have_wire_values()
    {
        Assert.Equal(Levels, WireEnums.ValuesOf(typeof(Level)));
        Assert.Equal(Levels, WireEnums.ValuesOf(typeof(Level?)));
        Assert.Equal(Levels, WireEnums.ElementValuesOf(typeof(IReadOnlyList<Level>)));
        Assert.All([typeof(Level[]), typeof(List<Level?>), typeof(IReadOnlyDictionary<string, Level>)], type => Assert.Equal(Levels, WireEnums.ElementValuesOf(type)));
        Assert.All([typeof(DayOfWeek), typeof(Parcel), typeof(IReadOnlyList<Level>), typeof(int?)], type => Assert.Null(WireEnums.ValuesOf(type)));
        Assert.All([typeof(Level), typeof(IReadOnlyList<string>), typeof(string)], type => Assert.Null(WireEnums.ElementValuesOf(type)));
    }

    [Fact]
    public async Task OpenAPI_has_the_wire_values()
    {
        var members = (await OpenApiAsync(options => options.AddSchemaTransformer<WireEnumTransformer>()))["Parcel"]!["properties"]!;

        Assert.Equal(Values(Kinds), Json(members["kind"]!));
        Assert.Equal(Values(Kinds), Json(members["other_kind"]!));
        Assert.Equal(Values(Levels), Json(members["level"]!));
        Assert.Equal(Values(Kinds), Json(members["kinds"]!["items"]!));
        Assert.Equal(Values(Kinds), Json(members["cubes"]!["items"]!["items"]!["items"]!));
        Assert.Equal(Values(Kinds), Json(members["kind_names"]!["additionalProperties"]!));
        Assert.Equal("""["null","array"]""", Json(members["kinds"]!["type"]!));
    }

    // The components of the document, with each reference replaced by what it refers to, once.
    private static async Task<JsonNode> OpenApiAsync(Action<OpenApiOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, EchoJsonContext.Default));
        builder.Services.AddOpenApi(configure);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapOpenApi();
        app.MapPost("/parcels", (Parcel parcel) => TypedResults.Ok(parcel));
        await app.StartAsync();
        using var http = new HttpClient();
        var components = JsonNode.Parse(await http.GetStringAsync(new Uri(new Uri(app.Urls.Single()), "openapi/v1.json")))!["components"]!["schemas"]!;
        foreach (var (_, member) in components["Parcel"]!["properties"]!.AsObject().ToList())
        {
            if (member is JsonObject { Count: 1 } reference && reference["$ref"]?.GetValue<string>().Split('/')[^1] is { } name and not "Parcel")
                reference.ReplaceWith(components[name]!.DeepClone());
        }

        return components;
    }

    private static string Values(params IEnumerable<string?> values) =>
        Json(new JsonObject { ["type"] = values.Contains(null) ? new JsonArray("string", "null") : "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode?)value)]) });

    // The members of an object have no order.
    private static string Json(JsonNode node) => node is JsonObject members
        ? new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString()
        : node.ToJsonString();

    private sealed record Named(Level Level, IReadOnlyList<Level> Levels, DayOfWeek Day);
}
