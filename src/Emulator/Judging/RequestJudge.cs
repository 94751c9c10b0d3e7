using System.Text.Json;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Judging;

/// <summary>Judges the JSON of a request by a schema. It knows the schema language and no endpoint.</summary>
/// <param name="schema">A schema without mistakes.</param>
internal sealed class RequestJudge(SchemaDocument schema)
{
    /// <summary>Finds what the server would refuse. Findings come one by one, so whoever needs the first pays for no more.</summary>
    /// <param name="body">The body.</param>
    /// <param name="typeName">The object that it must be.</param>
    public IEnumerable<Finding> Judge(JsonElement body, string typeName) =>
        JudgeObject(body, typeName, WirePath.Body);

    private IEnumerable<Finding> JudgeValue(JsonElement value, TypeReference type, TextFormat format, WirePath path)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return [Finding.Null(path)];
        return type switch
        {
            ObjectReference reference => JudgeObject(value, reference.Name, path),
            ListReference list => JudgeList(value, list.Element, path),
            EnumReference reference => JudgeEnum(value, reference.Name, path),
            ScalarReference { Kind: ScalarKind.Json } => JudgeAnything(value, path),
            ScalarReference scalar => ScalarJudge.Judge(value, scalar.Kind, format, path),
            _ => throw new InvalidOperationException($"The judge does not know {type.GetType().Name}."),
        };
    }

    private IEnumerable<Finding> JudgeObject(JsonElement value, string typeName, WirePath path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return Finding.WrongKind(path, "an object", value.ValueKind);
            yield break;
        }

        var type = schema.FindType(typeName)!;
        var given = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var property in value.EnumerateObject())
        {
            var name = property.Name;
            if (!given.Add(name))
                yield return Finding.Repeated(path.Member(name));
            else if (type.FindMember(name) is { } member)
            {
                foreach (var finding in JudgeValue(property.Value, member.Type, member.Format, path.Member(name)))
                    yield return finding;
            }
            else if (!path.IsBody || !TransportMembers.Contains(name))
                unknown.Add(name);
        }

        if (unknown.Count > 0)
            yield return Finding.UnknownMembers(path, unknown);
        foreach (var member in type.Members.Where(m => m.Required && !given.Contains(m.Name)))
            yield return Finding.Missing(path.Member(member.Name));
    }

    private IEnumerable<Finding> JudgeList(JsonElement value, TypeReference element, WirePath path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return Finding.WrongKind(path, "a list", value.ValueKind);
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            foreach (var finding in JudgeValue(item, element, TextFormat.Any, path.Item(index)))
                yield return finding;
            index++;
        }
    }

    private IEnumerable<Finding> JudgeEnum(JsonElement value, string enumName, WirePath path)
    {
        var type = schema.FindEnum(enumName)!;
        if (value.ValueKind != JsonValueKind.String)
            yield return Finding.WrongKind(path, "a string", value.ValueKind);
        else if (value.GetString() is { } text && type.FindWire(text) is null)
            yield return Finding.UnknownValue(path, text, type.Members.Select(m => m.Wire));
    }

    // Free JSON is passed on as it is; only a name that stands twice is wrong in it, since one of the two would be lost.
    private static IEnumerable<Finding> JudgeAnything(JsonElement value, WirePath path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach (var property in value.EnumerateObject())
            {
                var place = path.Member(property.Name);
                if (!given.Add(property.Name))
                    yield return Finding.Repeated(place);
                foreach (var finding in JudgeAnything(property.Value, place))
                    yield return finding;
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                foreach (var finding in JudgeAnything(item, path.Item(index)))
                    yield return finding;
                index++;
            }
        }
    }
}
