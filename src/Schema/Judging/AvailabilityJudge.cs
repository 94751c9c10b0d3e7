using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Judging;

/// <summary>Judges whether a member or a value may be used where a request is sent, and on the day.</summary>
internal sealed class AvailabilityJudge(SchemaDate day)
{
    /// <summary>Judges a member that is set.</summary>
    public IEnumerable<Finding> Judge(Member member, WirePath path, TextRange range, string? platform) =>
        Judge(value: null, member.Platforms, member.Validity, path, range, platform);

    /// <summary>Judges a value that a member has.</summary>
    public IEnumerable<Finding> Judge(EnumMember value, WirePath path, TextRange range, string? platform) =>
        Judge(value.Wire, value.Platforms, value.Validity, path, range, platform);

    /// <summary>Determines whether the server accepts a value on the day. A message must not offer one that it refuses.</summary>
    public bool IsAccepted(EnumMember value) => value.Validity.Judge(day) is not { Severity: RuleSeverity.Error };

    private IEnumerable<Finding> Judge(
        string? value, EquatableArray<string> platforms, Validity validity, WirePath path, TextRange range, string? platform)
    {
        if (platform is not null && platforms.Count > 0 && !platforms.Contains(platform))
            yield return Found(BuiltInRules.Platform, RuleSeverity.Warning, $"is for {string.Join(" and ", platforms)} only, not for {platform}.");
        if (validity.Judge(day) is { } standing)
            yield return Found(RuleOf(standing.Kind), standing.Severity, $"{Describe(standing)}{(validity.Because is { } because ? $" {because}" : "")}");

        Finding Found(string rule, RuleSeverity severity, string what) =>
            new(rule, severity, path.ToString(), $"{(value is null ? "Param" : $"Value \"{value}\" of param")} {path} {what}", null, range)
            {
                Fault = value is null ? what : $"has the value \"{value}\", which {what}",
            };
    }

    private static string RuleOf(StandingKind kind) => kind == StandingKind.Refused ? BuiltInRules.Refused : BuiltInRules.Deprecated;

    private static string Describe(Standing standing) => standing switch
    {
        { Kind: StandingKind.Deprecated } => $"is deprecated since {standing.Since}.",
        { Severity: RuleSeverity.Error } => $"is refused since {standing.Since}.",
        _ => $"will be refused from {standing.Since} on.",
    };
}
