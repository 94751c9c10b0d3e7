using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PageMessages;
using PageMessagesGen.Benchmarks.Client.Shapes;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>System.Text.Json's writer, used again and again, with an encoder that escapes as little as it can.</summary>
internal abstract class OnUtf8JsonWriter : ISerializing
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter _writer = new(new ArrayBufferWriter<byte>(), Relaxed);
    private readonly ArrayBufferWriter<byte> _scratch = new(16 * 1024);

    public abstract string Name { get; }

    public void Write(ArrayBufferWriter<byte> output)
    {
        _writer.Reset(output);
        WriteTo(_writer);
        _writer.Flush();
    }

    public virtual byte[] ToArray()
    {
        _scratch.ResetWrittenCount();
        Write(_scratch);
        return _scratch.WrittenSpan.ToArray();
    }

    protected abstract void WriteTo(Utf8JsonWriter writer);
}

/// <summary>System.Text.Json's source generator, with its fast path.</summary>
internal sealed class SourceGenerated(SendRequest request) : OnUtf8JsonWriter
{
    public override string Name => "stj-sourcegen";

    public override byte[] ToArray() => JsonSerializer.SerializeToUtf8Bytes(request, ShapesContext.Default.SendRequest);

    protected override void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, request, ShapesContext.Default.SendRequest);
}

/// <summary>System.Text.Json by reflection.</summary>
internal sealed class Reflected(SendRequest request) : OnUtf8JsonWriter
{
    public override string Name => "stj-reflection";

    public override byte[] ToArray() => JsonSerializer.SerializeToUtf8Bytes(request, SerializerSettings.Reflection);

    protected override void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, request, SerializerSettings.Reflection);
}

/// <summary>System.Text.Json with the context that we generate beside the writer.</summary>
internal sealed class OurContext(SendMessageRequest request) : OnUtf8JsonWriter
{
    public override string Name => "our-context";

    public override byte[] ToArray() => JsonSerializer.SerializeToUtf8Bytes(request, PageMessagesJsonContext.Default.SendMessageRequest);

    protected override void WriteTo(Utf8JsonWriter writer) =>
        JsonSerializer.Serialize(writer, request, PageMessagesJsonContext.Default.SendMessageRequest);
}

/// <summary>Newtonsoft.Json.</summary>
internal sealed class Newtonsoft(SendRequest request) : ISerializing
{
    private readonly global::Newtonsoft.Json.JsonSerializer _serializer = global::Newtonsoft.Json.JsonSerializer.Create(SerializerSettings.Newtonsoft);
    private readonly MemoryStream _scratch = new(16 * 1024);
    private readonly UTF8Encoding _encoding = new(false);

    public string Name => "newtonsoft";

    public void Write(ArrayBufferWriter<byte> output)
    {
        _scratch.SetLength(0);
        using (var writer = new StreamWriter(_scratch, _encoding, 1024, leaveOpen: true))
            _serializer.Serialize(writer, request);
        output.Write(_scratch.GetBuffer().AsSpan(0, (int)_scratch.Length));
    }

    public byte[] ToArray() => _encoding.GetBytes(global::Newtonsoft.Json.JsonConvert.SerializeObject(request, SerializerSettings.Newtonsoft));
}
