using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.CodeFixes.Editing;

/// <summary>Changes lists whose elements are written one by one: <c>[…]</c>, <c>new[] { … }</c> or <c>new List&lt;X&gt; { … }</c>.</summary>
internal static class Lists
{
    /// <summary>Finds the part of an expression that contains the elements; null if it is not a list, or not all its elements are visible.</summary>
    public static ExpressionSyntax? Find(ExpressionSyntax expression) => expression switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(e => e is ExpressionElementSyntax) => collection,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer,
        ObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: { } initializer } when IsList(initializer) => initializer,
        _ => null,
    };

    /// <summary>Finds the list that has an expression as an element, and its index there, or null.</summary>
    public static (ExpressionSyntax List, int Index)? Around(ExpressionSyntax element) => element.Parent switch
    {
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } wrapper => (collection, collection.Elements.IndexOf(wrapper)),
        InitializerExpressionSyntax initializer when IsList(initializer) => (initializer, initializer.Expressions.IndexOf(element)),
        _ => null,
    };

    /// <summary>Counts the elements.</summary>
    public static int Count(ExpressionSyntax list) => list is CollectionExpressionSyntax collection ? collection.Elements.Count : ((InitializerExpressionSyntax)list).Expressions.Count;

    /// <summary>Removes elements.</summary>
    public static ExpressionSyntax Remove(ExpressionSyntax list, int first, int count)
    {
        for (var index = first + count - 1; index >= first; index--)
        {
            list = list is CollectionExpressionSyntax collection
                ? collection.WithElements(SeparatedLists.Without(collection.Elements, index))
                : ((InitializerExpressionSyntax)list).WithExpressions(SeparatedLists.Without(((InitializerExpressionSyntax)list).Expressions, index));
        }

        return list;
    }

    /// <summary>Replaces an element, and adds others after it.</summary>
    public static ExpressionSyntax Replace(ExpressionSyntax list, int index, IReadOnlyList<ExpressionSyntax> replacements)
    {
        if (list is CollectionExpressionSyntax collection)
        {
            var wrappers = collection.Elements.Replace(collection.Elements[index], SyntaxFactory.ExpressionElement(replacements[0]));
            for (var i = 1; i < replacements.Count; i++)
                wrappers = SeparatedLists.InsertAfter(wrappers, index + i - 1, SyntaxFactory.ExpressionElement(replacements[i]));
            return collection.WithElements(wrappers);
        }

        var initializer = (InitializerExpressionSyntax)list;
        var elements = initializer.Expressions.Replace(initializer.Expressions[index], replacements[0]);
        for (var i = 1; i < replacements.Count; i++)
            elements = SeparatedLists.InsertAfter(elements, index + i - 1, replacements[i]);
        return initializer.WithExpressions(elements);
    }

    private static bool IsList(InitializerExpressionSyntax initializer) => initializer.Kind() is SyntaxKind.ArrayInitializerExpression or SyntaxKind.CollectionInitializerExpression;
}
