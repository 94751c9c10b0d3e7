namespace PageMessagesGen.Schema.Diagnostics;

/// <summary>One kind of mistake that a schema can hold. It is an error, since what cannot be understood is not guessed at, unless it is a warning.</summary>
/// <param name="Id">The diagnostic id, as in the build's output and in the name of its help page.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="MessageFormat">What is wrong and what to do, with numbered places for the particulars.</param>
/// <param name="IsWarning">Whether the schema means something all the same.</param>
internal sealed record SchemaDiagnosticDescriptor(string Id, string Title, string MessageFormat, bool IsWarning = false);
