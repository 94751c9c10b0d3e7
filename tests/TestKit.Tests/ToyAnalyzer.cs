using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PageMessagesGen.TestKit.Tests;

#pragma warning disable RS2008, RS1001 // A toy has no releases to track its rules in, and no compiler finds it.

/// <summary>Reports classes whose name begins with a small letter, unless an <c>.editorconfig</c> allows it.</summary>
/// <param name="throws">Whether it throws instead.</param>
internal sealed class ToyAnalyzer(bool throws) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor LowerCase = new(
        "TOY002", "Lower case", "'{0}' begins with a small letter", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public ToyAnalyzer()
        : this(false)
    {
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [LowerCase];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Judge, SyntaxKind.ClassDeclaration);
    }

    private void Judge(SyntaxNodeAnalysisContext context)
    {
        if (throws)
            throw new InvalidOperationException("The toy is broken.");
        var name = ((ClassDeclarationSyntax)context.Node).Identifier;
        if (char.IsLower(name.ValueText[0])
            && !(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree).TryGetValue("toy.lower_case", out var allowed) && allowed == "true"))
        {
            context.ReportDiagnostic(Diagnostic.Create(LowerCase, name.GetLocation(), name.ValueText));
        }
    }
}

/// <summary>Gives classes a capital letter; the name 'stuck' is left alone, and 'worse' is made an error of the compiler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ToyFix)), Shared]
internal sealed class ToyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TOY002"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        var name = root.FindToken(context.Span.Start);
        if (name.ValueText == "stuck")
            return;
        var capital = name.ValueText == "worse" ? "Missing; Base" : char.ToUpperInvariant(name.ValueText[0]) + name.ValueText[1..];
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Call it {capital}",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceToken(name, SyntaxFactory.Identifier(name.LeadingTrivia, capital, name.TrailingTrivia)))),
                "capital"),
            context.Diagnostics);
    }
}
