using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the attributes by which analyzers, and people, find the rules of generated types.</summary>
internal static class AttributeEmitter
{
    private static readonly string Tool = $"::GeneratedCode(\"PageMessagesGen\", \"{typeof(AttributeEmitter).Assembly.GetName().Version.ToString(3)}\")";

    /// <summary>
    /// Gets the attributes of generated code. They are on types, but not on partial ones: those have a half of the user, which is not
    /// generated, so that their members have the attributes.
    /// </summary>
    public static string Generated { get; } = $"[{Tool}, ::ExcludeFromCodeCoverage]";

    /// <summary>Gets the attribute of a generated type that has no code, on which the other one is not allowed.</summary>
    public static string GeneratedWithoutCode { get; } = $"[{Tool}]";

    public static void Emit(SourceWriter writer, RecordModel record)
    {
        if (!record.IsSent)
            return;
        writer.Lines("[::GeneratedRequest]");
        if (record.Union?.Value is { } value)
            writer.Lines($"[::Discriminator({value.Discriminator.WireLiteral}, {value.NameLiteral})]");
        EmitEnvelope(writer, record.Union?.Envelope);
        foreach (var rule in record.Rules)
        {
            var fix = rule.Fix.Count == 0 ? "" : $",\n    Fix = {CSharpText.Literal(RuleWriter.Write(rule.Fix))}";
            writer.Lines($"""
                [::Rule({CSharpText.Literal(rule.Name)}, {CSharpText.Literal(RuleWriter.Write(rule))},
                    Severity = {Severity(rule.Severity)}, Reason = {CSharpText.Literal(rule.Reason)}{fix})]
                """);
        }
    }

    /// <summary>Writes the attributes of the record for a shape that the schema leaves open.</summary>
    public static void EmitRaw(SourceWriter writer, UnionModel union)
    {
        if (!union.IsSent)
            return;
        writer.Lines("[::GeneratedRequest]");
        EmitEnvelope(writer, union.Shape?.Envelope);
    }

    public static void Emit(SourceWriter writer, MemberModel member)
    {
        if (member.Limits.Count > 0)
            writer.Lines($"[::Limits({CSharpText.Literal(RuleWriter.Write(member.Limits))}{(member.LimitSeverity == RuleSeverity.Error ? "" : $", Severity = {Severity(member.LimitSeverity)}")})]");
        Emit(writer, member.Availability);
    }

    public static void Emit(SourceWriter writer, EnumMemberModel member)
    {
        writer.Lines($"[::SchemaName({member.NameLiteral})]");
        if (member.OnlyWhen is { } condition)
            writer.Lines($"[::OnlyWhen({CSharpText.Literal(condition)})]");
        Emit(writer, member.Availability);
    }

    private static void EmitEnvelope(SourceWriter writer, EnvelopeModel? envelope)
    {
        if (envelope is not { Value: var value, Content: var content })
            return;
        writer.Lines($"[::Envelope({value.Discriminator.WireLiteral}, {value.NameLiteral}{(content is null ? "" : $", {content.WireLiteral}")})]");
        Emit(writer, value.Availability);
    }

    /// <summary>Writes the attributes for where, and until when, something can be used.</summary>
    public static void Emit(SourceWriter writer, Availability availability)
    {
        if (availability.Platforms.Count > 0)
            writer.Lines($"[{string.Join(", ", availability.Platforms.Select(platform => $"::SupportedOn({CSharpText.Literal(platform)})"))}]");
        if (availability.Retirement is not { } retirement)
            return;
        var (name, severity) = retirement.IsRefusal ? ("::RefusedSince", $", Severity = {Severity(retirement.Severity)}") : ("::DeprecatedSince", "");
        var reason = retirement.Reason.Length == 0 ? "" : $",\n    Reason = {CSharpText.Literal(retirement.Reason)}";
        writer.Lines($"[{name}(\"{retirement.Since}\"{severity}{reason})]");
    }

    /// <summary>Gets the attribute of a property whose client sends to one platform.</summary>
    public static string Platform(PlatformModel platform) => $"[::Platform({platform.NameLiteral})]";

    /// <summary>Gets the attributes of the assembly by which analyzers find the types, and the properties that select a platform.</summary>
    public static IEnumerable<string> Assembly(ServiceModel service)
    {
        const string Name = "PageMessagesGen.Generated.GeneratedRequests";
        return service.Platforms.Count == 0 ? [Name] : service.Platforms.Select(platform => $"{Name}({CSharpText.Literal(platform.Property)})");
    }

    /// <summary>Gets a severity as C#.</summary>
    public static string Severity(RuleSeverity severity) => $"::RuleSeverity.{severity}";
}
