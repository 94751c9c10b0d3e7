namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>The ways in which a handler can read the body of a request.</summary>
internal static class BodyReading
{
    public static IReadOnlyDictionary<string, Func<HttpContent, Task>> Paths { get; } = new Dictionary<string, Func<HttpContent, Task>>
    {
        ["CopyTo"] = content =>
        {
            content.CopyTo(Stream.Null, null, CancellationToken.None);
            return Task.CompletedTask;
        },
        ["CopyToAsync"] = content => content.CopyToAsync(Stream.Null),
        ["ReadAsStream"] = content => content.ReadAsStream().CopyToAsync(Stream.Null),
        ["ReadAsStreamAsync"] = async content => await (await content.ReadAsStreamAsync()).CopyToAsync(Stream.Null),
        ["LoadIntoBufferAsync"] = content => content.LoadIntoBufferAsync(),
        ["ReadAsByteArrayAsync"] = content => content.ReadAsByteArrayAsync(),
    };
}
