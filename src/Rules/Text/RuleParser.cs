using System.Globalization;
using System.Text;

namespace PageMessagesGen.Rules;

/// <summary>
/// Reads the text that <see cref="RuleWriter"/> writes. Anything else is null rather than an exception: an older analyzer must
/// not fail on what a newer generator has written.
/// </summary>
internal ref struct RuleParser
{
    private readonly string _text;
    private int _position;

    private RuleParser(string text)
    {
        _text = text;
        SkipSpaces();
    }

    private readonly bool IsAtEnd => _position == _text.Length;

    /// <summary>Reads a rule.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="text">What it demands, when and where.</param>
    /// <param name="severity">The severity of a violation.</param>
    /// <param name="reason">What happens when the rule is violated, and why.</param>
    /// <param name="fix">What corrects a violation; empty if that is not known.</param>
    public static Rule? Parse(string name, string text, RuleSeverity severity, string reason, string fix = "")
    {
        var parser = new RuleParser(text);
        if (RuleWords.FindKind(parser.ReadWord()) is not { } kind
            || parser.ReadTargets() is not { } targets
            || (parser.Take(RuleWords.When) ? parser.ReadConditions() : []) is not { } conditions
            || (parser.Take(RuleWords.On) ? parser.ReadTokens() : []) is not { } platforms
            || !parser.IsAtEnd
            || ParseConditions(fix) is not { } corrections)
        {
            return null;
        }

        return new Rule(
            name, kind, targets.ToEquatableArray(), conditions.ToEquatableArray(), platforms.ToEquatableArray(), severity, reason, corrections);
    }

    /// <summary>Reads conditions; none from an empty string.</summary>
    public static EquatableArray<RuleCondition>? ParseConditions(string text)
    {
        var parser = new RuleParser(text);
        if (parser.IsAtEnd)
            return default(EquatableArray<RuleCondition>);
        return parser.ReadConditions() is { } conditions && parser.IsAtEnd ? conditions.ToEquatableArray() : null;
    }

    /// <summary>Reads limits.</summary>
    public static EquatableArray<Limit>? ParseLimits(string text)
    {
        var parser = new RuleParser(text);
        return parser.ReadLimits() is { } limits && parser.IsAtEnd ? limits.ToEquatableArray() : null;
    }

    private List<RuleTarget>? ReadTargets()
    {
        var targets = new List<RuleTarget>();
        do
        {
            if (ReadPath() is not { } path
                || (Take(':') ? ReadValues() : []) is not { } values
                || (Take('{') ? ReadLimits('}') : []) is not { } limits)
            {
                return null;
            }

            targets.Add(new RuleTarget(path, values.ToEquatableArray(), limits.ToEquatableArray()));
        }
        while (Take(','));
        return targets;
    }

    private List<RuleCondition>? ReadConditions()
    {
        var conditions = new List<RuleCondition>();
        do
        {
            if (ReadPath() is not { } path || !Take(':'))
                return null;
            if (Take(RuleWords.Present))
                conditions.Add(new RuleCondition(path, ConditionTest.Present, default));
            else if (Take(RuleWords.Absent))
                conditions.Add(new RuleCondition(path, ConditionTest.Absent, default));
            else if (ReadValues() is { } values)
                conditions.Add(new RuleCondition(path, ConditionTest.OneOf, values.ToEquatableArray()));
            else
                return null;
        }
        while (Take(RuleWords.And));
        return conditions;
    }

    private List<Limit>? ReadLimits(char? end = null)
    {
        var limits = new List<Limit>();
        do
        {
            if (RuleWords.FindLimit(ReadWord()) is not { } kind || ReadLimit(kind, ReadWord()) is not { } limit)
                return null;
            limits.Add(limit);
        }
        while (Take(','));
        return end is null || Take(end.Value) ? limits : null;
    }

    private static Limit? ReadLimit(LimitKind kind, string word)
    {
        if (kind == LimitKind.Format)
            return StringFormat.Find(word) is { } format ? new Limit(kind, 0, format) : null;
        if (!decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        if (kind is LimitKind.Min or LimitKind.Max)
            return Limit.Of(kind, number);
        return number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? new Limit(kind, (long)number) : null;
    }

    private MemberPath? ReadPath() => ReadToken() is { } text && MemberPath.Parse(text) is var path && path.Names.All(name => name.Length > 0) ? path : null;

    private List<string>? ReadValues()
    {
        if (Take('['))
            return ReadTokens() is { } values && Take(']') ? values : null;
        return ReadToken() is { } value ? [value] : null;
    }

    private List<string>? ReadTokens()
    {
        var tokens = new List<string>();
        do
        {
            if (ReadToken() is not { } token)
                return null;
            tokens.Add(token);
        }
        while (Take(','));
        return tokens;
    }

    private string? ReadToken()
    {
        if (!IsAtEnd && _text[_position] == '"')
            return ReadQuoted();
        return ReadWord() is { Length: > 0 } word && !RuleWords.Reserved.Contains(word) ? word : null;
    }

    private string? ReadQuoted()
    {
        var value = new StringBuilder();
        for (_position++; !IsAtEnd; _position++)
        {
            switch (_text[_position])
            {
                case '"':
                    _position++;
                    SkipSpaces();
                    return value.ToString();
                case '\\' when _position + 1 < _text.Length:
                    value.Append(_text[++_position]);
                    break;
                default:
                    value.Append(_text[_position]);
                    break;
            }
        }

        return null;
    }

    private string ReadWord()
    {
        var start = _position;
        while (!IsAtEnd && RuleWords.IsPlain(_text[_position]))
            _position++;
        var word = _text.Substring(start, _position - start);
        SkipSpaces();
        return word;
    }

    private bool Take(string word)
    {
        var start = _position;
        if (ReadWord() == word)
            return true;
        _position = start;
        return false;
    }

    private bool Take(char c)
    {
        if (IsAtEnd || _text[_position] != c)
            return false;
        _position++;
        SkipSpaces();
        return true;
    }

    private void SkipSpaces()
    {
        while (!IsAtEnd && _text[_position] == ' ')
            _position++;
    }
}
