using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Selects the members that a call asks for by its parameter <c>fields</c>.</summary>
internal static class Fields
{
    private const string Id = "id";

    /// <summary>Creates an object of the members that a call asks for, or of all if it asks for none. An id is always there.</summary>
    public static WireObject Select(AcceptedCall call, params IReadOnlyList<(string Name, WireValue? Value)> members)
    {
        var asked = call.Parameter("fields")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return Wire.Object([.. members.Where(m => asked.Length == 0 || m.Name == Id || asked.Contains(m.Name, StringComparer.OrdinalIgnoreCase))]);
    }
}
