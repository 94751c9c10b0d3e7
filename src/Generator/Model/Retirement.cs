using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>What follows from dates on the day for which code is generated.</summary>
/// <param name="IsRefusal">Whether the server refuses it, rather than its use being discouraged.</param>
/// <param name="Since">Since when.</param>
/// <param name="Severity">How bad it is to use it.</param>
/// <param name="Because">What happened; empty if the schema does not say.</param>
internal sealed record Retirement(bool IsRefusal, SchemaDate Since, RuleSeverity Severity, string Because)
{
    /// <summary>Judges dates on a day; null if all is well then. A refusal to come says more than a deprecation.</summary>
    public static Retirement? On(SchemaDate day, Validity validity) => validity switch
    {
        { RefusedSince: { } refused } => new(true, refused, refused <= day ? RuleSeverity.Error : RuleSeverity.Warning, validity.Because ?? ""),
        { DeprecatedSince: { } deprecated } when deprecated <= day => new(false, deprecated, RuleSeverity.Warning, validity.Because ?? ""),
        _ => null,
    };
}
