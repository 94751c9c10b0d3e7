using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// Passes the objects that surely break no rule. It is asked of every object that is made anywhere in a project, and so it
/// finds a type by the constructor, which for one type is always the same symbol.
/// </summary>
internal sealed class Screens
{
    private const int MostMakers = 512;

    // The symbols of another assembly stay the same from one keystroke to the next.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, TypeScreen> OfReferences = new();

    // What was found for the constructors, and the methods that copy, that were met last: each at the place that its hash gives it.
    private readonly Maker?[] _makers = new Maker?[MostMakers];
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeScreen> _ofSource = new(SymbolEqualityComparer.Default);
    private readonly RuleReader _rules;
    private readonly RuleAssemblies _assemblies;
    private readonly PossibleFacts _facts;

    /// <summary>Makes the screens of a project.</summary>
    /// <param name="rules">Reads the rules.</param>
    /// <param name="assemblies">Where generated types can be.</param>
    public Screens(RuleReader rules, RuleAssemblies assemblies)
    {
        _rules = rules;
        _assemblies = assemblies;
        _facts = new PossibleFacts(this);
    }

    /// <summary>Whether an object need not be judged: it is none of a generated type, or it is sound.</summary>
    public bool Pass(IObjectCreationOperation creation) =>
        Find(creation) is not { } screen || !screen.MayBreak(screen.Overlay(screen.Unset, creation.Initializer, _facts));

    /// <summary>Whether a copy with changes need not be judged.</summary>
    public bool Pass(IWithOperation with)
    {
        if (with.CloneMethod is not { } clone)
            return _rules.Find(with.Type) is null;
        return Find(clone) is not { } screen || !screen.MayBreak(screen.Overlay(FactsOfBase(screen, with.Operand), with.Initializer, _facts));
    }

    /// <summary>Finds the screen of the type that is made; null if that is no generated type.</summary>
    public TypeScreen? Find(IObjectCreationOperation creation) => creation.Constructor is { } constructor ? Find(constructor)
        : _rules.Find(creation.Type) is null ? null
        : TypeScreen.Closed;

    private TypeScreen? Find(IMethodSymbol method)
    {
        // No generated type is generic, and each use of one that is has a constructor of its own.
        if (method.ContainingType.IsGenericType)
            return null;
        ref var place = ref _makers[RuntimeHelpers.GetHashCode(method) & (MostMakers - 1)];
        if (place is { } known && ReferenceEquals(known.Method, method))
            return known.Screen;
        var screen = Create(method);
        place = new Maker(method, screen);
        return screen;
    }

    private TypeScreen? Create(IMethodSymbol method)
    {
        if (!_assemblies.HaveRules(method.ContainingAssembly))
            return null;
        var type = method.ContainingType;
        var isOpen = method.MethodKind == MethodKind.Constructor && Evaluator.IsOpen(method);
        if (type.DeclaringSyntaxReferences.IsEmpty && OfReferences.TryGetValue(type, out var screen))
            return isOpen ? TypeScreen.Closed : screen;
        return _rules.Find(type) is not { } rules ? null : isOpen ? TypeScreen.Closed : Build(type, rules);
    }

    private TypeScreen Build(INamedTypeSymbol type, TypeRules rules) => type.DeclaringSyntaxReferences.IsEmpty
        ? OfReferences.GetValue(type, type => new ScreenBuilder(type, rules, _rules).Build())
        : _ofSource.GetOrAdd(type, type => new ScreenBuilder(type, rules, _rules).Build());

    // Of an object that comes from elsewhere nothing is known, and so no rule is broken by what it may hold.
    private ulong FactsOfBase(TypeScreen screen, IOperation value)
    {
        switch (value)
        {
            case IParameterReferenceOperation or IPropertyReferenceOperation:
                return 0;
            case IObjectCreationOperation creation when ReferenceEquals(Find(creation), screen):
                return screen.Overlay(screen.Unset, creation.Initializer, _facts);
            case ILocalReferenceOperation local when SingleWrites.Find(local) is IObjectCreationOperation creation:
                return FactsOfBase(screen, creation);
            default:
                return ulong.MaxValue;
        }
    }

    private sealed class Maker(IMethodSymbol method, TypeScreen? screen)
    {
        public readonly IMethodSymbol Method = method;
        public readonly TypeScreen? Screen = screen;
    }
}
