using System.Text;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>Answers that a server might give.</summary>
internal static class Answers
{
    public const string Accepted = """{"recipient_id":"4471239905512287","message_id":"m_AbC-123"}""";

    /// <summary>Answers as a server should.</summary>
    public static AnswerScript Json(int status, string body) => Json(status, Encoding.UTF8.GetBytes(body));

    public static AnswerScript Json(int status, byte[] body) => With(status, "Content-Type: application/json; charset=UTF-8\r\n", body);

    /// <summary>Answers with headers of the test's choice, each ended by CR and LF.</summary>
    public static AnswerScript With(int status, string headers, byte[] body) =>
        async (connection, _, ct) =>
        {
            await WriteAsync(connection, $"HTTP/1.1 {status} Status\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n", ct);
            await connection.WriteAsync(body, ct);
        };

    /// <summary>Writes text as it is, then closes the connection.</summary>
    public static AnswerScript Raw(string text) => (connection, _, ct) => WriteAsync(connection, text, ct);

    /// <summary>Writes text as it is, then says nothing more until the test ends.</summary>
    public static AnswerScript Stall(string text = "") =>
        async (connection, _, ct) =>
        {
            await WriteAsync(connection, text, ct);
            await Task.Delay(Timeout.Infinite, ct);
        };

    /// <summary>Begins an answer of 200, then writes a piece again and again, with a pause after each.</summary>
    public static AnswerScript Repeat(string piece, TimeSpan pause) =>
        async (connection, _, ct) =>
        {
            await WriteAsync(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", ct);
            while (true)
            {
                await WriteAsync(connection, piece, ct);
                await Task.Delay(pause, ct);
            }
        };

    /// <summary>Answers one request after the other with a script of its own; the last one answers all that follow.</summary>
    public static AnswerScript InTurn(params AnswerScript[] scripts)
    {
        var count = 0;
        return (connection, request, ct) => scripts[Math.Min(Interlocked.Increment(ref count), scripts.Length) - 1](connection, request, ct);
    }

    private static Task WriteAsync(Stream connection, string text, CancellationToken ct) =>
        connection.WriteAsync(Encoding.UTF8.GetBytes(text), ct).AsTask();
}
