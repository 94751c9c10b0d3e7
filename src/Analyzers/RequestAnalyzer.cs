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
        context.RegisterCompilationStartAction(static start =>
        {
            // Without the runtime library there are no rules, and nothing to do.
            if (start.Compilation.GetTypesByMetadataName("PageMessagesGen.Rules.RuleAttribute").IsEmpty)
                return;
            var rules = new RuleReader();
            start.RegisterOperationAction(context => JudgeCreation(context, rules), OperationKind.ObjectCreation);
            start.RegisterOperationAction(context => JudgeWith(context, rules), OperationKind.With);
            start.RegisterOperationAction(context => JudgeCall(context, rules), OperationKind.Invocation);
        });
    }

    private static void JudgeCreation(OperationAnalysisContext context, RuleReader rules)
    {
        if (rules.Find(context.Operation.Type) is not { } type || new Evaluator(rules).Evaluate(context.Operation) is not ObjectValue value)
            return;
        var creation = (IObjectCreationOperation)context.Operation;
        if (Judge(value, type) is { } findings)
            Report(context, value, creation, findings.Where(finding => !(finding.IsMissing && Bases.IsOnlyBase(creation))));
    }

    private static void JudgeWith(OperationAnalysisContext context, RuleReader rules)
    {
        var with = (IWithOperation)context.Operation;
        if (rules.Find(with.Type) is not { } type || new Evaluator(rules).Evaluate(with) is not { } value)
            return;
        var set = with.Initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .Select(assignment => assignment.Target is IPropertyReferenceOperation property && type.WireNames.TryGetValue(property.Property.Name, out var name) ? name : null)
            .ToList();

        // What is broken must be so for each object that the base can be.
        var findings = value.Alternatives
            .Select(alternative => alternative is ObjectValue known ? (Judge(known, type) ?? []).Where(finding => finding.Touches.Any(set.Contains)) : [])
            .Aggregate((all, next) => all.Where(finding => next.Any(other => other.Id == finding.Id && other.Rule == finding.Rule && other.Member == finding.Member)));
        if (value.Alternatives[0] is ObjectValue first)
            Report(context, first, with, findings);
    }

    private static List<Finding>? Judge(ObjectValue value, TypeRules type)
    {
        List<Finding>? findings = null;
        foreach (var finding in MemberJudge.Judge(value, type))
            (findings ??= []).Add(finding);
        RuleJudge.Judge(value, type, type.Rules, ref findings);
        return findings;
    }

    // What holds on one platform only is judged where a request is handed to a client of that platform.
    private static void JudgeCall(OperationAnalysisContext context, RuleReader rules)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is not { } instance || !IsClient(call.TargetMethod.ContainingType) || !TakesRequest(call, rules) || Receivers.PlatformOf(instance) is not { } platform)
            return;
        foreach (var argument in call.Arguments)
        {
            if (rules.Find(argument.Value.Type) is not null && new Evaluator(rules).Evaluate(argument.Value) is ObjectValue value)
                JudgePlatform(context, value, argument, platform, rules);
        }
    }

    // Asked of every call in the project, and so before anything that takes time. Generated clients are called so.
    private static bool IsClient(INamedTypeSymbol type) => type.Name.EndsWith("Client", StringComparison.Ordinal);

    private static bool TakesRequest(IInvocationOperation call, RuleReader rules)
    {
        foreach (var argument in call.Arguments)
        {
            if (rules.Find(argument.Value.Type) is not null)
                return true;
        }

        return false;
    }

    private static void JudgePlatform(OperationAnalysisContext context, ObjectValue value, IArgumentOperation argument, string platform, RuleReader rules)
    {
        if (rules.Find(value.Type) is not { } type)
            return;
        List<Finding>? findings = [.. MemberJudge.JudgePlatform(value, type, platform)];
        RuleJudge.Judge(value, type, [.. type.PlatformRules.Where(rule => rule.Platforms.Contains(platform))], ref findings);
        Report(context, value, argument, findings!);
        foreach (var inner in value.Members.Values.SelectMany(member => member.Value is ListValue list ? list.Elements : [member.Value]).OfType<ObjectValue>())
            JudgePlatform(context, inner, argument, platform, rules);
    }

    private static void Report(OperationAnalysisContext context, ObjectValue value, IOperation judged, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var location = Places.Of(value, finding.Trigger, judged);
            var severity = RuleTuning.Find(
                context.Options.AnalyzerConfigOptionsProvider, location.SourceTree!, finding.Id, finding.Rule, finding.Severity, context.Compilation, out var isTuned);
            if (severity is not { } effective)
                continue;
            var properties = ImmutableDictionary<string, string?>.Empty.Add("rule", finding.Rule).Add("member", finding.Member);
            if (finding.Values.Length > 0)
                properties = properties.Add("values", finding.Values);
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.For(finding.Id, isTuned), location, effective, null, properties, Sentences(finding), finding.Rule));
        }
    }

    private static string Sentences(Finding finding) => finding.Because.Length == 0 ? $"{finding.Demand}." : $"{finding.Demand}. {finding.Because}";
}
