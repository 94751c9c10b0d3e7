using System.Runtime.CompilerServices;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The result of parsing a schema: its diagnostics, and the model of the code for its valid parts.</summary>
/// <param name="Findings">The diagnostics.</param>
/// <param name="Service">The model; null if there is nothing to generate.</param>
/// <param name="IsPartOfAnother">Whether the file is read as a part of another schema, which has the model.</param>
internal sealed record ParsedSchema(SchemaDiagnosticList Findings, ServiceModel? Service, bool IsPartOfAnother = false)
{
    // The generator and the analyzer receive the same strings. Each is parsed once, and again if its settings or other files change.
    private static readonly ConditionalWeakTable<string, Memory> Memories = new();

    public string Path => Findings.Path;

    /// <summary>Gets an order of schemas. It depends on their folders only between two that generate the same names.</summary>
    public static IComparer<ParsedSchema> ByContent { get; } = Comparer<ParsedSchema>.Create(static (one, other) =>
    {
        if (one.Service is null || other.Service is null)
            return one.Service is null ? other.Service is null ? ComparePaths(one, other) : 1 : -1;
        var order = string.CompareOrdinal(one.Service.Namespace, other.Service.Namespace);
        if (order == 0)
            order = string.CompareOrdinal(one.Service.Name, other.Service.Name);
        return order == 0 ? ComparePaths(one, other) : order;
    });

    public static ParsedSchema Parse(ProjectSchema input)
    {
        if (input.Group.Files.Count == 0)
            return Read(input);
        var memory = Memories.GetOrCreateValue(input.Group.Files[0].Text);
        if (memory.Last is not { } last || last.Input != input)
            memory.Last = last = new Parsing(input, Read(input));
        return last.Schema;
    }

    private static int ComparePaths(ParsedSchema one, ParsedSchema other)
    {
        var order = string.CompareOrdinal(FilePath.NameOf(one.Path), FilePath.NameOf(other.Path));
        return order == 0 ? string.CompareOrdinal(one.Path, other.Path) : order;
    }

    private static ParsedSchema Read(ProjectSchema input)
    {
        var group = input.Group;
        var diagnostics = new DiagnosticBag();
        using var culture = InvariantCulture.Enter();
        try
        {
            if (input.SettingFault is { } fault)
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidSetting, TextRange.FileStart, fault.Value, fault.Name, fault.Expected);
            var schema = SchemaReader.Read(group);
            var service = schema.Document is { } document ? ServiceModelBuilder.Build(document, input.Settings, input.Uses, group.IsUsed, diagnostics) : null;
            return new ParsedSchema(new SchemaDiagnosticList(group.Path, schema.Diagnostics.Concat(diagnostics.ToList()).ToEquatableArray()), service, group.IsPartOfAnother);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would report an exception only as a warning, and would omit all generated code.
            diagnostics.Add(SchemaDiagnosticDescriptors.InternalError, TextRange.FileStart, exception.ToString().Replace("\r", "").Replace("\n", " "));
            return new ParsedSchema(new SchemaDiagnosticList(group.Path, diagnostics.ToList()), null);
        }
    }

    private sealed class Memory
    {
        public volatile Parsing? Last;
    }

    private sealed record Parsing(ProjectSchema Input, ParsedSchema Schema);
}
