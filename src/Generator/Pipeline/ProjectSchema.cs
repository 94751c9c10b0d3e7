using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Files;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>A schema of the project: the files that are read as one, and the settings of the file that stands for them.</summary>
/// <param name="Group">The files.</param>
/// <param name="Settings">The settings of the project for the schema.</param>
/// <param name="SettingFault">The invalid setting, if any.</param>
internal sealed record ProjectSchema(SchemaGroup Group, GenerationSettings Settings, SettingFault? SettingFault)
{
    /// <summary>Groups the files of a project. There is one result for each file, in the same order.</summary>
    public static ImmutableArray<ProjectSchema> GroupAll(ImmutableArray<SchemaText> texts) =>
        [.. SchemaGrouping.GroupAll([.. texts.Select(t => t.File)]).Zip(texts, (group, text) => new ProjectSchema(group, text.Settings, text.SettingFault))];

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
