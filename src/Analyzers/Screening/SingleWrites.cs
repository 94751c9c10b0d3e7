using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// Finds the value of a local that is written where it is declared and nowhere else, as most are. The text of its block tells
/// that sooner than its operations do: no occurrence of the name stands where it could be written.
/// </summary>
internal static class SingleWrites
{
    private const int LongestBlock = 8 * 1024;

    [ThreadStatic]
    private static char[]? _block;

    /// <summary>Gives the value of the declaration; null if there may be other values.</summary>
    public static IOperation? Find(ILocalReferenceOperation reference)
    {
        var local = reference.Local;
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            // Nothing outside of the block can see the local.
            if (parent.Kind == OperationKind.Block && FindDeclaration((IBlockOperation)parent, local) is { Initializer.Value: { } value } declarator)
                return IsWrittenOnce(declarator.Syntax, parent.Syntax, local.Name, reference.Syntax.SpanStart) ? value : null;
        }

        return null;
    }

    private static IVariableDeclaratorOperation? FindDeclaration(IBlockOperation block, ILocalSymbol local)
    {
        foreach (var statement in block.Operations)
        {
            if (statement.Kind != OperationKind.VariableDeclarationGroup)
                continue;
            foreach (var declaration in ((IVariableDeclarationGroupOperation)statement).Declarations)
            {
                foreach (var declarator in declaration.Declarators)
                {
                    if (ReferenceEquals(declarator.Symbol, local))
                        return local.IsRef ? null : declarator;
                }
            }
        }

        return null;
    }

    private static bool IsWrittenOnce(SyntaxNode declarator, SyntaxNode block, string name, int reading)
    {
        var start = declarator.SpanStart;
        var length = block.Span.End - start;
        if (length > LongestBlock || length < 0 || !block.SyntaxTree.TryGetText(out var source))
            return false;
        var buffer = _block ??= new char[LongestBlock];
        source.CopyTo(start, buffer, 0, length);
        return IsWrittenOnce(buffer.AsSpan(0, length), name.AsSpan(), reading - start);
    }

    /// <summary>Whether a name is surely written once in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name.</param>
    /// <param name="reading">Where it is surely only read.</param>
    public static bool IsWrittenOnce(ReadOnlySpan<char> text, ReadOnlySpan<char> name, int reading)
    {
        if (HasOtherSpellings(text))
            return false;
        bool? mayDeconstruct = null;
        var writes = 0;
        for (var start = 0; ;)
        {
            var found = text.Slice(start).IndexOf(name);
            if (found < 0)
                return writes == 1;
            found += start;
            start = found + name.Length;
            if (found == reading || (found > 0 && IsPartOfName(text[found - 1])) || (start < text.Length && IsPartOfName(text[start])))
                continue;
            if (!IsRead(text, found, start, ref mayDeconstruct) && ++writes > 1)
                return false;
        }
    }

    // A name can be spelt with escapes, and with characters that do not show.
    private static bool HasOtherSpellings(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('\\') < 0 && IsAscii(text))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'u' or 'U')
                return true;
            if (text[i] > '\u007F' && char.GetUnicodeCategory(text[i]) == UnicodeCategory.Format)
                return true;
        }

        return false;
    }

    // Four characters at a time.
    private static bool IsAscii(ReadOnlySpan<char> text)
    {
        var fours = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var four in fours)
        {
            if ((four & 0xFF80_FF80_FF80_FF80) != 0)
                return false;
        }

        foreach (var c in text.Slice(fours.Length * 4))
        {
            if (c > '\u007F')
                return false;
        }

        return true;
    }

    // What follows cannot be an assignment, and what precedes cannot hand the variable itself on. The last in parentheses, or in a
    // list, may be assigned behind them.
    private static bool IsRead(ReadOnlySpan<char> text, int start, int end, ref bool? mayDeconstruct)
    {
        var next = SkipBlanks(text, end);
        if (!IsNoAssignment(text.Slice(next)) || (text[next] is ')' or ',' && (mayDeconstruct ??= HasDeconstruction(text))))
            return false;
        var before = start - 1;
        while (before >= 0 && (text[before] == '@' || IsBlank(text[before])))
            before--;
        return !IsHandingOver(text.Slice(0, before + 1));
    }

    // Whether something in parentheses may be assigned: several variables at once, or one. A remark may stand between.
    private static bool HasDeconstruction(ReadOnlySpan<char> text)
    {
        for (var start = 0; ;)
        {
            var found = text.Slice(start).IndexOf(')');
            if (found < 0)
                return false;
            start += found + 1;
            var next = SkipBlanks(text, start);
            if (next + 1 < text.Length && (text[next] is '/' or '#' || (text[next] == '=' && text[next + 1] is not ('=' or '>'))))
                return true;
        }
    }

    // What follows a name that is only read. Other operators follow too, but rarely.
    private static bool IsNoAssignment(ReadOnlySpan<char> next)
    {
        if (next.IsEmpty)
            return false;
        var second = next.Length > 1 ? next[1] : ' ';
        return next[0] switch
        {
            ',' or ';' or ')' or ']' or '}' or '.' or ':' => true,
            '+' => second is not ('+' or '='),
            '=' => second is '=' or '>',
            '!' => second == '=',
            '?' => second != '?' || next.Length == 2 || next[2] != '=',
            'w' => StartsWord(next, "with"),
            _ => false,
        };
    }

    // What precedes a name that is changed, or handed on as a variable.
    private static bool IsHandingOver(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty)
            return false;
        var last = before[before.Length - 1];
        return last switch
        {
            '&' => true,
            '+' or '-' => before.Length > 1 && before[before.Length - 2] == last,
            'f' => EndsWord(before, "ref"),
            't' => EndsWord(before, "out"),
            _ => false,
        };
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && IsBlank(text[position]))
            position++;
        return position;
    }

    // The compiler takes the end of a file of old for a blank.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u001A';

    private static bool StartsWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word.AsSpan()) && (text.Length == word.Length || !IsPartOfName(text[word.Length]));

    private static bool EndsWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word.AsSpan()) && (text.Length == word.Length || !IsPartOfName(text[text.Length - word.Length - 1]));

    private static bool IsPartOfName(char c) => c == '_' || char.IsLetterOrDigit(c);
}
