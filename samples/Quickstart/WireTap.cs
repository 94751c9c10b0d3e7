using System.Text;

namespace PageMessagesGen.Quickstart;

/// <summary>Notes the bodies of the last request and its answer as they went over the wire. It leaves the headers, and so the token, alone.</summary>
internal sealed class WireTap() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public string Sent { get; private set; } = "";

    public string Answered { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Sent = $"{request.Method} {request.RequestUri?.AbsolutePath}  {Encoding.UTF8.GetString(body)}";
        Answered = "";
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Answered = $"{(int)response.StatusCode}  {await response.Content.ReadAsStringAsync(cancellationToken)}";
        return response;
    }
}
