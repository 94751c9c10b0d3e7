using PageMessagesGen.Reference.Tests.Text;
using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Writes the examples: the valid ones in JSON and C#, of the others what they violate.</summary>
internal static class ExampleSection
{
    private static readonly IReadOnlyList<Example> Requests = [.. PageSchema.Operation.Examples.Where(example => example.Request is not null)];

    /// <summary>Gets the examples that violate nothing.</summary>
    public static IReadOnlyList<Example> Valid { get; } = [.. Requests.Where(example => example.Breaks.Count == 0)];

    /// <summary>Gets the other examples.</summary>
    public static IReadOnlyList<Example> Invalid { get; } = [.. Requests.Where(example => example.Breaks.Count > 0)];

    public static void WriteValid(Markdown page)
    {
        page.Heading(2, "Examples");
        page.Paragraph("""
            These requests are valid. A test compiles the C# of each, and compares what it sends with the JSON above it. The C# needs
            `using PageMessages;`. The client sends it by `client.SendAsync(request)`. If an example has a platform, use `client.Messenger` or
            `client.Instagram`.
            """);
        foreach (var example in Valid)
        {
            page.Heading(3, example.Summary.TrimEnd('.'));
            if (example.Platform is { } platform)
                page.Paragraph($"Platform: {platform}.");
            page.Fence("json", JsonText.Write(example.Request!));
            page.Fence("csharp", CSharpText.Write(PageSchema.Operation.Body!, (WireObject)example.Request!));
            if (example.Answer is { } answer)
                page.Paragraph($"The response: {Markdown.Code(JsonText.WriteOnOneLine(answer))}");
        }
    }

    public static void WriteInvalid(Markdown page)
    {
        page.Heading(2, "Requests that violate a rule");
        page.Paragraph("""
            These requests are in [the examples of the schema](../../schema/page-messages.examples.endpoint.yaml). A rule without a link follows
            from a type: a required member, a limit, a value, a platform or a date.
            """);
        page.List(Invalid.Select(Describe));
    }

    private static string Describe(Example example)
    {
        var platform = example.Platform is { } name ? $" ({name})" : "";
        return $"{Markdown.Escape(example.Summary.TrimEnd('.'))}{platform}: {string.Join(", ", example.Breaks.Select(Link))}";
    }

    private static string Link(string rule) => BuiltInRules.All.Contains(rule) ? Markdown.Code(rule) : $"[{rule}](#{RuleText.Anchor(rule)})";
}
