using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using PageMessagesGen.Schema;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>
/// Every text that the reader's code holds. Whatever key or word the reader knows is among them, so trying all of them
/// finds all that it accepts, without a second list that somebody would have to keep.
/// </summary>
internal static class ReaderWords
{
    public static IReadOnlyList<string> All { get; } = [.. ReadTexts().Where(IsOneLine).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsOneLine(string text) => text.Length > 0 && !text.Any(char.IsControl);

    private static List<string> ReadTexts()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(SchemaReader).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            texts.Add(metadata.GetUserString(handle));
        return texts;
    }
}
