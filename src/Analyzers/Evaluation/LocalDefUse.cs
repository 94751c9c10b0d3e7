using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>The writes and reads of the locals of a method. They are collected once, and only for methods that need it.</summary>
internal sealed class LocalDefUse
{
    private static readonly ConditionalWeakTable<IOperation, LocalDefUse> OfRoots = new();

    private readonly Dictionary<ILocalSymbol, Uses> _locals = new(SymbolEqualityComparer.Default);
    private readonly IOperation _root;

    // Most methods need neither.
    private ReachingDefinitions? _reaching;
    private ConcurrentDictionary<IOperation, Value?>? _values;

    private LocalDefUse(IOperation root)
    {
        _root = root;
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation reference)
                Note(reference);
            else if (operation is IVariableDeclaratorOperation declarator)
                Of(declarator.Symbol).Declare(declarator);
        }
    }

    public static LocalDefUse Around(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return OfRoots.GetValue(operation, static root => new LocalDefUse(root));
    }

    /// <summary>Gets the values assigned to locals, as far as they have been evaluated.</summary>
    public ConcurrentDictionary<IOperation, Value?> Values => LazyInitializer.EnsureInitialized(ref _values, static () => new(concurrencyLevel: 1, capacity: 7))!;

    /// <summary>Gets the uses of a local; null if it does not belong to this method.</summary>
    public Uses? Find(ILocalSymbol local) => _locals.TryGetValue(local, out var uses) ? uses : null;

    /// <summary>Gets the syntax of the assignments that reach a read of a local; null if they are unknown.</summary>
    public ImmutableHashSet<SyntaxNode>? FindReaching(ILocalReferenceOperation read) =>
        LazyInitializer.EnsureInitialized(ref _reaching, () => new ReachingDefinitions(_root, WrittenLocals()))!.Find(read);

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

        uses.IsInNestedFunction |= IsInNestedFunction(reference);
    }

    // Determines whether the local may change other than by a simple assignment.
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

    // A method of another type that is called on a value may take it by reference.
    private static bool IsForeign(INamedTypeSymbol owner, ITypeSymbol? type) =>
        type is { IsValueType: true } && owner.SpecialType == SpecialType.None && owner.OriginalDefinition.SpecialType == SpecialType.None
        && !SymbolEqualityComparer.Default.Equals(owner, type);

    // A reference to the variable allows later changes.
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

    // Determines whether an assignment is in the arguments of a call that is not compiled.
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

    private static bool IsInNestedFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>The uses of one local.</summary>
    public sealed class Uses
    {
        /// <summary>Gets the assigned values, including that of the declaration.</summary>
        public List<Write> Writes { get; } = [];

        /// <summary>Gets the reads of the local.</summary>
        public List<ILocalReferenceOperation> Reads { get; } = [];

        /// <summary>Gets or sets a value that indicates whether a lambda or a local function uses the local, so that it can change at any time.</summary>
        public bool IsInNestedFunction { get; set; }

        /// <summary>Gets a value that indicates whether the local is declared in the method as a simple variable.</summary>
        public bool IsDeclared { get; private set; }

        /// <summary>Gets or sets a value that indicates whether the local changes in ways that are not followed.</summary>
        public bool IsBeyondAnalysis { get; set; }

        internal void Declare(IVariableDeclaratorOperation declarator)
        {
            // The variable of a foreach or a using also has a declarator, but its value comes from elsewhere.
            IsDeclared = declarator.Parent is IVariableDeclarationOperation;
            IsInNestedFunction |= IsInNestedFunction(declarator);
            if (declarator.GetVariableInitializer() is { } initializer)
                Writes.Add(new Write(declarator.Syntax, initializer.Value));
        }
    }

    /// <summary>An assignment to a local.</summary>
    /// <param name="Syntax">The syntax of the assignment.</param>
    /// <param name="Value">The assigned value.</param>
    public sealed record Write(SyntaxNode Syntax, IOperation Value);
}
