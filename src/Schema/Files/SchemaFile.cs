using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Files;

/// <summary>A schema file. Other files refer to it by its name.</summary>
/// <param name="Path">The path of the file; empty for a text that is no file.</param>
/// <param name="Text">The content of the file.</param>
internal sealed record SchemaFile(string Path, string Text)
{
    /// <summary>Gets the name of the file.</summary>
    public string Name => FilePath.NameOf(Path);
}
