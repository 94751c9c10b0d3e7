using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator.Emit;
using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>Adds the source of a service to the compilation, or reports why it cannot.</summary>
internal static class ServiceOutput
{
    public static void Add(SourceProductionContext output, ServiceOutputModel placed)
    {
        placed.Clash?.Report(output.ReportDiagnostic);
        if (placed.Service is not { } service)
            return;
        using var culture = InvariantCulture.Enter();
        try
        {
            foreach (var file in ServiceEmitter.Emit(service))
                output.AddSource($"{placed.FileStem}.{file.Name}.g.cs", file.Source);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Descriptors.For(SchemaDiagnosticDescriptors.InternalError), Location.None, exception.ToString().Replace("\r", "").Replace("\n", " ")));
        }
    }
}
