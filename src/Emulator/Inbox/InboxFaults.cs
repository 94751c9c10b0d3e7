using System.Text.Json;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>Writes faults as in a script.</summary>
internal static class InboxFaults
{
    public static void Write(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject();
        json.WriteString("fault", fault.Name);
        WriteText(json, "page_id", fault.PageId);
        WriteText(json, "person", fault.Person);
        if (fault.AfterDelivery)
            json.WriteBoolean("after_delivery", true);
        WriteNumber(json, "first_call", fault.FirstCall == 1 ? null : fault.FirstCall);
        WriteNumber(json, "times", fault.Times);
        if (fault.Probability < 1)
            json.WriteNumber("probability", fault.Probability);
        WriteNumber(json, "seed", fault.Seed == 0 ? null : fault.Seed);
        if (fault.Delay != TimeSpan.Zero)
            json.WriteNumber("delay", fault.Delay == Timeout.InfiniteTimeSpan ? -1 : fault.Delay.TotalSeconds);
        WriteNumber(json, "code", fault.Code);
        WriteNumber(json, "subcode", fault.Subcode);
        WriteNumber(json, "status", fault.Status);
        WriteText(json, "location", fault.Location?.OriginalString);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }
}
