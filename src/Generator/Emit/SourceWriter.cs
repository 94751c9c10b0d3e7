using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes source code line by line, so that an emitter resembles its output. Line ends are always <c>\n</c>.</summary>
/// <param name="hiddenNames">The names of <see cref="ImportedTypes"/> that the code cannot import.</param>
internal sealed class SourceWriter(ISet<string> hiddenNames)
{
    private const string Mark = "::";

    private const string Step = "    ";

    private readonly TextBuffer _text = new();
    private readonly SortedSet<string> _imports = new(StringComparer.Ordinal);
    private readonly List<string> _assemblyAttributes = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _depth;
    private bool _isBlankPending;

    /// <summary>Gets the imported namespaces in alphabetical order. They are not written with the code, because a file imports each only once.</summary>
    public IEnumerable<string> Imports => _imports;

    /// <summary>Gets the attributes of the assembly.</summary>
    public IReadOnlyList<string> AssemblyAttributes => _assemblyAttributes;

    /// <summary>Adds an attribute of the assembly. It is not written with the code, because it belongs at the top of a file.</summary>
    public void AssemblyAttribute(string attribute) => _assemblyAttributes.Add(attribute);

    /// <summary>Writes one or more lines at the current depth.</summary>
    public void Lines(string text)
    {
        if (_isBlankPending)
            _text.Append('\n');
        _isBlankPending = false;
        text = text.Replace("\r\n", "\n");
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            AppendLine(text, start, end);
            start = end + 1;
        }

        AppendLine(text, start, text.Length);
    }

    // Completes the names that are marked. An alias, as in 'global::', is written before its mark.
    private void AppendLine(string text, int start, int end)
    {
        for (var i = 0; i < _depth && end > start; i++)
            _text.Append(Step);
        var written = start;
        for (var mark = IndexOfMark(text, start, end); mark >= 0; mark = IndexOfMark(text, mark + Mark.Length, end))
        {
            if (mark > start && SyntaxFacts.IsIdentifierPartCharacter(text[mark - 1]))
                continue;
            var name = mark + Mark.Length;
            var nameEnd = name;
            while (nameEnd < end && SyntaxFacts.IsIdentifierPartCharacter(text[nameEnd]))
                nameEnd++;
            _text.Append(text, written, mark - written);
            _text.Append(Complete(text.Substring(name, nameEnd - name)));
            written = nameEnd;
        }

        _text.Append(text, written, end - written);
        _text.Append('\n');
    }

    private static int IndexOfMark(string text, int start, int end) => text.IndexOf(Mark, start, end - start, StringComparison.Ordinal);

    private string Complete(string type)
    {
        if (_names.TryGetValue(type, out var known))
            return known;
        var @namespace = ImportedTypes.NamespaceOf(type);
        var isHidden = hiddenNames.Contains(type) || hiddenNames.Contains(type + "Attribute");
        if (!isHidden)
            _imports.Add(@namespace);
        return _names[type] = isHidden ? $"global::{@namespace}.{type}" : type;
    }

    /// <summary>Writes an empty line, unless the block ends here.</summary>
    public void Blank() => _isBlankPending = true;

    /// <summary>Writes a header and opens a block in braces. Disposing the result closes it.</summary>
    public Closing Block(string head, string end = "}") => Open(head, "{", end);

    /// <summary>Writes a header and opens a list in brackets. Disposing the result closes it.</summary>
    public Closing List(string head, string end) => Open(head, "[", end);

    /// <summary>Writes a first line and indented lines, which end when the result is disposed.</summary>
    public Closing Enclosed(string head, string end)
    {
        Lines(head);
        _depth++;
        return new Closing(this, end);
    }

    private Closing Open(string head, string start, string end)
    {
        if (head.Length > 0)
            Lines(head);
        Lines(start);
        _depth++;
        return new Closing(this, end);
    }

    /// <summary>Gets the code behind a header. Neither writer can be used afterwards.</summary>
    public SourceText Finish(SourceWriter header)
    {
        if (header._isBlankPending)
            header._text.Append('\n');
        return _text.Finish(header._text);
    }

    /// <summary>Closes a block.</summary>
    public readonly struct Closing(SourceWriter writer, string end) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            writer._depth--;
            writer._isBlankPending = false;
            writer.Lines(end);
        }
    }
}
