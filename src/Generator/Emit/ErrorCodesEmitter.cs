using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the constants for error codes, and their meanings.</summary>
internal static class ErrorCodesEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines("using global::PageMessagesGen;\n");
        writer.Lines($"/// <summary>The error codes that the {service.Name} service answers, for comparison with <see cref=\"GraphApiException.Code\"/>.</summary>");
        using (writer.Block($"public static class {service.ErrorCodes}"))
        {
            foreach (var error in service.Errors)
            {
                writer.Lines($"""
                    /// <summary>{error.Summary}</summary>
                    /// <remarks>{error.Advice}</remarks>
                    public const int {error.Name} = {error.Code};

                    """);
            }

            writer.Lines("/// <summary>Gives the meaning of an error code; null if the schema does not list it.</summary>");
            using (writer.Block("public static string? Describe(int code)"))
            {
                foreach (var error in service.Errors)
                    writer.Lines($"if (code == {error.Name})\n    return {error.MeaningLiteral};");
                writer.Lines("return null;");
            }
        }
    }
}
