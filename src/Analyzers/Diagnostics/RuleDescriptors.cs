using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>What the analyzer of rules reports: one id for each kind of rule.</summary>
internal static class RuleDescriptors
{
    private const string Message = "{0} [{1}]";

    private const string Description =
        "The request breaks a rule in the schema of the endpoint. Only definite violations are reported: unknown values are assumed to be valid.";

    // Each in full: the record of releases is compared with what is written here.
    private static readonly DiagnosticDescriptor Require = DescriptorFactory.Create(
        DiagnosticIds.Require, "A member is missing", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor Forbid = DescriptorFactory.Create(
        DiagnosticIds.Forbid, "A member must be left out", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor Allow = DescriptorFactory.Create(
        DiagnosticIds.Allow, "A value is not allowed with another member", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor ExactlyOneOf = DescriptorFactory.Create(
        DiagnosticIds.ExactlyOneOf, "Exactly one of several members is required", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor AtLeastOneOf = DescriptorFactory.Create(
        DiagnosticIds.AtLeastOneOf, "One of several members is required", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor AtMostOneOf = DescriptorFactory.Create(
        DiagnosticIds.AtMostOneOf, "Members are mutually exclusive", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor Length = DescriptorFactory.Create(
        DiagnosticIds.Length, "A string is too long or too short", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor Count = DescriptorFactory.Create(
        DiagnosticIds.Count, "A list has too many or too few elements", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor Format = DescriptorFactory.Create(
        DiagnosticIds.Format, "A string has the wrong format", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor Platform = DescriptorFactory.Create(
        DiagnosticIds.Platform, "Not available on this platform", Message, DescriptorFactory.Usage, DiagnosticSeverity.Warning, Description);

    private static readonly DiagnosticDescriptor Retired = DescriptorFactory.Create(
        DiagnosticIds.Retired, "Refused or deprecated", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor Number = DescriptorFactory.Create(
        DiagnosticIds.Number, "A number is too small or too large", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    private static readonly DiagnosticDescriptor UnknownValue = DescriptorFactory.Create(
        DiagnosticIds.UnknownValue, "A value is not defined by its enum", Message, DescriptorFactory.Usage, DiagnosticSeverity.Error, Description);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [Require, Forbid, Allow, ExactlyOneOf, AtLeastOneOf, AtMostOneOf, Length, Count, Format, Platform, Retired, Number, UnknownValue];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(d => d.Id);

    // For a rule that is tuned by name while its id is tuned as well: the compiler must then leave the severity alone.
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Tuned = All.ToImmutableDictionary(d => d.Id, Fix);

    /// <summary>Gives the descriptor of an id.</summary>
    public static DiagnosticDescriptor For(string id, bool isTunedByName) => isTunedByName ? Tuned[id] : ById[id];

    private static DiagnosticDescriptor Fix(DiagnosticDescriptor d) => new(
        d.Id, d.Title, d.MessageFormat, d.Category, d.DefaultSeverity, isEnabledByDefault: true, d.Description, d.HelpLinkUri, WellKnownDiagnosticTags.NotConfigurable);
}
