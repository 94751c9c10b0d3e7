using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>A rule, with what only the schema knows of it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Answer">The error that the server returns for a violation; null if it is not known.</param>
/// <param name="Evidence">The sources of the rule.</param>
/// <param name="Range">The place of its name.</param>
internal sealed record DeclaredRule(Rule Rule, ErrorKey? Answer, Evidence Evidence, TextRange Range);
