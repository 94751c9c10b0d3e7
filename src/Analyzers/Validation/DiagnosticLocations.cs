using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Validation;

/// <summary>Decides what is underlined.</summary>
internal static class DiagnosticLocations
{
    /// <summary>
    /// The assignment that shows the mistake, or else the name of the type that is made. Where these stand outside of what is
    /// validated, as in another statement, it is what is validated itself.
    /// </summary>
    public static Location Of(ObjectValue value, string? trigger, IOperation validated)
    {
        var place = trigger is not null && value.Members.TryGetValue(trigger, out var member) && member.Assignment is { } assignment
            ? Short(assignment.Syntax)
            : Head(value.Creation?.Syntax);
        return place is not null && place.SourceTree == validated.Syntax.SyntaxTree && validated.Syntax.Span.Contains(place.SourceSpan)
            ? place
            : Head(validated.Syntax) ?? validated.Syntax.GetLocation();
    }

    private static Location? Head(SyntaxNode? creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type.GetLocation(),
        BaseObjectCreationExpressionSyntax unnamed => unnamed.NewKeyword.GetLocation(),
        WithExpressionSyntax with => with.WithKeyword.GetLocation(),
        { } other => other.GetLocation(),
        null => null,
    };

    // Half a page of underlined code helps nobody.
    private static Location Short(SyntaxNode assignment)
    {
        var whole = assignment.GetLocation();
        var lines = whole.GetLineSpan();
        return lines.StartLinePosition.Line != lines.EndLinePosition.Line && assignment is AssignmentExpressionSyntax { Left: { } left } ? left.GetLocation() : whole;
    }
}
