using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Judging;

/// <summary>Asks a question of all the values to which a path leads. A path through a list leads to each of its elements.</summary>
internal static class PathJudge
{
    /// <summary>Whether it is true of one of them.</summary>
    public static bool? Any(Value start, MemberPath path, Func<Value, bool?> judge) =>
        Any(start, path, 0, end => end is ListValue { Elements.IsEmpty: false } or ListValue { IsOpen: true } ? OfElements((ListValue)end, judge) : OfAlternatives(end, judge));

    /// <summary>Whether it is true of all of them.</summary>
    public static bool? All(Value start, MemberPath path, Func<Value, bool?> judge) => !Any(start, path, value => !judge(value));

    /// <summary>
    /// Whether one of them is set. A list at the end of the path is set even if it is empty; an element that is surely null is
    /// not, and one that may be null is taken for set, since a null among elements is refused by itself.
    /// </summary>
    public static bool? AnyPresent(Value start, MemberPath path) =>
        IsPlain(start, path, out var member) ? IsPresent(member) : AnyWhole(start, path, IsPresent);

    /// <summary>Whether one of them is not set.</summary>
    public static bool? AnyAbsent(Value start, MemberPath path) =>
        IsPlain(start, path, out var member) ? IsAbsent(member) : AnyWhole(start, path, IsAbsent);

    /// <summary>Whether it is true of one of them, where a list at the end of the path is one thing.</summary>
    public static bool? AnyWhole(Value start, MemberPath path, Func<Value, bool?> judge) => Any(start, path, 0, end => OfAlternatives(end, judge));

    private static bool? IsPresent(Value value) => value is ListValue { Elements.IsEmpty: false } list
        ? list.IsOpen || list.Elements.Any(static element => element.IsPresent != false)
        : value.IsPresent;

    private static bool? IsAbsent(Value value) => value is ListValue list
        ? list.Elements.Any(static element => element.IsPresent == false)
        : !value.IsPresent;

    // Most paths lead through objects that are known to one member, and then there is one place to ask.
    private static bool IsPlain(Value start, MemberPath path, out Value member)
    {
        member = start;
        foreach (var name in path.Names)
        {
            if (member is AbsentValue)
                return true;
            if (member is not ObjectValue known)
                return false;
            member = known.Find(name);
        }

        return true;
    }

    private static bool? Any(Value value, MemberPath path, int index, Func<Value, bool?> judge)
    {
        if (index == path.Names.Length)
            return judge(value);
        return OfAlternatives(value, place => place is ListValue list
            ? OfElements(list, element => Step(element, path, index, judge))
            : Step(place, path, index, judge));
    }

    private static bool? Step(Value place, MemberPath path, int index, Func<Value, bool?> judge) =>
        OfAlternatives(place, alternative => Any(Member(alternative, path.Names[index]), path, index + 1, judge));

    // An empty list counts as one place without members.
    private static bool? OfElements(ListValue list, Func<Value, bool?> judge) => list switch
    {
        { IsOpen: true } => Truth.Any(list.Elements, judge) | null,
        { Elements.IsEmpty: true } => judge(AbsentValue.Instance),
        _ => Truth.Any(list.Elements, judge),
    };

    private static bool? OfAlternatives(Value value, Func<Value, bool?> judge) => Truth.Agreed(value, judge);

    private static Value Member(Value value, string name) => value switch
    {
        ObjectValue known => known.Find(name),
        UnknownValue => UnknownValue.Anything,
        _ => AbsentValue.Instance,
    };
}
