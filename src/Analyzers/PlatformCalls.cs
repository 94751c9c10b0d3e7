using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Prefilters;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Validation;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers;

/// <summary>Validates requests against the rules of a platform, where they are passed to a client of that platform.</summary>
internal static class PlatformCalls
{
    /// <summary>Validates the calls in a file, if it mentions a platform.</summary>
    /// <param name="context">The file.</param>
    /// <param name="properties">The properties that say to which platform a client sends.</param>
    /// <param name="rules">Reads the rules.</param>
    public static void Validate(SemanticModelAnalysisContext context, ImmutableArray<string> properties, RuleAttributeReader rules)
    {
        foreach (var node in SourceTextFilter.NodesOf(context, properties))
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } && context.SemanticModel.GetOperation(node, context.CancellationToken) is IInvocationOperation call)
                ValidateCall(context, call, rules);
        }
    }

    private static void ValidateCall(SemanticModelAnalysisContext context, IInvocationOperation call, RuleAttributeReader rules)
    {
        if (call.Instance is not { } instance || !call.Arguments.Any(argument => rules.Find(argument.Value.Type) is not null) || PlatformReceivers.PlatformOf(instance) is not { } platform)
            return;
        foreach (var argument in call.Arguments)
        {
            if (rules.Find(argument.Value.Type) is not null && new Evaluator(rules).Evaluate(argument.Value) is ObjectValue value)
                Validate(context, value, argument, platform, rules);
        }
    }

    private static void Validate(SemanticModelAnalysisContext context, ObjectValue value, IArgumentOperation argument, string platform, RuleAttributeReader rules)
    {
        if (rules.Find(value.Type) is not { } type)
            return;
        List<RequestViolation>? violations = [.. MemberValidator.ValidatePlatform(value, type, platform)];
        RuleValidator.Validate(value, type, [.. type.PlatformRules.Where(rule => rule.Rule.AppliesOn(platform))], touched: null, ref violations);
        foreach (var diagnostic in ViolationReport.Create(violations!, value, argument, context.Options, context.SemanticModel.Compilation))
            context.ReportDiagnostic(diagnostic);
        foreach (var inner in value.Members.Values.SelectMany(member => member.Value is ListValue list ? list.Elements : [member.Value]).OfType<ObjectValue>())
            Validate(context, inner, argument, platform, rules);
    }
}
