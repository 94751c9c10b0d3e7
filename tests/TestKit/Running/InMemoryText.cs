using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.TestKit.Running;

/// <summary>An additional file in memory. Its text is the test's, character by character.</summary>
internal sealed class InMemoryText(AdditionalFile file) : AdditionalText
{
    private readonly SourceText? _text = file.Text is null ? null : SourceText.From(file.Text, Encoding.UTF8);

    public AdditionalFile File { get; } = file;

    public override string Path => File.Path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}
