using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>Reads a YAML text into nodes with places. Whatever is wrong with the text becomes a diagnostic, never an exception.</summary>
internal sealed class YamlReader
{
    private readonly string _text;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Stack<TextPosition> _openBrackets = new();
    private ParsingEvent? _current;
    private int _nodes;

    private YamlReader(string text)
    {
        _text = text;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Reads the one document of a text. The answer is null if there is none that can be read.</summary>
    public static YamlNode? Read(string text, DiagnosticBag diagnostics)
    {
        if (text.Length > YamlLimits.Characters)
        {
            diagnostics.Add(SchemaRules.FileTooLarge, TextRange.FileStart, $"{YamlLimits.Characters} characters");
            return null;
        }

        // A byte order mark is no part of the text, yet the parser would take it for the start of the first key.
        // A blank in its place keeps every position.
        var reader = new YamlReader(text.StartsWith("\uFEFF", StringComparison.Ordinal) ? " " + text.Substring(1) : text);
        try
        {
            return reader.ReadStream(diagnostics);
        }
        catch (SchemaYamlException fault)
        {
            diagnostics.Add(fault.Rule, fault.Range, fault.Arguments);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The parser reports most faults by YamlException, but some by whatever it ran into.
            var (range, reason) = YamlFault.Explain(reader._text, exception, reader.PositionOf(reader._scanner.CurrentPosition), reader._openBrackets);
            diagnostics.Add(SchemaRules.YamlSyntax, range, reason);
        }

        return null;
    }

    private YamlNode? ReadStream(DiagnosticBag diagnostics)
    {
        _ = Next<StreamStart>();
        if (Current() is StreamEnd)
        {
            diagnostics.Add(SchemaRules.EmptyFile, TextRange.FileStart);
            return null;
        }

        _ = Next<DocumentStart>();
        var root = ReadNode(depth: 0);
        _ = Next<DocumentEnd>();
        if (Current() is DocumentStart second)
            throw new SchemaYamlException(SchemaRules.UnsupportedYaml, Range(second), "A second document", "Keep one document in a file.");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var parsingEvent = Current();
        if (depth > YamlLimits.Depth)
            throw new SchemaYamlException(SchemaRules.FileTooLarge, Range(parsingEvent), $"{YamlLimits.Depth} levels of nesting");
        if (++_nodes > YamlLimits.Nodes)
            throw new SchemaYamlException(SchemaRules.FileTooLarge, Range(parsingEvent), $"{YamlLimits.Nodes} nodes");
        RejectReferences(parsingEvent);

        return parsingEvent switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadSequence(depth),
            MappingStart => ReadMapping(depth),
            _ => throw new SchemaYamlException(SchemaRules.YamlSyntax, Range(parsingEvent), "Something is missing here."),
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
        Open(start.Style == SequenceStyle.Flow, start.Start);
        var items = new List<YamlNode>();
        while (Current() is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        var end = Next<SequenceEnd>();
        Close(start.Style == SequenceStyle.Flow);
        return new YamlSequence(items, new TextRange(PositionOf(start.Start), PositionOf(end.End)));
    }

    private YamlMapping ReadMapping(int depth)
    {
        var start = Next<MappingStart>();
        Open(start.Style == MappingStyle.Flow, start.Start);
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Current() is not MappingEnd)
        {
            var keyNode = ReadNode(depth + 1);
            if (keyNode is not YamlScalar key)
                throw new SchemaYamlException(SchemaRules.UnsupportedYaml, keyNode.Range, "A key that is not text", "Write a plain word as the key.");
            if (lines.TryGetValue(key.Value, out var first))
                throw new SchemaYamlException(SchemaRules.DuplicateKey, key.Range, key.Value, first);
            lines.Add(key.Value, key.Range.Start.Line);
            entries.Add(new YamlEntry(key, ReadNode(depth + 1)));
        }

        var end = Next<MappingEnd>();
        Close(start.Style == MappingStyle.Flow);
        return new YamlMapping(entries, new TextRange(PositionOf(start.Start), PositionOf(end.End)));
    }

    // Anchors would let a short file become a huge model, and a schema gains little by them.
    private void RejectReferences(ParsingEvent parsingEvent)
    {
        if (parsingEvent is AnchorAlias alias)
            throw new SchemaYamlException(SchemaRules.UnsupportedYaml, Range(alias), $"The alias *{alias.Value}", "Write the value out.");
        if (parsingEvent is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw new SchemaYamlException(SchemaRules.UnsupportedYaml, Range(anchored), $"The anchor &{anchored.Anchor}", "Leave it out.");
        if (parsingEvent is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
            throw new SchemaYamlException(SchemaRules.UnsupportedYaml, Range(tagged), $"The tag {tagged.Tag.Value}", "Leave it out.");
    }

    // The parser is not asked for more than is needed: when it fails, what was read by then tells where.
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
            ?? throw new SchemaYamlException(SchemaRules.YamlSyntax, Range(Current()), "Something is missing here.");
        _current = null;
        return parsingEvent;
    }

    private void Open(bool bracket, Mark at)
    {
        if (bracket)
            _openBrackets.Push(PositionOf(at));
    }

    private void Close(bool bracket)
    {
        if (bracket)
            _openBrackets.Pop();
    }

    private TextRange Range(ParsingEvent parsingEvent) => new(PositionOf(parsingEvent.Start), PositionOf(parsingEvent.End));

    // The parser's marks can lie behind the end of the text.
    private TextPosition PositionOf(Mark mark) =>
        mark.Index <= _text.Length ? new((int)mark.Index, (int)mark.Line, (int)mark.Column) : YamlFault.EndOf(_text);
}
