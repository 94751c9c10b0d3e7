using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Prefilters;

namespace PageMessagesGen.Analyzers.Usage;

/// <summary>Reports access tokens in source code. The token itself is never quoted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralTokenAnalyzer : DiagnosticAnalyzer
{
    private const string TokenProperty = "AccessToken";

    // A file without these words contains no token, unless the token is split to hide it.
    private static readonly ImmutableArray<string> Words = [TokenProperty, .. AccessTokenHeuristics.Beginnings];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.LiteralToken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("PageMessagesGen.GraphApiOptions") is not { } options)
                return;
            start.RegisterSemanticModelAction(file => Analyze(file, options));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, INamedTypeSymbol options)
    {
        var model = context.SemanticModel;
        var joined = default(TextSpan);
        foreach (var node in SourceTextFilter.NodesOf(context, Words))
        {
            switch (node)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
                    // Each sum within a long sum is also a constant. Only the outermost is checked.
                    if (!joined.Contains(node.Span) && model.GetOperation(node, context.CancellationToken) is { } sum && TextOf(sum) is not null)
                    {
                        joined = node.Span;
                        AnalyzeText(context, sum);
                    }

                    break;
                case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax:
                    if (model.GetOperation(node, context.CancellationToken) is { } text)
                        AnalyzeText(context, text);
                    break;
                case InterpolatedStringTextSyntax:
                    if (model.GetOperation(node, context.CancellationToken) is IInterpolatedStringTextOperation part)
                        AnalyzeText(context, part.Text);
                    break;
                case AssignmentExpressionSyntax:
                    if (model.GetOperation(node, context.CancellationToken) is IAssignmentOperation assignment)
                        AnalyzeAssignment(context, assignment, options);
                    break;
                default:
                    break;
            }
        }
    }

    private static void AnalyzeText(SemanticModelAnalysisContext context, IOperation operation)
    {
        if (TextOf(operation) is { } text && AccessTokenHeuristics.HoldsMetaToken(text) && !IsPartOfText(operation))
            Report(context, operation);
    }

    private static void AnalyzeAssignment(SemanticModelAnalysisContext context, IAssignmentOperation assignment, INamedTypeSymbol options)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: TokenProperty } property }
            || !SymbolEqualityComparer.Default.Equals(property.ContainingType, options))
        {
            return;
        }

        foreach (var value in ValuesOf(assignment.Value))
        {
            if (TextOf(value) is { } text && AccessTokenHeuristics.IsTokenInUse(text) && !IsReportedWhereItStands(value, text, context.SemanticModel.Compilation))
                Report(context, value);
        }
    }

    // Gets the operands of which one is used, as in: configured ?? "…".
    private static IEnumerable<IOperation> ValuesOf(IOperation value) => value switch
    {
        IConversionOperation conversion => ValuesOf(conversion.Operand),
        ICoalesceOperation either => ValuesOf(either.Value).Concat(ValuesOf(either.WhenNull)),
        IConditionalOperation { WhenFalse: { } other } choice => ValuesOf(choice.WhenTrue).Concat(ValuesOf(other)),
        _ => [value],
    };

    private static string? TextOf(IOperation operation) =>
        operation is IUtf8StringOperation utf8 ? utf8.Value : operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    // The whole constant is reported, not each part of it.
    private static bool IsPartOfText(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IBinaryOperation or IInterpolatedStringOperation)
            {
                // If this is not a constant, an expression that contains it is not a constant either.
                if (TextOf(parent) is not { } whole)
                    return false;
                if (AccessTokenHeuristics.HoldsMetaToken(whole))
                    return true;
            }
            else if (parent is not (IInterpolatedStringContentOperation or IConversionOperation or IParenthesizedOperation))
            {
                return false;
            }
        }

        return false;
    }

    // A constant of this project is reported at its declaration.
    private static bool IsReportedWhereItStands(IOperation value, string text, Compilation compilation)
    {
        if (!AccessTokenHeuristics.HoldsMetaToken(text))
            return false;
        return value is not IFieldReferenceOperation reference
            || SymbolEqualityComparer.Default.Equals(reference.Field.ContainingAssembly, compilation.Assembly);
    }

    private static void Report(SemanticModelAnalysisContext context, IOperation operation) =>
        context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.LiteralToken, operation.Syntax.GetLocation()));
}
