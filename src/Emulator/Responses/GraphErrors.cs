using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>Creates the error responses for the operations of one schema. The meaning of a code is read from the schema.</summary>
internal sealed class GraphErrors(SchemaDocument schema)
{
    private const int LongestId = 20;

    private static readonly ErrorKey InvalidParameterKey = new(100, null);
    private static readonly ErrorKey NoSuchObjectKey = new(100, 33);
    private static readonly ErrorKey InvalidTokenKey = new(190, null);
    private static readonly ErrorKey RevokedTokenKey = new(190, 467);
    private static readonly ErrorKey PersonUnavailableKey = new(551, 1545041);

    public GraphError InvalidParameter(string detail) => Detailed(InvalidParameterKey, detail);

    /// <summary>Creates the error response for a request that violates a rule.</summary>
    public GraphError Broken(WireViolation violation) => Detailed(violation.Answer ?? InvalidParameterKey, violation.Message);

    /// <param name="id">An id in the request. It is quoted only if it can be an id, because it may be anything, even a token.</param>
    public GraphError NoSuchObject(string id)
    {
        var name = id.Length <= LongestId && id.All(char.IsAsciiDigit) ? $" with ID '{id}'" : "";
        return Detailed(NoSuchObjectKey, $"The object{name} does not exist, or the access token may not use it.") with { Type = "GraphMethodException" };
    }

    public GraphError InvalidToken(string detail) => Plain(InvalidTokenKey, $"{FindSummary(InvalidTokenKey) ?? "The access token is invalid."} {detail}");

    public GraphError RevokedToken() => Plain(RevokedTokenKey, FindSummary(RevokedTokenKey) ?? "The access token was revoked.");

    /// <summary>Creates an error, with its meaning in the schema as the message.</summary>
    public GraphError Of(int code, int? subcode, int status = 400) =>
        Plain(new(code, subcode), FindSummary(new(code, subcode)) ?? "The emulator was asked for this error.") with { Status = status };

    public GraphError PersonUnavailable() => Plain(PersonUnavailableKey, FindSummary(PersonUnavailableKey) ?? "This person is not available right now.");

    // The detail adds to the meaning of the code, so the response contains both.
    private GraphError Detailed(ErrorKey key, string detail)
    {
        var summary = FindSummary(key);
        return Plain(key, detail) with { UserTitle = summary, UserMessage = summary is null ? null : detail };
    }

    private static GraphError Plain(ErrorKey key, string message) => new(key.Code, $"(#{key.Code}) {message}", key.Subcode);

    private string? FindSummary(ErrorKey key) => (Find(key) ?? Find(key with { Subcode = null }))?.Summary;

    private ErrorCode? Find(ErrorKey key) => schema.Errors.FirstOrDefault(e => e.Key == key);
}
