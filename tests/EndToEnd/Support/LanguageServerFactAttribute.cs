namespace PageMessagesGen.EndToEnd.Support;

/// <summary>A test with the language server of an editor, which is a tool from the network.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LanguageServerFactAttribute : FactAttribute
{
    public LanguageServerFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("LANGUAGE_SERVER_TESTS") is null)
            Skip = "LANGUAGE_SERVER_TESTS is not set.";
    }
}
