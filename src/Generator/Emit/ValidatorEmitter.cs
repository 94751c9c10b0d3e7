using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code that judges requests by the schema.</summary>
internal static class ValidatorEmitter
{
    private const int LongestLine = 140;

    public static void Emit(SourceWriter writer, ServiceModel service, ValidatorModel model)
    {
        writer.Import("System", "System.Collections.Generic", "PageMessagesGen", "PageMessagesGen.Rules");
        writer.AssemblyAttribute(service.AssemblyAttribute);
        writer.Lines($"""
            /// <summary>Judges the requests of the {service.Name} service by the rules of its schema.</summary>
            /// <remarks>A request that breaks nothing is judged without allocating memory.</remarks>
            """);
        using (writer.Block($"{service.Visibility} static class {service.Validator}"))
        {
            foreach (var rule in model.Rules)
                EmitDescription(writer, rule);
            var isFirst = true;
            foreach (var body in service.Bodies)
            {
                if (!isFirst)
                    writer.Blank();
                isFirst = false;
                EmitEntry(writer, service, body);
            }

            foreach (var record in model.Records)
                EmitRecord(writer, record);
            foreach (var union in service.Unions.Where(u => u.IsSent))
                EmitUnion(writer, union);
            foreach (var type in model.Enums)
                EmitEnum(writer, type);
            foreach (var walk in model.Walks)
                PathWalkEmitter.Emit(writer, walk);
        }
    }

    private static void EmitDescription(SourceWriter writer, RuleModel rule)
    {
        string[] arguments = [rule.NameLiteral, $"RuleSeverity.{rule.Severity}", rule.BecauseLiteral, .. rule.MemberLiterals];
        writer.Lines($"private static readonly RuleDescription {rule.Field} = new(\n    {string.Join(", ", arguments)});\n");
    }

    private static void EmitEntry(SourceWriter writer, ServiceModel service, string body) => writer.Lines($$"""
        /// <summary>Finds what a request breaks: what its members demand, and the rules between them.</summary>
        /// <param name="request">The request.</param>
        /// <param name="platform">Where it will be sent, such as <c>messenger</c>; null if that is not known. What holds on one platform only is then not judged.</param>
        /// <returns>What was found; empty if nothing was.</returns>
        /// <exception cref="ArgumentException">The platform is none of those that the schema tells apart.</exception>
        public static IReadOnlyList<RuleViolation> Validate(this {{body}} request, string? platform = null)
        {
            ArgumentNullException.ThrowIfNull(request);
            var check = new RuleCheck(platform, {{service.PlatformList}});
            Judge(ref check, request);
            return check.Violations;
        }
        """);

    private static void EmitRecord(SourceWriter writer, RecordJudgement record)
    {
        writer.Blank();
        using (writer.Block($"internal static void Judge(ref RuleCheck check, {record.Record} value)"))
        {
            foreach (var member in record.Members)
                MemberCheckEmitter.Emit(writer, member);
            foreach (var group in record.Rules)
                EmitGroup(writer, group);
        }
    }

    private static void EmitGroup(SourceWriter writer, RuleGroup group)
    {
        using (group.Guard is { } guard ? writer.Block($"if ({guard})") : default(IDisposable))
        {
            foreach (var rule in group.Rules)
                EmitRule(writer, rule);
        }
    }

    private static void EmitRule(SourceWriter writer, RuleJudgement rule)
    {
        if (rule.Choice is { } choice)
        {
            EmitChoice(writer, rule, choice);
        }
        else if (rule.Breaches.Count == 1)
        {
            var breach = rule.Breaches[0];
            writer.Lines($"{If([.. rule.Conditions, .. breach.Conditions])}{Report(rule, breach)}");
        }
        else if (rule.Conditions.Count > 0)
        {
            using (writer.Block(If([.. rule.Conditions]).TrimEnd()))
                EmitBreaches(writer, rule);
        }
        else
        {
            EmitBreaches(writer, rule);
        }
    }

    private static void EmitChoice(SourceWriter writer, RuleJudgement rule, RuleChoice choice)
    {
        var presences = $"[{string.Join(", ", choice.Presences)}]";
        var call = $"check.{choice.Method}({rule.Field}, {presences});";
        if (call.Length > LongestLine)
            call = $"check.{choice.Method}(\n    {rule.Field},\n    {presences});";
        if (rule.Conditions.Count == 0)
        {
            writer.Lines(call);
            return;
        }

        using (writer.Block(If([.. rule.Conditions]).TrimEnd()))
            writer.Lines(call);
    }

    // The head of a condition, and the indentation of the line that follows.
    private static string If(IReadOnlyList<string> conditions)
    {
        if (conditions.Count == 0)
            return "";
        var isLong = conditions.Sum(c => c.Length) > LongestLine;
        return $"if ({string.Join(isLong ? "\n    && " : " && ", conditions)})\n    ";
    }

    // What is broken first is reported, and nothing behind it.
    private static void EmitBreaches(SourceWriter writer, RuleJudgement rule)
    {
        var start = "";
        foreach (var breach in rule.Breaches)
        {
            writer.Lines($"{start}{If(breach.Conditions.Count > 0 ? [.. breach.Conditions] : ["true"])}{Report(rule, breach)}");
            start = "else ";
        }
    }

    private static string Report(RuleJudgement rule, RuleBreach breach) => $"check.Report({rule.Field}, {breach.PathLiteral}, {breach.DemandLiteral});";

    private static void EmitUnion(SourceWriter writer, UnionModel union)
    {
        writer.Blank();
        using (writer.Block($"internal static void Judge(ref RuleCheck check, {union.Name} value)"))
        using (writer.Block("switch (value)"))
        {
            foreach (var shape in union.Shapes)
                writer.Lines($"case {shape.Record} shape:\n    Judge(ref check, shape);\n    break;");
            if (union.DiscriminatorLiteral is null)
                writer.Lines($"case {union.Raw} raw:\n    check.Json(\"\", raw.Json);\n    break;");
        }
    }

    private static void EmitEnum(SourceWriter writer, EnumJudgement type)
    {
        writer.Blank();
        using (writer.Block($"private static void Judge(ref RuleCheck check, string member, {type.Enum} value)"))
        {
            writer.Lines($"if (value is < {type.Enum}.{type.First} or > {type.Enum}.{type.Last})\n    check.ReportUnknownValue(member);");
            foreach (var value in type.Values)
            {
                using (writer.Block($"if (value is {type.Enum}.{value.Field})"))
                {
                    foreach (var call in value.Availability)
                        writer.Lines($"check.{call};");
                }
            }
        }
    }
}
