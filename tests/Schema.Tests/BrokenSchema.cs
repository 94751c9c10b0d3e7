namespace PageMessagesGen.Schema.Tests;

/// <summary>A schema with mistakes.</summary>
/// <param name="Name">What is wrong, for the name of the test.</param>
/// <param name="Marked">Its text, with each mistake marked by its rule's id.</param>
/// <param name="Messages">What the reader says, in the order of the file.</param>
internal sealed record BrokenSchema(string Name, string Marked, params string[] Messages);
