using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.Faults;

/// <summary>Which calls a fault affects.</summary>
public sealed class FaultSelectionTests : EmulatorTest
{
    private const string OtherToken = "token-of-the-other";
    private const string Other = "222";

    protected override GraphEmulatorOptions Options => new()
    {
        FurtherPages = [new EmulatedPage(Other, OtherToken)],
        Faults = [Fault.Error(1) with { Person = "900" }],
    };

    [Theory]
    [InlineData(1, null, "xxxxxx")]
    [InlineData(1, 2, "xx....")]
    [InlineData(3, 1, "..x...")]
    [InlineData(3, null, "..xxxx")]
    [InlineData(5, 9, "....xx")]
    public async Task The_first_call_and_the_number_of_calls_are_chosen(int firstCall, int? times, string expected)
    {
        foreach (var afterDelivery in new[] { false, true })
        {
            Emulator.Faults.Clear();
            Emulator.Faults.Add(Fault.Error(2) with { FirstCall = firstCall, Times = times, AfterDelivery = afterDelivery });

            Assert.Equal(expected, await SendAsync("1", "2", "3", "4", "5", "6"));
        }
    }

    [Fact]
    public async Task A_person_is_chosen_by_any_address_and_other_calls_do_not_count()
    {
        Emulator.Faults.Add(Fault.Error(2) with { Person = "7", FirstCall = 2, Times = 1 });
        Emulator.Faults.Add(Fault.Error(2) with { Person = "+358401234567", AfterDelivery = true });

        Assert.Equal("....x..x", await SendAsync("7", "1", "2", "3", "7", "7", "4", "900"));
        Assert.Equal(2, (await Caller.SendAsync("""{"recipient":{"phone_number":"+358401234567"},"message":{"text":"a"}}""")).Code);
    }

    [Theory]
    [InlineData("me", null)]
    [InlineData(Other, null)]
    [InlineData(Other, "the-token-of-nobody")]
    public async Task A_Page_is_chosen_by_the_path_or_the_token(string path, string? token)
    {
        Emulator.Faults.Add(Fault.Error(2) with { PageId = Other });

        Assert.Equal("..", await SendAsync("1", "2"));
        Assert.Equal(2, (await Caller.PostAsync($"v26.0/{path}/messages", Message("1"), token ?? OtherToken)).Code);
    }

    [Fact]
    public async Task Of_several_faults_the_first_one_occurs_and_all_count()
    {
        Emulator.Faults.Add(Fault.Error(10) with { FirstCall = 2, Times = 1 });
        Emulator.Faults.Add(Fault.Error(20) with { FirstCall = 2, Times = 2 });
        Emulator.Faults.Add(Fault.Error(30) with { FirstCall = 5 });

        var codes = new List<int>();
        for (var i = 0; i < 6; i++)
            codes.Add(await CodeAsync(Message("1")));

        Assert.Equal([0, 10, 20, 20, 30, 30], codes);
        Assert.Equal(5, Emulator.Faults.Occurred);
    }

    [Fact]
    public async Task After_the_delivery_only_calls_that_deliver_count()
    {
        Emulator.Faults.Add(Fault.Error(2) with { AfterDelivery = true, FirstCall = 2 });

        Assert.Equal(0, await CodeAsync(Message("1")));
        Assert.Equal(100, await CodeAsync("{}"));
        Assert.Equal(2, await CodeAsync(Message("1")));
        Assert.Equal(2, Emulator.Ledger.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("""{"recipient":{"id":"1"}}""")]
    public async Task Before_the_delivery_the_content_does_not_matter(string body)
    {
        Emulator.Faults.Add(Fault.Error(2));

        Assert.Equal(2, await CodeAsync(body));
        Emulator.Faults.Clear();
        Emulator.Faults.Add(Fault.Oversized());
        Assert.Equal(0, await CodeAsync(body));
        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task Chaos_is_the_same_in_each_run_and_differs_by_seed()
    {
        var fates = new List<string>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            Emulator.Faults.Clear();
            Emulator.Faults.Add(Fault.Error(2) with { Probability = 0.3, Seed = seed });
            fates.Add(await SendAsync([.. Enumerable.Repeat("1", 60)]));
        }

        Assert.Equal(fates[0], fates[1]);
        Assert.NotEqual(fates[0], fates[2]);
        Assert.InRange(fates[0].Count(c => c == 'x'), 6, 32);
    }

    [Theory]
    [InlineData(0, ".....")]
    [InlineData(1, "xxxxx")]
    public async Task A_probability_of_0_is_never_and_one_of_1_is_always(double probability, string expected)
    {
        Emulator.Faults.Add(Fault.Error(2) with { Probability = probability });

        Assert.Equal(expected, await SendAsync("1", "2", "3", "4", "5"));
    }

    [Fact]
    public async Task Faults_are_values_and_can_be_removed_while_the_emulator_runs()
    {
        Assert.Equal(Fault.Error(4) with { Person = "1" }, Fault.Error(4) with { Person = "1" });
        Assert.NotEqual(Fault.Error(4), Fault.Error(4, status: 429));
        Emulator.Faults.Add(Fault.Error(4));
        Emulator.Faults.Add(Fault.Error(4));
        Assert.Equal([Fault.Error(1) with { Person = "900" }, Fault.Error(4), Fault.Error(4)], Emulator.Faults);

        Assert.True(Emulator.Faults.Remove(Fault.Error(4)));
        Assert.Equal("x", await SendAsync("1"));
        Assert.True(Emulator.Faults.Remove(Fault.Error(4)));
        Assert.False(Emulator.Faults.Remove(Fault.Error(4)));
        Assert.Equal(".", await SendAsync("1"));
        Assert.Single(Emulator.Faults);
        Assert.Contains("Name = without_message_id", Fault.WithoutMessageId().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_can_be_changed_during_calls_and_each_occurs_as_often_as_it_says()
    {
        Emulator.Faults.Add(Fault.Error(2) with { Times = 50 });
        var failed = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var unused = Fault.Reset() with { Person = $"nobody-{i}" };
            Emulator.Faults.Add(unused);
            if (await CodeAsync(Message("1")) == 2)
                Interlocked.Increment(ref failed);
            Assert.True(Emulator.Faults.Remove(unused));
        });

        Assert.Equal((50, 150), (failed, Emulator.Ledger.Count));
        Assert.Equal(2, Emulator.Faults.Count);
    }

    [Fact]
    public void A_fault_that_makes_no_sense_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Reset() with { FirstCall = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Reset() with { Times = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Reset() with { Probability = 1.01 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Reset() with { Probability = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Delayed(TimeSpan.FromSeconds(-2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Delayed(TimeSpan.FromDays(30)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Redirect(status: 400));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.ServerError(404));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Error(4, status: 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Error(-1));
        Assert.Throws<ArgumentNullException>(() => Emulator.Faults.Add(null!));
    }

    private static string Message(string person) => $$"""{"recipient":{"id":"{{person}}"},"message":{"text":"a"} }""";

    private async Task<int> CodeAsync(string body) => await Caller.SendAsync(body) is { Status: not 200 } answer ? answer.Code : 0;

    // An x for each call that fails.
    private async Task<string> SendAsync(params string[] people)
    {
        var fates = "";
        foreach (var person in people)
            fates += await CodeAsync(Message(person)) == 0 ? '.' : 'x';
        return fates;
    }
}
