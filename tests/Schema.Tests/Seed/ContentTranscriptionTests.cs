using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Tests.Seed;

/// <summary>The schema says what the pages of attachments, templates and buttons say.</summary>
public class ContentTranscriptionTests
{
    private static readonly SchemaDocument Schema = SchemaReader.Read(RealSchema.Text).Document!;

    private static readonly Dictionary<string, string> Unions = new(StringComparer.Ordinal)
    {
        ["attachment"] = "Attachment",
        ["template"] = "Template",
        ["button"] = "Button",
        ["action"] = "ImageGridAction",
    };

    [Fact]
    public void The_members_are_those_of_the_pages() => Assert.Equal(
        ContentReference.Text.Split('\n').Select(Sorted),
        ContentReference.Text.Split('\n').Select(line => line.Split(':')[0]).Select(subject => Sorted($"{subject}: {string.Join(", ", TypeOf(subject).Members.Select(m => Describe(TypeOf(subject), m)))}")));

    [Fact]
    public void No_shape_is_missing_and_none_is_added()
    {
        var transcribed = ContentReference.Text.Split('\n').Select(line => line.Split(':')[0]).Where(subject => subject.Contains(' ', StringComparison.Ordinal));
        var open = ContentReference.Open.Split('\n').Select(line => line.Split(':')).SelectMany(line => line[1].Trim().Split(' ').Select(value => $"{line[0]} {value}"));
        var shapes = Unions.SelectMany(union => Schema.FindUnion(union.Value)!.Cases.Select(c => $"{union.Key} {WireOf(union.Value, c.Value)}"));

        Assert.Equal(transcribed.Concat(open).Append("attachment template").Order(StringComparer.Ordinal), shapes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_values_are_those_of_the_pages() => Assert.Equal(
        ContentReference.Enums.Split('\n'),
        ContentReference.Enums.Split('\n').Select(line => line.Split(':')[0]).Select(name => $"{name}: {string.Join(' ', Schema.FindEnum(name)!.Members.Select(m => m.Wire))}"));

    private static ObjectType TypeOf(string subject)
    {
        var words = subject.Split(' ');
        return words.Length == 1
            ? Schema.FindType(words[0])!
            : Schema.FindType(Schema.FindUnion(Unions[words[0]])!.Cases.First(c => WireOf(Unions[words[0]], c.Value) == words[1]).Type)!;
    }

    private static string WireOf(string union, string value) =>
        Schema.FindUnion(union)!.Values is { } values ? Schema.FindEnum(values)!.Members.First(m => m.Name == value).Wire : value;

    // A limit is one of the member, or one of a rule without conditions.
    private static string Describe(ObjectType type, Member member)
    {
        var ruled = type.Rules.Select(r => r.Rule).Where(r => r.When.Count == 0 && r.Platforms.Count == 0).SelectMany(r => r.Targets).Where(t => t.Path.ToString() == member.Name).SelectMany(t => t.Limits);
        var limits = member.Limits.Concat(ruled).ToList();
        var (min, max) = (Bound(limits, "Min"), Bound(limits, "Max"));
        return $"{member.Name}{(member.Required ? "*" : "")}{(max is null ? "" : min is null ? $" {max}" : $" {min}..{max}")}";
    }

    private static decimal? Bound(IEnumerable<Limit> limits, string prefix) =>
        limits.FirstOrDefault(limit => limit.Kind.ToString().StartsWith(prefix, StringComparison.Ordinal))?.Number;

    private static string Sorted(string line)
    {
        var parts = line.Split(':');
        return $"{parts[0]}: {string.Join(", ", parts[1].Trim().Split(", ").Order(StringComparer.Ordinal))}";
    }
}
