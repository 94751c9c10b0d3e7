using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Takes the YAML of an example for JSON. JSON text is YAML, so an example can be pasted from a log.</summary>
internal static class WireValues
{
    private static readonly Regex Number = new(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant);

    public static WireValue From(YamlNode node) => node switch
    {
        YamlMapping mapping => new WireObject(
            mapping.Entries.Select(e => new WireMember(e.Key.Value, From(e.Value), e.Key.Range)).ToEquatableArray(), mapping.Range),
        YamlSequence list => new WireList(list.Items.Select(From).ToEquatableArray(), list.Range),
        YamlScalar scalar => FromScalar(scalar),
        _ => throw new InvalidOperationException($"There is no JSON for {node.Kind}."),
    };

    private static WireValue FromScalar(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
            return new WireText(scalar.Value, scalar.Range);
        return scalar.Value switch
        {
            "true" => new WireBoolean(true, scalar.Range),
            "false" => new WireBoolean(false, scalar.Range),
            "null" => new WireNull(scalar.Range),
            var text when Number.IsMatch(text) => new WireNumber(text, scalar.Range),
            var text => new WireText(text, scalar.Range),
        };
    }
}
