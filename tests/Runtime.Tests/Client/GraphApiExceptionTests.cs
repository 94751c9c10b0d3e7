using System.Net;
using System.Reflection;
using PageMessages;
using PageMessagesGen.Rules;
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
    public void No_character_that_controls_the_output_is_printed()
    {
        int[] controls = [.. Enumerable.Range(0, 0x20), .. Enumerable.Range(0x7F, 0x21), .. Enumerable.Range(0x2028, 7), .. Enumerable.Range(0x2066, 4)];
        var hostile = string.Concat(controls.Select(c => $"<{(char)c}>"));
        var harmless = string.Concat(controls.Select(_ => "< >"));
        var error = new GraphApiError { Code = 100, Subcode = -1, Type = hostile, Message = hostile, UserTitle = hostile, UserMessage = hostile, TraceId = hostile };
        var failure = new GraphApiException(HttpStatusCode.BadRequest, error);

        Assert.Equal($"Graph API error 100/-1 (HTTP 400): {harmless} [fbtrace_id {harmless}]", failure.Message);
        Assert.Equal(
            $"GraphApiError {{ Code = 100, Subcode = -1, Type = {harmless}, Message = {harmless}, UserTitle = {harmless}, UserMessage = {harmless}, TraceId = {harmless} }}",
            error.ToString());
        Assert.Equal(hostile, failure.ErrorMessage);
        Assert.Equal(hostile, failure.UserMessage);
        Assert.Equal(
            $"The request violates the schema. Nothing was sent. [{harmless}] {harmless}: {harmless}",
            new GraphApiException([new RuleViolation(hostile, RuleSeverity.Error, hostile, hostile)]).Message);
    }

    [Fact]
    public void The_error_codes_are_those_of_the_schema()
    {
        var codes = typeof(PageMessagesErrors).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(p => p.Name, p => ((GraphErrorCode)p.GetValue(null)!).ToString());

        Assert.Superset(
            new Dictionary<string, string>
            {
                ["UnknownError"] = "1",
                ["TooManyElements"] = "105",
                ["CardWithOnlyATitle"] = "100/2018035",
                ["ServiceUnavailable"] = "2",
                ["AppRateLimited"] = "4",
                ["PermissionMissing"] = "10",
                ["OutsideWindowWithoutNewsPermission"] = "10/2018065",
                ["PersonCannotReceiveMessages"] = "10/2018108",
                ["OutsideWindow"] = "10/2018278",
                ["OutsideInstagramWindow"] = "10/2534022",
                ["UserRateLimited"] = "17",
                ["PageRateLimited"] = "32",
                ["InvalidParameter"] = "100",
                ["NoMatchingUser"] = "100/2018001",
                ["NoFile"] = "100/2018005",
                ["MessageAndSenderAction"] = "100/2018014",
                ["NothingToSend"] = "100/2018015",
                ["TextAndAttachment"] = "100/2018018",
                ["EmptyMessage"] = "100/2018034",
                ["QuickReplyWithoutTitle"] = "100/2018098",
                ["QuickReplyWithoutPayload"] = "100/2018099",
                ["InvalidAccessToken"] = "190",
                ["MissingParameter"] = "194",
                ["PermissionDenied"] = "200",
                ["TemporarilyBlocked"] = "368",
                ["PersonUnavailable"] = "200/1545041, 551, 551/1545041",
                ["RateLimited"] = "613",
                ["TemporarySendFailure"] = "1200",
                ["CommerceMessagesDisabled"] = "2022",
                ["ActivityAlreadyRepliedTo"] = "10900",
                ["ActivityReplyExpired"] = "10901",
                ["ActivityReplyNotAllowed"] = "10903",
            }.ToHashSet(),
            codes.ToHashSet());
    }

    [Theory]
    [InlineData(551, "This person is not available right now.")]
    [InlineData(10900, "The one private reply to the activity has already been sent.")]
    [InlineData(0, null)]
    [InlineData(-100, null)]
    [InlineData(105, "A list has too many elements.")]
    [InlineData(5, null)]
    [InlineData(10905, null)]
    [InlineData(int.MaxValue, null)]
    public void An_error_code_is_described_as_the_schema_does(int code, string? meaning) =>
        Assert.Equal(meaning, PageMessagesErrors.Find(code)?.Meaning);

    [Theory]
    [InlineData(551, null)]
    [InlineData(551, 1545041)]
    [InlineData(200, 1545041)]
    public void A_customer_who_is_unavailable_is_described_the_same_whatever_the_code(int code, int? subcode) =>
        Assert.Same(PageMessagesErrors.PersonUnavailable, PageMessagesErrors.Find(code, subcode));

    [Theory]
    [InlineData(10, 2018278, "The 24-hour window since the customer's last message has closed.")]
    [InlineData(10, 2534022, "The 24-hour window since the customer's last message on Instagram has closed.")]
    [InlineData(10, 2018065, "The 24-hour window has closed, and the Page has no permission to send news.")]
    [InlineData(10, 2018108, "This person cannot receive messages right now.")]
    [InlineData(10, 1, "The permission for this call is missing or was removed.")]
    [InlineData(100, 2018001, "No person with this id was found.")]
    [InlineData(200, null, "A permission for this call is missing.")]
    public void A_subcode_is_described_with_its_code(int code, int? subcode, string meaning) =>
        Assert.Equal(meaning, PageMessagesErrors.Find(code, subcode)?.Meaning);

    [Fact]
    public async Task The_meaning_of_a_code_comes_with_the_failure()
    {
        foreach (var code in (int[])[1, 2, 4, 10, 17, 32, 100, 190, 194, 200, 368, 551, 613, 1200, 2022, 10900, 10901, 10903])
        {
            var failure = await Clients.FailAsync(Answers.Json(400, $$$"""{"error":{"code":{{{code}}}}}"""));

            Assert.Same(PageMessagesErrors.Find(code), failure.ErrorCode);
            Assert.NotNull(failure.Meaning);
        }
    }
}
