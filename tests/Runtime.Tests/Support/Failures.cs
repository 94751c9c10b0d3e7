using System.Net.Sockets;
using System.Text;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>All the ways in which a server can fail a client. Each shows the token wherever it can.</summary>
internal static class Failures
{
    private const string Token = Clients.Canary;

    private static readonly string Head = $"HTTP/1.1 200 {Token}\r\nX-Echo: {Token}\r\n";

    public static IReadOnlyDictionary<string, AnswerScript> Scripts { get; } = new Dictionary<string, AnswerScript>
    {
        ["an error with everything"] = Answers.Json(400, ErrorWith("message", "type", "error_user_title", "error_user_msg", "fbtrace_id")),
        ["an error with status 200"] = Answers.Json(200, ErrorWith("message")),
        ["an error of another shape"] = Answers.Json(400, $$"""{"error":"{{Token}}","error_description":"{{Token}}"}"""),
        ["a page of a proxy"] = Answers.With(502, $"Content-Type: text/html\r\nX-Echo: {Token}\r\n", Bytes($"<html>{Token}</html>")),
        ["an empty 500"] = Answers.Json(500, ""),
        ["a redirect"] = Answers.With(307, $"Location: http://127.0.0.1:1/{Token}\r\n", Bytes(Token)),
        ["nothing"] = Answers.With(204, "", []),
        ["half an answer"] = Answers.Json(200, $$"""{"message_id":"{{Token}}","""),
        ["an empty answer"] = Answers.Json(200, ""),
        ["null"] = Answers.Json(200, "null"),
        ["a list"] = Answers.Json(200, $"[\"{Token}\"]"),
        ["text"] = Answers.Json(200, $"\"{Token}\""),
        ["an answer and more"] = Answers.Json(200, $"{Answers.Accepted}{Token}"),
        ["an id of another kind"] = Answers.Json(200, $$$"""{"message_id":{"{{{Token}}}":"{{{Token}}}"}}"""),
        ["an id that is not UTF-8"] = Answers.Json(200, [.. "{\"message_id\":\""u8, 0xFF, .. Bytes(Token), .. "\"}"u8]),
        ["a long answer"] = Answers.Json(200, $$"""{"note":"{{Token}}{{new string(' ', 1024 * 1024)}}"}"""),
        ["an endless answer"] = Answers.Repeat(string.Concat(Enumerable.Repeat(Token, 4000)), TimeSpan.Zero),
        ["a broken gzip"] = Answers.With(200, "Content-Encoding: gzip\r\n", Bytes(Token)),
        ["less than was announced"] = Answers.Raw($"{Head}Content-Length: 1000\r\n\r\n{Token}"),
        ["an end within the headers"] = Answers.Raw($"{Head}X-Half: {Token}"),
        ["a broken chunk"] = Answers.Raw($"{Head}Transfer-Encoding: chunked\r\n\r\n{Token}\r\n"),
        ["no HTTP"] = Answers.Raw($"Authorization: Bearer {Token}\r\n\r\n"),
        ["no status"] = Answers.Raw($"HTTP/1.1 {Token}\r\n\r\n"),
        ["no header"] = Answers.Raw($"HTTP/1.1 200 OK\r\nBearer {Token}\r\n\r\n"),
        ["a closed connection"] = Answers.Raw(""),
        ["a reset connection"] = ResetAsync,
    };

    /// <summary>Gives an error object with the token in some members.</summary>
    public static string ErrorWith(params IEnumerable<string> members) =>
        $$$"""{"error":{{{{string.Join(',', members.Select(m => $"\"{m}\":\"Bad token {Token}: {Token}.\""))}}},"code":190}}""";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Task ResetAsync(Stream connection, ReceivedRequest request, CancellationToken ct)
    {
        // To close with nothing lingering is to reset.
        ((NetworkStream)connection).Socket.LingerState = new LingerOption(true, 0);
        return Task.CompletedTask;
    }
}
