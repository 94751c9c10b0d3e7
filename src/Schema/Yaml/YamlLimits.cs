namespace PageMessagesGen.Schema.Yaml;

/// <summary>What a schema file may cost at most. A file is read at each keystroke, and may come from a package.</summary>
internal static class YamlLimits
{
    public const int Characters = 4 * 1024 * 1024;

    public const int Depth = 64;

    public const int Nodes = 200_000;
}
