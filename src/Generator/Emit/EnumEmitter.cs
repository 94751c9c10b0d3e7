using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes an enum and its JSON converter.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, EnumModel type)
    {
        writer.Lines($"""
            /// <summary>{type.Summary}</summary>
            {AttributeEmitter.GeneratedWithoutCode}
            [::JsonConverter(typeof({type.Converter}))]
            """);
        using (writer.Block($"{service.Visibility} enum {type.Name}"))
        {
            var isFirst = true;
            foreach (var member in type.Members)
            {
                if (!isFirst)
                    writer.Blank();
                isFirst = false;
                writer.Lines($"""
                    /// <summary>{member.Summary}</summary>
                    /// <remarks>{string.Join(" ", member.Remarks)}</remarks>
                    """);
                AttributeEmitter.Emit(writer, member);
                writer.Lines($"{member.Name} = {member.Number},");
            }
        }

        EmitConverter(writer, service, type);
    }

    private static void EmitConverter(SourceWriter writer, ServiceModel service, EnumModel type)
    {
        writer.Lines($"""

            /// <summary>Writes a <see cref="{type.Name}"/> as its wire value, and reads it case-insensitively.</summary>
            {AttributeEmitter.Generated}
            """);
        using (writer.Block($"{service.Visibility} sealed class {type.Converter} : ::WireEnumConverter<{type.Name}>"))
        {
            writer.Lines($$"""
                /// <summary>Creates the converter.</summary>
                public {{type.Converter}}()
                    : base(
                        {{string.Join(",\n", type.Members.Select(m => $"({m.Number}, {m.WireLiteral})"))}})
                {
                }

                internal static {{type.Converter}} Instance { get; } = new();
                """);
        }
    }
}
