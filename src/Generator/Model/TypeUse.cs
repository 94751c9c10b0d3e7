using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Which types requests and answers hold, directly or further down.</summary>
internal sealed class TypeUse
{
    private readonly SchemaDocument _document;
    private readonly ILookup<string, string> _owners;
    private readonly HashSet<string> _sent;
    private readonly HashSet<string> _answered;

    /// <param name="document">The schema.</param>
    /// <param name="isUsed">Whether other schemas use its types: any of them may then be sent and answered.</param>
    public TypeUse(SchemaDocument document, bool isUsed)
    {
        _document = document;
        _owners = document.Unions
            .SelectMany(union => union.Cases.Where(c => c.Kind == UnionCaseKind.Type), (union, shape) => (Union: union.Name, Shape: shape.Type))
            .Distinct()
            .ToLookup(pair => pair.Shape, pair => pair.Union, StringComparer.Ordinal);
        var parameters = document.Operations.SelectMany(o => o.Parameters).Select(p => NameOf(p.Member.Type.Leaf));
        _sent = Reachable(document.Operations.Select(o => o.Body).Concat(parameters).OfType<string>().Concat(isUsed ? document.Names : []));
        var delivery = document.Webhook is null ? [] : new[] { Webhook.Delivery };
        _answered = Reachable(document.Operations.Select(o => o.Returns is { } type ? NameOf(type.Leaf) : null).OfType<string>().Concat(delivery).Concat(isUsed ? document.Names : []));
    }

    public bool IsSent(string type) => _sent.Contains(type);

    public bool IsAnswered(string type) => _answered.Contains(type);

    private HashSet<string> Reachable(IEnumerable<string> roots)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!found.Add(name))
                continue;
            foreach (var next in Next(name))
                open.Push(next);
        }

        return found;
    }

    // A shape has the values of its unions, even where it is not used as their shape.
    private IEnumerable<string> Next(string name)
    {
        var members = _document.FindType(name)?.Members.Select(m => m.Type.Leaf) ?? [];
        var cases = _document.FindUnion(name)?.Cases.Where(c => c.Kind == UnionCaseKind.Type).Select(c => c.Type) ?? [];
        return members.Select(NameOf).OfType<string>().Concat(cases).Concat(ValuesOf(name));
    }

    private IEnumerable<string> ValuesOf(string name)
    {
        var own = _document.FindUnion(name)?.Values is { } values ? new[] { values } : [];
        return own.Concat(_owners[name].SelectMany(ValuesOf));
    }

    private static string? NameOf(TypeReference type) => type switch
    {
        ObjectReference o => o.Name,
        UnionReference u => u.Name,
        EnumReference e => e.Name,
        _ => null,
    };
}
