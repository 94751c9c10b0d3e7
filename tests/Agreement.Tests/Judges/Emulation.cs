using System.Buffers;
using System.Collections.Immutable;
using System.Net.Http.Headers;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.Agreement.Tests.Judges;

/// <summary>Judges requests as JSON: they are sent to emulators, one for each platform.</summary>
internal sealed class Emulation : IAsyncDisposable
{
    private static readonly string?[] Platforms = [null, "messenger", "instagram"];

    private readonly HttpClient _http = new();
    private readonly Dictionary<string, GraphEmulator> _emulators = [];

    /// <summary>Starts the emulators.</summary>
    /// <param name="schema">The schema that they know; null for the usual one.</param>
    public static async Task<Emulation> StartAsync(string? schema = null)
    {
        var emulation = new Emulation();
        foreach (var platform in Platforms)
            emulation._emulators.Add(platform ?? "", await GraphEmulator.StartAsync(new GraphEmulatorOptions { IsStateful = false, Platform = platform, Schemas = schema is null ? [] : [schema] }));
        return emulation;
    }

    /// <summary>Gives the names of the rules that a request breaks, as the emulator says them over HTTP.</summary>
    public async Task<ImmutableSortedSet<string>> JudgeAsync(ArrayBufferWriter<byte> json, string? platform)
    {
        var emulator = _emulators[platform ?? ""];
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(emulator.BaseAddress, $"/v26.0/{emulator.PageId}/messages"))
        {
            Content = new ReadOnlyMemoryContent(json.WrittenMemory) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", emulator.AccessToken);
        using var answer = await _http.SendAsync(message);
        return answer.Headers.TryGetValues("x-emulator-rules", out var rules)
            ? rules.SelectMany(value => value.Split(',')).ToImmutableSortedSet(StringComparer.Ordinal)
            : [];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var emulator in _emulators.Values)
            await emulator.DisposeAsync();
    }
}
