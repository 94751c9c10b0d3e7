using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            yield return new Proposal($"Remove {slot.Property.Name}", $"remove {slot.Path}", slot.Creation, Initializers.Remove(slot.Creation, [slot.Property.Name]));
    }

    /// <summary>Keeps one member and takes the others out.</summary>
    public static Proposal Keep(MemberSlot kept, IReadOnlyList<MemberSlot> others) => new(
        $"Keep {kept.Property.Name}, remove {string.Join(", ", others.Select(o => o.Property.Name))}",
        $"keep {kept.Path}",
        kept.Creation,
        Initializers.Remove(kept.Creation, [.. others.Select(o => o.Property.Name)]));

    /// <summary>Gives a member one of the values that it may have, or of those that there are.</summary>
    public static IEnumerable<Proposal> SetToOneOf(RequestPlace place, MemberSlot slot, IReadOnlyList<string> values)
    {
        if (WireNames.ValuesInUse(slot.Property.Type) is { } fields)
            return SetToOneOf(place, slot, [.. fields.Where(f => values.Count == 0 || values.Contains(RuleReader.SchemaName(f), StringComparer.OrdinalIgnoreCase))]);
        if (slot.Property.Type.SpecialType != SpecialType.System_String || values.Count > MostValues)
            return [];
        return (values.Count == 0 ? [""] : values).Select(v => Set(slot, v, SymbolDisplay.FormatLiteral(v, quote: true)));
    }

    /// <summary>Gives a member one of some values of its enum.</summary>
    public static IEnumerable<Proposal> SetToOneOf(RequestPlace place, MemberSlot slot, IReadOnlyList<IFieldSymbol> values) => values.Count > MostValues
        ? []
        : values.Select(value => Set(slot, RuleReader.SchemaName(value), Write(value, place.Model, slot.Creation.SpanStart)));

    // As short as can be; in full where something else has the short name.
    private static string Write(IFieldSymbol value, SemanticModel model, int position)
    {
        var text = $"{value.ContainingType.ToMinimalDisplayString(model, position)}.{value.Name}";
        var meant = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(text), SpeculativeBindingOption.BindAsExpression).Symbol;
        return SymbolEqualityComparer.Default.Equals(meant, value) ? text : $"{value.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{value.Name}";
    }

    private static Proposal Set(MemberSlot slot, string value, string expression) => new(
        $"Set {slot.Property.Name} to {expression}",
        $"set {slot.Path}: {value}",
        slot.Creation,
        Initializers.Set(slot.Creation, slot.Property.Name, expression));
}
