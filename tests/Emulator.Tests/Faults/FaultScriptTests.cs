using System.Text.RegularExpressions;

namespace PageMessagesGen.Emulator.Tests.Faults;

public sealed partial class FaultScriptTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Every_fault_can_be_scripted()
    {
        Fault[] expected =
        [
            Fault.Delayed(TimeSpan.FromSeconds(1.5)),
            Fault.Delayed(Timeout.InfiniteTimeSpan),
            Fault.Closed(),
            Fault.Reset() with { Delay = TimeSpan.FromSeconds(2) },
            Fault.Truncated(),
            Fault.Stalled(),
            Fault.NotHttp(),
            Fault.Oversized(),
            Fault.Redirect(),
            Fault.Redirect(new Uri("https://graph.example/"), 302),
            Fault.ServerError(),
            Fault.ServerError(503),
            Fault.Error(4),
            Fault.Error(1, 1357046, 500),
            Fault.WithoutMessageId(),
            Fault.RefusedStream(),
            Fault.Closed() with { PageId = "111", Person = "7", AfterDelivery = true, FirstCall = 3, Times = 2, Probability = 0.5, Seed = -9 },
        ];

        var faults = Read("""
            {
              // Comments and a comma at the end are fine.
              "faults": [
                { "fault": "delayed", "delay": 1.5 },
                { "fault": "delayed", "delay": -1 },
                { "fault": "closed" },
                { "fault": "reset", "delay": 2 },
                { "fault": "truncated" },
                { "fault": "stalled" },
                { "fault": "not_http" },
                { "fault": "oversized" },
                { "fault": "redirect" },
                { "fault": "redirect", "location": "https://graph.example/", "status": 302 },
                { "fault": "server_error" },
                { "fault": "server_error", "status": 503 },
                { "fault": "error", "code": 4 },
                { "fault": "error", "code": 1, "subcode": 1357046, "status": 500 },
                { "fault": "without_message_id" },
                { "fault": "refused_stream" },
                { "fault": "closed", "page_id": "111", "person": "7", "after_delivery": true, "first_call": 3, "times": 2, "probability": 0.5, "seed": -9 },
              ]
            }
            """).Options!.Faults;

        Assert.Equal(expected, faults);
        Assert.All(Enum.GetValues<Emulator.Faults.FaultKind>(), kind => Assert.Contains(faults, f => f.Kind == kind));
    }

    [Theory]
    [InlineData("""{ "fault": "rest" }""", 3, "There is no such fault. The faults are delayed, closed, reset, ")]
    [InlineData("""{ "fault": "reset", "tiems": 2 }""", 3, "The JSON property 'tiems' is not known.")]
    [InlineData("""{ "fault": "reset", "times": "2" }""", 3, "The value has the wrong type.")]
    [InlineData("""{ "fault": "reset", "times": 1, "times": 2 }""", 3, "Duplicate property 'times'.")]
    [InlineData("""{ "times": 1 }""", 3, "A fault needs its name, such as \"fault\": \"reset\".")]
    [InlineData("{ \"fault\": \"reset\",\n\"times\": 0 }", 4, "The number of calls must be at least 1.")]
    [InlineData("{ \"fault\": \"reset\",\n\n\"probability\": 2 }", 5, "The probability must be between 0 and 1.")]
    [InlineData("""{ "fault": "reset", "first_call": 0 }""", 3, "The number of the first call must be at least 1.")]
    [InlineData("""{ "fault": "delayed" }""", 3, "The fault delayed needs a 'delay' in seconds; -1 for no response at all.")]
    [InlineData("""{ "fault": "delayed", "delay": -2 }""", 3, "The delay must be between 0 and 1000000 seconds")]
    [InlineData("""{ "fault": "error" }""", 3, "The fault error needs a 'code', such as 613.")]
    [InlineData("""{ "fault": "reset", "code": 4 }""", 3, "The fault reset has no 'code'.")]
    [InlineData("""{ "fault": "server_error", "status": 200 }""", 3, "The status must be between 500 and 599.")]
    [InlineData("""{ "fault": "reset" """, 4, "']' is invalid without a matching open.")]
    [InlineData("null", null, "A script is an object with a list of faults, none of which is null.")]
    public void A_mistake_is_explained_with_its_line(string fault, int? line, string message)
    {
        var error = Read($"{{\n\"faults\": [\n{fault}\n]\n}}").Error!;

        Assert.StartsWith($"The script {Path.GetFileName(_file)} is not valid", error, StringComparison.Ordinal);
        if (line is not null)
            Assert.Contains($" at line {line} (", error, StringComparison.Ordinal);
        Assert.Contains($": {message}", error, StringComparison.Ordinal);
        Assert.DoesNotContain(" Path: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", " at line 1 ($): The input does not contain any JSON tokens.")]
    [InlineData("[]", " at line 1 ($): The value has the wrong type.")]
    [InlineData("{}", " at line 1 ($): A script needs 'faults', a list.")]
    [InlineData("""{ "faults": null }""", ": A script is an object with a list of faults, none of which is null.")]
    [InlineData("""{ "faults": [], "limits": {} }""", " at line 1 ($.limits): The JSON property 'limits' is not known.")]
    public void What_is_no_script_is_refused(string text, string explanation) =>
        Assert.StartsWith($"The script {Path.GetFileName(_file)} is not valid{explanation}", Read(text).Error, StringComparison.Ordinal);

    [Fact]
    public void A_script_that_is_not_there_is_refused() =>
        Assert.StartsWith("The script cannot be read: Could not find file", CommandLine.Parse(["--script", "nowhere.json"]).Error, StringComparison.Ordinal);

    [Fact]
    public void The_example_in_the_help_is_valid()
    {
        var example = Example().Match(CommandLine.Usage).Value;

        Assert.Equal(5, Read(example).Options!.Faults.Count);
    }

    public void Dispose() => File.Delete(_file);

    private CommandLine Read(string script)
    {
        File.WriteAllText(_file, script);
        return CommandLine.Parse(["--script", _file]);
    }

    [GeneratedRegex(@"^  \{$.*?^  \}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
