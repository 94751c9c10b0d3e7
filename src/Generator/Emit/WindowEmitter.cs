using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the times in which customers can be written to.</summary>
internal static class WindowEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines($"/// <summary>The times in which the {service.Name} service can write to a customer, counted from what the customer did last.</summary>");
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"{service.Visibility} static class {service.WindowsClass}"))
        {
            foreach (var window in service.Windows)
            {
                writer.Lines($$"""
                    /// <summary>{{window.Summary}}</summary>
                    public static ::MessagingWindow {{window.Name}} { get; } = new({{window.NameLiteral}}, {{window.Hours}});

                    """);
            }

            writer.Lines($$"""
                /// <summary>Gets all windows.</summary>
                public static ::IReadOnlyList<::MessagingWindow> All { get; } = [{{string.Join(", ", service.Windows.Select(window => window.Name))}}];
                """);
        }
    }
}
