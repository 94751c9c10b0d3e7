using System.Buffers;
using System.Text.Json.Nodes;
using PageMessages;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>Turns the payloads into JSON.</summary>
internal static class SerializeSuite
{
    public const string ToBuffer = "serialize";
    public const string ToNewArray = "serialize-array";

    /// <summary>All ways to serialise a payload; those that do not say the same are refused.</summary>
    public static IReadOnlyList<ISerializing> Contenders(Payload payload)
    {
        var output = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(payload.Generated, output);
        var finished = output.WrittenSpan.ToArray();
        var isPolymorphic = payload.Shape.Message?.Attachment is not null; // the shapes of templates are those of System.Text.Json
        ISerializing[] contenders =
        [
            new CopyOfFinished(finished),
            new CopyAndTranscode(finished),
            new Ours(payload.Generated),
            .. isPolymorphic ? Array.Empty<ISerializing>() : [new HandWritten(payload.Generated)],
            new OurContext(payload.Generated),
            new SourceGenerated(payload.Shape),
            new Reflected(payload.Shape),
            .. isPolymorphic ? Array.Empty<ISerializing>() : [new Newtonsoft(payload.Shape)],
        ];
        foreach (var contender in contenders)
            RequireSame(contender, finished);
        return contenders;
    }

    public static IReadOnlyList<Measurement> Measure(Payload payload, int rounds, TimeSpan slice)
    {
        var contenders = Contenders(payload);
        return
        [
            .. Rounds.Measure(ToBuffer, payload.Name, [.. contenders.Select(Buffered)], rounds, slice),
            .. Rounds.Measure(ToNewArray, payload.Name, [.. contenders.Select(Arrayed)], rounds, slice),
        ];
    }

    private static Contender Buffered(ISerializing contender)
    {
        var output = new ArrayBufferWriter<byte>(32 * 1024);
        return new Contender(contender.Name, iterations =>
        {
            for (var i = 0; i < iterations; i++)
            {
                output.ResetWrittenCount();
                contender.Write(output);
            }
        });
    }

    private static Contender Arrayed(ISerializing contender) => new(contender.Name, iterations =>
    {
        for (var i = 0; i < iterations; i++)
            GC.KeepAlive(contender.ToArray());
    });

    private static void RequireSame(ISerializing contender, byte[] finished)
    {
        var output = new ArrayBufferWriter<byte>();
        contender.Write(output);
        foreach (var written in (byte[][])[output.WrittenSpan.ToArray(), contender.ToArray()])
        {
            if (!JsonNode.DeepEquals(JsonNode.Parse(finished), JsonNode.Parse(written)))
                throw new InvalidOperationException($"{contender.Name} writes something else: {System.Text.Encoding.UTF8.GetString(written)}");
        }
    }
}
