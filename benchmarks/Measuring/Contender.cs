namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>One way to do the work of a case.</summary>
/// <param name="Name">Its short name in tables and results.</param>
/// <param name="Run">
/// Does the work a number of times. The loop is inside, so that calling a contender costs the same for all of them: nothing.
/// </param>
public sealed record Contender(string Name, Action<int> Run);
