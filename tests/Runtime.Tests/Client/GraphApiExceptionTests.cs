using System.Net;
using System.Reflection;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class GraphApiExceptionTests
{
    [Fact]
    public void It_can_be_made_without_an_answer()
    {
        var inner = new InvalidOperationException();

        Assert.Equal("The Graph API call failed.", new GraphApiException().Message);
        Assert.Equal("Oops", new GraphApiException("Oops").Message);
        Assert.Same(inner, new GraphApiException("Oops", inner).InnerException);
        Assert.Null(new GraphApiException("Oops").StatusCode);
        Assert.Null(new GraphApiException("Oops").Error);
        Assert.Null(new GraphApiException("Oops").Code);
        Assert.Throws<ArgumentNullException>(() => new GraphApiException(HttpStatusCode.BadRequest, null!));
    }

    [Fact]
    public void The_error_codes_are_those_of_the_reference_and_those_with_which_rules_are_answered()
    {
        var codes = typeof(PageMessagesErrors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .ToDictionary(f => f.Name, f => (int)f.GetRawConstantValue()!);

        Assert.Equal(
            new Dictionary<string, int>
            {
                ["InvalidParameter"] = 100,
                ["MessageAndSenderAction"] = 2018014,
                ["NothingToSend"] = 2018015,
                ["TextAndAttachment"] = 2018018,
                ["InvalidAccessToken"] = 190,
                ["MissingParameter"] = 194,
                ["PermissionDenied"] = 200,
                ["PersonUnavailable"] = 551,
                ["RateLimited"] = 613,
                ["CommerceMessagesDisabled"] = 2022,
                ["ActivityAlreadyRepliedTo"] = 10900,
                ["ActivityReplyExpired"] = 10901,
                ["ActivityReplyNotAllowed"] = 10903,
            },
            codes);
        Assert.All(codes.Values, code => Assert.EndsWith(".", Describe(code), StringComparison.Ordinal));
        Assert.Equal(codes.Count, codes.Values.Select(Describe).Distinct().Count());

        static string? Describe(int code) => code > 1_000_000 ? PageMessagesErrors.Describe(100, code) : PageMessagesErrors.Describe(code);
    }

    [Theory]
    [InlineData(551, "This person is not available right now.")]
    [InlineData(10900, "The activity has had its one private reply already.")]
    [InlineData(0, null)]
    [InlineData(-100, null)]
    [InlineData(10902, null)]
    [InlineData(int.MaxValue, null)]
    public void An_error_code_is_described_as_the_schema_does(int code, string? meaning) =>
        Assert.Equal(meaning, PageMessagesErrors.Describe(code));

    [Fact]
    public async Task The_meaning_of_a_code_comes_with_the_failure()
    {
        foreach (var code in (int[])[100, 190, 194, 200, 551, 613, 2022, 10900, 10901, 10903])
        {
            var failure = await Clients.FailAsync(Answers.Json(400, $$$"""{"error":{"code":{{{code}}}}}"""));

            Assert.Equal(PageMessagesErrors.Describe(code), failure.Meaning);
            Assert.NotNull(failure.Meaning);
        }
    }
}
