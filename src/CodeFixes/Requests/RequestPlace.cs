using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.CodeFixes.Editing;

namespace PageMessagesGen.CodeFixes.Requests;

/// <summary>The creation of a request, or of a part of one, that breaks a rule: <c>new X { … }</c>, <c>new() { … }</c> or <c>x with { … }</c>.</summary>
internal sealed class RequestPlace
{
    private RequestPlace(SemanticModel model, Diagnostic diagnostic, ExpressionSyntax creation, INamedTypeSymbol type)
    {
        Model = model;
        Diagnostic = diagnostic;
        Creation = creation;
        Type = type;
    }

    /// <summary>What the compiler knows of the file.</summary>
    public SemanticModel Model { get; }

    /// <summary>What was reported.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The creation.</summary>
    public ExpressionSyntax Creation { get; }

    /// <summary>The type of which the rule is.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The rule's name.</summary>
    public string RuleName => TextOf("rule");

    /// <summary>The members that the diagnostic names, by their paths on the wire.</summary>
    public IReadOnlyList<string> Members => ListOf("member");

    /// <summary>The values that the member must have, by their names in the schema; none for any.</summary>
    public IReadOnlyList<string> Values => ListOf("values");

    /// <summary>Finds the creation of which a diagnostic speaks; null if there is none that can be changed.</summary>
    public static RequestPlace? Find(SemanticModel model, SyntaxNode root, Diagnostic diagnostic)
    {
        var first = diagnostic.Properties.TryGetValue("member", out var members) && members is not null ? members.Split(',', '.')[0].Trim() : "";
        foreach (var node in root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf())
        {
            if (Initializers.IsCreation(node)
                && model.GetTypeInfo(node).Type is INamedTypeSymbol type
                && WireNames.PropertyOf(type, first) is not null)
            {
                return node.ContainsDirectives ? null : new RequestPlace(model, diagnostic, (ExpressionSyntax)node, type);
            }
        }

        return null;
    }

    /// <summary>Finds a member by its path; null if the path leaves what is created at this place.</summary>
    public MemberSlot? Slot(string path)
    {
        var (creation, type) = (Creation, Type);
        var names = path.Split('.');
        for (var i = 0; ; i++)
        {
            if (WireNames.PropertyOf(type, names[i]) is not { } property)
                return null;
            var assignment = Initializers.AssignmentOf(creation, property.Name);
            if (i == names.Length - 1)
                return new MemberSlot(path, creation, property, assignment);
            if (assignment is null || !Initializers.IsCreation(assignment.Right) || Model.GetTypeInfo(assignment.Right).Type is not INamedTypeSymbol next)
                return null;
            (creation, type) = (assignment.Right, next);
        }
    }

    /// <summary>Gets the rule of the schema; null for a built-in rule of a member, such as a length.</summary>
    public Rule? Rule => Rules.FirstOrDefault(r => r.Name == RuleName);

    /// <summary>The rules of the type that require a member.</summary>
    public IEnumerable<Rule> RulesThatRequire(MemberSlot slot) =>
        Rules.Where(rule => rule.Kind == RuleKind.Require && rule.Targets.Any(target => target.Path.ToString() == slot.Path));

    /// <summary>The members that make the rule hold, as far as they are set at this place.</summary>
    public IEnumerable<MemberSlot> Triggers()
    {
        foreach (var condition in Rule?.When ?? [])
        {
            if (condition.Test is not ConditionTest.Absent && Slot(condition.Path.ToString()) is { Assignment: not null } slot)
                yield return slot;
        }
    }

    private IEnumerable<Rule> Rules => new RuleReader().Find(Type) is { } rules ? rules.Rules.Concat(rules.PlatformRules) : [];

    private string TextOf(string key) => Diagnostic.Properties.TryGetValue(key, out var value) ? value ?? "" : "";

    private List<string> ListOf(string key) => [.. TextOf(key).Split([','], StringSplitOptions.RemoveEmptyEntries).Select(v => v.Trim())];
}

/// <summary>A member of a creation, set or not.</summary>
/// <param name="Path">Its path on the wire.</param>
/// <param name="Creation">What it is a member of.</param>
/// <param name="Property">The property.</param>
/// <param name="Assignment">Where it is set; null if it is not.</param>
internal sealed record MemberSlot(string Path, ExpressionSyntax Creation, IPropertySymbol Property, AssignmentExpressionSyntax? Assignment);
