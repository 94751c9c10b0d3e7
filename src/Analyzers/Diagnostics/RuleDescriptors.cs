using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>What the analyzer of rules reports: one id for each kind of rule.</summary>
internal static class RuleDescriptors
{
    private const string Message = "{0} [{1}]";

    private const string Description =
        "The schema of the endpoint states a rule that this request breaks, whatever the parts of it are that are not known yet.";

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Create(DiagnosticIds.Require, "A member is missing"),
        Create(DiagnosticIds.Forbid, "A member must be left out"),
        Create(DiagnosticIds.Allow, "A value does not go with another member"),
        Create(DiagnosticIds.ExactlyOneOf, "Exactly one of several members is needed"),
        Create(DiagnosticIds.AtLeastOneOf, "One of several members is needed"),
        Create(DiagnosticIds.AtMostOneOf, "Members exclude each other"),
        Create(DiagnosticIds.Length, "A text is too long or too short"),
        Create(DiagnosticIds.Count, "A list has too many or too few elements"),
        Create(DiagnosticIds.Format, "A text has the wrong form"),
        Create(DiagnosticIds.Platform, "Not on this platform", DiagnosticSeverity.Warning),
        Create(DiagnosticIds.Retired, "Refused or deprecated"),
        Create(DiagnosticIds.Number, "A number is too small or too large"),
        Create(DiagnosticIds.UnknownValue, "A value that its enum does not have"),
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(d => d.Id);

    // For a rule that is tuned by name while its id is tuned as well: the compiler must then leave the severity alone.
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Tuned = All.ToImmutableDictionary(d => d.Id, Fix);

    /// <summary>Gives the descriptor of an id.</summary>
    public static DiagnosticDescriptor For(string id, bool isTunedByName) => isTunedByName ? Tuned[id] : ById[id];

    private static DiagnosticDescriptor Create(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        DescriptorFactory.Create(id, title, Message, DescriptorFactory.Usage, severity, Description);

    private static DiagnosticDescriptor Fix(DiagnosticDescriptor d) => new(
        d.Id, d.Title, d.MessageFormat, d.Category, d.DefaultSeverity, isEnabledByDefault: true, d.Description, d.HelpLinkUri, WellKnownDiagnosticTags.NotConfigurable);
}
