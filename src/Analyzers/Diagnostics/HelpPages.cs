namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>
/// Where the page of an id is. The pages have no public address yet, and a link that is no absolute URI makes a SARIF log invalid, so
/// the descriptors name the page in their description.
/// </summary>
internal static class HelpPages
{
    /// <summary>Gets the sentence that names the page of an id.</summary>
    public static string Describe(string id) => $"See docs/rules/{id}.md in the package PageMessagesGen.";
}
