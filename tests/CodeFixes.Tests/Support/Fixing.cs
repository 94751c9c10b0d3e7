global using RequestFixTest = PageMessagesGen.TestKit.Verifiers.ProjectCodeFixTest<PageMessagesGen.Analyzers.RequestAnalyzer, PageMessagesGen.CodeFixes.Fixes.RequestFix>;

using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests.Support;

/// <summary>Fixes requests in a small project that refers to the generated types.</summary>
internal static class Fixing
{
    private const string Head = """
        using System.Collections.Generic;
        using PageMessages;

        class Code
        {
            readonly Recipient _to = new() { Id = "1" };
            readonly Message _hello = new() { Text = "Hello" };
            readonly string _text = "Hello";

        """;

    /// <summary>Creates a test of fixes in statements of a method.</summary>
    public static RequestFixTest In(string statements) => new(PageMessagesProject.Referring(Body(statements)));

    /// <summary>Fails unless a fix turns statements into others.</summary>
    public static Task AssertFixesAsync(string statements, string equivalenceKey, string expected) =>
        In(statements).AssertFixesAsync(equivalenceKey, PageMessagesProject.Referring(Body(expected)));

    /// <summary>Fails unless a fix turns statements into others, one by one, and Fix All changes nothing.</summary>
    public static Task AssertFixesOneByOneAsync(string statements, string equivalenceKey, string expected) =>
        In(statements).AssertFixesOneByOneAsync(equivalenceKey, PageMessagesProject.Referring(Body(expected)));

    /// <summary>The whole file around statements.</summary>
    public static string Body(string statements)
    {
        var indented = statements.Split('\n').Select(line => line.Length == 0 ? line : $"        {line}");
        return $"{Head}\n    void Run()\n    {{\n{string.Join('\n', indented)}\n    }}\n}}\n";
    }
}
