using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace PageMessagesGen.Rules;

/// <summary>Judges a value.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <param name="check">Takes what is found.</param>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public delegate void RuleJudge<in T>(ref RuleCheck check, T value);

/// <summary>Collects what one request breaks. As long as that is nothing, it allocates nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public ref struct RuleCheck
{
    // No request that can be written is nested deeper.
    private const int LargestDepth = 64;
    private const int UsualDepth = 16;

    private readonly IReadOnlySet<string>? _leftOut;
    private Step _here;
    private Steps _outer;
    private Step[]? _deeper;
    private int _depth;
    private List<RuleViolation>? _violations;

    /// <summary>Begins to judge a request.</summary>
    /// <param name="platform">Where it is sent; null if that is not known.</param>
    /// <param name="platforms">The platforms that the schema tells apart.</param>
    /// <exception cref="ArgumentException">The platform is none of them: what holds there only would silently not be judged.</exception>
    public RuleCheck(string? platform, ReadOnlySpan<string> platforms)
        : this(platform, leftOut: null)
    {
        if (platform is not null && !platforms.Contains(platform))
        {
            throw new ArgumentException(
                platforms.IsEmpty ? "The platform must be left out: the schema tells none apart." : $"The platform must be one of {string.Join(", ", platforms.ToArray())}.",
                nameof(platform));
        }
    }

    internal RuleCheck(string? platform, IReadOnlySet<string>? leftOut)
    {
        Platform = platform;
        _leftOut = leftOut;
    }

    /// <summary>Where the request is sent; null if that is not known.</summary>
    public string? Platform { get; }

    /// <summary>Whether anything was found.</summary>
    internal readonly bool HasViolations => _violations is not null;

    /// <summary>What was found.</summary>
    public readonly IReadOnlyList<RuleViolation> Violations => _violations ?? (IReadOnlyList<RuleViolation>)[];

    /// <summary>Tells whether the request is known to be sent on a platform.</summary>
    public readonly bool IsOn(string platform) => Platform == platform;

    /// <summary>Goes to a member.</summary>
    /// <returns>False if it lies deeper than anything that can be sent; then it is not judged.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Enter(string member)
    {
        if (_depth >= UsualDepth)
            return EnterDeep(member);
        _outer[_depth++] = _here;
        _here = new Step(member, -1);
        return true;
    }

    /// <summary>Goes to the next element of the list where it is, at first to the first one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next() => _here.Index++;

    /// <summary>Goes back to the object that has the member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => _here = --_depth < UsualDepth ? _outer[_depth] : _deeper![_depth];

    /// <summary>Reports that a rule is broken.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">Where, seen from the object that is being judged.</param>
    /// <param name="demand">What the rule wants, as a sentence.</param>
    public void Report(RuleDescription rule, string path, string demand) => Report(rule.Name, rule.Severity, path, $"{demand} {rule.Because}");

    /// <summary>Reports that a member is missing.</summary>
    public void ReportRequired(string member) => Report(BuiltInRules.Required, RuleSeverity.Error, member, $"{Subject(member)} is required.");

    /// <summary>Reports that a value is null where it cannot be.</summary>
    public void ReportNull(string member) => Report(BuiltInRules.Null, RuleSeverity.Error, member, $"{Subject(member)} must not be null.");

    /// <summary>Reports that a value is none of its enum.</summary>
    public void ReportUnknownValue(string member) =>
        Report(BuiltInRules.UnknownValue, RuleSeverity.Error, member, $"{Subject(member)} has a value that its enum does not define.");

    /// <summary>Judges whether JSON is a value.</summary>
    public void Json(string member, JsonElement? json)
    {
        if (json is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
            ReportNull(member);
    }

    /// <summary>Judges a text by a limit.</summary>
    public void Limit(string member, string? text, RuleLimit limit, RuleSeverity severity = RuleSeverity.Error)
    {
        if (limit.IsBroken(text))
            Report(member, limit, severity);
    }

    /// <summary>Judges the count of a list by a limit.</summary>
    public void Limit(string member, int? count, RuleLimit limit, RuleSeverity severity = RuleSeverity.Error)
    {
        if (limit.IsBroken(count))
            Report(member, limit, severity);
    }

    /// <summary>Judges a number by a limit.</summary>
    public void Limit(string member, long? number, RuleLimit limit, RuleSeverity severity = RuleSeverity.Error)
    {
        if (limit.IsBroken(number))
            Report(member, limit, severity);
    }

    /// <summary>Judges a number by a limit.</summary>
    public void Limit(string member, decimal? number, RuleLimit limit, RuleSeverity severity = RuleSeverity.Error)
    {
        if (limit.IsBroken(number))
            Report(member, limit, severity);
    }

    /// <summary>Judges whether what is used exists where the request is sent.</summary>
    /// <param name="member">The member.</param>
    /// <param name="platforms">Where it exists.</param>
    /// <param name="value">The value that exists there only, by its name in the schema; null for the member itself.</param>
    public void OnlyOn(string member, scoped ReadOnlySpan<string> platforms, string? value = null)
    {
        if (Platform is null || platforms.Contains(Platform))
            return;
        Report(BuiltInRules.Platform, RuleSeverity.Warning, member, $"{value ?? Subject(member)} exists on {string.Join(" and ", platforms.ToArray())} only.");
    }

    /// <summary>Reports what the server refuses, or will refuse.</summary>
    /// <param name="member">The member.</param>
    /// <param name="since">The day, as <c>2026-04-27</c>.</param>
    /// <param name="severity">An error if the day has come, else a warning.</param>
    /// <param name="because">What happens.</param>
    /// <param name="value">The value that is refused, by its name in the schema; null for the member itself.</param>
    public void Refused(string member, string since, RuleSeverity severity, string because, string? value = null) =>
        Report(BuiltInRules.Refused, severity, member, $"{value ?? Subject(member)} {(severity == RuleSeverity.Error ? "is refused since" : "will be refused from")} {since}. {because}".TrimEnd());

    /// <summary>Reports what should not be used any more.</summary>
    /// <param name="member">The member.</param>
    /// <param name="since">The day, as <c>2026-04-27</c>.</param>
    /// <param name="because">What happened.</param>
    /// <param name="value">The value that is deprecated, by its name in the schema; null for the member itself.</param>
    public void Deprecated(string member, string since, string because, string? value = null) =>
        Report(BuiltInRules.Deprecated, RuleSeverity.Warning, member, $"{value ?? Subject(member)} is deprecated since {since}. {because}".TrimEnd());

    /// <summary>Judges whether one of a rule's members is present, and no other.</summary>
    public void ExactlyOneOf(RuleDescription rule, scoped ReadOnlySpan<bool> present)
    {
        AtLeastOneOf(rule, present);
        AtMostOneOf(rule, present);
    }

    /// <summary>Judges whether one of a rule's members is present, or several.</summary>
    public void AtLeastOneOf(RuleDescription rule, scoped ReadOnlySpan<bool> present)
    {
        if (!present.Contains(true))
            Report(rule, rule.Members[0], $"One of {string.Join(", ", rule.Members)} is needed.");
    }

    /// <summary>Judges whether one of a rule's members is present, or none.</summary>
    public void AtMostOneOf(RuleDescription rule, scoped ReadOnlySpan<bool> present)
    {
        var count = 0;
        foreach (var isPresent in present)
            count += isPresent ? 1 : 0;
        if (count > 1)
            ReportSeveral(rule, present);
    }

    private void ReportSeveral(RuleDescription rule, scoped ReadOnlySpan<bool> present)
    {
        var first = present.IndexOf(true);
        var second = first + 1 + present[(first + 1)..].IndexOf(true);
        var members = rule.Members;
        Report(rule, members[second], $"Only one of {string.Join(", ", members)} may be set, not {members[first]} and {members[second]}.");
    }

    private void Report(string member, RuleLimit limit, RuleSeverity severity) =>
        Report(limit.Rule, severity, member, $"{Subject(member)} must {limit.Demand}.");

    private void Report(string rule, RuleSeverity severity, string path, string message)
    {
        if (_leftOut?.Contains(rule) == true)
            return;
        _violations ??= [];
        _violations.Add(new RuleViolation(rule, severity, Place(path), message));
    }

    // An element of a list has no name of its own.
    private readonly string Subject(string member) => member.Length > 0 ? member : Text(_here);

    private readonly string Place(string member)
    {
        var path = new StringBuilder();
        for (var depth = 1; depth <= _depth; depth++)
            path.Append(depth > 1 ? "." : "").Append(Text(StepAt(depth)));
        if (member.Length > 0)
            path.Append(path.Length > 0 ? "." : "").Append(member);
        return path.ToString();
    }

    private static string Text(Step step) => step.Index < 0 ? step.Member : string.Create(CultureInfo.InvariantCulture, $"{step.Member}[{step.Index}]");

    private readonly Step StepAt(int depth) => depth == _depth ? _here : depth < UsualDepth ? _outer[depth] : _deeper![depth];

    private bool EnterDeep(string member)
    {
        if (_depth == LargestDepth - 1)
            return false;
        _deeper ??= new Step[LargestDepth];
        _deeper[_depth++] = _here;
        _here = new Step(member, -1);
        return true;
    }

    // Where it is, and what it left to get there. The first one of these is the request itself.
    private struct Step(string member, int index)
    {
        public readonly string Member => member;

        public int Index = index;
    }

    [InlineArray(UsualDepth)]
    private struct Steps
    {
        private Step _first;
    }
}
