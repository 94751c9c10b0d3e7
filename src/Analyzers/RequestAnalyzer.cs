using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Judging;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers;

/// <summary>
/// Judges requests where they are made. Generated types are complete at their creation, or at a <c>with</c>, so everything
/// about a request is known at one place.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestAnalyzer : DiagnosticAnalyzer
{
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
            start.RegisterOperationAction(context => JudgeCreation(context, rules, assemblies), OperationKind.ObjectCreation);
            start.RegisterOperationAction(context => JudgeWith(context, rules), OperationKind.With);
            if (!assemblies.PlatformProperties.IsEmpty)
                start.RegisterSemanticModelAction(context => PlatformCalls.Judge(context, assemblies.PlatformProperties, rules));
        });
    }

    private static void JudgeCreation(OperationAnalysisContext context, RuleReader rules, RuleAssemblies assemblies)
    {
        var creation = (IObjectCreationOperation)context.Operation;

        // What a constructor makes of its arguments is the user's matter, and most objects are made so.
        if (creation.Initializer is null && !creation.Arguments.IsEmpty)
            return;

        // No generated type is generic, and most objects are of other assemblies.
        if (creation.Constructor?.ContainingType is { IsGenericType: true } || !assemblies.HaveRules(creation.Type?.ContainingAssembly))
            return;
        if (rules.Find(creation.Type) is not { } type || new Evaluator(rules).Evaluate(creation) is not ObjectValue value)
            return;
        if (Judge(value, type, touched: null) is { } findings)
            Report(context, value, creation, findings.Where(finding => !(finding.IsMissing && Bases.IsOnlyBase(creation))));
    }

    private static void JudgeWith(OperationAnalysisContext context, RuleReader rules)
    {
        var with = (IWithOperation)context.Operation;
        if (Bases.IsContinued(with))
            return;
        if (rules.Find(with.Type) is not { } type || new Evaluator(rules).Evaluate(with) is not { } value)
            return;

        // Those before this one in the chain are judged here.
        var set = Bases.Chain(with).SelectMany(part => part.Initializer.Initializers).OfType<ISimpleAssignmentOperation>()
            .Select(assignment => assignment.Target is IPropertyReferenceOperation property && type.WireNames.TryGetValue(property.Property.Name, out var name) ? name : "")
            .ToList();

        // What is broken must be so for each object that the base can be.
        var findings = value.Alternatives
            .Select(alternative => alternative is ObjectValue known ? (Judge(known, type, set) ?? []).Where(finding => finding.Touches.Any(set.Contains)) : [])
            .Aggregate((all, next) => all.Where(finding => next.Any(other => other.Id == finding.Id && other.Rule == finding.Rule && other.Member == finding.Member)));
        if (value.Alternatives[0] is ObjectValue first)
            Report(context, first, with, findings.Where(finding => !(finding.IsMissing && Bases.IsOnlyBase(with))));
    }

    private static List<Finding>? Judge(ObjectValue value, TypeRules type, List<string>? touched)
    {
        List<Finding>? findings = null;
        foreach (var finding in MemberJudge.Judge(value, type))
            (findings ??= []).Add(finding);
        RuleJudge.Judge(value, type.Rules, touched, ref findings);
        return findings;
    }

    private static void Report(OperationAnalysisContext context, ObjectValue value, IOperation judged, IEnumerable<Finding> findings)
    {
        foreach (var diagnostic in FindingReport.Of(findings, value, judged, context.Options, context.Compilation))
            context.ReportDiagnostic(diagnostic);
    }
}
