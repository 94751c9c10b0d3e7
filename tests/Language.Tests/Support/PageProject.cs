namespace PageMessagesGen.Language.Tests.Support;

/// <summary>The project in which an example of a page stands: a file that extends or uses another one needs that one beside it.</summary>
internal static class PageProject
{
    private const string Small = "greetings.endpoint.yaml";
    private const string OfRepository = "yaml overlay ";
    private const string Further = "yaml file ";

    /// <summary>Gives the files of the project. A page shows further ones as <c>yaml file name</c>.</summary>
    public static IReadOnlyList<(string Name, string Text)> Around(Fence example, IEnumerable<Fence> page)
    {
        var further = page.Where(f => f.Info.StartsWith(Further, StringComparison.Ordinal) && f != example).Select(f => (f.Info[Further.Length..], SmallSchema.Around(f.Text)));
        if (example.Text.StartsWith("uses:", StringComparison.Ordinal))
            return [(Small, SmallSchema.Around(example.Text)), .. further];
        if (!example.Text.StartsWith("extends:", StringComparison.Ordinal))
            return [(Small, SmallSchema.Around(example.Text))];
        var extended = example.Info.StartsWith(OfRepository, StringComparison.Ordinal) ? example.Info[OfRepository.Length..] : null;
        return
        [
            extended is null ? (Small, SmallSchema.Text) : (extended, Repository.Read($"schema/{extended}")),
            .. further,
            ("more-greetings.endpoint.yaml", example.Text),
        ];
    }
}
