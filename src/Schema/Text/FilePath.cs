namespace PageMessagesGen.Schema.Text;

/// <summary>The parts of a path, which can be one of another operating system.</summary>
internal static class FilePath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Gets the name of the file.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(Separators) + 1);

    /// <summary>Gets the folder of the file.</summary>
    public static string FolderOf(string path)
    {
        var end = path.LastIndexOfAny(Separators);
        return end < 0 ? "." : end == 0 ? "/" : path.Substring(0, end);
    }

    /// <summary>Gets the folders and the name of the file.</summary>
    public static string[] Split(string path) => path.Split(Separators);

    /// <summary>Determines whether a string names a folder as well.</summary>
    public static bool HasFolder(string path) => path.IndexOfAny(Separators) >= 0;
}
