using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.TestKit.Running;

/// <summary>
/// The reasons that the compiler gives for the outputs of a generator's step when it runs again. No pattern holds for a step without outputs.
/// </summary>
/// <param name="Description">The pattern in words.</param>
/// <param name="Modified">The number of outputs that differ from the last ones.</param>
/// <param name="Others">The reasons of the other outputs.</param>
public sealed record StepPattern(string Description, int Modified, params ImmutableArray<IncrementalStepRunReason> Others)
{
    /// <summary>Gets the pattern of a step that did not run: its input had not changed.</summary>
    public static StepPattern AllCached { get; } = new("all Cached", 0, IncrementalStepRunReason.Cached);

    /// <summary>Gets the pattern of a step whose outputs are equal to the last ones, whether the step ran or not.</summary>
    public static StepPattern AllKept { get; } = new("all Cached or Unchanged", 0, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);

    /// <summary>Gets the pattern of a step with one output that differs from the last one.</summary>
    public static StepPattern OneModified { get; } =
        new("one Modified, the others Cached or Unchanged", 1, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);

    /// <summary>Determines whether the reasons of a step's outputs are those of the pattern.</summary>
    public bool Holds(ImmutableArray<IncrementalStepRunReason> reasons) =>
        !reasons.IsEmpty && reasons.Count(r => r is IncrementalStepRunReason.Modified) == Modified && reasons.All(r => r is IncrementalStepRunReason.Modified || Others.Contains(r));
}
