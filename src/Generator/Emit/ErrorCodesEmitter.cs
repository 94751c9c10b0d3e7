using System.Globalization;
using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the errors that the server can return.</summary>
internal static class ErrorCodesEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines($"""
            /// <summary>The errors of the {service.Name} service, for <see cref="::GraphApiException.Is(::GraphErrorCode)"/>.</summary>
            """);
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"{service.Visibility} static class {service.ErrorCodes}"))
        {
            foreach (var error in service.Errors)
                EmitError(writer, error);
            EmitFind(writer, service);
        }
    }

    private static void EmitError(SourceWriter writer, ErrorModel error) => writer.Lines($$"""
        /// <summary>{{error.Summary}}</summary>
        /// <remarks>{{string.Join(" ", error.Codes.Select(Describe))}} {{error.Advice}}</remarks>
        public static ::GraphErrorCode {{error.Name}} { get; } = new(
            "{{error.Name}}", {{error.MeaningLiteral}}, ::ErrorRecovery.{{error.Recovery}}, {{error.AdviceLiteral}}, ::SendOutcome.{{error.Outcome}}, {{(error.AffectsPage ? "affectsPage: true" : "affectsPage: false")}},
            {{string.Join(", ", error.Codes.Select(code => $"({Number(code.Code)}, {(code.Subcode is { } subcode ? Number(subcode) : "null")})"))}});

        """);

    private static void EmitFind(SourceWriter writer, ServiceModel service) => writer.Lines($"""
        private static readonly ::GraphErrorCode[] _all = [{string.Join(", ", service.Errors.Select(error => error.Name))}];

        /// <summary>Finds the error with a code and subcode, or else the one with the code and any subcode; null if there is none.</summary>
        public static ::GraphErrorCode? Find(int code, int? subcode = null) => ::GraphErrors.Find(_all, code, subcode);
        """);

    private static string Describe(ErrorNumber code) => code.Subcode is { } subcode ? $"Code {Number(code.Code)} with subcode {Number(subcode)}." : $"Code {Number(code.Code)}.";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
