using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the constants for error codes, and their meanings.</summary>
internal static class ErrorCodesEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines($"""
            /// <summary>
            /// The errors of the {service.Name} service, to compare with <see cref="::GraphApiException.Code"/> or
            /// <see cref="::GraphApiException.Subcode"/>.
            /// </summary>
            """);
        using (writer.Block($"{service.Visibility} static class {service.ErrorCodes}"))
        {
            foreach (var error in service.Errors)
                EmitConstant(writer, error);
            EmitDescribe(writer, service);
        }
    }

    private static void EmitConstant(SourceWriter writer, ErrorModel error) => writer.Lines($"""
        /// <summary>{error.Summary}</summary>
        /// <remarks>{(error.Subcode is null ? "" : $"A subcode of {error.Code}. ")}{error.Advice}</remarks>
        public const int {error.Name} = {error.Subcode ?? error.Code};

        """);

    private static void EmitDescribe(SourceWriter writer, ServiceModel service)
    {
        writer.Lines("/// <summary>Gets the meaning of an error; null if the schema does not list it.</summary>");
        using (writer.Block("public static string? Describe(int code, int? subcode = null)"))
        {
            foreach (var error in service.Errors.OrderByDescending(e => e.Subcode is not null))
            {
                var condition = error.Subcode is null ? $"code == {error.Name}" : $"code == {error.Code} && subcode == {error.Name}";
                writer.Lines($"if ({condition})\n    return {error.MeaningLiteral};");
            }

            writer.Lines("return null;");
        }
    }
}
