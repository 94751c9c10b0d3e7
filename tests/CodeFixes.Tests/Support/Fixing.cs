using PageMessagesGen.Analyzers;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.CodeFixes.Fixes;
using PageMessagesGen.TestKit.Fixes;
using PageMessagesGen.TestKit.Running;

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

    /// <summary>Expects fixes in statements of a method.</summary>
    public static FixExpectation In(string statements) => Of(PageMessagesProject.Run(PageMessagesProject.Referring(Body(statements))));

    /// <summary>Expects fixes in statements of a method, in the project whose types are generated.</summary>
    public static FixExpectation WhereGenerated(string statements) => Of(PageMessagesProject.Run(PageMessagesProject.Generating(Body(statements))));

    /// <summary>Expects fixes in a file that uses types of its own.</summary>
    public static FixExpectation InFile(string code, string types) => Of(PageMessagesProject.Run(PageMessagesProject.WithRuntime(code).WithSource("Types.cs", types)));

    /// <summary>Fails unless a fix turns statements into others.</summary>
    public static Task AssertFixesAsync(string statements, string equivalenceKey, string expected) =>
        In(statements).AssertFixesAsync(equivalenceKey, Body(expected));

    /// <summary>Fails unless a fix turns statements into others, one by one, and Fix All changes nothing.</summary>
    public static Task AssertFixesOneByOneAsync(string statements, string equivalenceKey, string expected) =>
        In(statements).AssertFixesOneByOneAsync(equivalenceKey, Body(expected));

    /// <summary>The whole file around statements.</summary>
    public static string Body(string statements)
    {
        var indented = statements.Split('\n').Select(line => line.Length == 0 ? line : $"        {line}");
        return $"{Head}\n    void Run()\n    {{\n{string.Join('\n', indented)}\n    }}\n}}\n";
    }

    private static FixExpectation Of(GeneratorRun run) =>
        new(run, PageMessagesProject.CodePath, typeof(RequestFix).Assembly, new RequestAnalyzer());
}
