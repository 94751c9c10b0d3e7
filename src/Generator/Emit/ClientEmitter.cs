using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the client and its interface.</summary>
internal static class ClientEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        EmitInterface(writer, service);
        writer.Blank();
        EmitClass(writer, service);
        writer.Blank();
        CallEmitter.Emit(writer, service);
    }

    private static void EmitInterface(SourceWriter writer, ServiceModel service)
    {
        writer.Lines($"/// <summary>The operations of <see cref=\"{service.Client}\"/>, for code that is tested with a fake.</summary>");
        using (writer.Block($"{service.Visibility} partial interface {service.Interface}"))
        {
            var isFirst = true;
            foreach (var operation in service.Operations)
            {
                if (!isFirst)
                    writer.Blank();
                isFirst = false;
                EmitDocumentation(writer, operation);
                writer.Lines($"{AttributeEmitter.Generated}\n{Signature(operation)};");
                if (operation.AllMethod is not null)
                    EmitAllMethod(writer, operation);
            }

            foreach (var platform in service.Platforms)
            {
                writer.Lines($"""

                    /// <summary>{platform.Summary}</summary>
                    /// <remarks>A wrapper must wrap this client as well. A fake that treats all platforms alike returns itself.</remarks>
                    {AttributeEmitter.Generated}
                    {AttributeEmitter.Platform(platform)}
                    {service.Interface} {platform.Property} {"{ get; }"}
                    """);
            }
        }
    }

    private static void EmitAllMethod(SourceWriter writer, OperationModel operation) => writer.Lines($"""

        /// <summary>Sends many requests, several at a time, and returns what became of each as soon as it is known.</summary>
        /// <remarks>The calls are begun in the order of the requests.</remarks>
        /// <param name="requests">The requests to send.</param>
        /// <param name="maxConcurrency">The number of calls at a time.</param>
        /// <param name="cancellationToken">A token to cancel the operation. Each request that was read still has a result.</param>
        /// <returns>One result for each request that was read from <paramref name="requests"/>.</returns>
        /// <exception cref="::OperationCanceledException"><paramref name="cancellationToken"/> was canceled. All results have been returned.</exception>
        {AttributeEmitter.Generated}
        {AllSignature(operation)} =>
            ::GraphApiSends.SendAllAsync(requests, {operation.Method}, maxConcurrency, cancellationToken);
        """);

    private static string AllSignature(OperationModel operation) =>
        $"::IAsyncEnumerable<::SendResult<{operation.Body!.Name}, {operation.Answer!.Name}>> {operation.AllMethod}(::IAsyncEnumerable<{operation.Body.Name}> requests, int maxConcurrency = 16, ::CancellationToken cancellationToken = default)";

    private static void EmitDocumentation(SourceWriter writer, OperationModel operation)
    {
        writer.Lines($"/// <summary>{operation.Summary}</summary>");
        foreach (var parameter in operation.Parameters)
            writer.Lines($"/// <param name=\"{parameter.Name.TrimStart('@')}\">{string.Join(" ", parameter.Member.Remarks.Skip(1).Prepend(parameter.Member.Summary))}</param>");
        if (operation.Body is not null)
            writer.Lines("/// <param name=\"request\">The request to send.</param>");
        writer.Lines("""
            /// <param name="cancellationToken">A token to cancel the operation. The request may already have been processed.</param>
            """);
        if (operation.IsInPages)
            writer.Lines("/// <returns>The elements of all pages. Each page is requested when its first element is.</returns>");
        else if (operation.Answer is not null)
            writer.Lines("/// <returns>The response of the server.</returns>");
        if (operation.Body is not null)
            writer.Lines("""
                /// <exception cref="::ArgumentException">
                /// The request passes validation but cannot be written: an enum value is undefined, or a list element is null.
                /// </exception>
                """);
        else if (operation.Parameters.Count > 0)
            writer.Lines("""
                /// <exception cref="::ArgumentException">
                /// An argument cannot be sent: an enum value is undefined, or a list element is null or contains a comma.
                /// </exception>
                """);
        writer.Lines($"""
            /// <exception cref="::GraphApiException">{(operation.Body is null ? "" : "The request violates the schema and was not sent,")}
            /// {(operation.Body is null ? "The" : "the")} server refused it, or no usable response was received.</exception>
            /// <exception cref="::GraphApiCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
            """);
    }

    private static void EmitClass(SourceWriter writer, ServiceModel service)
    {
        var docs = service.Docs is { } address ? $"Documented at {address}. " : "";
        writer.Lines($"""
            /// <summary>The {service.Name} service of the Graph API {service.Version}, for one Page.</summary>
            /// <remarks>{docs}A client can be used by multiple threads.</remarks>
            """);
        using (writer.Block($"{service.Visibility} sealed partial class {service.Client} : {service.Interface}"))
        {
            writer.Lines("private readonly ::GraphApiConnection _connection;");
            if (service.HasPlatforms)
                writer.Lines("private readonly string? _platform;");
            foreach (var operation in service.Operations.Where(IsFixed))
                writer.Lines($"private readonly ::Uri {operation.AddressField};");
            foreach (var platform in service.Platforms)
                writer.Lines($"private {service.Client}? {platform.Field};");
            EmitConstructor(writer, service);
            EmitPlatforms(writer, service);
            foreach (var operation in service.Operations)
            {
                EmitMethod(writer, service, operation);
                if (operation.AllMethod is not null)
                    EmitAllCall(writer, operation);
            }
        }
    }

    private static void EmitConstructor(SourceWriter writer, ServiceModel service)
    {
        writer.Lines("""

            /// <summary>Creates a client.</summary>
            /// <param name="httpClient">The client that sends the requests. It is not disposed.</param>
            /// <param name="options">The options, such as the Page and the access token.</param>
            /// <exception cref="::ArgumentException">An option is missing or invalid.</exception>
            """);
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"public {service.Client}(::HttpClient httpClient, ::GraphApiOptions options)"))
        {
            writer.Lines($"_connection = new ::GraphApiConnection(httpClient, options, \"{service.Version}\", {service.InExpression(service.ErrorCodes)}.Find{(service.HasPages ? "" : ", hasPage: false")});");
            foreach (var operation in service.Operations.Where(IsFixed))
                writer.Lines($"{operation.AddressField} = _connection.Address({operation.PathExpression});");
        }
    }

    private static void EmitPlatforms(SourceWriter writer, ServiceModel service)
    {
        if (!service.HasPlatforms)
            return;
        writer.Blank();
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"private {service.Client}({service.Client} origin, string platform)"))
        {
            writer.Lines("_connection = origin._connection;\n_platform = platform;");
            foreach (var operation in service.Operations.Where(IsFixed))
                writer.Lines($"{operation.AddressField} = origin.{operation.AddressField};");
        }

        foreach (var platform in service.Platforms)
        {
            writer.Lines($"""

                /// <summary>{platform.Summary}</summary>
                {AttributeEmitter.Generated}
                {AttributeEmitter.Platform(platform)}
                public {service.Client} {platform.Property} => {platform.Field} ??= new {service.Client}(this, {platform.NameLiteral});

                {AttributeEmitter.Generated}
                {service.Interface} {service.Interface}.{platform.Property} => {platform.Property};
                """);
        }
    }

    // The URL of a call without parameters does not change, so it is created once.
    private static bool IsFixed(OperationModel operation) => operation.Parameters.Count == 0;

    private static void EmitMethod(SourceWriter writer, ServiceModel service, OperationModel operation)
    {
        writer.Lines($"\n/// <inheritdoc/>\n{AttributeEmitter.Generated}");
        using (writer.Block($"public {Signature(operation)}"))
        {
            if (operation.Body is not null)
                writer.Lines("::ArgumentNullException.ThrowIfNull(request);");
            EmitValidation(writer, service, operation);
            var address = IsFixed(operation) ? operation.AddressField : $"_connection.Address({EmitPath(writer, service, operation)})";
            if (operation.IsInPages)
                writer.Lines($"return _connection.ListAsync({CallEmitter.Field(service, operation)}, {address}, cancellationToken);");
            else
                writer.Lines($"return _connection.{(operation.Answer is { IsStruct: true } ? "SendValueAsync" : "SendAsync")}({CallEmitter.Field(service, operation)}, {address}, {(operation.Body is null ? "" : $"request, {(service.HasPlatforms ? "_platform" : "null")}, ")}cancellationToken);");
        }
    }

    private static void EmitAllCall(SourceWriter writer, OperationModel operation) => writer.Lines($"""

        /// <inheritdoc/>
        {AttributeEmitter.Generated}
        public {AllSignature(operation)} =>
            ::GraphApiSends.SendAllAsync(requests, {operation.Method}, maxConcurrency, cancellationToken);
        """);

    private static void EmitValidation(SourceWriter writer, ServiceModel service, OperationModel operation)
    {
        if (!operation.IsValidated)
            return;
        writer.Lines($"""
            var context_ = _connection.BeginValidation({(service.HasPlatforms ? "_platform" : "null")});
            {service.InExpression(service.Validator)}.{operation.Validation}(ref context_{string.Concat(operation.Parameters.Select(p => $", {p.Name}"))});
            if (_connection.EndValidation(context_) is {"{ } failure_"})
                {Fail(operation)}
            """);
    }

    // A list fails when it is read.
    private static string Fail(OperationModel operation) => operation switch
    {
        { IsInPages: true, Answer: var element } => $"return ::GraphApiConnection.FailedListAsync<{element!.Name}>(failure_);",
        { Answer: { } answer } => $"return ::Task.FromException<{answer.Name}>(failure_);",
        _ => "return ::Task.FromException(failure_);",
    };

    // Writes the lines that build the path, and returns the expression for it. No parameter has a name like that of the local variable.
    private static string EmitPath(SourceWriter writer, ServiceModel service, OperationModel operation)
    {
        var queries = operation.Parameters.Where(p => p.QueryName is not null).ToList();
        if (queries.Count == 0)
            return operation.PathExpression;
        writer.Lines($"var path_ = new ::GraphPath({operation.PathExpression})");
        for (var i = 0; i < queries.Count; i++)
            writer.Lines($"    .{Query(service, operation, queries[i])}{(i == queries.Count - 1 ? ";" : "")}");
        return "path_.ToString()";
    }

    private static string Query(ServiceModel service, OperationModel operation, ParameterModel parameter) => parameter.Style switch
    {
        ParameterStyle.Json => $"Json({parameter.QueryName}, {(parameter is { IsRequired: true, Type.IsStruct: true } ? $"({parameter.Type.Name}?)" : "")}{parameter.Name}, {service.InExpression(service.JsonWriter)}.{parameter.Writer(operation)})",
        ParameterStyle.Repeated => $"Repeated({parameter.QueryName}, {QueryValue(service, parameter)})",
        _ => $"Query({parameter.QueryName}, {QueryValue(service, parameter)})",
    };

    private static string QueryValue(ServiceModel service, ParameterModel parameter) => parameter.Type switch
    {
        EnumTypeModel type => $"{service.InExpression(type.Converter)}.Instance.WireValue({parameter.Name})",
        ListTypeModel { Element: EnumTypeModel element } => $"{parameter.Name}, {service.InExpression(element.Converter)}.Instance.WireValue",
        ListTypeModel { Element: PrimitiveTypeModel { Keyword: not "string" } } => $"{parameter.Name}, ::GraphPath.Text",
        _ => parameter.Name,
    };

    private static string Signature(OperationModel operation)
    {
        var required = operation.Parameters.Where(p => p.IsRequired).Select(p => $"{p.Type.Name} {p.Name}");
        var body = operation.Body is { } type ? [$"{type.Name} request"] : Array.Empty<string>();
        var optional = operation.Parameters.Where(p => !p.IsRequired).Select(p => $"{p.Type.Name}? {p.Name} = null");
        var arguments = required.Concat(body).Concat(optional).Concat(["::CancellationToken cancellationToken = default"]);
        var answer = operation.IsInPages ? $"::IAsyncEnumerable<{operation.Answer!.Name}>" : operation.Answer is { } single ? $"::Task<{single.Name}>" : "::Task";
        return $"{answer} {operation.Method}({string.Join(", ", arguments)})";
    }
}
