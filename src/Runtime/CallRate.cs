namespace PageMessagesGen;

/// <summary>How often calls of a kind may be made for a Page, as the schema states it.</summary>
/// <param name="Name">The name in the schema, such as <c>messages</c>.</param>
/// <param name="Calls">The number of calls.</param>
/// <param name="Period">The time in which they may be made.</param>
public sealed record CallRate(string Name, int Calls, TimeSpan Period);
