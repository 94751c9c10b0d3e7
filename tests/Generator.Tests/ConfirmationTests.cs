using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>What a schema says with <c>confirmed-by</c> decides whether a call succeeds.</summary>
public class ConfirmationTests
{
    private const string User = """
        using System.Net.Http;
        using System.Threading.Tasks;
        using PageMessagesGen;
        namespace Acme.Shop;
        public static class User
        {
            public static Task Send(HttpMessageHandler handler, string? label) =>
                new ShopClient(new HttpClient(handler), new GraphApiOptions { PageId = "1", AccessToken = "token" })
                    .SendAsync(new Thing { Kind = Kind.Heart, Label = label });
        }
        """;

    // The body always has a kind, and may have a label.
    private static readonly LoadedAssembly Shop = Schemas.Run(Shopping("{ label: id, kind: success }").WithSource("User.cs", User)).EmitAndLoad();

    [Theory]
    [InlineData(null, """{"success":true}""", true)]
    [InlineData(null, """{"id":"r1"}""", false)]
    [InlineData(null, "{}", false)]
    [InlineData("a", """{"id":"r1","success":true}""", true)]
    [InlineData("a", """{"success":true}""", false)]
    [InlineData("a", """{"id":"r1"}""", false)]
    public async Task A_response_confirms_each_member_that_was_sent(string? label, string response, bool isConfirmed)
    {
        using var handler = new Responding(response);

        var thrown = await Record.ExceptionAsync(() => (Task)Shop.Assembly.GetType("Acme.Shop.User")!.GetMethod("Send")!.Invoke(null, [handler, label])!);

        Assert.Equal(isConfirmed ? null : "The response does not confirm the request. The call may have been processed.", thrown?.Message);
    }

    [Theory]
    [InlineData("{ label: id }", "static (body, answer) => body.Label is null || answer.Id is not null")]
    [InlineData("{ kind: id }", "static (body, answer) => answer.Id is not null")]
    [InlineData("{ kind: id, label: things }", "static (body, answer) => (answer.Id is not null) && (body.Label is null || answer.Things is not null)")]
    [InlineData("{ count: numbers, is_new: kind }", "static (body, answer) => (body.Count is null || answer.Numbers is not null) && (body.IsNew is null || answer.Kind is not null)")]
    public void The_predicate_is_static_and_compiles_clean(string confirmedBy, string expected)
    {
        var project = Shopping(confirmedBy);
        var run = Schemas.Run(project);

        run.AssertCompilesClean();
        Schemas.Run(project with { Nullable = NullableContextOptions.Disable }).AssertCompilesClean();
        Assert.Contains($"\n        IsConfirmed = {expected},\n", run.Files["shop.Client.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("success: { type: boolean,")]
    [InlineData("id: { type: string,")]
    public void A_member_that_every_response_has_confirms_nothing(string member)
    {
        var name = member.Split(':')[0];
        var project = Shopping($"{{ label: {name} }}", schema => schema.Replace(member, $"{member} required: true,", StringComparison.Ordinal));
        var run = Schemas.Run(project);

        run.AssertCompilesClean();
        Assert.DoesNotContain("static (body, answer)", run.Files["shop.Client.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorInput Shopping(string confirmedBy, Func<string, string>? change = null)
    {
        const string Returns = "    body: Thing\n    returns: Receipt\n";
        Assert.Contains(Returns, Schemas.Small, StringComparison.Ordinal);
        var schema = Schemas.Small.Replace(Returns, $"{Returns}    confirmed-by: {confirmedBy}\n", StringComparison.Ordinal);
        return Schemas.Project((Schemas.SmallPath, change?.Invoke(schema) ?? schema));
    }

    private sealed class Responding(string response) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(response, Encoding.UTF8) };
        }
    }
}
