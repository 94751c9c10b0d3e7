using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PageMessagesGen.Emulator.Faults;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Batch;

/// <summary>
/// Answers a batch: several requests in one. Each part is a call of its own, with a response of its own, and counts against the limits.
/// </summary>
internal sealed partial class BatchHandler(Routes routes, CallHandler calls)
{
    /// <summary>The maximum number of parts.</summary>
    public const int MostParts = 50;

    private const string Batch = "batch";

    // The file of a message has this name in a request of its own, whatever it is called in the batch.
    private const string FileMember = "filedata";

    private static readonly (string Name, string Value)[] Headers = [("Content-Type", "application/json; charset=UTF-8")];

    /// <summary>Determines whether a request is a batch: a POST to the root, with or without a version.</summary>
    public static bool Serves(string method, string path) => method == "POST" && Root().IsMatch(path);

    /// <summary>Gets the response to a batch.</summary>
    /// <param name="batch">The batch, as a call.</param>
    public GraphResponse Answer(Call batch)
    {
        if (batch.Body is { IsEmpty: false, Fault: { } fault })
            return Refuse(fault);
        var body = batch.Body.IsEmpty ? null : batch.Body.Content as WireObject;
        var given = body?.Find(Batch) ?? Wire.Text(batch.Query.Parameters.FirstOrDefault(p => p.Name == Batch)?.Value);
        if ((given as WireList ?? ReadText(Wire.TextOf(given) ?? "")) is not WireList list)
            return Refuse("The request has no parameter batch that is a list.");
        if (list.Items.Count > MostParts)
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"The batch has more than {MostParts} requests."));
        var parts = list.Items.Select(BatchPart.Read).ToList();
        if (parts.Exists(part => part is null))
            return Refuse("A request of the batch has no method or no relative_url.");
        var hasHeaders = Wire.FindText(body, "include_headers") is not "false" && Wire.Find(body, "include_headers") is not WireBoolean { Value: false };
        var results = new BatchResults();
        return new GraphReply(Wire.List(AnswerParts(batch, parts!, hasHeaders, results))) { Fault = results.Fault };
    }

    // A string inside the body has the limits of a body.
    private static WireValue? ReadText(string text) => RequestBody.Parse(Encoding.UTF8.GetBytes(text)) is { Fault: null } body ? body.Content : null;

    private IEnumerable<WireValue> AnswerParts(Call batch, IReadOnlyList<BatchPart> parts, bool hasHeaders, BatchResults results)
    {
        var referred = parts.SelectMany(part => BatchResults.NamesIn(part.RelativeUrl + part.Body).Append(part.DependsOn)).ToHashSet(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.DependsOn is { } needed && results.HasFailed(needed))
            {
                yield return new WireNull(default);
                continue;
            }

            var resolved = part with { RelativeUrl = results.Resolve(part.RelativeUrl), Body = part.Body is null ? null : results.Resolve(part.Body) };
            var answer = results.AreTooLong ? TooLong() : Answer(batch, resolved);
            results.Add(part.Name, answer);
            var isOmitted = answer is GraphReply && (part.IsAnswerOmitted ?? (part.Name is not null && referred.Contains(part.Name)));
            yield return isOmitted ? new WireNull(default) : Describe(answer, hasHeaders);
        }
    }

    private GraphResponse Answer(Call batch, BatchPart part)
    {
        var (path, query) = Split(part.RelativeUrl);
        if (!routes.TryFind(part.Method, path, out var found, out var refusal))
            return refusal;
        var parameters = RequestQuery.Parse(query);
        var body = FormReader.Read(part.Body ?? "", [.. batch.Body.Files.Where(file => part.Files.Contains(file.Name)).Select(file => file with { Name = FileMember })]);

        // A part without a token of its own has the one of the batch.
        IReadOnlyList<string> own = [.. parameters.AccessTokens, .. body.AccessTokens];
        var answer = Answer(found, new Call(part.Method, path, parameters, body, own.Count > 0 ? own : batch.Tokens));
        return answer.Fault is { Kind: FaultKind.WithoutMessageId } ? FaultyResponse.WithoutMessageId(answer) : answer;
    }

    // What a delay delays is the response to the batch.
    private GraphResponse Answer(IReadOnlyList<Route> found, Call call) => calls.FindFault(found, call) switch
    {
        null => calls.Answer(found, call),
        { Kind: FaultKind.Delayed } delay => calls.Answer(found, call) with { Fault = delay },
        var fault => calls.Fail(found, call, fault),
    };

    private (string Path, string Query) Split(string url)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        var path = "/" + (question < 0 ? url : url[..question]).TrimStart('/');
        var isVersioned = path.Length > 2 && path[1] == 'v' && char.IsAsciiDigit(path[2]) && path.IndexOf('/', 1) > 0;
        return (isVersioned ? path : $"/{routes.DefaultVersion}{path}", question < 0 ? "" : url[question..]);
    }

    private static WireObject Describe(GraphResponse answer, bool hasHeaders) => Wire.Object(
        ("code", new WireNumber(answer.Status.ToString(CultureInfo.InvariantCulture), default)),
        ("headers", hasHeaders ? Wire.List(Headers.Select(header => Wire.Object(("name", Wire.Text(header.Name)), ("value", Wire.Text(header.Value))))) : null),
        ("body", Wire.Text(ResponseJson.ToText(answer))));

    private static GraphError TooLong() => Refuse($"The results that the batch refers to have more than {RequestBody.MostBytes} characters.");

    private static GraphError Refuse(string reason) => new(100, $"(#100) {reason}");

    [GeneratedRegex(@"\A/?(v[0-9]{1,3}\.[0-9]{1,3}/?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Root();
}
