using System.Collections.Concurrent;
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

            // The compiler visits a request before the objects in it, so that each is evaluated once.
            var parts = new ConcurrentDictionary<IOperation, ObjectValue>();
            start.RegisterOperationAction(context => ValidateCreation(context, rules, assemblies, parts), OperationKind.ObjectCreation);
            start.RegisterOperationAction(context => ValidateWith(context, rules), OperationKind.With);
            if (!assemblies.PlatformProperties.IsEmpty)
                start.RegisterSemanticModelAction(context => PlatformCalls.Validate(context, assemblies.PlatformProperties, rules));
        });
    }

    private static void ValidateCreation(
        OperationAnalysisContext context, RuleAttributeReader rules, RuleAssemblies assemblies, ConcurrentDictionary<IOperation, ObjectValue> parts)
    {
        var creation = (IObjectCreationOperation)context.Operation;

        // What a constructor makes of its arguments is the user's matter, and most objects are made so.
        if (creation.Initializer is null && !creation.Arguments.IsEmpty)
            return;

        // No generated type is generic, and most objects are of other assemblies.
        if (creation.Constructor?.ContainingType is { IsGenericType: true } || !assemblies.HaveRules(creation.Type?.ContainingAssembly))
            return;
        if (rules.Find(creation.Type) is not { } type)
            return;
        if (!parts.TryRemove(creation, out var value))
            value = (ObjectValue)new Evaluator(rules, parts).Evaluate(creation)!;
        if (Validate(value, type, touched: null) is { } violations)
            Report(context, value, creation, violations.Where(violation => !(violation.IsMissing && WithExpressionBases.IsOnlyBase(creation))));
    }

    private static void ValidateWith(OperationAnalysisContext context, RuleAttributeReader rules)
    {
        var with = (IWithOperation)context.Operation;
        if (WithExpressionBases.IsContinued(with))
            return;
        if (rules.Find(with.Type) is not { } type || new Evaluator(rules).Evaluate(with) is not { } value || value.Alternatives[0] is not ObjectValue first)
            return;

        // Those before this one in the chain are validated here.
        var set = WithExpressionBases.Chain(with).SelectMany(part => part.Initializer.Initializers).OfType<ISimpleAssignmentOperation>()
            .Select(assignment => assignment.Target is IPropertyReferenceOperation property && type.WireNames.TryGetValue(property.Property.Name, out var name) ? name : "")
            .ToList();

        // A violation must occur whichever object the base is.
        if (Validate(first, type, set) is not { Count: > 0 } found)
            return;
        var violations = value.Alternatives.Skip(1)
            .Select(alternative => alternative is ObjectValue known ? Validate(known, type, set) ?? [] : [])
            .Aggregate(
                found.Where(violation => violation.Mentions.Any(set.Contains)),
                (all, next) => all.Where(violation => next.Exists(other => other.Id == violation.Id && other.Rule == violation.Rule && other.Member == violation.Member)));
        Report(context, first, with, violations.Where(violation => !(violation.IsMissing && WithExpressionBases.IsOnlyBase(with))));
    }

    private static List<RequestViolation>? Validate(ObjectValue value, TypeRules type, List<string>? touched)
    {
        List<RequestViolation>? violations = null;
        MemberValidator.Validate(value, type, ref violations);
        RuleValidator.Validate(value, type, type.Rules, touched, ref violations);
        return violations;
    }

    private static void Report(OperationAnalysisContext context, ObjectValue value, IOperation validated, IEnumerable<RequestViolation> violations)
    {
        foreach (var diagnostic in ViolationReport.Create(violations, value, validated, context.Options, context.Compilation))
            context.ReportDiagnostic(diagnostic);
    }
}
