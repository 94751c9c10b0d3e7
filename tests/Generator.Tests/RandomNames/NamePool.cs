using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Tests.RandomNames;

/// <summary>Names that are likely to collide: those in generated code, C# keywords, and those that are derived from names already drawn.</summary>
internal sealed class NamePool(Random random)
{
    private const string FewLetters = "ABab_";

    private static readonly string[] Fixed =
    [
        .. new[] { Schemas.Small }.SelectMany(schema => Schemas.Run(schema).Files.Values).SelectMany(IdentifiersIn).Distinct().Order(StringComparer.Ordinal),
        .. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Where(SyntaxFacts.IsValidIdentifier),
        .. ImportedTypes.Names,
        "String", "Object", "Int64", "Decimal", "Boolean", "Nullable", "Enum", "Exception", "Attribute", "Action", "Func", "Span", "MemoryExtensions", "Enumerable",
        "Acme", "PageMessagesGen", "System", "Generated", "Rules", "Text", "Threading", "Clone", "Deconstruct", "Item", "Length", "Count", "value__", "Main",
    ];

    private static readonly Func<string, string>[] Derived =
    [
        name => $"Raw{name}", name => $"{name}JsonConverter", name => $"Read{name}", name => $"New{name}", name => $"{name}Members", name => $"Set{name}", name => $"Write{name}",
        name => $"{name}Value", name => $"I{name}", name => $"{name}Client", name => $"{name}JsonContext", name => $"{name}JsonReader", name => $"{name}Async",
        name => $"_{name}", name => $"{name}_", name => name.ToLowerInvariant(), name => name.ToUpperInvariant(), name => $"{name}Attribute", name => $"address{name}",
    ];

    private readonly List<string> _drawn = [];

    /// <summary>Draws a name for a member or a value of an enum: a wire name can be almost anything.</summary>
    public string Any()
    {
        var name = random.Next(10) switch
        {
            < 4 => Fixed[random.Next(Fixed.Length)],
            < 6 when _drawn.Count > 0 => _drawn[random.Next(_drawn.Count)],
            < 9 when _drawn.Count > 0 => Derived[random.Next(Derived.Length)](_drawn[random.Next(_drawn.Count)]),
            _ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => FewLetters[random.Next(FewLetters.Length)])),
        };
        name = random.Next(3) == 0 ? Snake(name) : name;
        _drawn.Add(name);
        return name;
    }

    /// <summary>Draws a name for a type.</summary>
    public string Type()
    {
        var letters = string.Concat(Any().Where(char.IsAsciiLetterOrDigit)).TrimStart("0123456789".ToCharArray());
        return letters.Length == 0 ? "A" : char.ToUpperInvariant(letters[0]) + letters[1..];
    }

    /// <summary>Draws a name for an operation or a parameter.</summary>
    public string Word()
    {
        var letters = string.Concat(Any().Where(c => c == '_' || char.IsAsciiLetterOrDigit(c))).TrimStart("_0123456789".ToCharArray());
        return letters.Length == 0 ? "a" : letters;
    }

    /// <summary>Draws a name for a part of the path.</summary>
    public string LowerWord() => Word().ToLowerInvariant();

    private static IEnumerable<string> IdentifiersIn(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
