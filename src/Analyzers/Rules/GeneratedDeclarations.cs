using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>
/// Keeps what was read from the attributes of generated declarations while their file stays the same, from one keystroke to the
/// next: to read them anew, the compiler would have to bind them anew. What the generator writes has literals for arguments,
/// and so depends on nothing outside of the file. Symbols of other assemblies are the same in many compilations.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
internal sealed class GeneratedDeclarations<T>
    where T : class
{
    private readonly ConditionalWeakTable<object, T> _kept = new();

    /// <summary>Gives what is known of a symbol, and reads it where nothing is.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="read">Reads it; null if there is nothing to know.</param>
    public T? GetOrRead<TSymbol>(TSymbol symbol, Func<TSymbol, T?> read)
        where TSymbol : ISymbol
    {
        if (KeyOf(symbol) is not { } declaration)
            return read(symbol);
        if (_kept.TryGetValue(declaration, out var known))
            return known;
        return read(symbol) is { } found ? _kept.GetValue(declaration, _ => found) : null;
    }

    // A part that somebody wrote by hand may say more.
    private static object? KeyOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences switch
    {
        { Length: 0 } => symbol,
        { Length: 1 } only when only[0].SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) => only[0].GetSyntax(),
        _ => null,
    };
}
