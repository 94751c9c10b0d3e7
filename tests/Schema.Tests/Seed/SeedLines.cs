namespace PageMessagesGen.Schema.Tests.Seed;

/// <summary>Turns the reference page's indented texts into one line per fact, the form in which page and schema are compared.</summary>
internal static class SeedLines
{
    /// <summary>Parameters, as <c>message.quick_replies[].title: string; emoji</c>.</summary>
    public static IReadOnlyList<string> OfParameters(string tree)
    {
        var lines = new List<string>();
        var parents = new List<string>();
        foreach (var line in tree.Split('\n'))
        {
            var depth = DepthOf(line);
            var name = line.Trim().Split(':')[0];
            var words = line.Trim()[(name.Length + 1)..].Split(';');
            var type = words[0].Trim();
            var path = string.Concat(parents.Take(depth)) + name;
            lines.Add($"{path}: {(type.StartsWith("enum ", StringComparison.Ordinal) ? type : SeedReference.TypeWords[type])}; {words[1].Trim()}");

            parents.RemoveRange(depth, parents.Count - depth);
            parents.Add(name + (type == "list<Object>" ? "[]." : "."));
        }

        return lines;
    }

    /// <summary>Members of enums, as <c>SenderAction.TYPING_ON = typing_on</c>.</summary>
    public static IReadOnlyList<string> OfEnums(string text)
    {
        var lines = new List<string>();
        var name = "";
        foreach (var line in text.Split('\n'))
        {
            if (DepthOf(line) == 0)
                name = line.TrimEnd(':');
            else
                lines.Add($"{name}.{line.Trim().Replace(" ", " = ", StringComparison.Ordinal)}");
        }

        return lines;
    }

    private static int DepthOf(string line) => (line.Length - line.TrimStart().Length) / 2;
}
