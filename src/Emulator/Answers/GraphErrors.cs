using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Answers;

/// <summary>Words the refusals of one schema's operations. What a code means is read in the schema where it says so.</summary>
internal sealed class GraphErrors(SchemaDocument schema)
{
    private const int InvalidParameterCode = 100;
    private const int InvalidTokenCode = 190;
    private const int PersonUnavailableCode = 551;

    private const int LongestId = 20;

    private const int NoSuchObjectSubcode = 33;
    private const int PersonUnavailableSubcode = 1545041;

    public GraphError InvalidParameter(string detail) => Detailed(InvalidParameterCode, detail);

    /// <summary>Words a refusal of which there is more to say than what the code means.</summary>
    public GraphError Detailed(int code, string detail)
    {
        var summary = FindSummary(code);
        return new GraphError(code, $"(#{code}) {detail}", UserTitle: summary, UserMessage: summary is null ? null : detail);
    }

    /// <param name="pageId">The id in the path; it is quoted only if it can be one, since anything may stand there by mistake, even a token.</param>
    public GraphError NoSuchPage(string pageId)
    {
        var id = pageId.Length <= LongestId && pageId.All(char.IsAsciiDigit) ? $" with ID '{pageId}'" : "";
        return Detailed(InvalidParameterCode, $"The object{id} does not exist, or the access token may not use it.") with
        {
            Subcode = NoSuchObjectSubcode,
            Type = "GraphMethodException",
        };
    }

    public GraphError InvalidToken(string detail) =>
        new(InvalidTokenCode, $"(#{InvalidTokenCode}) {FindSummary(InvalidTokenCode) ?? "The access token is invalid."} {detail}");

    public GraphError PersonUnavailable() =>
        new(PersonUnavailableCode, $"(#{PersonUnavailableCode}) {FindSummary(PersonUnavailableCode) ?? "This person is not available right now."}", PersonUnavailableSubcode);

    private string? FindSummary(int code) => schema.Errors.FirstOrDefault(e => e.Code == code)?.Summary;
}
