using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Emulator.Faults;

/// <summary>A fault as it is written in a script.</summary>
internal sealed class ScriptedFault : IJsonOnDeserialized
{
    // Members that not all faults have.
    private static readonly Dictionary<FaultKind, string[]> Members = new()
    {
        [FaultKind.Redirect] = ["location", "status"],
        [FaultKind.ServerError] = ["status"],
        [FaultKind.Error] = ["code", "subcode", "status"],
    };

    public string? Fault { get; set; }

    public string? PageId { get; set; }

    public string? Person { get; set; }

    public bool AfterDelivery { get; set; }

    public int FirstCall { get; set; } = 1;

    public int? Times { get; set; }

    public double Probability { get; set; } = 1;

    public int Seed { get; set; }

    // In seconds.
    public double? Delay { get; set; }

    public int? Code { get; set; }

    public int? Subcode { get; set; }

    public int? Status { get; set; }

    public string? Location { get; set; }

    /// <summary>Gets the fault, after it was read.</summary>
    [JsonIgnore]
    public Fault Value { get; private set; } = null!;

    // The reader adds the line to the exception.
    void IJsonOnDeserialized.OnDeserialized()
    {
        try
        {
            Value = Create(FindKind()) with
            {
                PageId = PageId,
                Person = Person,
                AfterDelivery = AfterDelivery,
                FirstCall = FirstCall,
                Times = Times,
                Probability = Probability,
                Seed = Seed,
                Delay = ReadDelay(),
            };
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new JsonException(exception.Message.Split(['\r', '\n'])[0].Split(" (Parameter ")[0]);
        }
    }

    private FaultKind FindKind()
    {
        var kinds = Enum.GetValues<FaultKind>();
        var index = Array.FindIndex(kinds, k => Emulator.Fault.NameOf(k) == Fault);
        if (index < 0)
            throw new JsonException($"{(Fault is null ? "A fault needs its name, such as \"fault\": \"reset\"." : "There is no such fault.")} The faults are {string.Join(", ", kinds.Select(Emulator.Fault.NameOf))}.");
        var own = Members.GetValueOrDefault(kinds[index], []);
        (string Name, bool IsGiven)[] given = [("code", Code is not null), ("subcode", Subcode is not null), ("status", Status is not null), ("location", Location is not null)];
        if (Array.Find(given, m => m.IsGiven && !own.Contains(m.Name)).Name is { } foreign)
            throw new JsonException($"The fault {Fault} has no '{foreign}'.");
        return kinds[index];
    }

    private Fault Create(FaultKind kind) => kind switch
    {
        FaultKind.Delayed when Delay is null => throw new JsonException("The fault delayed needs a 'delay' in seconds; -1 for no response at all."),
        FaultKind.Delayed => Emulator.Fault.Delayed(ReadDelay()),
        FaultKind.Closed => Emulator.Fault.Closed(),
        FaultKind.Reset => Emulator.Fault.Reset(),
        FaultKind.Truncated => Emulator.Fault.Truncated(),
        FaultKind.Stalled => Emulator.Fault.Stalled(),
        FaultKind.NotHttp => Emulator.Fault.NotHttp(),
        FaultKind.Oversized => Emulator.Fault.Oversized(),
        FaultKind.Redirect => Emulator.Fault.Redirect(ReadLocation(), Status ?? 307),
        FaultKind.ServerError => Emulator.Fault.ServerError(Status ?? 500),
        FaultKind.Error when Code is null => throw new JsonException("The fault error needs a 'code', such as 613."),
        FaultKind.Error => Emulator.Fault.Error(Code.Value, Subcode, Status ?? 400),
        FaultKind.WithoutMessageId => Emulator.Fault.WithoutMessageId(),
        FaultKind.RefusedStream => Emulator.Fault.RefusedStream(),
        _ => throw new InvalidOperationException($"No script has {kind}."),
    };

    private TimeSpan ReadDelay() => Delay switch
    {
        null => TimeSpan.Zero,
        -1 => Timeout.InfiniteTimeSpan,
        >= 0 and <= 1_000_000 => TimeSpan.FromSeconds(Delay.Value),
        _ => throw new JsonException("The delay must be between 0 and 1000000 seconds, or -1 for no response at all."),
    };

    private Uri? ReadLocation() => Location is null ? null
        : Uri.TryCreate(Location, UriKind.RelativeOrAbsolute, out var location) ? location
        : throw new JsonException("The location is not a URL.");
}
