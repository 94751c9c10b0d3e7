using System.Net.Http.Headers;
using System.Text;

namespace PageMessagesGen.Emulator.Tests.Support;

/// <summary>Calls an emulator over HTTP with raw bodies.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    public Caller(GraphEmulator emulator)
    {
        Emulator = emulator;
        _http = new HttpClient { BaseAddress = emulator.BaseAddress };
    }

    public GraphEmulator Emulator { get; }

    /// <summary>Sends a body as the Page, with the token in the header.</summary>
    public Task<Answer> SendAsync(string body) => PostAsync($"v26.0/{Emulator.PageId}/messages", body, Emulator.AccessToken);

    public Task<Answer> PostAsync(string path, string body, string? token) =>
        CallAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), token);

    public Task<Answer> PostAsync(string path, byte[] body, string? token) =>
        CallAsync(HttpMethod.Post, path, new ByteArrayContent(body), token);

    public async Task<Answer> CallAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            Header(response, "x-fb-trace-id"),
            Header(response, "facebook-api-version"),
            Header(response, "x-emulator-rules"));
    }

    public Task<string> GetTextAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => _http.Dispose();

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
