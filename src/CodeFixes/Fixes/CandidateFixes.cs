using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.CodeFixes.Editing;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>Creates the changes for fixes.</summary>
internal static class CandidateFixes
{
    // Longer lists are not useful, because the completion of the editor shows them too.
    private const int MostValues = 8;

    /// <summary>Removes a member.</summary>
    public static IEnumerable<CandidateFix> Remove(MemberReference slot)
    {
        if (slot.Assignment is not null)
        {
            yield return new CandidateFix(
                $"Remove {slot.Property.Name}", $"remove {slot.Path}", slot.Creation, Initializers.Remove(slot.Creation, [slot.Property.Name]), MayRemove(slot))
            {
                KeepsEverything = IsEmpty(slot),
            };
        }
    }

    /// <summary>Keeps one member and removes the others. Which one the author wants is certain only if the others are empty.</summary>
    public static CandidateFix Keep(MemberReference kept, IReadOnlyList<MemberReference> others) => new(
        $"Keep {kept.Property.Name}, remove {string.Join(", ", others.Select(o => o.Property.Name))}",
        $"keep {kept.Path}",
        kept.Creation,
        Initializers.Remove(kept.Creation, [.. others.Select(o => o.Property.Name)]),
        others.All(other => MayRemove(other) && IsEmpty(other)))
    {
        KeepsEverything = others.All(IsEmpty),
    };

    /// <summary>Applies the fix of the schema for a rule, optionally after removing a member.</summary>
    public static IEnumerable<CandidateFix> Follow(FixTarget place, Rule rule, MemberReference? removed = null)
    {
        if (rule.Fix.Count == 0 || removed is { Assignment: null } || (removed is not null && removed.Creation != place.Creation))
            yield break;
        var creation = removed is null ? place.Creation : Clear(removed);
        var isForBatches = removed is null || !HasContent(removed);
        var (titles, keys, conditions) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var fix in rule.Fix)
        {
            if (place.Slot(fix.Path.ToString()) is not { } slot || slot.Creation != place.Creation
                || Expression(place, slot, fix.Values[0]) is not var (expression, condition))
            {
                yield break;
            }

            creation = Initializers.Set(creation, slot.Property.Name, expression);
            isForBatches &= MayReplace(place, slot);
            titles.Add($"Set {slot.Property.Name} to {expression}");
            keys.Add($"set {slot.Path}: {fix.Values[0]}");
            if (condition is not null)
                conditions.Add(condition);
        }

        if (removed is not null)
        {
            titles.Add($"remove {removed.Property.Name}");
            keys.Add($"remove {removed.Path}");
        }

