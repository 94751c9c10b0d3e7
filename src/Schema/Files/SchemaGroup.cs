using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Schema.Files;

/// <summary>The files that are read as one schema.</summary>
/// <param name="Path">The path of the file that stands for them.</param>
/// <param name="Files">
/// The file, and those that extend it, in the order in which they apply. There are none if the file extends another one, or cannot.
/// </param>
/// <param name="Uses">The schemas whose types are used.</param>
/// <param name="Faults">What is wrong with the names of other files.</param>
internal sealed record SchemaGroup(string Path, EquatableArray<SchemaFile> Files, EquatableArray<SchemaGroup> Uses, EquatableArray<SchemaDiagnostic> Faults)
{
    /// <summary>Gets a value that indicates whether other schemas use the types of this one.</summary>
    public bool IsUsed { get; init; }

    /// <summary>Gets a value that indicates whether the file belongs to the group of another one.</summary>
    public bool IsPartOfAnother => Files.Count == 0 && Faults.Count == 0;

    /// <summary>Gets a value that indicates whether a used file is not known, so that an unknown type may be one of its types.</summary>
    public bool LacksFile => Faults.Count > 0;

    /// <summary>Gets the path of the file that others extend; null if no file does.</summary>
    public string? ExtendedPath => Files.Count > 1 ? Path : null;
}
