using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PageMessagesGen.Generator.Model;

/// <summary>Makes C# names out of wire names.</summary>
internal static class Identifiers
{
    /// <summary>
    /// PascalCase by one rule: each word between underscores gets a capital, and the rest of it lower case unless the word
    /// mixes both: <c>user_ref</c> → <c>UserRef</c>, <c>P2P_PAYMENT</c> → <c>P2pPayment</c>, <c>mediaType</c> → <c>MediaType</c>.
    /// </summary>
    public static string Pascal(string wireName)
    {
        var name = new StringBuilder(wireName.Length);
        foreach (var word in wireName.Split(['_'], StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word.Substring(1);
            var mixed = rest.Any(char.IsUpper) && word.Any(char.IsLower);
            name.Append(char.ToUpperInvariant(word[0])).Append(mixed ? rest : rest.ToLowerInvariant());
        }

        return name.ToString();
    }

    /// <summary>The name of a local variable for a property's value, clear of keywords and of the other locals.</summary>
    public static string Local(string pascalName)
    {
        var name = char.ToLowerInvariant(pascalName[0]) + pascalName.Substring(1);
        var isTaken = name is "json" or "value" or "item" or "member" or "start" or "i"
            || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
        return isTaken ? name + "Value" : name;
    }
}