        var proposal = new CandidateFix(string.Join(", ", titles), string.Join(", ", keys), place.Creation, creation, isForBatches) { IsOfSchema = true };
        yield return conditions.Count == 0 ? proposal : proposal.OnlyWhen(string.Join(" and ", conditions));
    }

    /// <summary>Sets a member to one of its valid values, or to any existing value if none are given.</summary>
    public static IEnumerable<CandidateFix> SetToOneOf(FixTarget place, MemberReference slot, IReadOnlyList<string> values)
    {
        if (WireNames.ValuesInUse(slot.Property.Type) is { } fields)
            return SetToOneOf(place, slot, [.. fields.Where(f => values.Count == 0 || values.Contains(RuleAttributeReader.SchemaName(f), StringComparer.OrdinalIgnoreCase))]);
        if (slot.Property.Type.SpecialType != SpecialType.System_String || values.Count > MostValues)
            return [];

        // An empty text is made up.
        return (values.Count == 0 ? [""] : values).Select(v => Set(place, slot, v, SymbolDisplay.FormatLiteral(v, quote: true), isOnly: values.Count == 1));
    }

    /// <summary>Sets a member to one of the given values of its enum.</summary>
    public static IEnumerable<CandidateFix> SetToOneOf(FixTarget place, MemberReference slot, IReadOnlyList<IFieldSymbol> values) => values.Count > MostValues
        ? []
        : values.Select(value =>
        {
            var set = Set(place, slot, RuleAttributeReader.SchemaName(value), Write(value, place.Model, slot.Creation.SpanStart), isOnly: values.Count == 1);
            return RuleAttributeReader.OnlyWhen(value) is { } condition ? set.OnlyWhen(condition) : set;
        });

    /// <summary>Removes a member whose value is named here, in the ways that the rules specify that require the member.</summary>
    public static IEnumerable<CandidateFix> DoWithout(FixTarget place, MemberReference slot) =>
        IsNamed(place, slot) ? place.RulesThatRequire(slot).SelectMany(rule => Follow(place, rule, slot)) : [];

    /// <summary>Replaces a value that is named here with one that is available on every platform.</summary>
    public static IEnumerable<CandidateFix> SetToOneEverywhere(FixTarget place, MemberReference slot) =>
        IsNamed(place, slot) && WireNames.ValuesInUse(slot.Property.Type) is { } values ? SetToOneOf(place, slot, [.. values.Where(WireNames.IsEverywhere)]) : [];

    // Gets the expression for a value, and the condition for using the value.
    private static (string Expression, string? Condition)? Expression(FixTarget place, MemberReference slot, string value)
    {
        if (WireNames.ValuesInUse(slot.Property.Type) is { } fields)
        {
            return fields.FirstOrDefault(f => RuleAttributeReader.SchemaName(f) == value) is { } field
                ? (Write(field, place.Model, slot.Creation.SpanStart), RuleAttributeReader.OnlyWhen(field))
                : null;
        }

        return slot.Property.Type.SpecialType == SpecialType.System_String ? (SymbolDisplay.FormatLiteral(value, quote: true), null) : null;
    }

    // As short as possible, and fully qualified if the short name means something else.
    private static string Write(IFieldSymbol value, SemanticModel model, int position)
    {
        var text = $"{value.ContainingType.ToMinimalDisplayString(model, position)}.{value.Name}";
        var meant = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(text), SpeculativeBindingOption.BindAsExpression).Symbol;
        return SymbolEqualityComparer.Default.Equals(meant, value) ? text : $"{value.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{value.Name}";
    }

    private static CandidateFix Set(FixTarget place, MemberReference slot, string value, string expression, bool isOnly) => new(
        $"Set {slot.Property.Name} to {expression}",
        $"set {slot.Path}: {value}",
        slot.Creation,
        Initializers.Set(slot.Creation, slot.Property.Name, expression),
        isOnly && MayReplace(place, slot))
    {
        KeepsEverything = IsEmpty(slot),
    };

    // In a with, a member that is left out has the value of the base.
    private static ExpressionSyntax Clear(MemberReference slot) => slot.Creation is WithExpressionSyntax
        ? Initializers.Set(slot.Creation, slot.Property.Name, "null")
        : Initializers.Remove(slot.Creation, [slot.Property.Name]);

    // In a with, removing a member restores the value of the base, which is not visible.
    private static bool MayRemove(MemberReference slot) => !HasContent(slot) && !IsComputed(slot.Assignment!.Right) && slot.Creation is not WithExpressionSyntax;

    private static bool IsEmpty(MemberReference slot) => slot.Assignment is not { Right: { } right } || IsEmpty(right);

    // Code that does more than naming a value may be needed for what it does.
    private static bool IsComputed(ExpressionSyntax value) => !IsEmpty(value)
        && value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(e => e is not (LiteralExpressionSyntax or TypeSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax));

    // Replacing a run-time value requires a decision of the author.
    private static bool MayReplace(FixTarget place, MemberReference slot) =>
        !HasContent(slot) && (slot.Assignment is null || place.Model.GetConstantValue(slot.Assignment.Right).HasValue);

    // A value from elsewhere is fixed where it comes from.
    private static bool IsNamed(FixTarget place, MemberReference slot) =>
        slot.Assignment is { } assignment && place.Model.GetSymbolInfo(assignment.Right).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum };

    // An enum or a Boolean specifies how something is sent. All other values are content or a recipient, unless they are empty.
    private static bool HasContent(MemberReference slot) =>
        slot.Assignment is { Right: { } right }
        && !IsEmpty(right)
        && WireNames.ValuesInUse(slot.Property.Type) is null
        && !slot.Property.Type.ToDisplayString().StartsWith("bool", StringComparison.Ordinal);

    private static bool IsEmpty(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or LiteralExpressionSyntax { Token.ValueText: "" } || (Lists.Find(value) is { } list && Lists.Count(list) == 0);
}
