using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>What a DLL says about itself. It is read, not loaded.</summary>
/// <param name="Namespaces">The namespaces of its own types, sorted.</param>
/// <param name="References">The assemblies that it was compiled against, with their versions.</param>
internal sealed record AssemblyFile(IReadOnlyList<string> Namespaces, IReadOnlyDictionary<string, Version> References)
{
    public static AssemblyFile Read(string path) => Read(File.ReadAllBytes(path));

    public static AssemblyFile Read(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        var namespaces = metadata.TypeDefinitions
            .Select(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Namespace))
            .Where(name => name.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var references = metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .ToDictionary(reference => metadata.GetString(reference.Name), reference => reference.Version);
        return new AssemblyFile([.. namespaces], references);
    }
}
