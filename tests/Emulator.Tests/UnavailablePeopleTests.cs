using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class UnavailablePeopleTests : EmulatorTest
{
    private const string Away = "777";

    protected override GraphEmulatorOptions Options => new() { UnavailablePeople = [Away] };

    [Fact]
    public async Task A_person_who_is_unavailable_is_answered_with_551_and_gets_nothing()
    {
        var answer = await SendToAsync("id", Away);

        answer.AssertIsError(551, 1545041);
        Assert.Equal("(#551) This person is not available right now.", answer.Message);
        Assert.Empty(Emulator.Ledger);
        Assert.Equal("[]", await Caller.GetTextAsync("ledger"));
    }

    [Fact]
    public async Task People_can_leave_and_come_back_while_the_emulator_runs()
    {
        Assert.Equal(200, (await SendToAsync("phone_number", "+358401234567")).Status);

        Emulator.UnavailablePeople.Add("+358401234567");
        Assert.Equal(551, (await SendToAsync("phone_number", "+358401234567")).Code);
        Assert.True(Emulator.UnavailablePeople.Contains("+358401234567"));

        Assert.True(Emulator.UnavailablePeople.Remove("+358401234567"));
        Assert.False(Emulator.UnavailablePeople.Remove("+358401234567"));
        Assert.Equal(200, (await SendToAsync("phone_number", "+358401234567")).Status);

        Assert.Equal(1, Emulator.UnavailablePeople.Count);
        Emulator.UnavailablePeople.Clear();
        Assert.Equal(200, (await SendToAsync("id", Away)).Status);
    }

    [Fact]
    public async Task A_wrong_body_is_refused_for_what_is_wrong_with_it_first() =>
        (await Caller.SendAsync($$"""{"recipient":{"id":"{{Away}}","foo":1},"message":{"text":"Hello"} }""")).AssertIsError(100);

    [Fact]
    public void Nobody_has_no_address() => Assert.Throws<ArgumentException>(() => Emulator.UnavailablePeople.Add(""));

    private Task<Answer> SendToAsync(string member, string value) =>
        Caller.SendAsync($$"""{"recipient":{"{{member}}":"{{value}}"},"message":{"text":"Hello"} }""");
}
