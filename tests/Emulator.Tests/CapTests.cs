using System.Globalization;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class CapTests
{
    private const string Warnings =
        """
        schema: 1
        namespace: Test
        service: Codes
        version: v9.1
        as-of: 2026-11-22
        operations:
          add: { summary: s, request: "POST /{page_id}/codes", body: Codes, returns: Done }
        types:
          Codes:
            summary: s
            members:
              codes: { type: list<string>, format: digits, severity: warning, summary: s }
          Done:
            summary: s
            members:
              success: { type: boolean, summary: s }
        """;

    [Theory]
    [InlineData(CallHandler.MostViolations - 1, 200)]
    [InlineData(CallHandler.MostViolations, 400)]
    [InlineData(CallHandler.MostViolations + 1, 400)]
    public async Task A_request_with_too_many_violations_is_refused_even_if_all_are_warnings(int violations, int status)
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { Schemas = [Warnings] });
        using var caller = new Caller(emulator);

        var answer = await caller.PostAsync("v9.1/me/codes", $$"""{"codes":[{{Repeat("\"x\"", violations)}}]}""", emulator.AccessToken);

        Assert.Equal(status, answer.Status);
        Assert.Equal("format", answer.Rules);
        if (status == 400)
            Assert.Equal("(#100) The request has 1000 violations or more.", answer.Message);
    }

    [Theory]
    [InlineData(RequestBody.MostValues, false)]
    [InlineData(RequestBody.MostValues + 1, true)]
    public async Task A_body_with_too_many_values_is_refused_unread(int values, bool isRefused)
    {
        await using var emulator = await GraphEmulator.StartAsync();
        using var caller = new Caller(emulator);

        // The body and the list are two values.
        var answer = await caller.SendAsync($$"""{"x":[{{Repeat("1", values - 2)}}]}""");

        answer.AssertIsError(100);
        Assert.Equal(isRefused, answer.Message == "(#100) The request body has more than 5000 values.");
    }

    [Theory]
    [InlineData(1000, "Param")]
    [InlineData(1001, "The request body has more than 1000 parts.")]
    public async Task So_is_a_form_with_too_many_parts(int parts, string message)
    {
        await using var emulator = await GraphEmulator.StartAsync();
        using var caller = new Caller(emulator);
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < parts; i++)
            form.Add(new StringContent("1"), "a" + i.ToString(CultureInfo.InvariantCulture));

        var answer = await caller.CallAsync(HttpMethod.Post, "v26.0/me/messages", form, emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Equal(parts > 1000, answer.Message == $"(#100) {message}");
    }

    [Fact]
    public async Task The_ledger_keeps_the_latest_deliveries_and_counts_the_dropped_ones()
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { LedgerCapacity = 3 });
        using var caller = new Caller(emulator);

        for (var i = 0; i < 5; i++)
            await caller.SendAsync(EmulatorTest.Body("\"message\":{\"text\":\"a\"}"));

        Assert.Equal([3, 4, 5], emulator.Ledger.Select(d => d.Sequence));
        Assert.Equal(2, emulator.DroppedDeliveries);
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(emulator.BaseAddress, "ledger"));
        Assert.Equal("2", response.Headers.GetValues("x-emulator-dropped").Single());
        emulator.ClearLedger();
        Assert.Equal(2, emulator.DroppedDeliveries);
    }

    [Fact]
    public async Task A_ledger_without_room_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { LedgerCapacity = 0 }));

    private static string Repeat(string element, int count) => string.Join(',', Enumerable.Repeat(element, count));
}
