using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.CodeFixes.Editing;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>The changes that fixes are made of.</summary>
internal static class Proposals
{
    // A longer list is no help: the editor's own completion shows it as well.
    private const int MostValues = 8;

    /// <summary>Takes a member out.</summary>
    public static IEnumerable<Proposal> Remove(MemberSlot slot)
    {
        if (slot.Assignment is not null)
        {
            yield return new Proposal(
                $"Remove {slot.Property.Name}", $"remove {slot.Path}", slot.Creation, Initializers.Remove(slot.Creation, [slot.Property.Name]), !HasContent(slot));
        }
    }

    /// <summary>Keeps one member and takes the others out.</summary>
    public static Proposal Keep(MemberSlot kept, IReadOnlyList<MemberSlot> others) => new(
        $"Keep {kept.Property.Name}, remove {string.Join(", ", others.Select(o => o.Property.Name))}",
        $"keep {kept.Path}",
        kept.Creation,
        Initializers.Remove(kept.Creation, [.. others.Select(o => o.Property.Name)]),
        !others.Any(HasContent));

    /// <summary>Does what the schema says puts a rule right, perhaps after a member is taken out.</summary>
    public static IEnumerable<Proposal> Follow(RequestPlace place, Rule rule, MemberSlot? removed = null)
    {
        if (rule.Fix.IsEmpty || removed is { Assignment: null } || (removed is not null && removed.Creation != place.Creation))
            yield break;
        var creation = removed is null ? place.Creation : Initializers.Remove(place.Creation, [removed.Property.Name]);
        var (titles, keys) = (new List<string>(), new List<string>());
        foreach (var fix in rule.Fix)
        {
            if (place.Slot(fix.Path.ToString()) is not { } slot || slot.Creation != place.Creation || Expression(place, slot, fix.Values[0]) is not { } expression)
                yield break;
            creation = Initializers.Set(creation, slot.Property.Name, expression);
            titles.Add($"Set {slot.Property.Name} to {expression}");
            keys.Add($"set {slot.Path}: {fix.Values[0]}");
        }

        var (title, key) = (string.Join(", ", titles), string.Join(", ", keys));
        yield return new Proposal(
            removed is null ? title : $"{title}, remove {removed.Property.Name}",
            removed is null ? key : $"{key}, remove {removed.Path}",
            place.Creation,
            creation,
            removed is null || !HasContent(removed));
    }

    /// <summary>Gives a member one of the values that it may have, or of those that there are.</summary>
    public static IEnumerable<Proposal> SetToOneOf(RequestPlace place, MemberSlot slot, IReadOnlyList<string> values)
    {
        if (WireNames.ValuesInUse(slot.Property.Type) is { } fields)
            return SetToOneOf(place, slot, [.. fields.Where(f => values.Count == 0 || values.Contains(RuleReader.SchemaName(f), StringComparer.OrdinalIgnoreCase))]);
        if (slot.Property.Type.SpecialType != SpecialType.System_String || values.Count > MostValues)
            return [];
        return (values.Count == 0 ? [""] : values).Select(v => Set(slot, v, SymbolDisplay.FormatLiteral(v, quote: true), isOnly: values.Count <= 1));
    }

    /// <summary>Gives a member one of some values of its enum; those that have a condition of their own come last.</summary>
    public static IEnumerable<Proposal> SetToOneOf(RequestPlace place, MemberSlot slot, IReadOnlyList<IFieldSymbol> values) => values.Count > MostValues
        ? []
        : values.OrderBy(value => RuleReader.OnlyWhen(value) is not null).Select(value =>
        {
            var set = Set(slot, RuleReader.SchemaName(value), Write(value, place.Model, slot.Creation.SpanStart), isOnly: values.Count == 1);
            return RuleReader.OnlyWhen(value) is { } condition ? set with { Title = $"{set.Title} (only when {condition})", IsForBatches = false } : set;
        });

    private static string? Expression(RequestPlace place, MemberSlot slot, string value) => WireNames.ValuesInUse(slot.Property.Type) is { } fields
        ? fields.Where(f => RuleReader.SchemaName(f) == value).Select(f => Write(f, place.Model, slot.Creation.SpanStart)).FirstOrDefault()
        : slot.Property.Type.SpecialType == SpecialType.System_String ? SymbolDisplay.FormatLiteral(value, quote: true) : null;

    // As short as can be; in full where something else has the short name.
    private static string Write(IFieldSymbol value, SemanticModel model, int position)
    {
        var text = $"{value.ContainingType.ToMinimalDisplayString(model, position)}.{value.Name}";
        var meant = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(text), SpeculativeBindingOption.BindAsExpression).Symbol;
        return SymbolEqualityComparer.Default.Equals(meant, value) ? text : $"{value.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{value.Name}";
    }

    private static Proposal Set(MemberSlot slot, string value, string expression, bool isOnly) => new(
        $"Set {slot.Property.Name} to {expression}",
        $"set {slot.Path}: {value}",
        slot.Creation,
        Initializers.Set(slot.Creation, slot.Property.Name, expression),
        isOnly && !HasContent(slot));

    // An enum or a flag says how something is sent; everything else is what is sent, or to whom.
    private static bool HasContent(MemberSlot slot) =>
        slot.Assignment is { Right: not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } }
        && WireNames.ValuesInUse(slot.Property.Type) is null
        && !slot.Property.Type.ToDisplayString().StartsWith("bool", StringComparison.Ordinal);
}
