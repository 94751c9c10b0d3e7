using System.Text;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>What a hostile request costs. The memory of the whole process is measured, so these tests run alone.</summary>
[Collection(nameof(CostTests))]
public sealed class CostTests : EmulatorTest
{
    private const int Megabyte = 1024 * 1024;

    // The measured costs are 4 to 20 MB; without the caps, they are up to 2,032 MB.
    private const long Most = 40 * Megabyte;

    public static TheoryData<string, string, string, string> Bodies => new()
    {
        { "wrong elements", """{"recipient":{"id":"1"},"message":{"text":"a","quick_replies":[""", "1", "]}}" },
        { "empty elements", """{"recipient":{"id":"1"},"message":{"text":"a","quick_replies":[""", "{}", "]}}" },
        { "wrong cards", """{"recipient":{"id":"1"},"message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[""", """{"a":[]}""", "]}}}}" },
        { "unknown members", """{"recipient":{"id":"1"},"message":{"text":"a",""", "\"{0}\":1", "}}" },
        { "members given twice", """{"recipient":{"id":"1"},"message":{"text":"a",""", "\"a\":1", "}}" },
        { "numbers anywhere", """{"recipient":{"id":"1"},"message":{"text":"a"},"x":[""", "1", "]}" },
        { "empty elements, fewer than are refused unread", """{"recipient":{"id":"1"},"message":{"text":"a","quick_replies":[""", "{}" + new string(' ', 215), "]}}" },
        { "valid elements", """{"recipient":{"id":"1"},"message":{"text":"a","quick_replies":[""", """{"content_type":"text","title":"Red","payload":"RED"}""" + new string(' ', 800), "]}}" },
        { "cards with two violations", """{"recipient":{"id":"1"},"message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[""", """{"a":1,"image_url":1}""" + new string(' ', 620), "]}}}}" },
        { "names of 2,000 letters", """{"recipient":{"id":"1"},"message":{"text":"a",""", $"\"{new string('n', 2000)}{{0}}\":{{{{}}}}", "}}" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_of_1_MB_with_as_many_violations_as_fit_costs_little(string content, string start, string element, string end)
    {
        Assert.NotEmpty(content);
        await AssertCostAsync(Encoding.UTF8.GetBytes(Fill(start, element, end)), "application/json");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a&")]
    [InlineData("application/json", "{\"recipient\":{\"id\":\"1\"},\"message\":{\"text\":\"\\ud83c", "\\n", "\"}}")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=a; filename=f\r\n\r\n\r\n", "--b\r\nContent-Disposition: form-data; name=a; filename=f\r\n\r\n\r\n", "--b--\r\n")]
    public async Task So_does_a_form_of_many_fields_and_a_string_of_escapes(string type, string start, string? element = null, string end = "") =>
        await AssertCostAsync(Encoding.UTF8.GetBytes(Fill(start, element ?? start, end, separator: "")), type);

    private static string Fill(string start, string element, string end, string separator = ",")
    {
        var text = new StringBuilder(start);
        for (var i = 0; text.Length + element.Length + end.Length + 16 < Megabyte; i++)
            text.Append(i == 0 ? "" : separator).Append(element.Contains("{0}", StringComparison.Ordinal) ? string.Format(null, element, i) : element);
        return text.Append(end).ToString();
    }

    private async Task AssertCostAsync(byte[] body, string type)
    {
        await Caller.SendAsync("{}");
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var answer = await Caller.CallAsync(HttpMethod.Post, "v26.0/me/messages", content, Emulator.AccessToken);

        var cost = GC.GetTotalAllocatedBytes(precise: true) - before;
        answer.AssertIsError(100);
        Assert.True(cost < Most, $"{body.Length:N0} bytes cost {cost:N0}.");
    }
}

/// <summary>Runs the tests that measure the memory of the process after all others.</summary>
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
public sealed class CostTestsAlone;
