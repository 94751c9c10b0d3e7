using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Analyzers.Diagnostics;

namespace PageMessagesGen.Analyzers.Usage;

/// <summary>
/// Reports a JSON context for types that are generated in the same project. With an empty <c>partial record Message;</c> in the
/// source, which removes the compiler errors, the context compiles and writes <c>{}</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonContextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.ContextOfGeneratedType];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var compilation = start.Compilation;
            if (compilation.GetTypeByMetadataName("PageMessagesGen.GraphApiOptions") is not null
                && compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializerContext") is { } context
                && compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializableAttribute") is { } attribute)
            {
                start.RegisterSymbolAction(type => Analyze(type, context, attribute), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol contextType, INamedTypeSymbol attributeType)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!SymbolEqualityComparer.Default.Equals(type.BaseType, contextType))
            return;
        foreach (var attribute in type.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType)
                && attribute.ConstructorArguments is { Length: 1 } arguments
                && arguments[0].Value is ITypeSymbol named
                && attribute.ApplicationSyntaxReference is { } written
                && GeneratedTypes.UnseenIn(named, context.Compilation.Assembly) is { } unseen)
            {
                var place = written.GetSyntax(context.CancellationToken).GetLocation();
                context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.ContextOfGeneratedType, place, unseen.Name, type.Name, Advice(unseen)));
            }
        }
    }

    private static string Advice(INamedTypeSymbol type) => GeneratedTypes.ContextBeside(type) is { } context
        ? $"add {context}.Default to the chain of resolvers instead"
        : "generate its JSON context, and add that to the chain of resolvers instead";
}
