using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>The types that a type leads to, in the order of their first use.</summary>
internal sealed class ReachableTypes
{
    private readonly List<string> _names = [];

    public ReachableTypes(string type) => Add(type);

    /// <summary>Gets the objects and unions.</summary>
    public IEnumerable<string> Records => _names.Where(name => PageSchema.Document.FindEnum(name) is null);

    /// <summary>Gets the enums.</summary>
    public IEnumerable<EnumType> Enums => _names.Select(PageSchema.Document.FindEnum).OfType<EnumType>();

    private void Add(string? name)
    {
        if (name is null || _names.Contains(name))
            return;
        _names.Add(name);
        foreach (var member in PageSchema.Document.FindType(name)?.Members ?? NamedList.Empty<Member>())
            Add(NameOf(member.Type.Leaf));
        if (PageSchema.Document.FindUnion(name) is not { } union)
            return;
        Add(union.Values);
        foreach (var shape in union.Cases.Where(shape => shape.Kind == UnionCaseKind.Type))
            Add(shape.Type);
    }

    private static string? NameOf(TypeReference type) => type switch
    {
        ObjectReference record => record.Name,
        UnionReference union => union.Name,
        EnumReference values => values.Name,
        _ => null,
    };
}
