namespace PageMessagesGen.Generator.Emit;

/// <summary>Puts pieces of JSON that are known beforehand together to C# literals in UTF-8, so that each is one copy.</summary>
/// <remarks>Names and values come as C# literals of what JSON has between its quotes.</remarks>
internal static class JsonLiteral
{
    /// <summary>What stands before the value of a member.</summary>
    public static string Lead(string name) => $"\",\\\"{Inside(name)}\\\":\"u8";

    /// <summary>What stands before the first element of a list.</summary>
    public static string ListLead(string name) => $"\",\\\"{Inside(name)}\\\":[\"u8";

    /// <summary>A member that holds a known text.</summary>
    public static string Member(string name, string value) => $"\",\\\"{Inside(name)}\\\":\\\"{Inside(value)}\\\"\"u8";

    /// <summary>A known text.</summary>
    public static string Value(string value) => $"\"\\\"{Inside(value)}\\\"\"u8";

    /// <summary>An element that is a known text, and the comma behind it.</summary>
    public static string Element(string value) => $"\"\\\"{Inside(value)}\\\",\"u8";

    private static string Inside(string literal) => literal.Substring(1, literal.Length - 2);
}
