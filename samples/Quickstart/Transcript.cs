using PageMessages;

namespace PageMessagesGen.Quickstart;

/// <summary>Sends scenes one after the other and prints what happens.</summary>
internal static class Transcript
{
    /// <summary>Gives true if every scene ended as it should.</summary>
    public static async Task<bool> RunAsync(IPageMessagesClient client, WireTap wire, IReadOnlyList<Scene> scenes)
    {
        var isAsExpected = true;
        for (var i = 0; i < scenes.Count; i++)
        {
            var scene = scenes[i];
            Console.WriteLine();
            Console.WriteLine($"{i + 1}. {scene.Title}");
            var refusal = await SendAsync(client, wire, scene.Request);
            if (scene.RefusedWith is { } error ? refusal?.Is(error) == true : refusal is null)
                continue;
            Console.WriteLine($"   This should have been {(scene.RefusedWith is { } expected ? $"refused with error {expected}" : "delivered")}.");
            isAsExpected = false;
        }

        return isAsExpected;
    }

    // Gives the refusal; null if the message was delivered.
    private static async Task<GraphApiException?> SendAsync(IPageMessagesClient client, WireTap wire, SendMessageRequest request)
    {
        try
        {
            var answer = await client.SendAsync(request);
            PrintWire(wire);
            Console.WriteLine($"   in C#:   message {answer.MessageId ?? "(none)"}, recipient {answer.RecipientId ?? "(none)"}");
            return null;
        }
        catch (GraphApiException exception)
        {
            PrintWire(wire);
            Console.WriteLine($"   in C#:   {nameof(GraphApiException)} ({exception.Outcome}): {exception.Message}");
            return exception;
        }
    }

    private static void PrintWire(WireTap wire)
    {
        Console.WriteLine($"   request: {wire.Sent}");
        Console.WriteLine($"   answer:  {wire.Answered}");
    }
}
