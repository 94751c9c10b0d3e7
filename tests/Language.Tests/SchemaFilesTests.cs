using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema;

namespace PageMessagesGen.Language.Tests;

/// <summary>The schema files of the repository, as files that people read and start from.</summary>
public sealed class SchemaFilesTests
{
    public static TheoryData<string> Files => [.. Repository.SchemaFiles];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_schema_file_is_read_without_a_finding(string file)
    {
        Assert.Empty(SchemaReader.Read(Repository.Read($"schema/{file}")).Diagnostics.Select(d => $"{file}{d}"));
    }
}
