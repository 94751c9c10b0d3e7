using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>
/// Tells which assemblies have generated types: those that know the runtime library, and say so. To ask each type in a project
/// would take the compiler long.
/// </summary>
internal sealed class RuleAssemblies
{
    private const string RuleAttribute = "PageMessagesGen.Generated.RuleAttribute";
    private const int LongestName = 1023;

    // The symbols of references stay the same from one keystroke to the next.
    private static readonly ConditionalWeakTable<IAssemblySymbol, RuleAssembly> Known = new();

    private readonly ImmutableArray<IAssemblySymbol> _runtimes;
    private readonly ImmutableArray<IAssemblySymbol> _withRules;

    private RuleAssemblies(Compilation compilation, ImmutableArray<IAssemblySymbol> runtimes)
    {
        _runtimes = runtimes;
        _withRules = [.. compilation.SourceModule.ReferencedAssemblySymbols.Prepend(compilation.Assembly).Where(assembly => Find(assembly).HasRules)];
        PlatformProperties = [.. _withRules.SelectMany(assembly => Find(assembly).PlatformProperties).Distinct()];
    }

    /// <summary>The assemblies with generated types.</summary>
    public ImmutableArray<IAssemblySymbol> All => _withRules;

    /// <summary>The properties that say to which platform a client sends.</summary>
    public ImmutableArray<string> PlatformProperties { get; }

    /// <summary>Gives the assemblies of a project; null if it knows nothing of the runtime library, and has no rules.</summary>
    public static RuleAssemblies? Of(Compilation compilation)
    {
        var attributes = compilation.GetTypesByMetadataName(RuleAttribute);
        return attributes.IsEmpty ? null : new RuleAssemblies(compilation, [.. attributes.Select(attribute => attribute.ContainingAssembly)]);
    }

    /// <summary>Whether an assembly has generated types. It is asked of every object that is made.</summary>
    public bool HaveRules(IAssemblySymbol? assembly)
    {
        foreach (var one in _withRules)
        {
            if (ReferenceEquals(one, assembly))
                return true;
        }

        return false;
    }

    private RuleAssembly Find(IAssemblySymbol assembly) => Known.TryGetValue(assembly, out var known) ? known : Known.GetValue(assembly, Read);

    private RuleAssembly Read(IAssemblySymbol assembly)
    {
        if (!_runtimes.Any(runtime => SymbolEqualityComparer.Default.Equals(runtime, assembly) || assembly.Modules.Any(module => Knows(module, runtime))))
            return RuleAssembly.Other;
        var lists = assembly.GetAttributes().Select(RuleAttributeReader.PlatformProperties).OfType<IEnumerable<string>>().ToList();
        return lists.Count == 0 ? RuleAssembly.Other : new RuleAssembly(true, [.. lists.SelectMany(list => list).Where(name => name.Length <= LongestName).Distinct()]);
    }

    // It may have been built with another version.
    private static bool Knows(IModuleSymbol module, IAssemblySymbol runtime) =>
        module.ReferencedAssemblies.Any(known => string.Equals(known.Name, runtime.Identity.Name, StringComparison.OrdinalIgnoreCase));

    private sealed record RuleAssembly(bool HasRules, ImmutableArray<string> PlatformProperties)
    {
        public static readonly RuleAssembly Other = new(false, []);
    }
}
