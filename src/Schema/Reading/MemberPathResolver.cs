using System.Globalization;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Where a path of a rule leads.</summary>
/// <param name="Path">The path.</param>
/// <param name="Type">What is there.</param>
/// <param name="IsList">Whether it is a list of that.</param>
/// <param name="IsInsideJson">Whether it leads into free JSON, where anything may be.</param>
/// <param name="IsAlwaysPresent">Whether every object has it, since all members along the way are required.</param>
/// <param name="Values">The values that a union's discriminator can have; null for any other member.</param>
internal sealed record ResolvedPath(
    MemberPath Path, TypeReference Type, bool IsList, bool IsInsideJson, bool IsAlwaysPresent, IReadOnlyList<string>? Values);

/// <summary>Follows the paths of rules through the types of a schema.</summary>
internal sealed class MemberPathResolver(SchemaDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Follows a path, and reports the first name along it that does not exist.</summary>
    public ResolvedPath? Resolve(ObjectType start, YamlScalar text)
    {
        var path = MemberPath.Parse(text.Value);
        TypeReference type = new ObjectReference(start.Name);
        var (isList, isInsideJson, isAlwaysPresent) = (false, false, true);
        IReadOnlyList<string>? values = null;
        foreach (var name in path.Names)
        {
            if (type is ScalarReference { Kind: ScalarKind.Json } && name.Length > 0)
            {
                // The shape is open: whatever the path says may be there.
                (isList, isInsideJson, isAlwaysPresent) = (false, true, false);
                continue;
            }

            var candidates = Members(type, []).ToList();
            var found = candidates.FirstOrDefault(c => c.Name == name);
            if (found.Name is null)
            {
                diagnostics.Add(SchemaDiagnosticDescriptors.UnknownMember, text.Range, name, Describe(type), diagnostics.Hint(name, candidates.Select(c => c.Name)));
                return null;
            }

            isList = found.Type is ListReference;
            type = (found.Type as ListReference)?.Element ?? found.Type;
            isAlwaysPresent &= found.IsRequired && found.Type is not ListReference;
            values = found.Values;
        }

        return new ResolvedPath(path, type, isList, isInsideJson, isAlwaysPresent, values);
    }

    /// <summary>Finds the member at the end of a path that leads through objects only, so that code can follow it; null for any other path.</summary>
    /// <param name="start">The object in which the path begins.</param>
    /// <param name="path">The path.</param>
    /// <param name="find">Finds an object by its name.</param>
    public static Member? FollowObjects(ObjectType start, MemberPath path, Func<string, ObjectType?> find)
    {
        var member = start.FindMember(path.First);
        foreach (var name in path.Names.Skip(1))
            member = member?.Type is ObjectReference o ? find(o.Name)?.FindMember(name) : null;
        return member;
    }

    /// <summary>Reports the values that a member cannot have.</summary>
    public void RequireValues(ResolvedPath path, IEnumerable<YamlScalar> values)
    {
        var possible = path.Values ?? path.Type switch
        {
            EnumReference e => document.FindEnum(e.Name)?.Members.Select(m => m.Name).ToList(),
            ScalarReference { Kind: ScalarKind.Boolean } => ["true", "false"],
            _ => null,
        };
        foreach (var value in values.Where(v => !(possible?.Contains(v.Value) ?? IsPossible(v.Value, path.Type))))
            diagnostics.Add(SchemaDiagnosticDescriptors.UnknownValue, value.Range, value.Value, path.Path, diagnostics.Hint(value.Value, possible ?? []));
    }

    private static bool IsPossible(string value, TypeReference type) => type switch
    {
        ScalarReference { Kind: ScalarKind.Integer or ScalarKind.IntegerOrString or ScalarKind.Timestamp } => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ScalarReference { Kind: ScalarKind.Number } => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        ScalarReference { Kind: ScalarKind.Date } => WireDates.IsDate(value),
        ScalarReference { Kind: ScalarKind.DateTime } => WireDates.IsDateTime(value),
        ScalarReference { Kind: ScalarKind.File } => false,
        _ => type is ScalarReference or EnumReference,
    };

    private IEnumerable<(string Name, TypeReference Type, bool IsRequired, IReadOnlyList<string>? Values)> Members(
        TypeReference type, HashSet<string> seen) => type switch
        {
            ObjectReference o => document.FindType(o.Name)?.Members.Select(m => (m.Name, m.Type, m.Required, (IReadOnlyList<string>?)null)) ?? [],
            UnionReference u when document.FindUnion(u.Name) is { } union && seen.Add(u.Name) => UnionMembers(union, seen),
            ContentReference c when document.FindUnion(c.Union) is { } union => ShapeMembers(union, seen),
            _ => [],
        };

    private IEnumerable<(string Name, TypeReference Type, bool IsRequired, IReadOnlyList<string>? Values)> UnionMembers(
        UnionType union, HashSet<string> seen)
    {
        if (union.Discriminator is { } discriminator)
            yield return (discriminator, SchemaDocument.DiscriminatorOf(union), true, [.. union.Cases.Select(c => c.Value)]);
        if (union.Content is { } content)
        {
            yield return (content, new ContentReference(union.Name), union.Cases.All(c => c.Kind == UnionCaseKind.Type && !document.HasNoContent(c)), null);
            yield break;
        }

        foreach (var member in ShapeMembers(union, seen))
            yield return member;
    }

    // Not every shape has the members of each. Unions that are shapes of each other are a mistake, reported elsewhere.
    private IEnumerable<(string Name, TypeReference Type, bool IsRequired, IReadOnlyList<string>? Values)> ShapeMembers(UnionType union, HashSet<string> seen) =>
        union.Cases.Where(c => c.Kind == UnionCaseKind.Type)
            .SelectMany(shape => Members(document.ShapeOf(shape), seen))
            .Select(member => (member.Name, member.Type, false, member.Values));

    private static string Describe(TypeReference type) => type switch
    {
        ObjectReference o => o.Name,
        UnionReference u => u.Name,
        ContentReference c => $"the content of {c.Union}",
        EnumReference e => e.Name,
        MapReference => "a map, whose member names are not in the schema",
        _ => "a value without members",
    };
}
