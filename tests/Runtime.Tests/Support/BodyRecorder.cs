using System.Net;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>Keeps the body of a request in place of sending it, and accepts it.</summary>
internal sealed class BodyRecorder : HttpMessageHandler
{
    public byte[]? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answers.Accepted) };
    }
}
