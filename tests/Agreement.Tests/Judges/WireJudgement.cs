using System.Text.Json;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Agreement.Tests.Judges;

/// <summary>Judges requests as JSON in the way the emulator does, and tells more than the emulator says over HTTP.</summary>
internal sealed class WireJudgement(string schema)
{
    private readonly SchemaDocument _schema = SchemaReader.Read(schema).Document!;

    public IReadOnlyList<Violation> Judge(JsonElement json, string? platform) =>
    [
        .. new RequestValidator(_schema).Validate(WireJson.Read(json), _schema.Operations[0].Body!, platform)
            .Select(f => new Violation(f.Rule, f.Severity.ToString().ToLowerInvariant(), f.Path, f.Message)),
    ];
}
