using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>One call of the API.</summary>
/// <param name="Name">Its name in the schema, such as <c>send</c>.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the version, such as <c>/{page_id}/messages</c>.</param>
/// <param name="Body">The object that is sent.</param>
/// <param name="Returns">The object that is answered.</param>
/// <param name="Range">Where its name stands.</param>
public sealed record Operation(string Name, string Summary, string Method, string Path, string Body, string Returns, TextRange Range);
