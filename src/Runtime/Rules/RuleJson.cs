using System.ComponentModel;
using System.Text.Json;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace PageMessagesGen.Rules;

/// <summary>Follows the paths of rules into JSON whose shape the schema leaves open.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public static class RuleJson
{
#if NET9_0_OR_GREATER
    private const int LongestOnStack = 1024;
#endif

    /// <summary>Tells what stands at the end of a path.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="path">The names along it, with dots; empty for the beginning itself.</param>
    public static PathTally Find(JsonElement? start, string path) => Find(start, path, new Test { IsAny = true });

    /// <summary>Tells what stands at the end of a path, and whether it is one of some values.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="path">The names along it, with dots; empty for the beginning itself.</param>
    /// <param name="values">The values.</param>
    public static PathTally Find(JsonElement? start, string path, ReadOnlySpan<string> values) => Find(start, path, new Test { Values = values });

    /// <summary>Tells what stands at the end of a path, and whether it keeps a limit.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="path">The names along it, with dots; empty for the beginning itself.</param>
    /// <param name="limit">The limit.</param>
    public static PathTally Find(JsonElement? start, string path, RuleLimit limit) => Find(start, path, new Test { Limit = limit, IsLimit = true });

    private static PathTally Find(JsonElement? start, string path, Test test)
    {
        var tally = default(PathTally);
        Visit(start, path, test, ref tally);
        return tally;
    }

    // A list stands for its elements, on the way and at the end; an empty one for itself.
    private static void Visit(JsonElement? place, ReadOnlySpan<char> path, Test test, ref PathTally tally)
    {
        if (place is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0 || (path.IsEmpty && test is { IsLimit: true, Limit.IsOfLists: true }))
        {
            Follow(place, path, test, ref tally);
            return;
        }

        foreach (var element in list.EnumerateArray())
            Follow(element, path, test, ref tally);
    }

    private static void Follow(JsonElement? place, ReadOnlySpan<char> path, Test test, ref PathTally tally)
    {
        if (path.IsEmpty)
        {
            if (place is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
                tally.Add(test.Fits(value));
            else
                tally.AddAbsent();
            return;
        }

        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path[..dot];
        Visit(Member(place, name), dot < 0 ? [] : path[(dot + 1)..], test, ref tally);
    }

    // Of two members of one name the first counts, as wherever rules are judged.
    private static JsonElement? Member(JsonElement? place, ReadOnlySpan<char> name)
    {
        if (place is not { ValueKind: JsonValueKind.Object } body)
            return null;
        foreach (var member in body.EnumerateObject())
        {
            if (member.NameEquals(name))
                return member.Value;
        }

        return null;
    }

    private ref struct Test
    {
        public bool IsAny { get; init; }

        public bool IsLimit { get; init; }

        public RuleLimit Limit { get; init; }

        public ReadOnlySpan<string> Values { get; init; }

        public readonly bool Fits(JsonElement value)
        {
            if (IsAny)
                return true;
            return value.ValueKind switch
            {
                JsonValueKind.String => FitsText(value),
                JsonValueKind.Number => IsLimit ? !value.TryGetDecimal(out var number) || !Limit.IsBroken(number) : RuleValue.IsOneOf(value.GetRawText().AsSpan(), Values),
                JsonValueKind.Array => IsLimit && !Limit.IsBroken(value.GetArrayLength()),
                JsonValueKind.True => IsLimit || RuleValue.IsOneOf("true", Values),
                JsonValueKind.False => IsLimit || RuleValue.IsOneOf("false", Values),
                _ => IsLimit,
            };
        }

        private readonly bool FitsText(JsonElement value)
        {
#if NET9_0_OR_GREATER
            // A text without escapes need not become a string.
            var raw = JsonMarshal.GetRawUtf8Value(value);
            if (raw.Length <= LongestOnStack && !raw.Contains((byte)'\\'))
            {
                Span<char> text = stackalloc char[LongestOnStack];
                return FitsText(text[..Encoding.UTF8.GetChars(raw[1..^1], text)]);
            }
#endif
            return FitsText(value.GetString());
        }

        private readonly bool FitsText(ReadOnlySpan<char> text) => IsLimit ? !Limit.IsBroken(text) : RuleValue.IsOneOf(text, Values);
    }
}
