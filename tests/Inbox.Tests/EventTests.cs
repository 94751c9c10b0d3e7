using System.Diagnostics;
using PageMessagesGen.Emulator;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

public sealed class EventTests : InboxTest
{
    [Fact]
    public async Task A_new_reader_gets_everything_and_then_what_comes()
    {
        Model.Write(Aino, "Hello");
        Model.Send(Aino, "\"message\":{\"text\":\"Hi\"}");
        using var events = await EventReader.OpenAsync(Http);

        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("1", (await events.ReadAsync("entry")).Id);
        Assert.Equal("2", (await events.ReadAsync("entry")).Id);
        await events.ReadAsync("state");

        Model.Write(Aino, "Are you open?");
        var third = await events.ReadAsync("entry");
        Assert.Equal("3", third.Id);
        Assert.Equal("Are you open?", third.Json["request"]!["message"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_reader_that_comes_back_gets_what_it_missed()
    {
        for (var i = 0; i < 10; i++)
            Model.Write(Aino, "Hello");

        using var events = await EventReader.OpenAsync(Http, lastId: 7);

        Assert.Equal("8", (await events.ReadAsync("entry")).Id);
    }

    [Fact]
    public async Task A_reader_can_begin_with_the_latest_entries()
    {
        for (var i = 0; i < 10; i++)
            Model.Write(Aino, "Hello");

        using var latest = await EventReader.OpenAsync(Http, query: "?latest=2");
        using var returning = await EventReader.OpenAsync(Http, lastId: 4, query: "?latest=2");

        Assert.Equal("9", (await latest.ReadAsync("entry")).Id);
        Assert.Equal("5", (await returning.ReadAsync("entry")).Id);
    }

    [Fact]
    public async Task A_change_of_the_state_is_announced()
    {
        using var events = await EventReader.OpenAsync(Http);
        await events.ReadAsync("state");

        Model.AdvanceClock(TimeSpan.FromHours(25));

        Assert.Equal("{}", (await events.ReadAsync("state")).Data);
    }

    [Fact]
    public async Task Line_breaks_in_requests_do_not_end_an_event()
    {
        Model.Send(Aino, "\r\n  \"message\" :\n{\"text\":\"one\\ntwo\"}\r\n");
        Model.Journal.Append(new JournalEntry { Kind = JournalKind.Refused, PageId = FakeModel.Page, PersonId = Aino, Request = "{\n\nevent: entry\n\nid: 99\n", Answer = "\r\rdata: x" });
        using var events = await EventReader.OpenAsync(Http);

        Assert.Equal("one\ntwo", (await events.ReadAsync("entry")).Json["request"]!["message"]!["text"]!.GetValue<string>());
        var refused = await events.ReadAsync("entry");
        Assert.Equal(("2", "{\n\nevent: entry\n\nid: 99\n", "\r\rdata: x"), (refused.Id, refused.Json["request"]!.GetValue<string>(), refused.Json["answer"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_silent_stream_has_comments()
    {
        Inbox.Events.Heartbeat = TimeSpan.FromMilliseconds(50);
        using var events = await EventReader.OpenAsync(Http);

        await events.ReadAsync("comment");
        await events.ReadAsync("comment");
        Model.Write(Aino, "Hello");
        await events.ReadAsync("entry");
    }

    [Fact]
    public async Task Streams_of_one_run_have_the_same_name()
    {
        using var one = await EventReader.OpenAsync(Http);
        using var two = await EventReader.OpenAsync(Http);

        Assert.Equal((await one.ReadAsync("journal")).Data, (await two.ReadAsync("journal")).Data);
    }

    [Fact]
    public async Task The_server_stops_at_once_and_ends_streams_in_order()
    {
        using var events = await EventReader.OpenAsync(Http);
        await events.ReadAsync("state");

        var watch = Stopwatch.StartNew();
        await Server.DisposeAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Null(await events.ReadAsync());
    }

    [Fact]
    public async Task A_reader_that_reads_nothing_does_not_delay_the_journal()
    {
        using var events = await EventReader.OpenAsync(Http);
        var text = new string('x', 2000);

        // Far more than the buffers between server and reader hold.
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20_000; i++)
            Model.Write(Aino, text);
        var elapsed = watch.Elapsed;
        using var other = await EventReader.OpenAsync(Http, lastId: 19_999);

        Assert.Equal("20000", (await other.ReadAsync("entry")).Id);
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
