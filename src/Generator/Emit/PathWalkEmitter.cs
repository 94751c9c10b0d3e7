using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the methods that walk paths through lists and unions.</summary>
internal static class PathWalkEmitter
{
    public static void Emit(SourceWriter writer, PathWalk walk)
    {
        writer.Lines($"\n// Walks {walk.Path}.");
        using (writer.Block($"private static PathTally {walk.Method}({walk.Record} value)"))
        {
            writer.Lines("var tally = default(PathTally);");
            EmitStep(writer, walk.Step, "value", 1);
            writer.Lines("return tally;");
        }
    }

    private static void EmitStep(SourceWriter writer, WalkStep step, string value, int depth)
    {
        switch (step)
        {
            case MemberStep { MayBeNull: false } member:
                writer.Lines($"var value{depth} = {value}.{member.Property};");
                EmitStep(writer, member.Next, $"value{depth}", depth + 1);
                break;

            case MemberStep member:
                using (writer.Block($"if ({value}.{member.Property} is {{ }} value{depth})"))
                    EmitStep(writer, member.Next, $"value{depth}", depth + 1);
                writer.Lines("else\n{\n    tally.AddAbsent();\n}");
                break;

            case ListStep list:
                EmitList(writer, list, value, depth);
                break;

            case ShapeStep union:
                using (writer.Block($"switch ({value})"))
                {
                    foreach (var shape in union.Shapes)
                    {
                        using (writer.Block($"case {shape.Type} value{depth}:"))
                        {
                            EmitStep(writer, shape.Next, $"value{depth}", depth + 1);
                            writer.Lines("break;");
                        }
                    }

                    writer.Lines("default:\n    tally.AddAbsent();\n    break;");
                }

                break;

            case JsonStep json:
                writer.Lines($"tally.Add(RuleJson.Find({value}{(json.Property is { } property ? $".{property}" : "")}, {json.Arguments}));");
                break;

            case EndStep end:
                writer.Lines($"tally.Add({end.Before}{(end.After is { } after ? value + after : "")});");
                break;

            default:
                throw new InvalidOperationException($"There is no code for {step}.");
        }
    }

    private static void EmitList(SourceWriter writer, ListStep list, string value, int depth)
    {
        using (writer.Block($"if ({value}.{list.Property} is {{ Count: > 0 }} list{depth})"))
        using (writer.Block($"for (var i{depth} = 0; i{depth} < list{depth}.Count; i{depth}++)"))
        {
            var element = $"list{depth}[i{depth}]";
            if (list.MayHoldNull)
            {
                using (writer.Block($"if ({element} is {{ }} value{depth})"))
                    EmitStep(writer, list.Next, $"value{depth}", depth + 1);
                writer.Lines("else\n{\n    tally.AddAbsent();\n}");
            }
            else
            {
                EmitStep(writer, list.Next, element, depth + 1);
            }
        }

        if (list.IsEmptyMatch is { } isMatch)
            writer.Lines($"else if ({value}.{list.Property} is not null)\n{{\n    tally.Add({(isMatch ? "true" : "false")});\n}}");
        writer.Lines("else\n{\n    tally.AddAbsent();\n}");
    }
}
