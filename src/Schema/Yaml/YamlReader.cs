using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>Reads a YAML document into nodes with positions. Errors in the document become diagnostics, not exceptions.</summary>
internal sealed class YamlReader
{
    private readonly string _text;
    private readonly LineTable _lines;
    private readonly int _skipped;
    private readonly DiagnosticBag _diagnostics;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Stack<long> _openBrackets = new();
    private ParsingEvent? _current;
    private int _nodes;

    private YamlReader(string text, string? file, DiagnosticBag diagnostics)
    {
        _text = text;
        _lines = new LineTable(text, file);
        _diagnostics = diagnostics;

        // The parser would read a byte order mark as part of the first key.
        _skipped = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0;
        _scanner = new Scanner(new StringReader(text.Substring(_skipped)), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Reads the only document of a string. Returns null if there is no readable document.</summary>
    public static YamlNode? Read(string text, string? file, DiagnosticBag diagnostics)
    {
        if (text.Length > YamlLimits.Characters)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.FileTooLarge, TextRange.FileStart with { File = file }, $"{YamlLimits.Characters} characters");
            return null;
        }

        var reader = new YamlReader(text, file, diagnostics);
        try
        {
            reader.RejectControlCharacters();
            return reader.ReadStream();
        }
        catch (SchemaYamlException fault)
        {
            diagnostics.Add(fault.Rule, fault.Range, fault.Arguments);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The parser reports most errors as a YamlException, and some as other exceptions.
            var place = exception is YamlException { Start.Line: > 0 } fault ? fault.Start : reader._scanner.CurrentPosition;
            var (range, reason) = YamlFault.Explain(text, reader._lines, exception, reader.IndexOf(place), reader._openBrackets);
            diagnostics.Add(SchemaDiagnosticDescriptors.YamlSyntax, range, reason);
        }

        return null;
    }

    private YamlNode? ReadStream()
    {
        _ = Next<StreamStart>();
        if (Current() is StreamEnd)
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.EmptyFile, _lines.Range(0, 0));

        _ = Next<DocumentStart>();
        var root = ReadNode(depth: 0);
        _ = Next<DocumentEnd>();
        if (root is YamlScalar { Value.Length: 0 })
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.EmptyFile, _lines.Range(0, 0));
        if (Current() is DocumentStart second)
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.UnsupportedYaml, Range(second), "A second document", "Use a separate file for each document.");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var parsingEvent = Current();
        if (depth > YamlLimits.Depth)
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.FileTooLarge, Range(parsingEvent), $"{YamlLimits.Depth} levels of nesting");
        if (++_nodes > YamlLimits.Nodes)
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.FileTooLarge, Range(parsingEvent), $"{YamlLimits.Nodes} nodes");
        RejectReferences(parsingEvent);

        return parsingEvent switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadSequence(depth),
            MappingStart => ReadMapping(depth),
            _ => throw new SchemaYamlException(SchemaDiagnosticDescriptors.YamlSyntax, Range(parsingEvent), "Something is missing here."),
        };
    }

    private YamlScalar ReadScalar()
    {
        var scalar = Next<Scalar>();
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Range(scalar));
    }

    private YamlSequence ReadSequence(int depth)
    {
        var start = Next<SequenceStart>();
        var isFlow = start.Style == SequenceStyle.Flow;
        Open(isFlow, start.Start);
        var items = new List<YamlNode>();
        while (Current() is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        var end = Next<SequenceEnd>();
        Close(isFlow);
        return new YamlSequence(items, RangeOf(start, end, isFlow, items.LastOrDefault()));
    }

    private YamlMapping ReadMapping(int depth)
    {
        var start = Next<MappingStart>();
        var isFlow = start.Style == MappingStyle.Flow;
        Open(isFlow, start.Start);
        var entries = new List<YamlEntry>();
        YamlNode? last = null;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Current() is not MappingEnd)
        {
            var keyNode = ReadNode(depth + 1);
            if (keyNode is not YamlScalar key)
                throw new SchemaYamlException(SchemaDiagnosticDescriptors.UnsupportedYaml, keyNode.Range, "A key that is not a string", "Use a plain word as the key.");
            last = ReadNode(depth + 1);
            if (lines.TryGetValue(key.Value, out var first))
            {
                _diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateKey, key.Range, key.Value, first);
                continue;
            }

            lines.Add(key.Value, key.Range.Start.Line);
            entries.Add(new YamlEntry(key, last));
        }

        var end = Next<MappingEnd>();
        Close(isFlow);
        return new YamlMapping(entries, RangeOf(start, end, isFlow, last));
    }

    // The parser's end of a bracket is before the closing character; its end of a block is the start of the next node.
    private TextRange RangeOf(ParsingEvent start, ParsingEvent end, bool isFlow, YamlNode? last)
    {
        var first = _lines.At(IndexOf(start.Start));
        return _lines.Range(first, isFlow ? _lines.At(IndexOf(end.Start) + 1) : last?.Range.End ?? first);
    }

    // Anchors would allow a short file to become a huge model, and schemas have little use for them.
    private void RejectReferences(ParsingEvent parsingEvent)
    {
        if (parsingEvent is AnchorAlias alias)
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.UnsupportedYaml, Range(alias), $"The alias *{alias.Value}", "Write the value out.");
        if (parsingEvent is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.UnsupportedYaml, WordFrom(anchored, '&'), $"The anchor &{anchored.Anchor}", "Remove it.");
        if (parsingEvent is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
            throw new SchemaYamlException(SchemaDiagnosticDescriptors.UnsupportedYaml, WordFrom(tagged, '!'), $"The tag {tagged.Tag.Value}", "Remove it.");
    }

    // An anchor and a tag precede their node. The parser reports the position of all of them together.
    private TextRange WordFrom(NodeEvent node, char sign)
    {
        var start = _text.IndexOf(sign, _lines.At(IndexOf(node.Start)).Index);
        var end = Math.Max(start, 0);
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not (',' or '[' or ']' or '{' or '}'))
            end++;
        return start < 0 ? Range(node) : _lines.Range(start, end);
    }

    // The parser treats some control characters as the end of the file.
    private void RejectControlCharacters()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (char.IsControl(_text[i]) && _text[i] is not ('\t' or '\n' or '\r' or '\u0085'))
                throw new SchemaYamlException(SchemaDiagnosticDescriptors.YamlSyntax, _lines.Range(i, i + 1), $"The character U+{(int)_text[i]:X4} is not allowed.");
        }
    }

    // Reads no further than needed: if the parser fails, the events read so far show where.
    private ParsingEvent Current()
    {
        if (_current is null && !_parser.MoveNext())
            throw new EndOfStreamException("The file ends too early.");
        return _current ??= _parser.Current!;
    }

    private T Next<T>()
        where T : ParsingEvent
    {
        var parsingEvent = Current() as T
            ?? throw new SchemaYamlException(SchemaDiagnosticDescriptors.YamlSyntax, Range(Current()), "Something is missing here.");
        _current = null;
        return parsingEvent;
    }

    private void Open(bool bracket, Mark at)
    {
        if (bracket)
            _openBrackets.Push(IndexOf(at));
    }

    private void Close(bool bracket)
    {
        if (bracket)
            _openBrackets.Pop();
    }

    private TextRange Range(ParsingEvent parsingEvent) => _lines.Range(IndexOf(parsingEvent.Start), IndexOf(parsingEvent.End));

    // The parser's lines and columns do not always match its indices, and an index can be after the end of the string.
    private long IndexOf(Mark mark) => Math.Min(mark.Index + _skipped, _text.Length);
}
