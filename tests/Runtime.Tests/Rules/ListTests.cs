using System.Collections.ObjectModel;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Rules;

/// <summary>Requests may hold lists of any kind; all of them are judged and written alike.</summary>
public sealed class ListTests
{
    private static readonly QuickReply Good = new() { ContentType = QuickReplyContentType.Text, Title = "Yes", Payload = "YES" };
    private static readonly QuickReply Bad = Good with { Payload = new string('x', 1001) };

    public static TheoryData<string, Func<QuickReply[], IReadOnlyList<QuickReply>>> Kinds => new()
    {
        { "array", replies => replies },
        { "list", replies => [.. replies] },
        { "read-only", replies => new ReadOnlyCollection<QuickReply>(replies) },
        { "own list", replies => new OwnList(replies) },
        { "part of an array", replies => new ArraySegment<QuickReply>([Bad, .. replies, Bad], 1, replies.Length) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_elements_are_judged_in_their_order(string kind, Func<QuickReply[], IReadOnlyList<QuickReply>> make)
    {
        Assert.Equal([], Paths(make([Good, Good])));
        Assert.Equal(["message.quick_replies"], Paths(make([])));
        Assert.Equal(["message.quick_replies[1].payload", "message.quick_replies[2]"], Paths(make([Good, Bad, null!])));
        Assert.NotEmpty(kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_elements_are_written(string kind, Func<QuickReply[], IReadOnlyList<QuickReply>> make)
    {
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(With(make([Good, Good with { Title = "No" }])), written);

        var text = System.Text.Encoding.UTF8.GetString(written.WrittenSpan);
        Assert.Contains(
            """
            "quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"},{"content_type":"text","title":"No","payload":"YES"}]
            """, text, StringComparison.Ordinal);
        Assert.NotEmpty(kind);
    }

    private static SendMessageRequest With(IReadOnlyList<QuickReply> replies) => Requests.Text with { Message = new() { Text = "x", QuickReplies = replies } };

    private static string[] Paths(IReadOnlyList<QuickReply> replies) => [.. With(replies).Validate().Select(v => v.Path)];

    // What looks like a list of the framework's, but is not, keeps its own word on what it holds.
    private sealed class OwnList(QuickReply[] replies) : List<QuickReply>, IReadOnlyList<QuickReply>
    {
        int IReadOnlyCollection<QuickReply>.Count => replies.Length;

        QuickReply IReadOnlyList<QuickReply>.this[int index] => replies[index];
    }
}
