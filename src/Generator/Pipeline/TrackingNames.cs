namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The names of the steps of the pipeline, which tests use to find the steps that run again after an edit.</summary>
public static class TrackingNames
{
    /// <summary>The path and the content of a schema.</summary>
    public const string Text = "SchemaText";

    /// <summary>The files that are read as one schema.</summary>
    public const string Group = "SchemaGroup";

    /// <summary>A parsed and validated schema.</summary>
    public const string Schema = "Schema";

    /// <summary>The model of the code of a schema, with unique names.</summary>
    public const string Service = "Service";

    /// <summary>Gets all names, in the order of the pipeline.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, Group, Schema, Service];
}
