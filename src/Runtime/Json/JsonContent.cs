using System.Text.Json;

namespace PageMessagesGen.Json;

/// <summary>Compares JSON by its structure.</summary>
internal static class JsonContent
{
    /// <summary>Determines whether two values say the same.</summary>
    /// <exception cref="InsufficientExecutionStackException">The values are nested too deeply.</exception>
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
            return false;
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return left.ValueKind switch
        {
            JsonValueKind.Object => AreMembersEqual(left, right),
            JsonValueKind.Array => AreElementsEqual(left, right),
            JsonValueKind.String => AreTextsEqual(left, right),
            JsonValueKind.Number => JsonNumber.AreEqual(left.GetRawText(), right.GetRawText()),
            _ => true,
        };
    }

    private static bool AreElementsEqual(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
            return false;
        using var others = right.EnumerateArray();
        foreach (var element in left.EnumerateArray())
        {
            if (!others.MoveNext() || !AreEqual(element, others.Current))
                return false;
        }

        return true;
    }

    // A name can be repeated. The members of one name are compared in their order, because the last one counts for most readers.
    private static bool AreMembersEqual(JsonElement left, JsonElement right)
    {
        if (Sort(left) is not { } members || Sort(right) is not { } others)
            return left.GetRawText() == right.GetRawText();
        if (members.Count != others.Count)
            return false;
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Name != others[i].Name || !AreEqual(members[i].Value, others[i].Value))
                return false;
        }

        return true;
    }

    // Null if a name is not valid Unicode.
    private static List<(string Name, JsonElement Value)>? Sort(JsonElement value)
    {
        try
        {
            return [.. value.EnumerateObject().Select(member => (member.Name, member.Value)).OrderBy(member => member.Name, StringComparer.Ordinal)];
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // The same character can be escaped or not. Half of a surrogate pair is no text, and is equal only to the same escape.
    private static bool AreTextsEqual(JsonElement left, JsonElement right)
    {
        var (raw, other) = (left.GetRawText(), right.GetRawText());
        if (raw == other || !(raw.Contains('\\', StringComparison.Ordinal) || other.Contains('\\', StringComparison.Ordinal)))
            return raw == other;
        try
        {
            return left.GetString() == right.GetString();
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
