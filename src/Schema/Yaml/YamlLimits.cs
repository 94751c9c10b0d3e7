namespace PageMessagesGen.Schema.Yaml;

/// <summary>The limits of a schema file. A file is read on each keystroke, and can come from a package.</summary>
internal static class YamlLimits
{
    public const int Characters = 4 * 1024 * 1024;

    public const int Depth = 64;

    public const int Nodes = 200_000;
}
