using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the client and its interface.</summary>
internal static class ClientEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines("""
            using global::System;
            using global::System.Net.Http;
            using global::System.Threading;
            using global::System.Threading.Tasks;
            using global::PageMessagesGen;
            using global::PageMessagesGen.Http;

            """);
        EmitInterface(writer, service);
        writer.Blank();
        EmitClass(writer, service);
    }

    private static void EmitInterface(SourceWriter writer, ServiceModel service)
    {
        writer.Lines($"/// <summary>What <see cref=\"{service.Client}\"/> can do, for code that is tested with a fake.</summary>");
        using (writer.Block($"public partial interface {service.Interface}"))
        {
            var isFirst = true;
            foreach (var operation in service.Operations)
            {
                if (!isFirst)
                    writer.Blank();
                isFirst = false;
                writer.Lines($"""
                    /// <summary>{operation.Summary}</summary>
                    /// <param name="request">What to send.</param>
                    /// <param name="cancellationToken">Gives up waiting. What was sent may have been carried out by then.</param>
                    /// <returns>What the server answered.</returns>
                    /// <exception cref="ArgumentException">The request cannot be written: an enum value is undefined, or an element of a list is null.</exception>
                    /// <exception cref="GraphApiException">The server refused the request, or no usable answer came back.</exception>
                    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
                    {Signature(operation)};
                    """);
            }
        }
    }

    private static void EmitClass(SourceWriter writer, ServiceModel service)
    {
        var docs = service.Docs is { } address ? $"Documented at {address}. " : "";
        writer.Lines($"""
            /// <summary>The {service.Name} service of the Graph API {service.Version}, for one Page.</summary>
            /// <remarks>{docs}Several threads may use one client.</remarks>
            """);
        using (writer.Block($"public sealed partial class {service.Client} : {service.Interface}"))
        {
            writer.Lines("private readonly GraphApiConnection _connection;");
            foreach (var operation in service.Operations)
                writer.Lines($"private readonly Uri {Address(operation)};");
            writer.Lines("""

                /// <summary>Makes a client.</summary>
                /// <param name="httpClient">Sends the requests. It stays yours to dispose of.</param>
                /// <param name="options">Where to send, and as which Page.</param>
                /// <exception cref="ArgumentException">An option is missing or unusable.</exception>
                """);
            using (writer.Block($"public {service.Client}(HttpClient httpClient, GraphApiOptions options)"))
            {
                writer.Lines($"_connection = new GraphApiConnection(httpClient, options, \"{service.Version}\", {service.ErrorCodes}.Describe);");
                foreach (var operation in service.Operations)
                    writer.Lines($"{Address(operation)} = _connection.Address({Path(operation)});");
            }

            foreach (var operation in service.Operations)
                EmitMethod(writer, service, operation);
        }
    }

    private static void EmitMethod(SourceWriter writer, ServiceModel service, OperationModel operation) => writer.Lines($$"""

        /// <inheritdoc/>
        public {{Signature(operation)}}
        {
            ArgumentNullException.ThrowIfNull(request);
            return _connection.PostAsync<{{operation.Body}}, {{operation.Answer}}>(
                {{Address(operation)}}, request, {{service.JsonWriter}}.Write, {{service.JsonReader}}.Read{{operation.Answer}}, cancellationToken);
        }
        """);

    private static string Path(OperationModel operation) => operation.PathAfterPage is { } rest
        ? $"$\"{operation.PathBeforePage}{{_connection.PageId}}{rest}\""
        : $"\"{operation.PathBeforePage}\"";

    private static string Address(OperationModel operation) =>
        $"_{char.ToLowerInvariant(operation.Method[0])}{operation.Method.Substring(1, operation.Method.Length - "SAsync".Length)}Address";

    private static string Signature(OperationModel operation) =>
        $"Task<{operation.Answer}> {operation.Method}({operation.Body} request, CancellationToken cancellationToken = default)";
}
