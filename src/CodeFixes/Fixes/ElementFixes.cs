using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.CodeFixes.Editing;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>Creates the changes for lists. Elements are content, so each change requires a decision of the author.</summary>
internal static class ElementFixes
{
    /// <summary>Removes the object with the violation from its list. If it is alone there, the list is removed.</summary>
    public static IEnumerable<CandidateFix> Remove(FixTarget place)
    {
        if (Lists.Around(place.Creation) is not var (list, index))
            yield break;
        if (Lists.Count(list) > 1)
        {
            yield return new CandidateFix($"Remove the {place.Type.Name}", $"remove an element {place.Type.Name}", list, Lists.Remove(list, index, 1), IsForBatches: false);
        }
        else if (list.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } assignment
            && Lists.Find(assignment.Right) == list && assignment.Parent?.Parent is ExpressionSyntax owner && Initializers.IsCreation(owner))
        {
            yield return new CandidateFix($"Remove {name}", $"remove the only element of {name}", owner, Initializers.Remove(owner, [name]), IsForBatches: false);
        }
    }

    /// <summary>Keeps as many elements as a list can have, and moves the others to a copy of the object or of the call, or removes them.</summary>
    public static IEnumerable<CandidateFix> Limit(FixTarget place, MemberReference slot, int most)
    {
        if (slot.Assignment is not { } assignment || Lists.Find(assignment.Right) is not { } list || most <= 0 || Lists.Count(list) <= most)
            yield break;
        var rest = Lists.Count(list) - most;
        var what = $"the last {rest} of {slot.Property.Name}";
        var parts = Enumerable.Range(0, (rest + most - 1) / most + 1).Select(i => Part(list, i * most, most)).ToList();
        if (slot.Creation == place.Creation && Lists.Around(slot.Creation) is var (outer, index) && CanBeWrittenTwice(slot.Creation, list))
        {
            var copies = parts.Select(part => slot.Creation.ReplaceNode(list, part)).ToList();
            yield return new CandidateFix($"Move {what} to a copy of the {place.Type.Name}", $"split {slot.Path}", outer, Lists.Replace(outer, index, copies), IsForBatches: false);
        }
        else if (Statements.CallWith(slot.Creation) is { } call && Statements.CountCalls(call, list) == 1)
        {
            var statement = Statements.InList(call);
            var copies = parts.Select(part => statement.ReplaceNode(list, part)).ToList();
            yield return new CandidateFix($"Move {what} to a copy of the statement", $"repeat with {slot.Path}", statement, Statements.WithLineEnd(copies[0]), IsForBatches: false)
            {
                Further = [.. copies.Skip(1).Select(Statements.OnNextLine)],
            };
        }

        yield return new CandidateFix(
            $"Keep the first {most} of {slot.Property.Name}, remove the last {rest}", $"shorten {slot.Path}", list, Lists.Remove(list, most, rest), IsForBatches: false);
    }

    private static ExpressionSyntax Part(ExpressionSyntax list, int first, int count)
    {
        var end = Math.Min(first + count, Lists.Count(list));
        return Lists.Remove(Lists.Remove(list, end, Lists.Count(list) - end), 0, first);
    }

    // What is computed could have another value the second time, or a second effect.
    private static bool CanBeWrittenTwice(ExpressionSyntax creation, ExpressionSyntax list) => creation is BaseObjectCreationExpressionSyntax
        && creation.DescendantNodes(node => node != list).All(node => node is not (InvocationExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax }));
}
