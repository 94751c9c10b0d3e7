using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Validation;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers;

/// <summary>
/// Validates requests where they are created. Generated types are complete at their creation, or at a <c>with</c>, so everything
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
            var rules = new RuleAttributeReader();
            start.RegisterOperationAction(context => ValidateCreation(context, rules, assemblies), OperationKind.ObjectCreation);
            start.RegisterOperationAction(context => ValidateWith(context, rules), OperationKind.With);
            if (!assemblies.PlatformProperties.IsEmpty)
                start.RegisterSemanticModelAction(context => PlatformCalls.Validate(context, assemblies.PlatformProperties, rules));
        });
    }

    private static void ValidateCreation(OperationAnalysisContext context, RuleAttributeReader rules, RuleAssemblies assemblies)
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
        if (Validate(value, type, touched: null) is { } violations)
            Report(context, value, creation, violations.Where(violation => !(violation.IsMissing && WithExpressionBases.IsOnlyBase(creation))));
    }

    private static void ValidateWith(OperationAnalysisContext context, RuleAttributeReader rules)
    {
        var with = (IWithOperation)context.Operation;
        if (WithExpressionBases.IsContinued(with))
            return;
        if (rules.Find(with.Type) is not { } type || new Evaluator(rules).Evaluate(with) is not { } value)
            return;

        // Those before this one in the chain are validated here.
        var set = WithExpressionBases.Chain(with).SelectMany(part => part.Initializer.Initializers).OfType<ISimpleAssignmentOperation>()
            .Select(assignment => assignment.Target is IPropertyReferenceOperation property && type.WireNames.TryGetValue(property.Property.Name, out var name) ? name : "")
            .ToList();

        // What is broken must be so for each object that the base can be.
        var violations = value.Alternatives
            .Select(alternative => alternative is ObjectValue known ? (Validate(known, type, set) ?? []).Where(violation => violation.Mentions.Any(set.Contains)) : [])
            .Aggregate((all, next) => all.Where(violation => next.Any(other => other.Id == violation.Id && other.Rule == violation.Rule && other.Member == violation.Member)));
        if (value.Alternatives[0] is ObjectValue first)
            Report(context, first, with, violations.Where(violation => !(violation.IsMissing && WithExpressionBases.IsOnlyBase(with))));
    }

    private static List<RequestViolation>? Validate(ObjectValue value, TypeRules type, List<string>? touched)
    {
        List<RequestViolation>? violations = null;
        foreach (var violation in MemberValidator.Validate(value, type))
            (violations ??= []).Add(violation);
        RuleValidator.Validate(value, type, type.Rules, touched, ref violations);
        return violations;
    }

    private static void Report(OperationAnalysisContext context, ObjectValue value, IOperation validated, IEnumerable<RequestViolation> violations)
    {
        foreach (var diagnostic in ViolationReport.Create(violations, value, validated, context.Options, context.Compilation))
            context.ReportDiagnostic(diagnostic);
    }
}
