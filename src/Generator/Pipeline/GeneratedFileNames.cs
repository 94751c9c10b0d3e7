using System.Collections.Immutable;
using System.Text;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>Gives each schema the stem of its generated files: its own file name, and a number where two would be alike.</summary>
internal static class GeneratedFileNames
{
    public static EquatableArray<GeneratedFileName> Allocate(ImmutableArray<string> paths)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<GeneratedFileName>();

        // In the order of the paths, which does not depend on the order in which the build lists the files.
        foreach (var path in paths.Distinct().OrderBy(p => p, StringComparer.Ordinal))
        {
            var stem = Stem(path);
            var unique = stem;
            for (var number = 2; !taken.Add(unique); number++)
                unique = $"{stem}-{number}";
            names.Add(new GeneratedFileName(path, unique));
        }

        return names.ToEquatableArray();
    }

    private static string Stem(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        foreach (var ending in new[] { ".endpoint.yaml", ".endpoint.yml", ".yaml", ".yml" })
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name.Substring(0, name.Length - ending.Length);
                break;
            }
        }

        // The compiler accepts few characters in the name of a generated file.
        var stem = new StringBuilder(name.Length);
        foreach (var c in name)
            stem.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' ? c : '_');
        return stem.Length == 0 ? "schema" : stem.ToString();
    }
}

/// <summary>The stem of the files generated from the schema at a path.</summary>
internal sealed record GeneratedFileName(string Path, string Stem);
