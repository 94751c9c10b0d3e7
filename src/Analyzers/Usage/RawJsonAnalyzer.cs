using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Prefilters;

namespace PageMessagesGen.Analyzers.Usage;

/// <summary>Reports constant strings that are passed to <c>RawJson.Parse</c> and are not valid JSON.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawJsonAnalyzer : DiagnosticAnalyzer
{
    private const string Owner = "RawJson";

    private static readonly ImmutableArray<string> Words = [Owner];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.NoJson];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName($"PageMessagesGen.{Owner}") is { } owner)
                start.RegisterSemanticModelAction(file => Analyze(file, owner));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, INamedTypeSymbol owner)
    {
        foreach (var node in SourceTextFilter.NodesOf(context, Words))
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } && context.SemanticModel.GetOperation(node, context.CancellationToken) is IInvocationOperation call)
                Analyze(context, call, owner);
        }
    }

    private static void Analyze(SemanticModelAnalysisContext context, IInvocationOperation call, INamedTypeSymbol owner)
    {
        if (call.TargetMethod.Name != "Parse" || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, owner) || call.Arguments.Length != 1)
            return;
        var text = call.Arguments[0].Value;
        if (text.ConstantValue is { HasValue: true, Value: string json } && JsonReader.FindMistake(json) is { } position)
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.NoJson, Place(text.Syntax, json, position), Describe(json, position)));
    }

    // Gets the exact character if the source contains the string unescaped.
    private static Location Place(SyntaxNode text, string json, int position)
    {
        if (text is not LiteralExpressionSyntax literal || position == json.Length)
            return text.GetLocation();
        var start = literal.Token.Text.IndexOf(json, StringComparison.Ordinal);
        return start < 0 ? text.GetLocation() : Location.Create(text.SyntaxTree, new TextSpan(literal.SpanStart + start + position, 1));
    }

    private static string Describe(string json, int position) =>
        position == json.Length ? "the end" : $"'{json[position]}' (character {(position + 1).ToString(CultureInfo.InvariantCulture)})";
}
