using System.Buffers;
using System.Text.Json;
using EveryKind;
using PageMessages;
using PageMessagesGen.JsonEquality.Tests.Support;

namespace PageMessagesGen.JsonEquality.Tests;

public sealed class RequestEqualityTests
{
    private static readonly int Cases = LongTests.Inputs(1_000, 30_000);

    [Fact]
    public void Random_requests_are_written_as_the_context_writes_them()
    {
        var random = new Random(5_000);
        var requests = new RandomRequest(random);
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < Cases; i++)
        {
            var request = requests.Next();

            output.ResetWrittenCount();
            PageMessagesJsonWriter.Write(request, output);

            SameJson.Assert(JsonSerializer.SerializeToUtf8Bytes(request, PageMessagesJsonContext.Default.SendMessageRequest), output.WrittenSpan);
        }
    }

    [Fact]
    public void Random_values_of_every_kind_are_written_as_the_context_writes_them_and_read_back()
    {
        var random = new Random(5_001);
        var parcels = new RandomParcel(random);
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < Cases / 10; i++)
        {
            var parcel = parcels.Next(2);

            output.ResetWrittenCount();
            EchoJsonWriter.Write(parcel, output);
            var expected = JsonSerializer.SerializeToUtf8Bytes(parcel, EchoJsonContext.Default.Parcel);
            SameJson.Assert(expected, output.WrittenSpan);

            // What the client writes it can read, and what the context writes, with its many escapes, too.
            foreach (var json in (byte[][])[output.WrittenSpan.ToArray(), expected])
            {
                var answer = new PageMessagesGen.Generated.Utf8ResponseReader(json);
                var read = EchoJsonReader.ReadParcel(ref answer);
                Assert.True(answer.IsUsable());
                SameJson.Assert(expected, JsonSerializer.SerializeToUtf8Bytes(read!, EchoJsonContext.Default.Parcel));
            }
        }
    }
}
