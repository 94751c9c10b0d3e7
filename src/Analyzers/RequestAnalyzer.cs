using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Judging;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Screening;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers;

/// <summary>
/// Judges requests where they are made. Generated types are complete at their creation, or at a <c>with</c>, so everything
/// about a request is known at one place.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestAnalyzer : DiagnosticAnalyzer
{
    private readonly bool _isScreening;

    /// <summary>Makes the analyzer.</summary>
    public RequestAnalyzer()
        : this(isScreening: true)
    {
    }

    /// <summary>Makes an analyzer that judges every object, for the proof that it finds nothing more.</summary>
    internal RequestAnalyzer(bool isScreening) => _isScreening = isScreening;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            // Without the runtime library there are no rules, and nothing to do.
            if (RuleAssemblies.Of(start.Compilation) is not { } assemblies)
                return;
            var rules = new RuleReader();
            var screens = new Screens(rules, assemblies);
            start.RegisterOperationAction(context => JudgeCreation(context, rules, screens), OperationKind.ObjectCreation);
            start.RegisterOperationAction(context => JudgeWith(context, rules, screens), OperationKind.With);
            if (!assemblies.PlatformProperties.IsEmpty)
                start.RegisterSemanticModelAction(context => PlatformCalls.Judge(context, assemblies.PlatformProperties, rules));
        });
    }

    private void JudgeCreation(OperationAnalysisContext context, RuleReader rules, Screens screens)
    {
        var creation = (IObjectCreationOperation)context.Operation;

        // What a constructor makes of its arguments is the user's matter, and most objects are made so.
        if (creation.Initializer is null && !creation.Arguments.IsEmpty)
            return;
        if (!_isScreening || !screens.Pass(creation))
            JudgeCreation(context, creation, rules);
    }

    private static void JudgeCreation(OperationAnalysisContext context, IObjectCreationOperation creation, RuleReader rules)
    {
        if (rules.Find(creation.Type) is not { } type || new Evaluator(rules).Evaluate(creation) is not ObjectValue value)
            return;
        if (Judge(value, type) is { } findings)
            Report(context, value, creation, findings.Where(finding => !(finding.IsMissing && Bases.IsOnlyBase(creation))));
    }

    private void JudgeWith(OperationAnalysisContext context, RuleReader rules, Screens screens)
    {
        var with = (IWithOperation)context.Operation;
        if (!_isScreening || !screens.Pass(with))
            JudgeWith(context, with, rules);
    }

    private static void JudgeWith(OperationAnalysisContext context, IWithOperation with, RuleReader rules)
    {
        if (rules.Find(with.Type) is not { } type || new Evaluator(rules).Evaluate(with) is not { } value)
            return;

        // Those before this one were not judged for what is missing.
        var set = Bases.Chain(with).SelectMany(part => part.Initializer.Initializers).OfType<ISimpleAssignmentOperation>()
            .Select(assignment => assignment.Target is IPropertyReferenceOperation property && type.WireNames.TryGetValue(property.Property.Name, out var name) ? name : null)
            .ToList();

        // What is broken must be so for each object that the base can be.
        var findings = value.Alternatives
            .Select(alternative => alternative is ObjectValue known ? (Judge(known, type) ?? []).Where(finding => finding.Touches.Any(set.Contains)) : [])
            .Aggregate((all, next) => all.Where(finding => next.Any(other => other.Id == finding.Id && other.Rule == finding.Rule && other.Member == finding.Member)));
        if (value.Alternatives[0] is ObjectValue first)
            Report(context, first, with, findings.Where(finding => !(finding.IsMissing && Bases.IsOnlyBase(with))));
    }

    private static List<Finding>? Judge(ObjectValue value, TypeRules type)
    {
        List<Finding>? findings = null;
        foreach (var finding in MemberJudge.Judge(value, type))
            (findings ??= []).Add(finding);
        RuleJudge.Judge(value, type.Rules, ref findings);
        return findings;
    }

    private static void Report(OperationAnalysisContext context, ObjectValue value, IOperation judged, IEnumerable<Finding> findings)
    {
        foreach (var diagnostic in FindingReport.Of(findings, value, judged, context.Options, context.Compilation))
            context.ReportDiagnostic(diagnostic);
    }
}
