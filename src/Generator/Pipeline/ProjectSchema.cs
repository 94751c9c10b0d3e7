using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Files;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>A schema of the project: the files that are read as one, and the settings of the file that stands for them.</summary>
/// <param name="Group">The files.</param>
/// <param name="Settings">The settings of the project for the schema.</param>
/// <param name="Uses">The settings of the schemas whose types are used.</param>
/// <param name="SettingFault">The invalid setting, if any.</param>
internal sealed record ProjectSchema(SchemaGroup Group, GenerationSettings Settings, EquatableArray<UsedSettings> Uses, SettingFault? SettingFault)
{
    /// <summary>Groups the files of a project. There is one result for each file, in the same order, even if the project has it twice.</summary>
    public static ImmutableArray<ProjectSchema> GroupAll(ImmutableArray<SchemaText> all)
    {
        // A project can also name a schema as an additional file, for another tool.
        var texts = all.GroupBy(t => t.File.Path, StringComparer.Ordinal).Select(same => same.First()).ToImmutableArray();
        var groups = SchemaGrouping.GroupAll([.. texts.Select(t => t.File)]);
        return [.. groups.Zip(texts, (group, text) =>
        {
            var uses = group.Uses.Select(used => new UsedSettings(used.Path, texts.First(t => t.File.Path == used.Path).Settings)).ToEquatableArray();
            return new ProjectSchema(group, text.Settings, uses, text.SettingFault ?? SettingFault.Between(text.Settings, uses));
        })];
    }

    /// <summary>Gets the schemas of a project that a file belongs to; none if it is no schema.</summary>
    public static IEnumerable<ProjectSchema> Of(AdditionalText file, AnalyzerOptions project, CancellationToken cancellation)
    {
        var provider = project.AnalyzerConfigOptionsProvider;
        return SchemaText.Read(file, provider, cancellation) is null
            ? []
            : GroupAll([.. project.AdditionalFiles.Select(f => SchemaText.Read(f, provider, cancellation)).OfType<SchemaText>()])
                .Where(schema => schema.Group.Path == file.Path || schema.Group.Files.Any(f => f.Path == file.Path));
    }
}
