using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>
/// Tells which assemblies can have generated types: those that know the runtime library. To ask each type of the framework
/// would take the compiler long.
/// </summary>
internal sealed class RuleAssemblies
{
    private const string RuleAttribute = "PageMessagesGen.Rules.RuleAttribute";

    // The symbols of references stay the same from one keystroke to the next.
    private static readonly ConditionalWeakTable<IAssemblySymbol, RuleAssembly> Known = new();

    private readonly Compilation _compilation;
    private readonly ImmutableArray<IAssemblySymbol> _runtimes;

    private RuleAssemblies(Compilation compilation, ImmutableArray<IAssemblySymbol> runtimes) => (_compilation, _runtimes) = (compilation, runtimes);

    /// <summary>Gives the assemblies of a project; null if it knows nothing of the runtime library, and has no rules.</summary>
    public static RuleAssemblies? Of(Compilation compilation)
    {
        var attributes = compilation.GetTypesByMetadataName(RuleAttribute);
        return attributes.IsEmpty ? null : new RuleAssemblies(compilation, [.. attributes.Select(attribute => attribute.ContainingAssembly)]);
    }

    /// <summary>Whether an assembly may have generated types.</summary>
    public bool MayHaveRules(IAssemblySymbol assembly) => Find(assembly).MayHaveRules;

    /// <summary>Gives the names of the properties that say to which platform a client sends, as assemblies list them.</summary>
    public ImmutableArray<string> PlatformProperties()
    {
        var names = Find(_compilation.Assembly).PlatformProperties;
        foreach (var reference in _compilation.SourceModule.ReferencedAssemblySymbols)
            names = names.AddRange(Find(reference).PlatformProperties);
        return names;
    }

    private RuleAssembly Find(IAssemblySymbol assembly) => Known.TryGetValue(assembly, out var known) ? known : Known.GetValue(assembly, Read);

    private RuleAssembly Read(IAssemblySymbol assembly)
    {
        var mayHaveRules = _runtimes.Any(runtime => SymbolEqualityComparer.Default.Equals(runtime, assembly)
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(runtime.Identity)));
        return new RuleAssembly(mayHaveRules, mayHaveRules ? [.. assembly.GetAttributes().Select(RuleReader.PlatformProperty).OfType<string>().Distinct()] : []);
    }

    private sealed record RuleAssembly(bool MayHaveRules, ImmutableArray<string> PlatformProperties);
}
