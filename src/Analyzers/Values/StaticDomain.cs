namespace PageMessagesGen.Analyzers.Values;

/// <summary>The values that are known when code is compiled, as far as they are.</summary>
internal readonly struct StaticDomain : IValueDomain<Value>
{
    public Value Absent => AbsentValue.Instance;

    public bool? IsPresent(Value value) => value.IsPresent;

    public int CountAlternatives(Value value) => value is ChoiceValue ? value.Alternatives.Length : 1;

    public Value GetAlternative(Value value, int index) => Outer(value.Alternatives[index]);

    public bool IsList(Value value, out int count, out bool isOpen)
    {
        var list = value as ListValue;
        (count, isOpen) = (list?.Elements.Length ?? 0, list?.IsOpen == true);
        return list is not null;
    }

    public bool MayBeList(Value value) => value is UnknownValue;

    public Value GetElement(Value list, int index) => Outer(((ListValue)list).Elements[index]);

    public Value GetMember(Value value, string name) => value switch
    {
        ObjectValue known => Outer(known.Find(name)),
        UnknownValue or MapValue => UnknownValue.Anything,
        _ => AbsentValue.Instance,
    };

    public bool? IsOneOf(Value value, EquatableArray<string> values) => value switch
    {
        EnumValue { SchemaName: { } name } => values.Contains(name),
        TextValue { Text: { } text } => Contains(values, text),
        TextValue unknown => IsLongerThanAll(unknown, values) ? false : null,
        BooleanValue boolean => Contains(values, boolean.IsTrue ? "true" : "false"),
        NumberValue number => NumberComparison.IsOneOf(number.Number, values),
        UnknownValue or MapValue => null,
        _ => false,
    };

    public bool? Exceeds(Value value, Limit limit) => value switch
    {
        TextValue { Text: { } text } => limit.IsExceededBy(text),
        TextValue unknown => Exceeds(unknown, limit),
        ListValue list => Exceeds(list, limit),
        NumberValue number => limit.IsExceededBy(number.Number),
        UnknownValue => null,
        _ => false,
    };

    // What a member holds has the object around it.
    private static Value Outer(Value value) => (value as ObjectValue)?.Outer ?? value;

    private static bool Contains(EquatableArray<string> values, string text)
    {
        foreach (var value in values)
        {
            if (string.Equals(value, text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsLongerThanAll(TextValue text, EquatableArray<string> values) => values.All(value => StringFormats.CountCharacters(value) < text.LeastCharacters);

    private static bool? Exceeds(TextValue text, Limit limit) => limit.Kind switch
    {
        LimitKind.MinCharacters => text.LeastCharacters >= limit.Bound ? false : null,
        LimitKind.MaxCharacters => text.LeastCharacters > limit.Bound ? true : null,
        LimitKind.MinBytes => text.LeastBytes >= limit.Bound ? false : null,
        LimitKind.MaxBytes => text.LeastBytes > limit.Bound ? true : null,
        LimitKind.Format => null,
        _ => false,
    };

    private static bool? Exceeds(ListValue list, Limit limit) => limit.Kind switch
    {
        LimitKind.MinCount => list.Elements.Length >= limit.Bound ? false : list.IsOpen ? null : true,
        LimitKind.MaxCount => list.Elements.Length > limit.Bound ? true : list.IsOpen ? null : false,
        _ => false,
    };
}
