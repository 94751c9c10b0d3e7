using System.ComponentModel;
using System.Text.Json;

namespace PageMessagesGen.Generated;

/// <summary>Validates a record and what it holds.</summary>
/// <param name="context">The validation.</param>
/// <param name="record">The record.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void RecordValidation(ref ValidationContext context, object record);

/// <summary>Gets the value of a member.</summary>
/// <param name="record">The record.</param>
/// <param name="member">The index of the member.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate MemberValue MemberGetter(object record, int member);

/// <summary>What a generated record must meet, and how it is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordDescription
{
    private readonly MemberDescription[] _members;
    private readonly MemberGetter _getMember;

    /// <summary>Creates the description of a record.</summary>
    /// <param name="members">The members.</param>
    /// <param name="rules">The rules between them.</param>
    /// <param name="validate">Validates a record of this type.</param>
    /// <param name="getMember">Gets a member of a record of this type.</param>
    public RecordDescription(MemberDescription[] members, RuleDescription[] rules, RecordValidation validate, MemberGetter getMember)
    {
        for (var i = 0; i < members.Length; i++)
            members[i].Index = i;
        _members = members;
        Restricted = Array.FindAll(members, member => member.Availability is not null);
        Rules = [.. rules.Select(rule => new RecordRule(rule.Rule, this))];
        Validate = validate;
        _getMember = getMember;
    }

    /// <summary>Creates the description of a record that is JSON.</summary>
    /// <param name="getJson">Gets the JSON.</param>
    public RecordDescription(Func<object, JsonElement> getJson)
        : this([], [], static (ref _, _) => { }, static (_, _) => default) => GetJson = getJson;

    /// <summary>Creates the description of the parameters of a call.</summary>
    /// <param name="members">The parameters.</param>
    public RecordDescription(MemberDescription[] members)
        : this(members, [], static (ref _, _) => { }, static (_, _) => MemberValue.Of(true))
    {
    }

    /// <summary>Gets the members.</summary>
    public ReadOnlySpan<MemberDescription> Members => _members;

    /// <summary>Gets the discriminator that is written with the members, or null if this is not such a shape.</summary>
    public DiscriminatorDescription? Discriminator { get; init; }

    /// <summary>Gets the object around the record, or null.</summary>
    public EnvelopeDescription? Envelope { get; init; }

    /// <summary>Gets the description of the object around the record, or this one. Members of others hold that object.</summary>
    internal RecordDescription Outer => field ??= Envelope is { } envelope ? Around(envelope) : this;

    /// <summary>Gets a value that indicates whether this is the object around a record.</summary>
    internal bool IsEnvelope { get; private init; }

    /// <summary>Gets the function that gets the JSON of a record; null if it has members.</summary>
    internal Func<object, JsonElement>? GetJson { get; }

    internal MemberDescription[] Restricted { get; }

    internal RecordRule[] Rules { get; }

    internal RecordValidation Validate { get; }

    internal MemberDescription? Find(string name)
    {
        foreach (var member in _members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }

    internal MemberValue Get(object record, string name)
    {
        if (Find(name) is { } member)
        {
            var value = _getMember(record, member.Index);
            return value.Kind is MemberValueKind.Json or MemberValueKind.JsonList ? new(value.Json, member.ShapeList) : value;
        }

        return Discriminator is { } discriminator && discriminator.Name == name ? discriminator.Value : default;
    }

    private RecordDescription Around(EnvelopeDescription envelope) => new(
        envelope.Content is { } content ? [new MemberDescription(content) { ShapeList = [this] }] : [], [], Validate, (record, _) => MemberValue.Inside(record, this))
    {
        Discriminator = envelope.Discriminator,
        IsEnvelope = true,
    };

    internal bool IsPresent(object record, MemberDescription member) => _getMember(record, member.Index).Kind != MemberValueKind.Absent;
}

/// <summary>A member that tells the shapes of a union apart, and the value that it has for one of them.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="value">The value: its name in the schema, or, without an enum, the string on the wire.</param>
/// <param name="values">The enum of the value, or null for a string.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DiscriminatorDescription(string name, string value, EnumDescription? values = null)
{
    internal string Name => name;

    internal EnumDescription? Values => values;

    internal MemberValue Value { get; } = values is null ? MemberValue.Of(value) : MemberValue.Of(values.NumberOf(value), values);
}

/// <summary>The object around the members of a shape, which has the discriminator beside them.</summary>
/// <param name="discriminator">The discriminator.</param>
/// <param name="content">The member that has the members of the shape; null if the shape has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnvelopeDescription(DiscriminatorDescription discriminator, string? content = null)
{
    internal DiscriminatorDescription Discriminator => discriminator;

    internal string? Content => content;
}

/// <summary>A rule of a record, with what decides most often that it is met.</summary>
internal readonly struct RecordRule
{
    private readonly RuleFilter _filter;
    private readonly EnumTest _condition;
    private readonly EnumTest _demand;

    public RecordRule(Rule rule, RecordDescription record)
    {
        Rule = rule;
        _filter = new RuleFilter(rule, name => record.Find(name)?.Bit ?? 0);
        var condition = rule.When.FirstOrDefault(condition => EnumTest.CanTest(condition.Path, record));
        if (condition is { Test: ConditionTest.OneOf })
            _condition = new EnumTest(condition.Path, condition.Values, record);
        if (rule is { Kind: RuleKind.Allow, Targets.Count: 1 } && EnumTest.CanTest(rule.Targets[0].Path, record))
            _demand = new EnumTest(rule.Targets[0].Path, rule.Targets[0].Values, record);
    }

    public Rule Rule { get; }

    /// <summary>Determines whether the rule need not be evaluated.</summary>
    public bool IsMet(in SetMembers set) => _filter.IsMet(set.Possible, set.Certain) || _condition.IsFalse(set) || _demand.IsTrue(set);

    // Whether a member has one of some values of its enum.
    private readonly struct EnumTest(MemberPath path, EquatableArray<string> values, RecordDescription record)
    {
        private readonly int _member = record.Find(path.First)!.Index;
        private readonly ulong _mask = record.Find(path.First)!.Values!.MaskOf(values);

        public static bool CanTest(MemberPath path, RecordDescription record) =>
            path.IsDirect && record.Find(path.First) is { Index: < SetMembers.MostEnums, IsList: false, Values.Count: < SetMembers.MostBits };

        public bool IsTrue(in SetMembers set) => _mask != 0 && IsOneOf(set);

        public bool IsFalse(in SetMembers set) => _mask != 0 && !IsOneOf(set);

        private bool IsOneOf(in SetMembers set) => ((_mask >> set.BitOf(_member)) & 1) != 0;
    }
}
