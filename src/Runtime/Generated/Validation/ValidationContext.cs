using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PageMessagesGen.Generated;

/// <summary>The validation of one request: generated code tells it the members, it finds the violations. Without any it allocates no memory.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ValidationContext
{
    // System.Text.Json writes nothing that is nested deeper. The request itself is the first level.
    private const int MostLevels = 64;
    private const int UsualLevels = 16;

    private static readonly RuleEvaluator<RecordDomain, MemberValue> Evaluator = new(default);

    private readonly string? _platform;
    private readonly IReadOnlySet<string>? _ignored;
    private Levels _levels;
    private Level[]? _deeperLevels;
    private int _depth;
    private bool _isTooDeep;
    private List<RuleViolation>? _violations;

    internal ValidationContext(string? platform, IReadOnlySet<string>? ignored) => (_platform, _ignored) = (platform, ignored);

    /// <summary>Finds the violations of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="description">The description of its type.</param>
    /// <param name="platform">The platform that it is sent to; null if it is not known.</param>
    /// <param name="platforms">The platforms of the schema.</param>
    /// <exception cref="ArgumentException">The schema does not have the platform.</exception>
    public static IReadOnlyList<RuleViolation> Validate(object request, RecordDescription description, string? platform, ReadOnlySpan<string> platforms)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(description);
        if (platform is not null && !platforms.Contains(platform))
        {
            throw new ArgumentException(
                platforms.IsEmpty ? "The platform must be null: the schema has no platforms." : $"The platform must be one of {string.Join(", ", platforms.ToArray())}.",
                nameof(platform));
        }

        return Validate(request, description, platform, ignored: null);
    }

    internal static IReadOnlyList<RuleViolation> Validate(object request, RecordDescription description, string? platform, IReadOnlySet<string>? ignored)
    {
        var context = new ValidationContext(platform, ignored);
        description.Validate(ref context, request);
        return context.Violations;
    }

    /// <summary>Gets the violations so far.</summary>
    internal readonly IReadOnlyList<RuleViolation> Violations => _violations ?? (IReadOnlyList<RuleViolation>)[];

    /// <summary>Validates a string.</summary>
    public void String(ref SetMembers set, MemberDescription member, string? value)
    {
        if (value is null)
        {
            Require(member);
            return;
        }

        set.Add(member);
        var isUnicode = Unicode(member.Name, value);
        foreach (var limit in member.LimitList)
        {
            if ((isUnicode || limit.Kind != LimitKind.Format) && limit.IsExceededBy(value))
                Exceed(member, limit);
        }
    }

    /// <summary>Validates a number.</summary>
    public void Number(ref SetMembers set, MemberDescription member, decimal? value)
    {
        if (value is not { } number)
            return;
        set.Add(member);
        foreach (var limit in member.LimitList)
        {
            if (limit.IsExceededBy(number))
                Exceed(member, limit);
        }
    }

    /// <summary>Validates the value of an enum.</summary>
    public void Enum(ref SetMembers set, MemberDescription member, int? value)
    {
        if (value is not { } number)
            return;
        var index = member.Values!.IndexOf(number);
        set.AddEnum(member, index);
        Enum(member.Name, member.Values, index);
    }

    /// <summary>Validates JSON whose shape the schema leaves open.</summary>
    public void Json(ref SetMembers set, MemberDescription member, JsonElement? value)
    {
        if (value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) })
            set.AddInParts(member);
        else
            Require(member);
    }

    /// <summary>Begins to validate the record that a member holds.</summary>
    /// <returns><see langword="false"/> if the member is null.</returns>
    public bool Record(ref SetMembers set, MemberDescription member, object? value)
    {
        if (value is null)
            return Require(member);
        set.Add(member);
        return Enter(member.Name);
    }

    /// <summary>Begins to validate the union that a member holds. Its JSON can be null, so it may count as absent.</summary>
    /// <returns><see langword="false"/> if the member is null.</returns>
    public bool Union(ref SetMembers set, MemberDescription member, object? value)
    {
        if (value is null)
            return Require(member);
        set.AddInParts(member);
        return Enter(member.Name);
    }

    /// <summary>Begins to validate the list that a member holds.</summary>
    /// <returns><see langword="false"/> if the member is null.</returns>
    public bool List(ref SetMembers set, MemberDescription member, int? count)
    {
        if (count is not { } number)
            return Require(member);
        set.AddInParts(member);
        foreach (var limit in member.LimitList)
        {
            if (limit.IsExceededByCount(number))
                Exceed(member, limit);
        }

        return Enter(member.Name);
    }

    /// <summary>Validates that the next element of a list is not null.</summary>
    public bool Element(object? value)
    {
        Here.Index++;
        if (value is null)
            ReportNull();
        return value is not null;
    }

    /// <summary>Validates the next element of a list, which is a string with limits.</summary>
    public void Element(MemberDescription member, string? value)
    {
        if (!Element((object?)value))
            return;
        var isUnicode = Unicode("", value!);
        foreach (var limit in member.LimitList)
        {
            if ((isUnicode || limit.Kind != LimitKind.Format) && limit.IsExceededBy(value))
                ExceedElement(member, limit);
        }
    }

    /// <summary>Validates the next element of a list, which is a string without limits.</summary>
    public void Element(string? value)
    {
        if (Element((object?)value))
            Unicode("", value!);
    }

    /// <summary>Validates the next element of a list, which is a number with limits.</summary>
    public void Element(MemberDescription member, decimal value)
    {
        Here.Index++;
        foreach (var limit in member.LimitList)
        {
            if (limit.IsExceededBy(value))
                ExceedElement(member, limit);
        }
    }

    /// <summary>Validates the next element of a list, which is JSON.</summary>
    public void Element(JsonElement value)
    {
        Here.Index++;
        Raw(value);
    }

    /// <summary>Validates the next element of a list, which is the value of an enum.</summary>
    public void Element(int value, EnumDescription values)
    {
        Here.Index++;
        Enum("", values, values.IndexOf(value));
    }

    /// <summary>Begins to validate the list or map that is the current element of a list.</summary>
    /// <returns>False if it is null.</returns>
    public bool Inner(object? value) => Element(value) && Enter("");

    /// <summary>Begins to validate the map that a member holds.</summary>
    /// <returns><see langword="false"/> if the member is null.</returns>
    public bool Map(ref SetMembers set, MemberDescription member, object? value)
    {
        if (value is null)
            return Require(member);
        set.AddInParts(member);
        return Enter(member.Name);
    }

    /// <summary>Validates a name in a map.</summary>
    /// <returns>False if it cannot be sent.</returns>
    public bool Key(string key)
    {
        // Paths do not contain such a name: a JSON writer would refuse it as well.
        if (!Limit.Unicode.IsExceededBy(key))
            return true;
        Report(Limit.Unicode.Rule, RuleSeverity.Error, "", Messages.HalvedName);
        return false;
    }

    /// <summary>Begins to validate a value of a map.</summary>
    /// <returns>False if it is null, or if its name cannot be sent.</returns>
    public bool Entry(string key, object? value)
    {
        if (!Key(key) || !Enter(key))
            return false;
        if (value is not null)
            return true;
        ReportNull();
        Leave();
        return false;
    }

    /// <summary>Validates a value of a map, which is a string.</summary>
    /// <returns>False if it is null, or if its name cannot be sent.</returns>
    public bool Entry(string key, string? value)
    {
        if (!Entry(key, (object?)value))
            return false;
        Unicode("", value!);
        return true;
    }

    /// <summary>Validates a value of a map, which is JSON.</summary>
    public void Entry(string key, JsonElement value)
    {
        if (!Key(key) || !Enter(key))
            return;
        Raw(value);
        Leave();
    }

    /// <summary>Validates a value of a map, which is the value of an enum.</summary>
    public void Entry(string key, int value, EnumDescription values)
    {
        if (!Key(key) || !Enter(key))
            return;
        Enum("", values, values.IndexOf(value));
        Leave();
    }

    /// <summary>Begins to validate the members of a shape, which are in a sibling of its discriminator.</summary>
    /// <returns>False if they are nested too deeply.</returns>
    public bool Content(string name) => Enter(name);

    /// <summary>Validates that JSON has the members of a shape, which are in a sibling of its discriminator.</summary>
    public void Content(string name, JsonElement? value, bool isRequired)
    {
        if (isRequired && value is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) })
            Report(BuiltInRules.Required, RuleSeverity.Error, name, $"'{name}' {Messages.Required}");
    }

    /// <summary>Validates the value that selects the shape of a union.</summary>
    public void Discriminator(string name, int value, EnumDescription values) => Enum(name, values, values.IndexOf(value));

    /// <summary>Validates the JSON of a record whose shape the schema leaves open.</summary>
    public void Raw(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            ReportNull();
    }

    /// <summary>Validates the members of a record that the schema does not have. At the top level they are a warning, as in the JSON of a request.</summary>
    public void Unknown(IDictionary<string, JsonElement>? members)
    {
        if (members is not { Count: > 0 })
            return;
        Report(BuiltInRules.UnknownMember, _depth == 0 ? RuleSeverity.Warning : RuleSeverity.Error, "", Messages.UnknownMembers([.. members.Keys]));
        foreach (var name in members.Keys)
            Key(name);
    }

    /// <summary>Ends the validation of a record or a list that a member holds.</summary>
    public void Leave() => _depth--;

    /// <summary>Validates the availability of the members of a record, and the rules between them.</summary>
    public void Rules(in SetMembers set, RecordDescription description, object record)
    {
        foreach (var member in description.Restricted)
        {
            if ((member.Bit == 0 || (set.Possible & member.Bit) != 0) && description.IsPresent(record, member))
                Report(member.Availability!.Availability, member.Name, value: null);
        }

        foreach (ref readonly var rule in description.Rules.AsSpan())
        {
            if (!rule.IsMet(set))
                Evaluate(rule.Rule, description, record);
        }
    }

    private void Evaluate(Rule rule, RecordDescription description, object record)
    {
        if (rule.AppliesOn(_platform) && Evaluator.FindViolation(MemberValue.Inside(record, description), rule) is { } violation)
            Report(rule.Name, rule.Severity, violation.Path.ToString(), Messages.Describe(violation));
    }

    [UnscopedRef]
    private ref Level Here => ref LevelAt(_depth - 1);

    [UnscopedRef]
    private ref Level LevelAt(int depth)
    {
        if (depth < UsualLevels)
            return ref _levels[depth];
        return ref (_deeperLevels ??= new Level[MostLevels])[depth];
    }

    // The writer refuses what is too deep. To go on beside it would take forever if a list contains itself twice.
    private bool Enter(string member)
    {
        _isTooDeep |= _depth == MostLevels - 1;
        if (_isTooDeep)
            return false;
        LevelAt(_depth++) = new Level(member);
        return true;
    }

    private struct Level(string member)
    {
        public int Index = -1;

        public override readonly string ToString() => Index < 0 ? member : string.Create(CultureInfo.InvariantCulture, $"{member}[{Index}]");
    }

    [InlineArray(UsualLevels)]
    private struct Levels
    {
        private Level _first;
    }
}
