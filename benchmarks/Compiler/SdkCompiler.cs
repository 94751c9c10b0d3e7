using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>Finds the compiler and the reference assemblies of the SDK that runs this program.</summary>
internal static class SdkCompiler
{
    private static string Root { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    private static string Sdk { get; } = Newest(Path.Combine(Root, "sdk"));

    private static string Pack { get; } = Newest(Path.Combine(Root, "packs/Microsoft.NETCore.App.Ref"));

    /// <summary>The framework's reference assemblies.</summary>
    public static IEnumerable<string> References => Directory.EnumerateFiles(Newest(Path.Combine(Pack, "ref")), "*.dll");

    /// <summary>System.Text.Json's generator.</summary>
    public static string JsonGenerator => Path.Combine(Pack, "analyzers/dotnet/cs/System.Text.Json.SourceGeneration.dll");

    /// <summary>The types in the analyzers that every project has, assembly by assembly.</summary>
    public static IEnumerable<IEnumerable<Type>> Analyzers()
    {
        var folder = Path.Combine(Sdk, "Sdks/Microsoft.NET.Sdk/analyzers");
        foreach (var name in new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" })
            yield return TypesIn(Assembly.LoadFrom(Path.Combine(folder, name)));
    }

    /// <summary>Loads the SDK's compiler as soon as it is asked for. Must be called before any of its types is met.</summary>
    public static void Use()
    {
        var folder = Path.Combine(Sdk, "Roslyn/bincore");
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var path = Path.Combine(folder, $"{name.Name}.dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
    }

    /// <summary>The version of the compiler in use.</summary>
    public static string? Version(Assembly compiler) =>
        compiler.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    // Beside the analyzers are code fixes, for which an editor has the libraries and the compiler has not.
    private static IEnumerable<Type> TypesIn(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return some.Types.OfType<Type>();
        }
    }

    private static string Newest(string folder) => Directory.GetDirectories(folder).OrderBy(Number).Last();

    private static Version Number(string folder) =>
        System.Version.TryParse(Path.GetFileName(folder).Replace("net", "", StringComparison.Ordinal).Split('-')[0], out var version) ? version : new Version();
}
