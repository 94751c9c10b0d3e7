using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code that judges what a member demands by itself.</summary>
internal static class MemberCheckEmitter
{
    public static void Emit(SourceWriter writer, MemberJudgement judgement)
    {
        var member = judgement.Member;
        EmitValue(writer, member);
        var measured = member.Type is ListTypeModel ? $"value.{member.Name}?.Count" : $"value.{member.Name}";
        foreach (var limit in judgement.Limits)
            writer.Lines($"{(limit.Suspicion is { } suspicion ? $"if ({suspicion})\n    " : "")}check.Limit({member.WireLiteral}, {measured}, {limit.Arguments});");
        if (judgement.Availability.Count == 0)
            return;
        var calls = judgement.Availability.Select(call => $"check.{call};");
        if (judgement.Presence is not { } presence)
        {
            writer.Lines(string.Join("\n", calls));
            return;
        }

        using (writer.Block($"if ({presence})"))
            writer.Lines(string.Join("\n", calls));
    }

    private static void EmitValue(SourceWriter writer, MemberModel member)
    {
        var (name, value, local) = (member.WireLiteral, $"value.{member.Name}", member.Local);
        if (member.IsRequired && !member.Type.IsStruct)
            writer.Lines($"if ({value} is null)\n    check.ReportRequired({name});");
        switch (member.Type)
        {
            case RecordTypeModel:
                using (Present(writer, member))
                    writer.Lines($"Judge(ref check, {local});\ncheck.Leave();");
                break;

            case ListTypeModel list when ElementCheck(list.Element) is { } check:
                using (Present(writer, member))
                {
                    using (writer.Block($"foreach (var element in ListElements.Of({local}))"))
                        writer.Lines($"check.Next();\n{check}");
                    writer.Lines("check.Leave();");
                }

                break;

            case EnumTypeModel when member.IsRequired:
                writer.Lines($"Judge(ref check, {name}, {value});");
                break;

            case EnumTypeModel:
                writer.Lines($"if ({value} is {{ }} {local})\n    Judge(ref check, {name}, {local});");
                break;
        }
    }

    private static SourceWriter.Closing Present(SourceWriter writer, MemberModel member) =>
        writer.Block($"{(member.IsRequired ? "else " : "")}if (value.{member.Name} is {{ }} {member.Local} && check.Enter({member.WireLiteral}))");

    private static string? ElementCheck(TypeModel element) => element switch
    {
        RecordTypeModel => "if (element is null)\n    check.ReportNull(\"\");\nelse\n    Judge(ref check, element);",
        EnumTypeModel => "Judge(ref check, \"\", element);",
        JsonTypeModel => "check.Json(\"\", element);",
        { IsStruct: false } => "if (element is null)\n    check.ReportNull(\"\");",
        _ => null,
    };
}
