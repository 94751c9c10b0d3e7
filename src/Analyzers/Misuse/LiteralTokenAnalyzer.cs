using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Diagnostics;

namespace PageMessagesGen.Analyzers.Misuse;

/// <summary>Reports access tokens that stand in the source. The token itself is never quoted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralTokenAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MisuseDescriptors.LiteralToken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("PageMessagesGen.GraphApiOptions") is not { } options)
                return;
            start.RegisterOperationAction(
                JudgeText, OperationKind.Literal, OperationKind.Binary, OperationKind.InterpolatedString, OperationKind.Utf8String);
            start.RegisterOperationAction(
                assignment => JudgeAssignment(assignment, options), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        });
    }

    private static void JudgeText(OperationAnalysisContext context)
    {
        if (TextOf(context.Operation) is { } text && TokenForm.HoldsMetaToken(text) && !IsPartOfText(context.Operation))
            Report(context, context.Operation);
    }

    private static void JudgeAssignment(OperationAnalysisContext context, INamedTypeSymbol options)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: "AccessToken" } property }
            || !SymbolEqualityComparer.Default.Equals(property.ContainingType, options))
        {
            return;
        }

        foreach (var value in ValuesOf(assignment.Value))
        {
            if (TextOf(value) is { } text && TokenForm.IsTokenInUse(text) && !IsReportedWhereItStands(value, text, context.Compilation))
                Report(context, value);
        }
    }

    // What one of several values is used, as in: configured ?? "…".
    private static IEnumerable<IOperation> ValuesOf(IOperation value) => value switch
    {
        IConversionOperation conversion => ValuesOf(conversion.Operand),
        ICoalesceOperation either => ValuesOf(either.Value).Concat(ValuesOf(either.WhenNull)),
        IConditionalOperation { WhenFalse: { } other } choice => ValuesOf(choice.WhenTrue).Concat(ValuesOf(other)),
        _ => [value],
    };

    private static string? TextOf(IOperation operation) =>
        operation is IUtf8StringOperation utf8 ? utf8.Value : operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    // The whole is reported, not each part of it.
    private static bool IsPartOfText(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IBinaryOperation or IInterpolatedStringOperation && TextOf(parent) is { } whole && TokenForm.HoldsMetaToken(whole))
                return true;
            if (parent is not (IBinaryOperation or IInterpolatedStringContentOperation or IInterpolatedStringOperation or IConversionOperation or IParenthesizedOperation))
                return false;
        }

        return false;
    }

    // A constant of this project is reported as text where it is declared.
    private static bool IsReportedWhereItStands(IOperation value, string text, Compilation compilation)
    {
        if (!TokenForm.HoldsMetaToken(text))
            return false;
        return value is not IFieldReferenceOperation reference
            || SymbolEqualityComparer.Default.Equals(reference.Field.ContainingAssembly, compilation.Assembly);
    }

    private static void Report(OperationAnalysisContext context, IOperation operation) =>
        context.ReportDiagnostic(Diagnostic.Create(MisuseDescriptors.LiteralToken, operation.Syntax.GetLocation()));
}
