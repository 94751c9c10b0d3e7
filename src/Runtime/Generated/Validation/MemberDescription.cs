using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>The limits, the values and the availability of a member of a generated record.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="isRequired">Whether it is required.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberDescription(string name, bool isRequired = false)
{
    /// <summary>Gets the name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>Gets its limits, such as <c>max-characters 20</c>; empty for none.</summary>
    /// <exception cref="ArgumentException">The string is not a list of limits.</exception>
    public string Limits
    {
        get => RuleWriter.Write(LimitList.ToEquatableArray());
        init => LimitList = RuleParser.ParseLimits(value) is { } limits ? [.. limits] : throw new ArgumentException($"'{value}' is not a list of limits.", nameof(value));
    }

    /// <summary>Gets the severity of exceeding a limit.</summary>
    public RuleSeverity LimitSeverity { get; init; } = RuleSeverity.Error;

    /// <summary>Gets where, and until when, it can be used; null for everywhere.</summary>
    public AvailabilityDescription? Availability { get; init; }

    /// <summary>Gets the enum that its values, or the elements of its lists, belong to.</summary>
    public EnumDescription? Values { get; init; }

    /// <summary>Gets a value that indicates whether it is a list of values of an enum.</summary>
    public bool IsList { get; init; }

    /// <summary>Gets the records that it, or its elements, can hold.</summary>
    public Func<RecordDescription[]>? Shapes { get; init; }

    internal Limit[] LimitList { get; private init; } = [];

    internal RecordDescription[]? ShapeList
    {
        get => field ??= Shapes is null ? null : Array.ConvertAll(Shapes(), shape => shape.Outer);
        init;
    }

    internal bool IsRequired => isRequired;

    internal int Index { get; set; }

    // A rule about a member behind the 63rd is always evaluated.
    internal ulong Bit => Index < SetMembers.MostBits ? 1UL << Index : 0;
}

/// <summary>A rule between the members of a generated record.</summary>
/// <param name="name">The name of the rule.</param>
/// <param name="severity">The severity of a violation.</param>
/// <param name="text">What it demands, when and where, as in <see cref="RuleAttribute"/>.</param>
/// <param name="reason">What happens when it is violated, and why.</param>
/// <exception cref="ArgumentException">The text is not a rule.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleDescription(string name, RuleSeverity severity, string text, string reason)
{
    internal Rule Rule { get; } = RuleParser.Parse(name, text, severity, reason) ?? throw new ArgumentException($"'{text}' is not a rule.", nameof(text));
}
