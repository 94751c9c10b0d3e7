using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Generated code is loaded and called: unions, lists, calls with and without a body.</summary>
public class LoadedCodeTests
{
    private const string User = """
        using System.Threading.Tasks;
        using System.Net.Http;
        using PageMessagesGen;
        namespace Acme.Shop;
        public static class User
        {
            public static Thing Image => new() { Kind = Kind.Image, Payload = new Media { Url = "https://x.example/a.png" } };
            public static Thing Template => new() { Kind = Kind.Template, Payload = new GenericTemplate { Title = "Boots 🥾" } };
            public static Thing Place => new() { Kind = Kind.Place, Payload = RawPayload.Parse("{\"lat\":1.5}") };
            public static Thing All => new()
            {
                Kind = Kind.Heart, Label = "l", Count = 3, Price = 1.50m, IsNew = true, StickerId = "9", Tags = ["a", "b"], Kinds = [Kind.Image, Kind.Place],
                Numbers = [1, -2], Parts = [new() { Name = "p" }], Extra = RawJson.Parse("[1]"),
            };
            public static async Task<string> Call(HttpMessageHandler handler, string call)
            {
                var client = new ShopClient(new HttpClient(handler), new GraphApiOptions { PageId = "1", AccessToken = "token" });
                var receipt = call switch
                {
                    "list" => await client.ListAsync(["id", "a b&c"], 5, [Kind.Image, Kind.Place]),
                    "remove" => await client.RemoveAsync("t_1"),
                    _ => await client.SendAsync(Template),
                };
                return receipt.ToString() + "|" + receipt.Id + "|" + receipt.Things?.Count + "|" + receipt.Numbers?[1] + "|" + receipt.Kind + "|" + (receipt.Template as ButtonTemplate)?.Text;
            }
        }
        """;

    private static readonly LoadedAssembly Shop = Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small)).WithSource("User.cs", User)).EmitAndLoad();

    [Theory]
    [InlineData("Image", """{"kind":"image","payload":{"url":"https://x.example/a.png"}}""")]
    [InlineData("Template", """{"kind":"template","payload":{"template_type":"generic","title":"Boots 🥾"}}""")]
    [InlineData("Place", """{"kind":"PLACE","payload":{"lat":1.5}}""")]
    [InlineData("All", """{"kind":"heart","label":"l","count":3,"price":1.50,"is_new":true,"sticker_id":"9","tags":["a","b"],"kinds":["image","PLACE"],"numbers":[1,-2],"parts":[{"name":"p"}],"extra":[1]}""")]
    public async Task The_client_and_the_context_write_one_JSON(string thing, string expected)
    {
        var value = Shop.Assembly.GetType("Acme.Shop.User")!.GetProperty(thing)!.GetValue(null)!;
        var context = (JsonSerializerContext)Shop.Assembly.GetType("Acme.Shop.ShopJsonContext")!.GetProperty("Default")!.GetValue(null)!;

        var written = JsonSerializer.Serialize(value, value.GetType(), context);
        var reread = JsonSerializer.Serialize(JsonSerializer.Deserialize(written, value.GetType(), context), value.GetType(), context);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), written);
        Assert.Equal(written, reread);
        if (thing == "Template")
            Assert.Equal(expected, (await CallAsync("send")).Body);
    }

    [Fact]
    public async Task A_GET_has_its_parameters_in_the_query_and_no_body()
    {
        var (_, request, body) = await CallAsync("list");

        Assert.Equal("GET /v26.0/1/things?fields=id%2Ca%20b%26c&limit=5&kinds=image%2CPLACE", request);
        Assert.Equal("", body);
    }

    [Fact]
    public async Task A_DELETE_has_its_parameter_in_the_path() => Assert.Equal("DELETE /v26.0/1/things/t_1", (await CallAsync("remove")).Request);

    [Fact]
    public async Task An_answer_is_read_with_lists_enums_and_unions()
    {
        var (answer, _, _) = await CallAsync("send");

        Assert.Equal("Receipt { Id = ***, Success = True, Things = [1], Numbers = [2], Kind = Video, Template = ButtonTemplate { Text = *** }, UnknownMembers = *** }|r1|1|7|Video|Hi", answer);
    }

    private static async Task<(string Answer, string Request, string Body)> CallAsync(string call)
    {
        using var handler = new Scripted("""{"id":"r1","success":true,"things":[{"name":"x"}],"numbers":[3,7],"kind":"VIDEO","template":{"text":"Hi","template_type":"button"},"unknown":{"a":[1]}}""");
        var task = (Task<string>)Shop.Assembly.GetType("Acme.Shop.User")!.GetMethod("Call")!.Invoke(null, [handler, call])!;
        return (await task, handler.Request, handler.Body);
    }

    private sealed class Scripted(string answer) : HttpMessageHandler
    {
        public string Request { get; private set; } = "";

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = $"{request.Method} {request.RequestUri!.PathAndQuery}";
            Body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }
}
