namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, by which tests ask what an edit made the generator do again.</summary>
public static class TrackingNames
{
    /// <summary>A schema's path and text.</summary>
    public const string Text = "SchemaText";

    /// <summary>A schema, read and checked.</summary>
    public const string Schema = "Schema";

    /// <summary>The model of a schema's code, and its place beside the others.</summary>
    public const string Service = "Service";

    /// <summary>All of them, in the order of the pipeline.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, Schema, Service];
}
