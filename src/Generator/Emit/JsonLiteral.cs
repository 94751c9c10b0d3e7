using System.Text;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Makes C# literals of JSON in UTF-8.</summary>
internal static class JsonLiteral
{
    /// <summary>A literal with a piece of JSON.</summary>
    /// <param name="json">The JSON..</param>
    public static string Of(string json) => $"\"{Quote(json)}\"u8";

    /// <summary>What stands before the value of a member.</summary>
    public static string Lead(string wireName) => Of($",\"{wireName}\":");

    /// <summary>A literal with pieces of JSON around an enum's wire value.</summary>
    /// <param name="before">The JSON in front of the text.</param>
    /// <param name="wireLiteral">The wire value, as a C# literal.</param>
    /// <param name="after">The JSON behind the text.</param>
    public static string Around(string before, string wireLiteral, string after) =>
        $"\"{Quote(before)}\\\"{Inside(wireLiteral)}\\\"{Quote(after)}\"u8";

    private static string Quote(string json) => json.Replace("\"", "\\\"");

    // The inside of a C# literal as the inside of a C# literal of a JSON text: what JSON escapes is escaped twice.
    private static string Inside(string literal)
    {
        var inside = new StringBuilder();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] != '\\')
            {
                inside.Append(literal[i]);
                continue;
            }

            i++;
            if (literal[i] != 'u')
                inside.Append("\\\\\\").Append(literal[i]);
            else if (literal.Substring(i + 1, 2) == "00" && literal[i + 3] is '0' or '1')
                inside.Append("\\\\u");
            else
                inside.Append("\\u");
        }

        return inside.ToString();
    }
}
