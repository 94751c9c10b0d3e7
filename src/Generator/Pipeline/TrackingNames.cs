namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, by which tests ask what an edit made the generator do again.</summary>
public static class TrackingNames
{
    /// <summary>A schema's path and text.</summary>
    public const string Text = "SchemaText";

    /// <summary>The stem of each schema's generated files.</summary>
    public const string FileNames = "FileNames";

    /// <summary>A schema, read and checked.</summary>
    public const string Schema = "Schema";

    /// <summary>What is wrong with a schema.</summary>
    public const string Findings = "Findings";

    /// <summary>The schemas whose names another one has taken.</summary>
    public const string Clashes = "Clashes";

    /// <summary>The model of a schema's code.</summary>
    public const string Service = "Service";

    /// <summary>All of them, in the order of the pipeline.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, FileNames, Schema, Findings, Clashes, Service];
}
