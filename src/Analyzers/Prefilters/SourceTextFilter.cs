using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.Analyzers.Prefilters;

/// <summary>
/// Determines by its text whether a file can contain what an analyzer looks for. Most files do not, and to ask each of their nodes costs a
/// thousand times as much.
/// </summary>
internal static class SourceTextFilter
{
    private const int BlockLength = 8 * 1024;

    [ThreadStatic]
    private static char[]? _block;

    /// <summary>Gets the nodes of a file; none if its text contains none of some words.</summary>
    public static IEnumerable<SyntaxNode> NodesOf(SemanticModelAnalysisContext file, ImmutableArray<string> words)
    {
        var tree = file.SemanticModel.SyntaxTree;
        return Mentions(tree.GetText(file.CancellationToken), words) ? tree.GetRoot(file.CancellationToken).DescendantNodes() : [];
    }

    /// <summary>Determines whether a text contains one of some words.</summary>
    public static bool Mentions(SourceText text, ImmutableArray<string> words)
    {
        if (words.IsEmpty)
            return false;
        var overlap = words.Max(word => word.Length) - 1;
        var block = _block ??= new char[BlockLength];
        for (var start = 0; start < text.Length; start += BlockLength - overlap)
        {
            var length = Math.Min(BlockLength, text.Length - start);
            text.CopyTo(start, block, 0, length);
            if (HasAny(block.AsSpan(0, length), words))
                return true;
        }

        return false;
    }

    private static bool HasAny(ReadOnlySpan<char> block, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (block.IndexOf(word.AsSpan()) >= 0)
                return true;
        }

        return false;
    }
}
