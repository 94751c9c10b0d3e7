using System.Globalization;
using System.Text;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ReceivedRequest(string Head, byte[] Body)
{
    public string RequestLine => Head.Split("\r\n")[0];

    public string Method => RequestLine.Split(' ')[0];

    public string Target => RequestLine.Split(' ')[1];

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Gives the values of a header, each as it stands.</summary>
    public IReadOnlyList<string> Values(string name) =>
    [
        .. Head.Split("\r\n").Skip(1)
            .Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(l => l[(name.Length + 1)..].Trim()),
    ];

    /// <summary>Reads one request, or its head; null if the connection ends before one begins.</summary>
    public static async Task<ReceivedRequest?> ReadAsync(Stream stream, CancellationToken ct, bool withBody = true)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, ct) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var request = new ReceivedRequest(head.ToString(0, head.Length - 4), []);
        if (!withBody)
            return request;
        var body = new byte[int.Parse(request.Values("Content-Length").SingleOrDefault("0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, ct);
        return request with { Body = body };
    }

    private static bool EndsHead(StringBuilder head) =>
        head.Length >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}
