using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Tests.Seed;

/// <summary>The schema file says what the endpoint's reference page says: nothing is missing, and nothing was added but what is listed.</summary>
public class SeedTranscriptionTests
{
    private static readonly SchemaDocument Schema = Read(RealSchema.Text);

    [Fact]
    public void The_schema_is_read_without_a_finding() => Assert.Empty(SchemaReader.Read(RealSchema.Text).Diagnostics);

    [Fact]
    public void The_parameters_are_those_of_the_page() => Assert.Equal([], DifferencesOf(Schema, "parameters"));

    [Fact]
    public void The_enums_are_those_of_the_page() => Assert.Equal([], DifferencesOf(Schema, "enums"));

    [Fact]
    public void The_members_of_the_answer_are_those_of_the_page() => Assert.Equal([], DifferencesOf(Schema, "answer"));

    [Fact]
    public void The_error_codes_are_those_of_the_page_and_the_further_ones_of_rules() => Assert.Equal([], DifferencesOf(Schema, "errors"));

    [Fact]
    public void The_transcription_has_as_many_entries_as_the_page()
    {
        Assert.Equal(44, SeedLines.OfParameters(SeedReference.Parameters).Count);
        Assert.Equal(
            [("AttachmentType", 10), ("MessageTag", 5), ("MessagingType", 3), ("NotificationType", 3), ("PaymentType", 2), ("QuickReplyContentType", 20), ("SenderAction", 5)],
            SeedLines.OfEnums(SeedReference.Enums).GroupBy(l => l.Split('.')[0], StringComparer.Ordinal).Select(g => (g.Key, g.Count())).Order());
        Assert.Equal(10, SeedReference.Errors.Split('\n').Length);
    }

    [Fact]
    public void The_page_has_one_operation()
    {
        var send = Assert.Single(Schema.Operations);

        Assert.Equal(("send", HttpVerb.Post, "/{page_id}/messages"), (send.Name, send.Verb, send.Path));
        Assert.Equal(("PageMessages", "PageMessages", "v26.0"), (Schema.Namespace, Schema.Service, Schema.Version));
    }

    [Theory]
    [InlineData("parameters", "        required: true\n        summary: The customer who", "        summary: The customer who")]
    [InlineData("parameters", "        emoji: true\n        max-length: 20 characters", "        max-length: 20 characters")]
    [InlineData("parameters", "default: REGULAR", "default: NO_PUSH")]
    [InlineData("parameters", "      login_id:", "      login:")]
    [InlineData("parameters", "type: list<QuickReply>", "type: QuickReply")]
    [InlineData("parameters", "type: string-or-integer", "type: integer")]
    [InlineData("parameters", "      first_name: { type: string, summary: The given name. }\n", "")]
    [InlineData("parameters", "      metadata:", "      more: { type: string, summary: More. }\n      metadata:")]
    [InlineData("enums", "wire: MEDIA_SHARE, ", "")]
    [InlineData("enums", "      BIC_OPT_IN:", "      BIC_OPT_OUT:")]
    [InlineData("answer", "      attachment_id:", "      attachment:")]
    [InlineData("errors", "  551: {", "  552: {")]
    [InlineData("errors", "  100/2018018: {", "  100/2018019: {")]
    [InlineData("errors", "recovery: wait", "recovery: token")]
    public void A_change_of_the_schema_alone_is_noticed(string part, string old, string changed)
    {
        Assert.Contains(old, RealSchema.Text, StringComparison.Ordinal);

        Assert.NotEmpty(DifferencesOf(Read(RealSchema.Text.Replace(old, changed, StringComparison.Ordinal)), part));
    }

    private static SchemaDocument Read(string text) => SchemaReader.Read(text).Document!;

    private static List<string> DifferencesOf(SchemaDocument schema, string part)
    {
        var (page, file) = part switch
        {
            "parameters" => (
                SeedLines.OfParameters(SeedReference.Parameters).Concat(SeedLines.OfParameters(SeedReference.FurtherParameters)).Distinct(),
                ModelLines.OfMembers(schema, schema.Operations[0].Body!)),
            "answer" => (SeedLines.OfParameters($"{SeedReference.Answer}\n{SeedReference.FurtherAnswer}"), ModelLines.OfMembers(schema, ((ObjectReference)schema.Operations[0].Returns!).Name)),
            "enums" => (SeedLines.OfEnums($"{SeedReference.Enums}\n{SeedReference.FurtherEnums}"), ModelLines.OfEnums(schema).Where(line => !IsOfContent(line))),
            "errors" => (SeedReference.Errors.Split('\n').Concat(SeedReference.FurtherErrors.Split('\n')), schema.Errors.Select(e => $"{e.Key} {e.Recovery}")),
            _ => throw new ArgumentException($"There is no part '{part}'.", nameof(part)),
        };
        return Without("page only", page, file).Concat(Without("schema only", file, page)).ToList();
    }

    private static bool IsOfContent(string line) =>
        ContentReference.Enums.Contains($"{line.Split('.')[0]}:", StringComparison.Ordinal) || line.Split('.')[0] is "TemplateType" or "ButtonType";

    // One of two equal lines is not enough for the other.
    private static IEnumerable<string> Without(string where, IEnumerable<string> all, IEnumerable<string> others)
    {
        var left = all.ToList();
        foreach (var other in others)
            left.Remove(other);
        return left.Select(line => $"{where}: {line}");
    }
}
