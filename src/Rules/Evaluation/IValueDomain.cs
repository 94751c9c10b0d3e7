namespace PageMessagesGen.Rules;

/// <summary>
/// A kind of values that rules can be evaluated on, such as JSON, or what is known of an expression when code is compiled. It is
/// implemented by a struct, so that nothing is boxed. Answers are true, false, or null where the value is not known; what is
/// always known makes three-valued logic two-valued.
/// </summary>
/// <typeparam name="TValue">The type of a value.</typeparam>
internal interface IValueDomain<TValue>
{
    /// <summary>Gets the value of a member that is not set.</summary>
    TValue Absent { get; }

    /// <summary>Determines whether a value is set and not null.</summary>
    bool? IsPresent(TValue value);

    /// <summary>Counts the values that a value may be: 1 unless it depends on what is not known.</summary>
    int CountAlternatives(TValue value);

    /// <summary>Gets one of the values that a value may be.</summary>
    TValue GetAlternative(TValue value, int index);

    /// <summary>Determines whether a value is a list.</summary>
    /// <param name="value">The value.</param>
    /// <param name="count">The number of its known elements.</param>
    /// <param name="isOpen">Whether it may have more.</param>
    bool IsList(TValue value, out int count, out bool isOpen);

    /// <summary>Determines whether a value that is not known to be a list may be one.</summary>
    bool MayBeList(TValue value);

    /// <summary>Gets a known element of a list.</summary>
    TValue GetElement(TValue list, int index);

    /// <summary>Gets a member of an object; <see cref="Absent"/> for what has no such member.</summary>
    TValue GetMember(TValue value, string name);

    /// <summary>Determines whether a value is one of some values of the schema.</summary>
    bool? IsOneOf(TValue value, EquatableArray<string> values);

    /// <summary>Determines whether a value exceeds a limit.</summary>
    bool? Exceeds(TValue value, Limit limit);
}
