using System.Collections.Immutable;

namespace PageMessagesGen.Analyzers.Values;

/// <summary>
/// Logic with three values: true, false, and null for what is not known. (The operators <c>&amp;</c>, <c>|</c> and <c>!</c> of
/// <see cref="Nullable{Boolean}"/> calculate with them as Kleene's logic does.)
/// </summary>
internal static class ThreeValuedLogic
{
    /// <summary>What is true of all alternatives of a value, or false of all of them.</summary>
    public static bool? Agreed(Value value, Func<Value, bool?> test)
    {
        if (value is not ChoiceValue)
            return test(value);
        var first = test(value.Alternatives[0]);
        for (var i = 1; first is not null && i < value.Alternatives.Length; i++)
        {
            if (test(value.Alternatives[i]) != first)
                return null;
        }

        return first;
    }

    /// <summary>Whether it is true of one element at least.</summary>
    public static bool? Any<T>(ImmutableArray<T> elements, Func<T, bool?> test)
    {
        bool? result = false;
        foreach (var element in elements)
        {
            result |= test(element);
            if (result == true)
                break;
        }

        return result;
    }

    /// <summary>Whether it is true of all elements.</summary>
    public static bool? All<T>(ImmutableArray<T> elements, Func<T, bool?> test) => !Any(elements, element => !test(element));
}
