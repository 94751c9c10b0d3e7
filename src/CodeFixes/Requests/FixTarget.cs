using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.CodeFixes.Editing;

namespace PageMessagesGen.CodeFixes.Requests;

/// <summary>
/// The creation of a request, or of a part of one, that violates a rule: <c>new X { … }</c>, <c>new() { … }</c> or
/// <c>x with { … }</c>.
/// </summary>
internal sealed class FixTarget
{
    private FixTarget(SemanticModel model, Diagnostic diagnostic, ExpressionSyntax creation, INamedTypeSymbol type)
    {
        Model = model;
        Diagnostic = diagnostic;
        Creation = creation;
        Type = type;
    }

    /// <summary>Gets the semantic model of the file.</summary>
    public SemanticModel Model { get; }

    /// <summary>Gets the diagnostic.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>Gets the creation.</summary>
    public ExpressionSyntax Creation { get; }

    /// <summary>Gets the type that has the rule.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>Gets the name of the rule.</summary>
    public string RuleName => TextOf("rule");

    /// <summary>Gets the wire paths of the members in the diagnostic.</summary>
    public IReadOnlyList<string> Members => ListOf("member");

    /// <summary>Gets the required values of the member, by their names in the schema; empty for any value.</summary>
    public IReadOnlyList<string> Values => ListOf("values");

    /// <summary>Finds the creation that a diagnostic refers to; null if none can be changed.</summary>
    public static FixTarget? Find(SemanticModel model, SyntaxNode root, Diagnostic diagnostic)
    {
        var first = diagnostic.Properties.TryGetValue("member", out var members) && members is not null ? members.Split(',', '.')[0].Trim() : "";
        foreach (var node in root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf())
        {
            if (Initializers.IsCreation(node)
                && model.GetTypeInfo(node).Type is INamedTypeSymbol type
                && WireNames.PropertyOf(type, first) is not null)
            {
                return node.ContainsDirectives ? null : new FixTarget(model, diagnostic, (ExpressionSyntax)node, type);
            }
        }

        return null;
    }

    /// <summary>Finds a member by its path; null if the path leaves the object that is created here.</summary>
    public MemberReference? Slot(string path)
    {
        var (creation, type) = (Creation, Type);
        var names = path.Split('.');
        for (var i = 0; ; i++)
        {
            if (WireNames.PropertyOf(type, names[i]) is not { } property)
                return null;
            var assignment = Initializers.AssignmentOf(creation, property.Name);
            if (i == names.Length - 1)
                return new MemberReference(path, creation, property, assignment);
            if (assignment is null || !Initializers.IsCreation(assignment.Right) || Model.GetTypeInfo(assignment.Right).Type is not INamedTypeSymbol next)
                return null;
            (creation, type) = (assignment.Right, next);
        }
    }

    /// <summary>Gets the rule of the schema; null for a built-in rule of a member, such as a length.</summary>
    public Rule? Rule => Rules.FirstOrDefault(r => r.Name == RuleName);

    /// <summary>Gets the limits of a member that the diagnostic is about: those of the rule, or those of the member itself.</summary>
    public IReadOnlyList<Limit> LimitsOf(MemberReference slot) => Rule is { } rule
        ? rule.Kind == RuleKind.Limit ? [.. rule.Targets.Where(target => target.Path.ToString() == slot.Path).SelectMany(target => target.Limits)] : []
        : TypeRules is { } rules && rules.Members.TryGetValue(slot.Path, out var member) ? [.. member.Limits] : [];

    /// <summary>Gets the string that a member is set to here; null if it is not constant.</summary>
    public string? TextOf(MemberReference slot) =>
        slot.Assignment is { Right: { } right } && Model.GetConstantValue(right) is { HasValue: true, Value: string text } ? text : null;

    /// <summary>Gets the rules of the type that require a member.</summary>
    public IEnumerable<Rule> RulesThatRequire(MemberReference slot) =>
        Rules.Where(rule => rule.Kind == RuleKind.Require && rule.Targets.Any(target => target.Path.ToString() == slot.Path));

    /// <summary>Gets the members that make the rule apply, as far as they are set here.</summary>
    public IEnumerable<MemberReference> Triggers()
    {
        foreach (var condition in Rule?.When ?? [])
        {
            if (condition.Test is not ConditionTest.Absent && Slot(condition.Path.ToString()) is { Assignment: not null } slot)
                yield return slot;
        }
    }

    private TypeRules? TypeRules => new RuleAttributeReader().Find(Type);

    private IEnumerable<Rule> Rules => TypeRules is { } rules ? rules.Rules.Concat(rules.PlatformRules).Select(rule => rule.Rule) : [];

    private string TextOf(string key) => Diagnostic.Properties.TryGetValue(key, out var value) ? value ?? "" : "";

    private List<string> ListOf(string key) => [.. TextOf(key).Split([','], StringSplitOptions.RemoveEmptyEntries).Select(v => v.Trim())];
}

/// <summary>A member of a creation, set or not.</summary>
/// <param name="Path">The path on the wire.</param>
/// <param name="Creation">The creation of the object that has the member.</param>
/// <param name="Property">The property.</param>
/// <param name="Assignment">The assignment; null if the member is not set.</param>
internal sealed record MemberReference(string Path, ExpressionSyntax Creation, IPropertySymbol Property, AssignmentExpressionSyntax? Assignment);
