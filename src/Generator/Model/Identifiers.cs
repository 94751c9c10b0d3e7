using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PageMessagesGen.Generator.Model;

/// <summary>Makes C# names out of wire names.</summary>
internal static class Identifiers
{
    /// <summary>
    /// PascalCase by one rule: each word gets a capital, and the rest of it lower case unless the word mixes both:
    /// <c>user_ref</c> → <c>UserRef</c>, <c>P2P_PAYMENT</c> → <c>P2pPayment</c>, <c>mediaType</c> → <c>MediaType</c>. What is
    /// neither letter nor digit parts words. A name that would begin with a digit gets an underscore before it.
    /// </summary>
    public static string Pascal(string wireName)
    {
        var name = new StringBuilder(wireName.Length + 1);
        for (var start = 0; start < wireName.Length; start++)
        {
            var end = start;
            while (end < wireName.Length && char.IsLetterOrDigit(wireName[end]))
                end++;
            AppendWord(name, wireName.Substring(start, end - start));
            start = end;
        }

        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    private static void AppendWord(StringBuilder name, string word)
    {
        if (word.Length == 0)
            return;
        var rest = word.Substring(1);
        var isMixed = rest.Any(char.IsUpper) && word.Any(char.IsLower);
        name.Append(char.ToUpperInvariant(word[0])).Append(isMixed ? rest : rest.ToLowerInvariant());
    }

    /// <summary>A namespace with its keywords escaped.</summary>
    public static string Namespace(string name) =>
        string.Join(".", name.Split('.').Select(Escape));

    /// <summary>The name of a parameter or a local variable. A keyword is escaped.</summary>
    public static string Local(string pascalName)
    {
        var name = pascalName[0] == '_' ? "value" + pascalName : char.ToLowerInvariant(pascalName[0]) + pascalName.Substring(1);
        return Escape(name);
    }

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Tells whether a text is a C# namespace, or empty.</summary>
    public static bool IsNamespace(string text) =>
        text.Length == 0 || text.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);
}
