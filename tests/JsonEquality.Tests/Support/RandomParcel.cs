using System.Text.Json;
using EveryKind;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Makes values with every kind of member, inside each other.</summary>
internal sealed class RandomParcel(Random random)
{
    public Parcel Next(int depth) => new()
    {
        Text = Maybe(Text),
        Must = Text(),
        Kind = Kind(),
        Number = MaybeValue(Number),
        Count = MaybeValue(Count),
        MustCount = Count(),
        Flag = MaybeValue(() => random.Next(2) == 0),
        Id = Maybe(Text),
        Any = MaybeValue(Any),
        OtherKind = MaybeValue(Kind),
        Texts = Maybe(() => List(Text)),
        Numbers = Maybe(() => List(Number)),
        Counts = Maybe(() => List(Count)),
        Flags = Maybe(() => List(() => random.Next(2) == 0)),
        Kinds = Maybe(() => List(Kind)),
        Anys = Maybe(() => List(Any)),
        Inner = depth > 0 ? Maybe(() => Next(depth - 1)) : null,
        Inners = depth > 0 ? Maybe(() => List(() => Next(depth - 1))) : null,
        Start = Maybe(Text),
        Member = Maybe(Text),
        I = MaybeValue(Count),
    };

    private string Text() => RandomText.Next(random);

    private Kind Kind() => (Kind)random.Next(1, 6);

    private long Count() => random.Next(3) switch
    {
        0 => random.Next(100),
        1 => random.NextInt64(long.MinValue, long.MaxValue),
        _ => random.Next(2) == 0 ? long.MinValue : long.MaxValue,
    };

    private decimal Number() => new(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29));

    // An element that is null would be passed over by the reader, which is tested elsewhere.
    private JsonElement Any()
    {
        var json = RandomJson.Next(random);
        return json.ValueKind == JsonValueKind.Null ? Any() : json;
    }

    private T? Maybe<T>(Func<T> make)
        where T : class => random.Next(2) == 0 ? make() : null;

    private T? MaybeValue<T>(Func<T> make)
        where T : struct => random.Next(2) == 0 ? make() : null;

    private IReadOnlyList<T> List<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];
}
