using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Generated code fits into projects with strict settings, and into those that measure their own code.</summary>
public class SurroundingsTests
{
    [Fact]
    public void Public_code_complies_with_the_common_language_specification() =>
        Schemas.Run(Schemas.Project((Schemas.SmallPath, Schemas.Small)).WithSource(Schemas.SourcePath, Schemas.Source)).AssertCompilesClean();

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void A_referenced_project_may_generate_the_same_types(string visibility)
    {
        var project = Schemas.Project().WithAdditionalFile(Schemas.SmallPath, Schemas.Small, ("EndpointSchema", "true"), ("EndpointVisibility", visibility));
        var library = Schemas.Run((project with { AssemblyName = "Library" }).WithSource("Friends.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Consumer\")]"));

        Schemas.Run(project.WithReferences(library.Output.ToMetadataReference())).AssertCompilesClean();
    }

    [Fact]
    public void Code_is_marked_as_generated_and_is_not_measured()
    {
        foreach (var type in Schemas.Repository.Output.Assembly.GlobalNamespace.GetNamespaceMembers().Where(n => n.Name != "System").SelectMany(AllTypes))
        {
            var isPartial = type.DeclaringSyntaxReferences.Any(r => r.GetSyntax().ToString().Contains($"partial {Keyword(type)} {type.Name}", StringComparison.Ordinal));
            var marked = isPartial ? type.GetMembers().Where(HasOwnCode) : [type];

            Assert.All(marked, symbol => Assert.True(Has<GeneratedCodeAttribute>(symbol), $"{symbol} is not marked as generated."));
            Assert.All(marked.Where(s => s is not ITypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Interface }), symbol => Assert.True(Has<ExcludeFromCodeCoverageAttribute>(symbol), $"{symbol} is measured."));
            Assert.False(isPartial && (Has<GeneratedCodeAttribute>(type) || Has<ExcludeFromCodeCoverageAttribute>(type)), $"The half of the user of {type} would be excluded.");
        }
    }

    private static string Keyword(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface ? "interface" : type.IsRecord ? "record" : "class";

    // A property has the attributes of its accessors, and the compiler marks what it adds to a record.
    private static bool HasOwnCode(ISymbol member) => !member.IsImplicitlyDeclared
        && member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.ExplicitInterfaceImplementation } or IFieldSymbol { IsStatic: true };

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceSymbol names) => names.GetTypeMembers().Concat(names.GetNamespaceMembers().SelectMany(AllTypes));

    private static bool Has<T>(ISymbol symbol) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == typeof(T).Name);
}
