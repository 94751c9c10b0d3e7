using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the methods that register the client in a host, and the factory of clients.</summary>
internal static class RegistrationEmitter
{
    private const string Returns = "The builder of the HttpClient, to which further handlers can be added.";

    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        EmitExtensions(writer, service);
        if (service.HasPages)
            EmitFactory(writer, service);
    }

    private static void EmitExtensions(SourceWriter writer, ServiceModel service)
    {
        writer.Lines($"/// <summary>Registers the {service.Name} service.</summary>");
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"{service.Visibility} static class {service.Extensions}"))
        {
            var isFirst = true;
            foreach (var (parameter, summary, source) in new[]
            {
                ("::Action<::GraphApiClientOptions> configure", "The function that sets the options, such as the Page and the access token.", "By(configure)"),
                ("::IConfiguration section", "The section of the configuration that has the options, such as the Page and the access token.", "From(section)"),
            })
            {
                foreach (var isKeyed in new[] { false, true })
                {
                    if (!isFirst)
                        writer.Blank();
                    isFirst = false;
                    EmitMethod(writer, service, parameter, summary, source, isKeyed);
                }
            }

            writer.Blank();
            using (writer.Block("private static ::IHttpClientBuilder Add(::IServiceCollection services, object? serviceKey, ::Action<::OptionsBuilder<::GraphApiClientOptions>> configure)"))
            {
                writer.Lines($"var http = ::GraphApiRegistration.Add<{service.Client}, {service.Interface}>(services, \"{service.Name}\", serviceKey, configure, static (http, options) => new {service.Client}(http, options));");
                writer.Lines(service.HasPages
                    ? $"return ::GraphApiRegistration.AddFactory<{service.Client}, {service.FactoryInterface}>(http, serviceKey, static clients => new {service.Factory}(clients));"
                    : "return http;");
            }
        }
    }

    private static void EmitMethod(SourceWriter writer, ServiceModel service, string parameter, string summary, string source, bool isKeyed)
    {
        writer.Lines($"""
            /// <summary>
            /// Registers <see cref="{service.Client}"/> and <see cref="{service.Interface}"/>{(service.HasPages ? $", and <see cref=\"{service.FactoryInterface}\"/> for many Pages" : "")}.
            /// </summary>
            /// <remarks>
            /// No handler of the host can send a request twice, because the innermost handler prevents it. The options are validated when the host
            /// starts.
            /// </remarks>
            /// <param name="services">The services.</param>
            """);
        if (isKeyed)
            writer.Lines("/// <param name=\"serviceKey\">The key of the registration, for a host that has several.</param>");
        writer.Lines($"""
            /// <param name="{parameter.Substring(parameter.LastIndexOf(' ') + 1)}">{summary}</param>
            /// <returns>{Returns}</returns>
            public static ::IHttpClientBuilder Add{service.Name}(this ::IServiceCollection services, {(isKeyed ? "object? serviceKey, " : "")}{parameter}) =>
                Add(services, {(isKeyed ? "serviceKey" : "null")}, ::GraphApiRegistration.{source});
            """);
    }

    private static void EmitFactory(SourceWriter writer, ServiceModel service) => writer.Lines($$"""

        /// <summary>Gets the clients of any number of Pages, which share a pool of connections.</summary>
        {{AttributeEmitter.GeneratedWithoutCode}}
        {{service.Visibility}} interface {{service.FactoryInterface}}
        {
            /// <summary>Gets the client of a Page. It has the options of the registration, and is created once.</summary>
            /// <param name="pageId">The id of the Page: decimal digits.</param>
            /// <exception cref="::ArgumentException">The id is not valid.</exception>
            {{service.Interface}} ForPage(string pageId);
        }

        {{AttributeEmitter.Generated}}
        file sealed class {{service.Factory}}(::GraphApiClients<{{service.Client}}> clients) : {{service.FactoryInterface}}
        {
            public {{service.Interface}} ForPage(string pageId) => clients.ForPage(pageId);
        }
        """);
}
