using System.Text.Json;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.State;

/// <summary>A test with an emulator that remembers what happened, and calls of all its endpoints.</summary>
public abstract class StateTest : EmulatorTest
{
    protected override GraphEmulatorOptions Options => new();

    internal Customer Aino => Emulator.Customers[Customer];

    internal Task<Answer> GetAsync(string path) => Caller.CallAsync(HttpMethod.Get, $"v26.0/{path}", token: Emulator.AccessToken);

    internal Task<Answer> DeleteAsync(string path, string? body = null) =>
        Caller.CallAsync(HttpMethod.Delete, $"v26.0/{path}", body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Emulator.AccessToken);

    internal Task<Answer> PostAsync(string path, string body) => Caller.PostAsync($"v26.0/{path}", body, Emulator.AccessToken);

    /// <summary>Sends a text to the customer.</summary>
    internal Task<Answer> SendTextAsync(string more = "", string text = "Hello") => Caller.SendAsync(Body($"{more}\"message\":{{\"text\":\"{text}\"}}"));

    internal static string Text(Answer answer, params string[] path)
    {
        Assert.True(answer.Status == 200, answer.Text);
        var json = JsonDocument.Parse(answer.Text).RootElement;
        foreach (var name in path)
            json = int.TryParse(name, out var index) ? json[index] : json.GetProperty(name);
        return json.ToString();
    }
}
