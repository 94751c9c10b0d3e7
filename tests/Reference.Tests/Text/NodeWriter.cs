using System.Text;

namespace PageMessagesGen.Reference.Tests.Text;

/// <summary>Writes values on one line if they are short, and otherwise with a line for each part.</summary>
/// <param name="indent">The indent of parts.</param>
/// <param name="isBracketAlone">Whether an opening bracket has a line of its own, and the last part a comma, as in C#.</param>
internal sealed class NodeWriter(string indent, bool isBracketAlone)
{
    private const int MostCharacters = 100;
    private const int MostDepth = 2;

    private readonly StringBuilder _text = new();

    /// <summary>Writes a value with a line for each part.</summary>
    public string Write(string before, Node node, string after)
    {
        WriteParts("", before, node, after);
        return _text.ToString();
    }

    private void WriteShort(string margin, string before, Node node, string after)
    {
        var line = margin + before + node.OneLine + after;
        if (node.Parts.Count == 0 || (line.Length <= MostCharacters && node.Depth <= MostDepth))
            WriteLine(line);
        else
            WriteParts(margin, before, node, after);
    }

    private void WriteParts(string margin, string before, Node node, string after)
    {
        WriteStart(margin, before, node);
        for (var i = 0; i < node.Parts.Count; i++)
        {
            var comma = isBracketAlone || i < node.Parts.Count - 1 ? "," : "";
            WriteShort(margin + indent, node.Parts[i].Label, node.Parts[i].Value, comma);
        }

        WriteLine(margin + node.Close + after);
    }

    private void WriteStart(string margin, string before, Node node)
    {
        if (!isBracketAlone)
        {
            WriteLine(margin + before + node.Start);
            return;
        }

        var head = (before + node.Head).TrimEnd();
        if (head.Length > 0)
            WriteLine(margin + head);
        WriteLine(margin + node.Open);
    }

    private void WriteLine(string line) => _text.Append(line).Append('\n');
}
