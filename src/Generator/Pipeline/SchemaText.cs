using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>A schema file as the compiler hands it over.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Content">Its text.</param>
/// <param name="Settings">What the project wants of it.</param>
/// <param name="SettingFault">The setting that is not understood, if any.</param>
internal sealed record SchemaText(string Path, string Content, GenerationSettings Settings, SettingFault? SettingFault)
{
    // The package's targets mark the files that are schemas; a name alone would claim other people's files.
    private const string Mark = "EndpointSchema";

    // A long text makes a new string whenever it is asked for one; what was found out about a text is kept by its string.
    private static readonly ConditionalWeakTable<SourceText, string> Contents = new();

    /// <summary>Reads a schema; null if the file is none, or does not exist, of which the compiler itself tells.</summary>
    public static SchemaText? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        var options = provider.GetOptions(file);
        if (!Metadata(options, Mark).Equals("true", StringComparison.OrdinalIgnoreCase) || file.GetText(cancellation) is not { } content)
            return null;
        SettingFault? fault = null;
        var @namespace = Metadata(options, "EndpointNamespace");
        if (!Identifiers.IsNamespace(@namespace))
            (fault, @namespace) = (new SettingFault("the metadata Namespace of an EndpointSchema item", @namespace, "a C# namespace"), "");
        var settings = new GenerationSettings(
            @namespace.Length == 0 ? null : @namespace,
            Choose("EndpointVisibility", "Visibility", "public", "internal") == "internal",
            Choose("EndpointClient", "Client", "true", "false") == "true",
            Choose("EndpointJsonContext", "JsonContext", "true", "false") == "true",
            Day("EndpointAsOf", "AsOf"));
        return new SchemaText(file.Path, Contents.GetValue(content, static text => text.ToString()), settings, fault);

        string Choose(string metadata, string setting, string first, string second)
        {
            var value = Metadata(options, metadata);
            if (value.Equals(second, StringComparison.OrdinalIgnoreCase))
                return second;
            if (value.Length > 0 && !value.Equals(first, StringComparison.OrdinalIgnoreCase))
                fault = new SettingFault(Describe(setting), value, $"{first} or {second}");
            return first;
        }

        SchemaDate? Day(string metadata, string setting)
        {
            var value = Metadata(options, metadata);
            var day = SchemaDate.Parse(value);
            if (day is null && value.Length > 0)
                fault = new SettingFault(Describe(setting), value, "a day such as 2026-11-22");
            return day;
        }
    }

    // An item that does not say it has what the project says for all of them; which of the two it was is not known here.
    private static string Describe(string setting) => $"the metadata {setting} of an EndpointSchema item, or of the property PageMessages{setting}";

    private static string Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue($"build_metadata.AdditionalFiles.{name}", out var value) ? value.Trim() : "";
}

/// <summary>A setting of the project that is not understood.</summary>
/// <param name="Name">Where it is set.</param>
/// <param name="Value">What it says.</param>
/// <param name="Expected">What it could say.</param>
internal sealed record SettingFault(string Name, string Value, string Expected);
