using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Files;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Reading;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>A schema file from the compiler.</summary>
/// <param name="File">The file.</param>
/// <param name="Settings">The settings of the project for the schema.</param>
/// <param name="SettingFault">The invalid setting, if any.</param>
internal sealed record SchemaText(SchemaFile File, GenerationSettings Settings, SettingFault? SettingFault)
{
    // The targets of the package mark the files that are schemas. A file name alone could match unrelated files.
    private const string Mark = "EndpointSchema";

    // A large SourceText returns a new string on each call, and parse results are cached by string.
    private static readonly ConditionalWeakTable<SourceText, string> Contents = new();

    /// <summary>Reads a schema; null if the file is not a schema, or does not exist, which the compiler reports.</summary>
    public static SchemaText? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        var options = provider.GetOptions(file);
        if (!Metadata(options, Mark).Equals("true", StringComparison.OrdinalIgnoreCase) || file.GetText(cancellation) is not { } content)
            return null;
        SettingFault? fault = null;
        var @namespace = Metadata(options, "EndpointNamespace");
        if (!Identifiers.IsNamespace(@namespace))
            (fault, @namespace) = (new SettingFault("the metadata Namespace of an EndpointSchema item", @namespace, "a C# namespace"), "");
        else if (ScalarChecks.IsUsedNamespace(@namespace))
            (fault, @namespace) = (new SettingFault("the metadata Namespace of an EndpointSchema item", @namespace, "a namespace other than System and PageMessagesGen"), "");
        var settings = new GenerationSettings(
            @namespace.Length == 0 ? null : @namespace,
            Choose("EndpointVisibility", "Visibility", "public", "internal") == "internal",
            Choose("EndpointClient", "Client", "true", "false") == "true",
            Choose("EndpointJsonContext", "JsonContext", "true", "false") == "true",
            Choose("EndpointRegistration", "Registration", "false", "true") == "true",
            Choose("EndpointWebhookEndpoints", "WebhookEndpoints", "false", "true") == "true",
            Day("EndpointAsOf", "AsOf"));
        return new SchemaText(new SchemaFile(file.Path, Contents.GetValue(content, static text => text.ToString())), settings, fault);

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

    // An item without the metadata has the value of the project's property. Which of the two was set is not known here.
    private static string Describe(string setting) => $"the metadata {setting} of an EndpointSchema item, or of the property PageMessages{setting}";

    private static string Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue($"build_metadata.AdditionalFiles.{name}", out var value) ? value.Trim() : "";
}

/// <summary>An invalid setting of the project.</summary>
/// <param name="Name">The name of the setting.</param>
/// <param name="Value">The value of the setting.</param>
/// <param name="Expected">The valid values.</param>
internal sealed record SettingFault(string Name, string Value, string Expected)
{
    /// <summary>Finds a setting of a schema that conflicts with the settings of the schemas whose types it uses.</summary>
    public static SettingFault? Between(GenerationSettings settings, IEnumerable<UsedSettings> uses)
    {
        foreach (var used in uses)
        {
            var expected = $"{{0}}, as for {FilePath.NameOf(used.Path)}, whose types this schema uses";
            if (used.Settings.IsInternal && !settings.IsInternal)
                return new SettingFault("the metadata Visibility of this schema", "public", string.Format(CultureInfo.InvariantCulture, expected, "internal"));
            if (!used.Settings.HasJsonContext && settings.HasJsonContext)
                return new SettingFault("the metadata JsonContext of this schema", "true", string.Format(CultureInfo.InvariantCulture, expected, "false"));
        }

        return null;
    }
}
