using System.Globalization;
using System.Text.RegularExpressions;
using PageMessagesGen.Emulator.Faults;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Batch;

/// <summary>The responses to the named parts of a batch, to which later parts refer as in <c>{result=first:$.id}</c>.</summary>
internal sealed partial class BatchResults
{
    private readonly Dictionary<string, GraphResponse> _answers = new(StringComparer.Ordinal);

    // All values of a batch together: a reference is far shorter than the list that it can stand for.
    private int _room = RequestBody.MostBytes;

    /// <summary>Gets a value that indicates whether the values of the references were longer than a body can be.</summary>
    public bool AreTooLong => _room < 0;

    /// <summary>Gets the first fault that concerns the connection, and with it all parts; null for no such fault.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>Adds the response to a part.</summary>
    public void Add(string? name, GraphResponse answer)
    {
        if (answer.Fault is { Kind: not (FaultKind.Error or FaultKind.WithoutMessageId) } fault)
            Fault ??= fault;
        if (name is not null)
            _answers[name] = answer;
    }

    /// <summary>Determines whether a part has failed, or has not been sent.</summary>
    public bool HasFailed(string name) => !_answers.TryGetValue(name, out var answer) || answer is GraphError;

    /// <summary>Gets the names of the parts to which a text refers.</summary>
    public static IEnumerable<string> NamesIn(string text) => Reference().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>
    /// Replaces references by the values that they refer to, with commas between them. References without a value, and values that are too long, become empty.
    /// </summary>
    public string Resolve(string text) => Reference().Replace(text, match =>
    {
        if (AreTooLong || !_answers.TryGetValue(match.Groups["name"].Value, out var answer) || answer is not GraphReply { Json: { } json })
            return "";
        var value = string.Join(',', Select(json, match.Groups["path"].Value).Select(Wire.TextOf).OfType<string>());
        _room -= value.Length;
        return AreTooLong ? "" : value;
    });

    // Of JSONPath, names, numbers and the asterisk are known. That is what the documentation of batches uses.
    private static IEnumerable<WireValue> Select(WireValue json, string path)
    {
        IEnumerable<WireValue> found = [json];
        foreach (var step in Step().Matches(path).Select(match => match.Groups["step"].Value))
            found = found.SelectMany(value => Select(value, step, isAll: step == "*")).ToList();
        return found;
    }

    private static IEnumerable<WireValue> Select(WireValue value, string step, bool isAll) => value switch
    {
        WireList list when isAll => list.Items,
        WireObject all when isAll => all.Members.Select(m => m.Value),
        WireList list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => [list.Items[index]],
        WireObject parent when parent.Find(step) is { } member => [member],
        _ => [],
    };

    [GeneratedRegex(@"\{result=(?<name>[^:{}]+):\$(?<path>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.?(?<step>[^.\[\]]+)\]?|\[(?<step>[^\]]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
