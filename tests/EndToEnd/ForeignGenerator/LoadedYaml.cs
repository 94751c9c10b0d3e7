using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ForeignGenerator;

/// <summary>Reports which YamlDotNet each assembly in the compiler is bound to. Generators have all run by then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoadedYaml : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Bound = new(
        "FOREIGN1", "Loaded YAML library", "{0} uses YamlDotNet {1} in {2}", "Test", DiagnosticSeverity.Warning,
        isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Bound];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Report);
    }

    private static void Report(CompilationAnalysisContext context)
    {
        var compiler = Assembly.GetEntryAssembly()!.GetName().Name;
        foreach (var user in AppDomain.CurrentDomain.GetAssemblies())
        {
            var yaml = user.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == "YamlDotNet");
            if (yaml is null || AssemblyLoadContext.GetLoadContext(user) is not { } loader)
                continue;

            var loaded = loader.LoadFromAssemblyName(yaml).GetName().Version;
            context.ReportDiagnostic(Diagnostic.Create(Bound, Location.None, user.GetName().Name, loaded, compiler));
        }
    }
}
