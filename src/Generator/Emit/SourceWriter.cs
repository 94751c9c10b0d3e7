using System.Text;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes source text by lines, so that an emitter reads like what it emits. Line ends are <c>\n</c> everywhere.</summary>
internal sealed class SourceWriter
{
    private const string Step = "    ";

    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _imports = new(StringComparer.Ordinal);
    private readonly List<string> _assemblyAttributes = [];
    private int _depth;

    /// <summary>The namespaces that the text imports, in the order of the alphabet.</summary>
    public IEnumerable<string> Imports => _imports;

    /// <summary>Imports namespaces for the text. They are not written with it: a file imports each only once.</summary>
    public void Import(params string[] namespaces) => _imports.UnionWith(namespaces);

    /// <summary>The attributes of the assembly that belong to the text.</summary>
    public IReadOnlyList<string> AssemblyAttributes => _assemblyAttributes;

    /// <summary>Adds an attribute of the assembly. It is not written with the text: it stands at the top of a file.</summary>
    public void AssemblyAttribute(string attribute) => _assemblyAttributes.Add(attribute);

    /// <summary>Writes one or more lines at the current depth.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                for (var i = 0; i < _depth; i++)
                    _text.Append(Step);
            }

            _text.Append(line).Append('\n');
        }
    }

    /// <summary>Writes an empty line.</summary>
    public void Blank() => _text.Append('\n');

    /// <summary>Writes a head and a block in braces, which ends with the answer's disposal.</summary>
    public Closing Block(string head, string end = "}") => Open(head, "{", end);

    /// <summary>Writes a head and a list in brackets, which ends with the answer's disposal.</summary>
    public Closing List(string head, string end) => Open(head, "[", end);

    private Closing Open(string head, string start, string end)
    {
        Lines(head);
        Lines(start);
        _depth++;
        return new Closing(this, end);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Ends a block.</summary>
    public readonly struct Closing(SourceWriter writer, string end) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            writer._depth--;
            writer.Lines(end);
        }
    }
}
