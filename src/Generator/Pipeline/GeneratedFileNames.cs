using System.Text;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>Assigns each schema the stem of its generated file names: its own file name, with a number if it is taken.</summary>
internal sealed class GeneratedFileNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string path)
    {
        var stem = Stem(path);
        var unique = stem;
        for (var number = 2; !_taken.Add(unique); number++)
            unique = $"{stem}-{number}";
        return unique;
    }

    private static string Stem(string path)
    {
        var name = FilePath.NameOf(path);
        foreach (var ending in new[] { ".endpoint.yaml", ".endpoint.yml", ".yaml", ".yml" })
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name.Substring(0, name.Length - ending.Length);
                break;
            }
        }

        // The compiler restricts the characters in the name of a generated file.
        var stem = new StringBuilder(name.Length);
        foreach (var c in name)
            stem.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' ? c : '_');
        return stem.Length == 0 ? "schema" : stem.ToString();
    }
}
