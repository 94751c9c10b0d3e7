using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PageMessagesGen.Emulator.Faults;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>Does what the page asks for.</summary>
internal sealed class InboxCommands(IInboxModel model)
{
    private const int MostBytes = 1024 * 1024;
    private const int LongestName = 200;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="ArgumentException">The body is too long.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
                throw new ArgumentException("The body must have at most a megabyte.");
        }

        return body.ToArray();
    }

    /// <summary>Runs a command and returns what writes its result.</summary>
    /// <exception cref="ArgumentException">The body is not valid, or the command is not possible.</exception>
    public Action<Utf8JsonWriter> Run(string method, string command, byte[] body)
    {
        switch (command)
        {
            case "people":
                return AddPerson(Parse(body, InboxRequestContext.Default.NewPerson));
            case "actions":
                return Act(Parse(body, InboxRequestContext.Default.InboxAction));
            case "templates":
                Judge(Parse(body, InboxRequestContext.Default.TemplateDecision));
                break;
            case "clock":
                Change(Parse(body, InboxRequestContext.Default.ClockChange));
                break;
            default:
                model.ReplaceFaults(method == "DELETE" ? [] : FaultScript.Parse(body, "The script"));
                break;
        }

        return WriteNothing;
    }

    private Action<Utf8JsonWriter> AddPerson(NewPerson person)
    {
        if (person.Platform is not (PlatformNames.Messenger or PlatformNames.Instagram))
            throw new ArgumentException("The platform must be messenger or instagram.");
        if (string.IsNullOrWhiteSpace(person.Name))
            throw new ArgumentException("A person needs a name.");
        if (person.Name.Length > LongestName)
            throw new ArgumentException($"The name must have at most {LongestName} characters.");
        var added = model.AddPerson(person.PageId, person.Platform == PlatformNames.Instagram, person.Name.Trim());
        return json => InboxJson.Write(json, added);
    }

    private Action<Utf8JsonWriter> Act(InboxAction action)
    {
        if (!InboxAction.Names.Contains(action.Action))
            throw new ArgumentException($"The action must be one of {string.Join(", ", InboxAction.Names)}.");
        var entry = model.Act(action);
        return json =>
        {
            json.WriteStartObject();
            json.WriteNumber("entry", entry);
            json.WriteEndObject();
        };
    }

    private void Judge(TemplateDecision decision)
    {
        if (decision.Status is not ("APPROVED" or "REJECTED"))
            throw new ArgumentException("The status must be APPROVED or REJECTED.");
        model.JudgeTemplate(decision.Id, decision.Status == "APPROVED");
    }

    private void Change(ClockChange change)
    {
        if (change.Reset == change.AdvanceSeconds is not null)
            throw new ArgumentException("Either reset must be true, or advance_seconds must be set.");
        if (change.Reset)
            model.ResetClock();
        else if (change.AdvanceSeconds is > 0 and < 3_200_000_000)
            model.AdvanceClock(TimeSpan.FromSeconds(change.AdvanceSeconds.Value));
        else
            throw new ArgumentException("advance_seconds must be greater than 0, and at most a hundred years.");
    }

    private static T Parse<T>(byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("It must be an object.");
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The body is not valid: {Explain(exception.Message)}");
        }
    }

    // The messages of the library name types of .NET.
    private static string Explain(string message)
    {
        var name = message.Split('\'')[1..].FirstOrDefault() ?? "";
        return message.Contains("missing required properties", StringComparison.Ordinal) ? $"A member is missing: {message.Split("including: ")[^1]}"
            : message.Contains("could not be mapped", StringComparison.Ordinal) ? $"The member '{name}' is not known."
            : message.Contains("Duplicate property", StringComparison.Ordinal) ? $"The member '{name}' is repeated."
            : message.StartsWith("It must", StringComparison.Ordinal) ? message
            : message.Contains("could not be converted", StringComparison.Ordinal) || message.Contains("allow", StringComparison.Ordinal) ? "A value has the wrong type."
            : "It must be JSON.";
    }

    private static void WriteNothing(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteEndObject();
    }
}
