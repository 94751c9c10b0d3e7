namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>What one contender needs for one operation of a case.</summary>
/// <param name="Suite">The table.</param>
/// <param name="Case">What is done, such as serialising a small message.</param>
/// <param name="Contender">Who does it.</param>
/// <param name="Nanoseconds">The median time of one operation over all rounds, in nanoseconds.</param>
/// <param name="Bytes">The managed memory allocated by one operation.</param>
public sealed record Measurement(string Suite, string Case, string Contender, double Nanoseconds, double Bytes);
