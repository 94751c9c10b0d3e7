using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using PageMessagesGen.Emulator.Tests.Support;
using PageMessagesGen.Schema;

namespace PageMessagesGen.Emulator.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task It_listens_on_loopback_only()
    {
        await using var emulator = await GraphEmulator.StartAsync();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == emulator.BaseAddress.Port);
        Assert.Equal([IPAddress.Loopback], listeners.Select(l => l.Address));
        Assert.Equal("127.0.0.1", emulator.BaseAddress.Host);
    }

    [Fact]
    public async Task Emulators_stand_side_by_side_and_know_nothing_of_each_other()
    {
        await using var one = await GraphEmulator.StartAsync();
        await using var two = await GraphEmulator.StartAsync();
        using var caller = new Caller(one);

        await caller.SendAsync(EmulatorTest.Body("\"message\":{\"text\":\"a\"}"));

        Assert.NotEqual(one.BaseAddress, two.BaseAddress);
        Assert.Single(one.Ledger);
        Assert.Empty(two.Ledger);
    }

    [Fact]
    public async Task It_starts_and_stops_fast_even_with_a_connection_open()
    {
        // The first one pays for loading the code, which says nothing of the emulator.
        await (await GraphEmulator.StartAsync()).DisposeAsync();

        var watch = Stopwatch.StartNew();
        var emulator = await GraphEmulator.StartAsync();
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, emulator.BaseAddress.Port);
        using var caller = new Caller(emulator);
        await caller.SendAsync(EmulatorTest.Body("\"message\":{\"text\":\"a\"}"));
        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Single(emulator.Ledger);
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync("{}"));
    }

    [Fact]
    public async Task A_chosen_port_is_used_and_a_taken_one_is_an_error()
    {
        int port;
        await using (var any = await GraphEmulator.StartAsync())
        {
            port = any.BaseAddress.Port;
            await Assert.ThrowsAsync<IOException>(() => GraphEmulator.StartAsync(new() { Port = port }));
        }

        await using var chosen = await GraphEmulator.StartAsync(new() { Port = port });
        Assert.Equal(port, chosen.BaseAddress.Port);
    }

    [Theory]
    [InlineData("EAABsbCS1iHgBAKZA")]
    [InlineData("EAA-12345")]
    [InlineData("short")]
    [InlineData("with blanks in it")]
    [InlineData("with\"quotes")]
    [InlineData("123456789")]
    [InlineData("")]
    public async Task A_token_that_may_be_live_or_cannot_be_one_is_refused_without_being_quoted(string token)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { AccessToken = token }));

        Assert.Contains("access token", exception.Message, StringComparison.Ordinal);
        if (token.Length > 0)
            Assert.DoesNotContain(token, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(token.StartsWith("EAA", StringComparison.Ordinal), exception.Message.Contains("live", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task A_port_that_does_not_exist_is_refused(int port) =>
        await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { Port = port }));

    [Theory]
    [InlineData("")]
    [InlineData("me")]
    [InlineData("12/34")]
    public async Task A_page_id_that_is_not_made_of_digits_is_refused(string pageId) =>
        await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { PageId = pageId }));

    [Fact]
    public async Task A_broken_schema_is_refused_with_every_mistake_and_its_place()
    {
        var broken = SchemaTexts.Everything
            .Replace("type: boolean, summary: s }\n      weight", "type: bolean, summary: s }\n      weight", StringComparison.Ordinal)
            .Replace("format: url", "format: uri", StringComparison.Ordinal);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { Schemas = [SchemaTexts.Everything, broken] }));

        var lines = exception.Message.Split('\n');
        Assert.Equal("Schema 2 of 2 is not valid:", lines[0]);
        Assert.StartsWith("(15,22): error PMG2004: There is no type 'bolean'.", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("(23,36): error PMG2005: 'uri' is not", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task A_schema_with_nothing_but_warnings_is_served()
    {
        var schema = SchemaTexts.Everything + "\n  Unused: { summary: s, members: { A: { summary: s } } }\n";
        Assert.True(Assert.Single(SchemaReader.Read(schema).Diagnostics).Rule.IsWarning);

        await using var emulator = await GraphEmulator.StartAsync(new() { Schemas = [schema] });
        using var caller = new Caller(emulator);

        Assert.Equal(200, (await caller.PostAsync("v9.1/me/things", """{"name":"a"}""", emulator.AccessToken)).Status);
    }

    [Fact]
    public async Task A_platform_that_no_schema_knows_is_refused()
    {
        var unknown = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { Platform = "pigeon" }));
        var empty = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { Platform = "" }));
        var none = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { Schemas = [SchemaTexts.Everything], Platform = "messenger" }));

        Assert.Equal("The platform must be one of messenger, instagram.", unknown.Message);
        Assert.Equal(unknown.Message, empty.Message);
        Assert.Equal("The platform must be null: no schema has platforms.", none.Message);
    }

    [Fact]
    public async Task It_is_enough_that_one_of_several_schemas_knows_the_platform()
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { Schemas = [SchemaTexts.Everything, SchemaTexts.Notes], Platform = "raven" });

        Assert.Equal("raven", emulator.Platform);
    }

    [Fact]
    public async Task Two_schemas_with_the_same_path_are_refused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { Schemas = [SchemaTexts.Everything, SchemaTexts.Everything] }));

        Assert.Equal("Two operations have the same request, POST /{page_id}/things.", exception.Message);
    }

    [Fact]
    public async Task A_failing_clock_is_answered_in_the_shape_of_Graph_too()
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { TimeProvider = new BrokenClock() });
        using var caller = new Caller(emulator);

        var answer = await caller.SendAsync(EmulatorTest.Body("\"message\":{\"text\":\"a\"}"));

        Assert.Equal((500, 1), (answer.Status, answer.Code));
        Assert.Equal("(#1) The emulator failed with NotSupportedException.", answer.Message);
        Assert.Empty(emulator.Ledger);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new NotSupportedException("detail");
    }
}
