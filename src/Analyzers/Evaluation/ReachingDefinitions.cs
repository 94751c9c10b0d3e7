using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>
/// Finds the assignments to a local that reach a read, over all paths of the control flow. The graph of a method is created once, and
/// each local is followed through it once, regardless of the number of reads.
/// </summary>
internal sealed class ReachingDefinitions
{
    // Each local is followed through each block. Methods that exceed this are not analyzed; their requests are validated at run time.
    private const int MostSteps = 400_000;
    private const int MostRounds = 32;

    private static readonly ImmutableHashSet<SyntaxNode> None = [];

    private readonly ControlFlowGraph? _graph;
    private readonly Dictionary<ILocalSymbol, Dictionary<BasicBlock, List<LocalUse>>> _uses = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, Dictionary<SyntaxNode, ImmutableHashSet<SyntaxNode>>> _reaching = new(SymbolEqualityComparer.Default);

    /// <summary>Analyzes a method.</summary>
    /// <param name="root">The method.</param>
    /// <param name="writes">
    /// The assignments to its locals. (In the graph, the target of an assignment is not always the local itself.)
    /// </param>
    public ReachingDefinitions(IOperation root, IReadOnlyDictionary<SyntaxNode, ILocalSymbol> writes)
    {
        if (CreateGraph(root) is not { } graph || HasHandlers(graph.Root) || (long)graph.Blocks.Length * writes.Values.Distinct(SymbolEqualityComparer.Default).Count() > MostSteps)
            return;
        _graph = graph;
        foreach (var block in graph.Blocks.Where(block => block.IsReachable))
        {
            foreach (var (local, use) in Uses(block, writes))
                Add(local, block, use);
        }
    }

    /// <summary>Gets the syntax of the assignments that reach a read; null if they are unknown.</summary>
    /// <param name="read">The read of the local.</param>
    public ImmutableHashSet<SyntaxNode>? Find(ILocalReferenceOperation read)
    {
        if (_graph is null || !_uses.TryGetValue(read.Local, out var uses))
            return null;

        // Several actions can analyze one method at the same time.
        lock (_reaching)
        {
            if (!_reaching.TryGetValue(read.Local, out var reaching))
                _reaching.Add(read.Local, reaching = Follow(_graph, uses));
            return reaching.TryGetValue(read.Syntax, out var found) ? found : null;
        }
    }

    private static ControlFlowGraph? CreateGraph(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block),
        _ => null,
    };

    // An exception can leave a try block anywhere, which the edges of the graph do not show.
    private static bool HasHandlers(ControlFlowRegion region) =>
        region.Kind is ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally or ControlFlowRegionKind.FilterAndHandler
        || region.NestedRegions.Any(HasHandlers);

    private static IEnumerable<(ILocalSymbol Local, LocalUse Use)> Uses(BasicBlock block, IReadOnlyDictionary<SyntaxNode, ILocalSymbol> writes)
    {
        var statements = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
        foreach (var operation in statements.SelectMany(InOrder))
        {
            if (operation is ILocalReferenceOperation read)
                yield return (read.Local, new LocalUse(read.Syntax, IsWrite: false));
            else if (operation is ISimpleAssignmentOperation && writes.TryGetValue(operation.Syntax, out var local))
                yield return (local, new LocalUse(operation.Syntax, IsWrite: true));
        }
    }

    // Nested operations come first, from left to right, in the order of execution.
    private static List<IOperation> InOrder(IOperation statement)
    {
        var operations = new List<IOperation>();
        var open = new Stack<IOperation>([statement]);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            operations.Add(operation);
            foreach (var inner in operation.ChildOperations)
                open.Push(inner);
        }

        operations.Reverse();
        return operations;
    }

    private void Add(ILocalSymbol local, BasicBlock block, LocalUse use)
    {
        if (!_uses.TryGetValue(local, out var blocks))
            _uses.Add(local, blocks = []);
        if (!blocks.TryGetValue(block, out var uses))
            blocks.Add(block, uses = []);
        uses.Add(use);
    }

    private static Dictionary<SyntaxNode, ImmutableHashSet<SyntaxNode>> Follow(ControlFlowGraph graph, Dictionary<BasicBlock, List<LocalUse>> uses)
    {
        var reaching = new Dictionary<SyntaxNode, ImmutableHashSet<SyntaxNode>>();
        var ends = new ImmutableHashSet<SyntaxNode>?[graph.Blocks.Length];
        var rounds = 0;
        for (var isChanged = true; isChanged;)
        {
            if (++rounds > MostRounds)
                return [];
            isChanged = false;
            foreach (var block in graph.Blocks)
            {
                var start = Start(block, ends);
                var end = uses.TryGetValue(block, out var inBlock) ? Follow(inBlock, start, reaching) : start;
                if (ends[block.Ordinal] is { } known && known.SetEquals(end))
                    continue;
                ends[block.Ordinal] = end;
                isChanged = true;
            }
        }

        return reaching;
    }

    private static ImmutableHashSet<SyntaxNode> Start(BasicBlock block, ImmutableHashSet<SyntaxNode>?[] ends) => block.Predecessors
        .Select(branch => ends[branch.Source.Ordinal] ?? None)
        .Aggregate(None, static (all, end) => all.IsEmpty ? end : all.Union(end));

    // The set that reaches a read only grows from round to round, so the result of the last round is valid.
    private static ImmutableHashSet<SyntaxNode> Follow(List<LocalUse> uses, ImmutableHashSet<SyntaxNode> start, Dictionary<SyntaxNode, ImmutableHashSet<SyntaxNode>> reaching)
    {
        foreach (var use in uses)
        {
            if (use.IsWrite)
                start = [use.Syntax];
            else
                reaching[use.Syntax] = start;
        }

        return start;
    }

    private readonly record struct LocalUse(SyntaxNode Syntax, bool IsWrite);
}
