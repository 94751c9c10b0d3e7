using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>The bytes of a file are a part of their own beside the JSON, and a member for the rules.</summary>
public sealed class FileMemberTests
{
    [Theory]
    [InlineData("""new ImageAttachment { File = new GraphFile(content, "menu.jpg", "image/jpeg") }""")]
    [InlineData("""new VideoAttachment { File = new(content, "a.mp4", "video/mp4") { Progress = null }, IsReusable = true }""")]
    [InlineData("""new AudioAttachment { File = file }""")]
    [InlineData("""new FileAttachment { File = b ? file : null }""")]
    [InlineData("""new {|PMG3005:FileAttachment|} { File = null }""")]
    [InlineData("""new ImageAttachment { Url = "https://example.com/a.jpg", {|PMG3006:File = new GraphFile(content, "menu.jpg", "image/jpeg")|} }""")]
    [InlineData("""new ImageAttachment { {|PMG3006:File = new(content, "a.jpg", "image/jpeg")|}, AttachmentId = "1" }""")]
    [InlineData("""new ImageAttachment { Url = "https://example.com/a.jpg" } with { Url = null, File = file }""")]
    [InlineData("""new ImageAttachment { Url = "https://example.com/a.jpg" } with { {|PMG3006:File = new(content, "a.jpg", "image/jpeg")|} }""")]
    public Task It_is_a_source_of_a_medium(string attachment) => new ProjectAnalyzerTest<RequestAnalyzer>(PageMessagesProject.Referring(
        $$"""
        using PageMessages;
        using PageMessagesGen;
        class Code { Attachment M(bool b, System.IO.Stream content, GraphFile file) => {{attachment}}; }
        """)).RunAsync();
}
