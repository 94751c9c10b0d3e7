using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Determines which cases of unions are possible, and reports the others.</summary>
internal sealed class UnionShapeChecks
{
    private readonly SchemaDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofThemselves;

    public UnionShapeChecks(SchemaDocument document, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;

        // The order of the names, so that the owner does not depend on the order in the file.
        foreach (var union in document.Unions.OrderBy(u => u.Name, StringComparer.Ordinal))
        {
            foreach (var shape in Shapes(union).Where(shape => !_owners.ContainsKey(shape)))
                _owners.Add(shape, union.Name);
        }

        _ofThemselves = Cycles(_owners);
    }

    /// <summary>Determines whether the shape of a case is possible. If not, reports it.</summary>
    public bool IsPossible(UnionType union, UnionCase shape)
    {
        var problem = shape.Kind switch
        {
            UnionCaseKind.None when union is { Discriminator: { } discriminator, Content: null } =>
                $"A '{union.Name}' contains '{discriminator}', so it cannot be absent; use a type without members, or 'json'.",
            UnionCaseKind.Type => ProblemOf(union, shape),
            _ => null,
        };
        if (problem is not null)
            _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, shape.Range, problem);
        if (union is { Discriminator: { } name, Content: null } && _document.FindType(shape.Type)?.FindMember(name) is { } member)
            _diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, member.Range, $"'{name}' is the discriminator of '{union.Name}' and is written automatically; remove the member.");
        return problem is null;
    }

    private string? ProblemOf(UnionType union, UnionCase shape)
    {
        if (_owners[shape.Type] is var owner && owner != union.Name)
            return $"'{shape.Type}' is already a shape of '{owner}'; a type can be a shape of only one union.";
        if (_ofThemselves.Contains(shape.Type))
            return $"'{union.Name}' cannot be a shape of itself.";
        if (_document.FindUnion(shape.Type) is { } inner && ProblemOf(union, inner) is { } problem)
            return problem;
        if (union.Discriminator is null)
            return null;
        return union.Cases.First(c => c.Type == shape.Type) is { } first && first.Value != shape.Value
            ? $"'{shape.Type}' is already the shape for '{first.Value}'; the value to send would be ambiguous."
            : null;
    }

    // The shape of an inner union must be told by that union itself.
    private static string? ProblemOf(UnionType union, UnionType inner) => (union, inner) switch
    {
        ({ Discriminator: not null, Content: null }, _) => $"A shape of '{union.Name}' must be an object, not another union.",
        ({ Content: not null }, { Discriminator: null }) => $"'{inner.Name}' needs a discriminator, because no sibling of '{union.Content}' determines its shape.",
        ({ Content: not null }, { Content: not null }) => $"'{inner.Name}' has 'content' itself, so it cannot be in '{union.Content}'.",
        _ => null,
    };

    private static IEnumerable<string> Shapes(UnionType union) => union.Cases.Where(c => c.Kind == UnionCaseKind.Type).Select(c => c.Type);

    // Each shape has one owner, so unions that are shapes of themselves are found on the way from owner to owner, each visited once.
    private static HashSet<string> Cycles(Dictionary<string, string> owners)
    {
        var (visited, cycles) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var start in owners.Keys)
        {
            var (path, name) = (new List<string>(), start);
            while (visited.Add(name) && owners.TryGetValue(name, out var owner))
            {
                path.Add(name);
                name = owner;
            }

            if (path.IndexOf(name) is var first and >= 0)
                cycles.UnionWith(path.Skip(first));
        }

        return cycles;
    }
}
