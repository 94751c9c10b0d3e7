namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>
/// Provides the locations of the help pages. The pages have no public URL yet, and a help link that is not an absolute URI makes a
/// SARIF log invalid, so the descriptors name the page in their description.
/// </summary>
internal static class HelpPages
{
    /// <summary>Gets the sentence that names the page of an id.</summary>
    public static string Describe(string id) => $"See docs/rules/{id}.md in the package PageMessagesGen.";
}
