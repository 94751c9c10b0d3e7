using PageMessagesGen.Schema.Tests.Malformed;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Whatever bytes a file holds, the reader answers, soon, and with places that exist. Each input is drawn by its number, so it can be drawn again.</summary>
public class FuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public void Mutated_schemas_are_answered()
    {
        var mutations = new Mutations(SourcePlaces.RepositoryOf(typeof(FuzzTests).Assembly));

        Parallel.For(0, LongTests.Inputs(500, 20_000), seed => AssertAnswered(mutations.Draw(seed), $"input {seed}"));
    }

    private static void AssertAnswered(string text, string what)
    {
        SchemaReadResult result;
        try
        {
            result = PatientReader.Read(text, Patience, what);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what} is answered by {exception}");
            return;
        }

        Assert.True(result.Document is not null || result.Diagnostics.Count > 0, $"{what} is neither read nor reported.");
        foreach (var diagnostic in result.Diagnostics)
        {
            if (Places.FaultOf(text, diagnostic.Range) is { } fault)
                Assert.Fail($"{what}: {diagnostic} is misplaced: {fault}");
        }
    }
}
