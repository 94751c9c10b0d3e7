using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Finds which assignments to a local reach a place where it is read, over all ways that control can take.</summary>
internal static class ReachingWrites
{
    /// <summary>Gives the places of the assignments; null if they cannot be told.</summary>
    /// <param name="root">The method.</param>
    /// <param name="read">Where the local is read.</param>
    /// <param name="writes">Where it is assigned to. (In the graph, the target of an assignment is not always the local itself.)</param>
    public static ImmutableHashSet<SyntaxNode>? Find(IOperation root, ILocalReferenceOperation read, ImmutableHashSet<SyntaxNode> writes)
    {
        if (CreateGraph(root) is not { } graph || HasHandlers(graph.Root))
            return null;
        var ends = new ImmutableHashSet<SyntaxNode>?[graph.Blocks.Length];
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var block in graph.Blocks)
            {
                var end = Flow(block, Start(block, ends), writes, null, out _);
                if (ends[block.Ordinal] is { } known && known.SetEquals(end))
                    continue;
                ends[block.Ordinal] = end;
                changed = true;
            }
        }

        foreach (var block in graph.Blocks.Where(b => b.IsReachable))
        {
            Flow(block, Start(block, ends), writes, read.Syntax, out var found);
            if (found is not null)
                return found;
        }

        return null;
    }

    private static ControlFlowGraph? CreateGraph(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block),
        _ => null,
    };

    // An exception leaves a try block anywhere, which the graph's edges do not show.
    private static bool HasHandlers(ControlFlowRegion region) =>
        region.Kind is ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally or ControlFlowRegionKind.FilterAndHandler
        || region.NestedRegions.Any(HasHandlers);

    private static ImmutableHashSet<SyntaxNode> Start(BasicBlock block, ImmutableHashSet<SyntaxNode>?[] ends)
    {
        var start = ImmutableHashSet<SyntaxNode>.Empty;
        foreach (var branch in block.Predecessors)
            start = ends[branch.Source.Ordinal] is { } end ? start.Union(end) : start;
        return start;
    }

    // What reaches the end of a block, and what reaches a place in it.
    private static ImmutableHashSet<SyntaxNode> Flow(
        BasicBlock block, ImmutableHashSet<SyntaxNode> reaching, ImmutableHashSet<SyntaxNode> writes, SyntaxNode? place, out ImmutableHashSet<SyntaxNode>? atPlace)
    {
        atPlace = null;
        IEnumerable<IOperation> operations = block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;
        foreach (var operation in operations)
        {
            // Inner operations come first: the value of an assignment is calculated before it is stored.
            if (place is not null && operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(r => r.Syntax == place))
                atPlace = reaching;
            foreach (var write in operation.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
            {
                if (writes.Contains(write.Syntax))
                    reaching = [write.Syntax];
            }
        }

        return reaching;
    }
}
