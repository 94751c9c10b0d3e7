using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>How the local variables of a method are written and read. It is found out once, and only for a method where it matters.</summary>
internal sealed class LocalUses
{
    private static readonly ConditionalWeakTable<IOperation, LocalUses> OfRoots = new();

    private readonly Dictionary<ILocalSymbol, Uses> _locals = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ReachingWrites> _reaching;

    private LocalUses(IOperation root)
    {
        _reaching = new(() => new ReachingWrites(root, WrittenLocals()));
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation reference)
                Note(reference);
            else if (operation is IVariableDeclaratorOperation declarator)
                Of(declarator.Symbol).Declare(declarator);
        }
    }

    public static LocalUses Around(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return OfRoots.GetValue(operation, static root => new LocalUses(root));
    }

    /// <summary>The values that were assigned to locals, as far as they were asked for.</summary>
    public ConcurrentDictionary<IOperation, Value?> Values { get; } = new();

    /// <summary>Gives the uses of a local; null if it is not of this method.</summary>
    public Uses? Find(ILocalSymbol local) => _locals.TryGetValue(local, out var uses) ? uses : null;

    /// <summary>Gives the places of the assignments that reach a place where a local is read; null if they cannot be told.</summary>
    public ImmutableHashSet<SyntaxNode>? FindReaching(ILocalReferenceOperation read) => _reaching.Value.Find(read);

    private Dictionary<SyntaxNode, ILocalSymbol> WrittenLocals()
    {
        var locals = new Dictionary<SyntaxNode, ILocalSymbol>();
        foreach (var local in _locals.Where(local => local.Value.Writes.Count > 1))
        {
            foreach (var write in local.Value.Writes)
                locals[write.Syntax] = local.Key;
        }

        return locals;
    }

    private Uses Of(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out var uses))
            _locals.Add(local, uses = new Uses());
        return uses;
    }

    private void Note(ILocalReferenceOperation reference)
    {
        var uses = Of(reference.Local);
        if (!reference.Local.IsRef && reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == reference)
        {
            uses.Writes.Add(new Write(assignment.Syntax, assignment.Value));
            uses.IsBeyondAnalysis |= assignment.Parent is not IExpressionStatementOperation && IsLeftOut(assignment);
        }
        else if (IsWritten(reference))
        {
            uses.IsBeyondAnalysis = true;
        }
        else
        {
            uses.Reads.Add(reference);
        }

        uses.Scopes.Add(Scope(reference));
    }

    // Whatever may change the local in another way than by a plain assignment.
    private static bool IsWritten(ILocalReferenceOperation reference) => reference.IsDeclaration || reference.Local.IsRef || IsHandedOver(reference.Syntax) || reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IAddressOfOperation => true,
        ITupleOperation => true,
        IArgumentOperation argument => argument.Parameter is { RefKind: not RefKind.None },
        IInvocationOperation call => call.Instance == reference && IsForeign(call.TargetMethod.ContainingType, reference.Type),
        { Kind: OperationKind.None } => true,
        _ => false,
    };

    // A method from elsewhere that is called on a value may take it by reference.
    private static bool IsForeign(INamedTypeSymbol owner, ITypeSymbol? type) =>
        type is { IsValueType: true } && owner.SpecialType == SpecialType.None && owner.OriginalDefinition.SpecialType == SpecialType.None
        && !SymbolEqualityComparer.Default.Equals(owner, type);

    // Whoever has the variable itself can change it later.
    private static bool IsHandedOver(SyntaxNode name)
    {
        while (name.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            name = name.Parent;
        return name.Parent switch
        {
            RefExpressionSyntax => true,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
    }

    // A call that is not compiled, and what is assigned in its arguments with it.
    private static bool IsLeftOut(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod: var method } && (method is { IsPartialDefinition: true, PartialImplementationPart: null } || method.GetAttributes().Any(IsConditional)))
                return true;
        }

        return false;
    }

    private static bool IsConditional(AttributeData attribute) => attribute.AttributeClass?.Name == "ConditionalAttribute";

    // The function in which an operation stands: a local that two functions share can change at any time.
    private static IOperation? Scope(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return parent;
        }

        return null;
    }

    /// <summary>The uses of one local.</summary>
    public sealed class Uses
    {
        /// <summary>What is assigned to it, the value of its declaration included.</summary>
        public List<Write> Writes { get; } = [];

        /// <summary>Where it is read.</summary>
        public List<ILocalReferenceOperation> Reads { get; } = [];

        /// <summary>The functions that use it.</summary>
        public HashSet<IOperation?> Scopes { get; } = [];

        /// <summary>Whether it is declared in the method, as a plain variable.</summary>
        public bool IsDeclared { get; private set; }

        /// <summary>Whether it changes in ways that are not followed.</summary>
        public bool IsBeyondAnalysis { get; set; }

        internal void Declare(IVariableDeclaratorOperation declarator)
        {
            // The variable of a foreach or a using has a declarator as well, but its value comes from elsewhere.
            IsDeclared = declarator.Parent is IVariableDeclarationOperation;
            Scopes.Add(Scope(declarator));
            if (declarator.GetVariableInitializer() is { } initializer)
                Writes.Add(new Write(declarator.Syntax, initializer.Value));
        }
    }

    /// <summary>An assignment to a local.</summary>
    /// <param name="Syntax">Where it stands.</param>
    /// <param name="Value">What is assigned.</param>
    public sealed record Write(SyntaxNode Syntax, IOperation Value);
}
