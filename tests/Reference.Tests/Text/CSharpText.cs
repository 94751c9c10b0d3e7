using PageMessagesGen.Reference.Tests.Page;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Text;

/// <summary>Writes requests of the schema's examples as a user would write them in C#.</summary>
internal static class CSharpText
{
    private const string TargetTyped = "new()";

    /// <summary>Writes a request as a declaration of the local <c>request</c>.</summary>
    public static string Write(string type, WireObject request) =>
        new NodeWriter("    ", isBracketAlone: true).Write("var request = ", WriteObject($"new {CodeNames.OfType(type)}", type, request.Members), ";");

    private static Node Write(TypeReference type, WireValue value) => (type, value) switch
    {
        (ObjectReference record, WireObject body) => WriteObject(TargetTyped, record.Name, body.Members),
        (UnionReference union, WireObject body) => WriteShape(PageSchema.Document.FindUnion(union.Name)!, body.Members),
        (ListReference list, WireList items) => Node.List(items.Items.Select(item => Write(list.Element, item))),
        (EnumReference named, WireText text) => Node.Word($"{CodeNames.OfType(named.Name)}.{NameOf(named, text)}"),
        (ScalarReference scalar, _) => Node.Word(WriteScalar(scalar.Kind, value)),
        _ => throw Unknown(value),
    };

    private static Node WriteObject(string head, string type, IEnumerable<WireMember> members)
    {
        var declared = PageSchema.Document.FindType(type)!;
        var selector = PageSchema.OwnerOf(type)?.Union.Discriminator;
        var parts = members
            .Where(member => member.Value is not WireNull && (member.Name != selector || declared.FindMember(member.Name) is not null))
            .Select(member => ($"{CodeNames.OfMember(type, member.Name)} = ", Write(declared.FindMember(member.Name)!.Type, member.Value)))
            .ToList();
        if (parts.Count > 0)
            return new Node(head, "{", "}", parts);
        return Node.Word(head == TargetTyped ? head : $"{head}()");
    }

    private static Node WriteShape(UnionType union, IReadOnlyList<WireMember> members)
    {
        var value = members.First(member => member.Name == union.Discriminator).Value is WireText text ? text.Text : "";
        var shape = union.Cases.First(shape => string.Equals(PageSchema.WireOf(union, shape), value, StringComparison.OrdinalIgnoreCase));
        var content = union.Content is null
            ? members
            : members.Where(member => member.Name == union.Content).Select(member => member.Value).OfType<WireObject>().SelectMany(body => body.Members);
        return shape.Kind != UnionCaseKind.Type
            ? throw new InvalidOperationException($"An example has the shape '{value}', which is not typed.")
            : PageSchema.Document.ShapeOf(shape) is UnionReference inner
                ? WriteShape(PageSchema.Document.FindUnion(inner.Name)!, [.. content])
                : WriteObject($"new {CodeNames.OfType(shape.Type)}", shape.Type, content);
    }

    private static string NameOf(EnumReference type, WireText value) =>
        CodeNames.OfValue(type.Name, PageSchema.Document.FindEnum(type.Name)!.FindWire(value.Text)!.Name);

    private static string WriteScalar(ScalarKind kind, WireValue value) => (kind, value) switch
    {
        (ScalarKind.Json, _) => $"RawJson.Parse({Literal(JsonText.WriteOnOneLine(value))})",
        (ScalarKind.String or ScalarKind.StringOrInteger, WireText text) => Literal(text.Text),
        (ScalarKind.StringOrInteger, WireNumber number) => Literal(number.Digits),
        (ScalarKind.Integer, WireNumber number) => number.Digits,
        (ScalarKind.Number, WireNumber number) => number.Digits.All(char.IsAsciiDigit) ? number.Digits : $"{number.Digits}m",
        (ScalarKind.Boolean, WireBoolean boolean) => boolean.Value ? "true" : "false",
        _ => throw Unknown(value),
    };

    private static string Literal(string text) => text.Any(char.IsControl)
        ? throw new InvalidOperationException("An example has a control character.")
        : text.Any(c => c is '"' or '\\') ? $"\"\"\"{text}\"\"\"" : $"\"{text}\"";

    private static InvalidOperationException Unknown(WireValue value) => new($"There is no C# for {value}.");
}
