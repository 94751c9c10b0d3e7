using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.TestKit.Running;

/// <summary>
/// What a test says about the work of a generator's step when it runs again: for each output, the driver gives a reason.
/// No pattern holds for a step without outputs, since nothing would be proved by it.
/// </summary>
public sealed class StepPattern
{
    private readonly Func<ImmutableArray<IncrementalStepRunReason>, bool> _holds;

    private StepPattern(string description, Func<ImmutableArray<IncrementalStepRunReason>, bool> holds)
    {
        Description = description;
        _holds = holds;
    }

    /// <summary>Each output was made for the first time.</summary>
    public static StepPattern AllNew { get; } = Only("all New", IncrementalStepRunReason.New);

    /// <summary>The step did not run: none of what it reads had changed.</summary>
    public static StepPattern AllCached { get; } = Only("all Cached", IncrementalStepRunReason.Cached);

    /// <summary>The step ran, and each output was equal to the last one: what follows is spared.</summary>
    public static StepPattern AllUnchanged { get; } = Only("all Unchanged", IncrementalStepRunReason.Unchanged);

    /// <summary>Each output is the last one, whether the step ran or not.</summary>
    public static StepPattern AllKept { get; } =
        Only("all Cached or Unchanged", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);

    /// <summary>One output is another one than before, and all the others are kept.</summary>
    public static StepPattern OneModified { get; } = new(
        "one Modified, the others Cached or Unchanged",
        reasons => reasons.Count(r => r is IncrementalStepRunReason.Modified) == 1
            && reasons.All(r => r is IncrementalStepRunReason.Modified or IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    /// <summary>Each output is another one than before.</summary>
    public static StepPattern AllModified { get; } = Only("all Modified", IncrementalStepRunReason.Modified);

    /// <summary>The pattern in words.</summary>
    public string Description { get; }

    /// <summary>Tells whether the reasons of a step's outputs are such.</summary>
    public bool Holds(ImmutableArray<IncrementalStepRunReason> reasons) => !reasons.IsEmpty && _holds(reasons);

    private static StepPattern Only(string description, params IncrementalStepRunReason[] allowed) =>
        new(description, reasons => reasons.All(allowed.Contains));
}
