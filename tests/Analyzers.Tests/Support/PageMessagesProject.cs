extern alias binding;

using PageMessagesGen.Generator;
using PageMessagesGen.TestKit;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Analyzers.Tests.Support;

/// <summary>Projects that use the package's default schema, as those of its users do.</summary>
internal static class PageMessagesProject
{
    /// <summary>The file with the code of a test.</summary>
    public const string CodePath = "Code.cs";

    /// <summary>The default schema.</summary>
    public static string Schema =>
        File.ReadAllText(Path.Combine(SourcePlaces.RepositoryOf(typeof(PageMessagesProject).Assembly), "schema", "page-messages.endpoint.yaml"));

    /// <summary>A project that has neither the runtime library nor generated types.</summary>
    public static GeneratorInput Bare(string code) => new GeneratorInput().WithSource(CodePath, code);

    /// <summary>A project that has the runtime library, and no schema.</summary>
    public static GeneratorInput WithRuntime(string code) => Bare(code).WithReferences(References.ToAssemblyOf(typeof(GraphApiOptions)));

    /// <summary>A project whose types are generated in it.</summary>
    public static GeneratorInput Generating(string code) => Generating(code, Schema);

    /// <summary>A project whose types are generated in it, from a schema of its own.</summary>
    public static GeneratorInput Generating(string code, string schema) =>
        WithRuntime(code).WithAdditionalFile("page-messages.endpoint.yaml", schema, ("EndpointSchema", "true"));

    /// <summary>A project that refers to another one, in which the types are generated. Much faster than <see cref="Generating(string)"/>.</summary>
    public static GeneratorInput Referring(string code) => WithRuntime(code).WithReferences(References.ToAssemblyOf(typeof(binding::PageMessages.SendMessageRequest)));

    /// <summary>Runs the generator on a project.</summary>
    public static GeneratorRun Run(GeneratorInput project) => GeneratorRun.Of(new PageMessagesGenerator(), project);
}
