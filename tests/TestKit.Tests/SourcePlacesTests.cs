namespace PageMessagesGen.TestKit.Tests;

public class SourcePlacesTests
{
    [Fact]
    public void The_project_and_the_repository_are_found()
    {
        Assert.True(File.Exists(Path.Combine(SourcePlaces.ProjectOf(GetType().Assembly), "SourcePlacesTests.cs")));
        Assert.True(File.Exists(Path.Combine(SourcePlaces.RepositoryOf(GetType().Assembly), "PageMessagesGen.sln")));
    }

    [Fact]
    public void A_project_without_the_properties_is_told_what_to_import() =>
        Assert.Contains(
            "Testing.props",
            Assert.Throws<InvalidOperationException>(() => SourcePlaces.ProjectOf(typeof(object).Assembly)).Message,
            StringComparison.Ordinal);
}
