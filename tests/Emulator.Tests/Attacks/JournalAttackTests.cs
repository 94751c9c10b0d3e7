namespace PageMessagesGen.Emulator.Tests.Attacks;

/// <summary>What is sent must not stay in memory for ever.</summary>
public sealed class JournalAttackTests
{
    [Fact]
    public void Long_entries_are_dropped_before_there_are_many()
    {
        var journal = new Journal(TimeProvider.System, capacity: 1000, room: 10_000);

        for (var i = 0; i < 100; i++)
            journal.Append(Entry(1000));

        Assert.InRange(journal.After(0).Count, 7, 10);
        Assert.Equal(100, journal.After(0)[^1].Sequence);
    }

    [Fact]
    public void The_latest_entry_stays_however_long_it_is()
    {
        var journal = new Journal(TimeProvider.System, capacity: 1000, room: 10_000);

        journal.Append(Entry(1000));
        journal.Append(Entry(50_000));

        Assert.Equal(2, Assert.Single(journal.After(0)).Sequence);
    }

    private static JournalEntry Entry(int length) => new() { Kind = JournalKind.Refused, PageId = "1", Request = new string('x', length) };
}
