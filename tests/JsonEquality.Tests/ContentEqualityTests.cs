using System.Buffers;
using System.Text.Json;
using EveryKind;
using PageMessages;
using PageMessagesGen.JsonEquality.Tests.Support;

namespace PageMessagesGen.JsonEquality.Tests;

/// <summary>Records that say the same are equal, whatever they consist of.</summary>
public sealed class ContentEqualityTests
{
    private static readonly int Cases = LongTests.Inputs(1_000, 30_000);

    [Fact]
    public void Random_requests_that_say_the_same_are_equal_and_others_are_not()
    {
        for (var seed = 0; seed < Cases / 10; seed++)
        {
            var request = new RandomRequest(new Random(seed)).Next();
            var same = new RandomRequest(new Random(seed)).Next();
            var other = new RandomRequest(new Random(-seed - 1)).Next();

            Assert.True(request == same, $"Seed {seed}.");
            Assert.Equal(request.GetHashCode(), same.GetHashCode());
            Assert.Equal(request == other, request.ToJson() == other.ToJson());
        }
    }

    [Fact]
    public void Random_values_of_every_kind_are_equal_after_they_are_written_and_read()
    {
        var output = new ArrayBufferWriter<byte>();
        for (var seed = 0; seed < Cases / 10; seed++)
        {
            var parcel = new RandomParcel(new Random(seed)).Next(2);
            var same = new RandomParcel(new Random(seed)).Next(2);
            var other = new RandomParcel(new Random(-seed - 1)).Next(2);
            output.ResetWrittenCount();
            EchoJsonWriter.Write(parcel, output);
            var text = System.Text.Encoding.UTF8.GetString(output.WrittenSpan);

            Assert.True(parcel == same, $"Seed {seed}.");
            Assert.Equal(parcel.GetHashCode(), same.GetHashCode());
            Assert.Equal(parcel == other, parcel.ToJson() == other.ToJson());

            // Text that is not Unicode is not read as it was.
            var read = JsonSerializer.Deserialize(text, EchoJsonContext.Default.Parcel)!;
            Assert.True(parcel == read || text.Contains('\uFFFD', StringComparison.Ordinal), $"Seed {seed}.");
        }
    }

    [Fact]
    public void Readable_JSON_of_random_requests_says_what_is_sent()
    {
        var output = new ArrayBufferWriter<byte>();
        for (var seed = 0; seed < Cases / 10; seed++)
        {
            var request = new RandomRequest(new Random(seed)).Next();
            output.ResetWrittenCount();
            PageMessagesJsonWriter.Write(request, output);

            SameJson.Assert(output.WrittenSpan, System.Text.Encoding.UTF8.GetBytes(request.ToJson()));
        }
    }
}
