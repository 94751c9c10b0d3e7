using System.Text;
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
        Day = MaybeValue(Day),
        MustDay = Day(),
        Moment = MaybeValue(Moment),
        Days = Maybe(() => List(Day)),
        Moments = Maybe(() => List(Moment)),
        Grid = Maybe(() => List(() => List(Count))),
        Cubes = Maybe(() => List(() => List(() => List(Kind)))),
        Labels = Maybe(() => Map(Text)),
        Sizes = Maybe(() => Map(Number)),
        KindNames = Maybe(() => Map(Kind)),
        AnyNames = Maybe(() => Map(Any)),
        DaysNames = Maybe(() => Map(() => List(Day))),
        Tables = depth > 0 ? Maybe(() => List<IReadOnlyDictionary<string, IReadOnlyDictionary<string, Parcel>>>(() => Map<IReadOnlyDictionary<string, Parcel>>(() => Map(() => Next(depth - 1))))) : null,
        Empty = Maybe(() => new Empty()),
        Start = Maybe(Text),
        Member = Maybe(Text),
        I = MaybeValue(Count),
    };

    private string Text() => RandomText.Next(random);

    private Kind Kind() => Enum.GetValues<Kind>()[random.Next(5)];

    private long Count() => random.Next(3) switch
    {
        0 => random.Next(100),
        1 => random.NextInt64(long.MinValue, long.MaxValue),
        _ => random.Next(2) == 0 ? long.MinValue : long.MaxValue,
    };

    private decimal Number() => new(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29));

    private DateOnly Day() => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));

    // It is written to the second.
    private DateTimeOffset Moment() => new(
        new DateTime(random.NextInt64(DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond),
        TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1)));

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

    // Two names that differ only in what is not Unicode become one.
    private Dictionary<string, T> Map<T>(Func<T> make)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var i = random.Next(4); i > 0; i--)
            map[Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text()))] = make();
        return map;
    }

    private IReadOnlyList<T> List<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];
}
