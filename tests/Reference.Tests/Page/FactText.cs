using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Words the facts that members, values and rules have in common.</summary>
internal static class FactText
{
    // The summary of what is known by its name only.
    private const string NoMeaning = "Undocumented.";

    /// <summary>Writes the names of platforms.</summary>
    public static string Platforms(EquatableArray<string> platforms) => string.Join(" and ", platforms);

    /// <summary>Writes where a fact is known from, as links.</summary>
    public static string Sources(Evidence evidence) =>
        string.Join(", ", evidence.Sources.Select(source => $"[{source}](#{SourceAnchor(source)})").Concat(evidence.IsUnverified ? ["*unverified*"] : []));

    /// <summary>Gets the anchor of a source.</summary>
    public static string SourceAnchor(string source) => $"source-{source}";

    /// <summary>Writes an error of the server as a link.</summary>
    public static string Answer(ErrorKey? error) => error is null ? "" : $"[{error}](#{ErrorAnchor(error)})";

    /// <summary>Gets the anchor of an error.</summary>
    public static string ErrorAnchor(ErrorKey error) => error.Subcode is { } subcode ? $"error-{error.Code}-{subcode}" : $"error-{error.Code}";

    /// <summary>Writes the severity of a violation.</summary>
    public static string Severity(object severity) => $"{severity}".ToLowerInvariant();

    /// <summary>Writes the limits of a member, with the severity of exceeding them.</summary>
    public static string Limits(Member member)
    {
        if (member.Limits.Count == 0)
            return "";
        var limits = member.Limits.Select(limit => (member.Type is ListReference && !limit.IsOfList ? "each element " : "") + Messages.Describe(limit));
        return $"{string.Join(", ", limits)} ({Severity(member.LimitSeverity)})";
    }

    /// <summary>Writes the meaning of a member, then a sentence for each of its facts.</summary>
    public static string Meaning(Member member)
    {
        var facts = new List<string>();
        if (member.Summary != NoMeaning)
            facts.Add(Markdown.Escape(member.Summary));
        if (member.Default is { } value)
            facts.Add($"Default: {Markdown.Code(value)}.");
        if (member.Emoji)
            facts.Add("Supports emoji.");
        if (member.Discriminator is { } sibling)
            facts.Add($"Its shape depends on {Markdown.Code(sibling)}.");
        if (member.Answer is { } answer)
            facts.Add($"Without it, the server answers {Answer(answer)}.");
        return string.Join(' ', [.. facts, .. Availability(member.Platforms, member.Lifecycle, member.Undocumented)]);
    }

    /// <summary>Writes the meaning of a value, then a sentence for each of its facts.</summary>
    public static string Meaning(EnumMember member)
    {
        var facts = new List<string> { Markdown.Escape(member.Summary) };
        if (member.OnlyWhen is { } condition)
            facts.Add($"Only when {Markdown.Escape(condition)}.");
        return string.Join(' ', [.. facts, .. Availability(member.Platforms, member.Lifecycle, member.Undocumented)]);
    }

    private static IEnumerable<string> Availability(EquatableArray<string> platforms, Lifecycle lifecycle, bool isUndocumented)
    {
        if (platforms.Count > 0)
            yield return $"Only on {Platforms(platforms)}.";
        if (lifecycle.Since is { } since)
            yield return $"Since {since}.";
        if (lifecycle.DeprecatedSince is { } deprecated)
            yield return $"**Deprecated since {deprecated}.**";
        if (lifecycle.RefusedSince is { } refused)
            yield return $"**Refused since {refused}.**";
        if (lifecycle.Reason is { } reason)
            yield return Markdown.Escape(reason);
        if (isUndocumented)
            yield return "*Undocumented.*";
    }
}
