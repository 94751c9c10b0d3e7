using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using PageMessages;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>Copies the finished bytes: nobody can be faster, and nobody can do it, since texts and ids differ each time.</summary>
internal sealed class CopyOfFinished(byte[] finished) : ISerializing
{
    public string Name => "copy-finished";

    public void Write(ArrayBufferWriter<byte> output) => output.Write(finished);

    public byte[] ToArray() => finished.AsSpan().ToArray();
}

/// <summary>
/// The practical limit: copies all that is known beforehand in as few pieces as there are, and transcodes the texts by
/// <see cref="Utf8.FromUtf16"/>, without a look at what would need escaping.
/// </summary>
internal sealed class CopyAndTranscode : ISerializing
{
    private static readonly string[] EnumMembers = ["messaging_type", "sender_action", "content_type", "type", "template_type"];

    private readonly byte[][] _skeleton;
    private readonly string[] _texts;
    private readonly int _room;
    private readonly byte[] _scratch;

    public CopyAndTranscode(byte[] finished)
    {
        var skeleton = new List<byte[]>();
        var texts = new List<string>();
        var json = new Utf8JsonReader(finished);
        var (copied, isText) = (0, false);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.String && isText)
            {
                var start = (int)json.TokenStartIndex + 1;
                skeleton.Add(finished[copied..start]);
                texts.Add(json.GetString()!);
                copied = start + json.ValueSpan.Length;
            }

            isText = json.TokenType == JsonTokenType.PropertyName && !EnumMembers.Contains(json.GetString());
        }

        skeleton.Add(finished[copied..]);
        (_skeleton, _texts) = ([.. skeleton], [.. texts]);
        _room = _skeleton.Sum(s => s.Length) + (3 * _texts.Sum(t => t.Length));
        _scratch = new byte[_room];
    }

    public string Name => "copy-and-transcode";

    public void Write(ArrayBufferWriter<byte> output) => output.Advance(Fill(output.GetSpan(_room)));

    public byte[] ToArray() => _scratch.AsSpan(0, Fill(_scratch)).ToArray();

    private int Fill(Span<byte> target)
    {
        var length = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            _skeleton[i].CopyTo(target[length..]);
            length += _skeleton[i].Length;
            Utf8.FromUtf16(_texts[i], target[length..], out _, out var written);
            length += written;
        }

        _skeleton[^1].CopyTo(target[length..]);
        return length + _skeleton[^1].Length;
    }
}

/// <summary>The generated writer.</summary>
internal sealed class Ours(SendMessageRequest request) : ISerializing
{
    private readonly ArrayBufferWriter<byte> _scratch = new(16 * 1024);

    public string Name => "ours";

    public void Write(ArrayBufferWriter<byte> output) => PageMessagesJsonWriter.Write(request, output);

    public byte[] ToArray()
    {
        _scratch.ResetWrittenCount();
        PageMessagesJsonWriter.Write(request, _scratch);
        return _scratch.WrittenSpan.ToArray();
    }
}
