using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class PackageTests
{
    // What the compiler has, in the versions of the oldest one that is supported.
    private static readonly Dictionary<string, Version> OfTheCompiler = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Buffers"] = new(4, 0, 3, 0), // System.Memory refers to it
        // What editors have besides, for the code fixes.
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 14, 0, 0),
        ["System.Composition.AttributedModel"] = new(9, 0, 0, 0),
    };

    private static readonly Regex RelativeLink = new(@"\]\((?!https?:|#)([^)#]+)");

    [Fact]
    public async Task The_filter_of_the_solution_packs_these_packages()
    {
        var run = await TestRun.GetAsync();

        string[] packages = ["PageMessages", "PageMessagesGen", "PageMessagesGen.AspNetCore", "PageMessagesGen.Emulator", "PageMessagesGen.Emulator.Tool", "PageMessagesGen.Extensions", "PageMessagesGen.Runtime", "PageMessagesGen.Sqlite"];
        Assert.Equal(packages.Select(name => $"{name}.{run.Version}.nupkg").Order(StringComparer.Ordinal), run.PackedFiles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_holds_these_files_and_no_other()
    {
        var run = await TestRun.GetAsync();
        using var package = await OpenAsync();
        var docs = Path.Combine(run.Tree, "docs");
        var pages = Directory.EnumerateFiles(docs, "*", SearchOption.AllDirectories).Select(page => $"docs/{Path.GetRelativePath(docs, page).Replace('\\', '/')}").Order(StringComparer.Ordinal);

        // The rest is written by NuGet for itself.
        var files = package.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "PageMessagesGen.nuspec",
            "README.md",
            "SECURITY.md",
            "THIRD-PARTY-NOTICES.txt",
            "analyzers/dotnet/roslyn4.14/cs/PageMessagesGen.Analyzers.dll",
            "analyzers/dotnet/roslyn4.14/cs/PageMessagesGen.CodeFixes.dll",
            "build/net8.0/PageMessagesGen.props",
            "build/net8.0/PageMessagesGen.targets",
            .. pages,
            "lib/net8.0/_._",
            "roslyn/PageMessagesGen.Generator.dll",
            "roslyn/PageMessagesGen.Schema.dll",
            "roslyn/YamlDotNet.dll",
            "schema/README.md",
            "schema/endpoint.schema.json",
            "schema/page-messages.endpoint.yaml",
            "schema/page-messages.examples.endpoint.yaml",
            "schema/page-messages.webhooks.endpoint.yaml",
        ], files);
    }

    [Fact]
    public async Task Its_texts_are_those_of_the_tree()
    {
        var run = await TestRun.GetAsync();
        using var package = await OpenAsync();

        foreach (var (entry, source) in new[]
        {
            ("README.md", "README.md"),
            ("schema/page-messages.endpoint.yaml", "schema/page-messages.endpoint.yaml"),
            ("build/net8.0/PageMessagesGen.targets", "src/Package/build/PageMessagesGen.targets"),
        })
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(run.Tree, source)), Read(package, entry));
        }
    }

    [Fact]
    public async Task The_links_of_its_pages_lead_to_files_of_its_own()
    {
        using var package = await OpenAsync();

        var links = 0;
        foreach (var page in package.Entries.Where(entry => entry.FullName.EndsWith(".md", StringComparison.Ordinal)))
        {
            foreach (Match link in RelativeLink.Matches(Encoding.UTF8.GetString(Read(package, page.FullName))))
            {
                var target = new Uri(new Uri($"file:///{page.FullName}"), link.Groups[1].Value).AbsolutePath.TrimStart('/');
                Assert.True(package.GetEntry(target) is not null, $"{page.FullName} leads to {target}, which is not in the package.");
                links++;
            }
        }

        Assert.InRange(links, 20, int.MaxValue);
    }

    [Fact]
    public async Task It_depends_on_the_runtime_library_and_no_other_package()
    {
        using var package = await OpenAsync();

        var nuspec = XDocument.Load(new MemoryStream(Read(package, "PageMessagesGen.nuspec")));
        var dependencies = nuspec.Descendants().Where(element => element.Name.LocalName == "dependency").ToList();
        Assert.Equal(2, dependencies.Count);
        Assert.All(dependencies, dependency => Assert.Equal("PageMessagesGen.Runtime", dependency.Attribute("id")!.Value));
        Assert.Equal("README.md", nuspec.Descendants().Single(element => element.Name.LocalName == "readme").Value);
    }

    [Fact]
    public async Task What_is_loaded_into_the_compiler_finds_all_that_it_refers_to()
    {
        using var package = await OpenAsync();

        var ours = package.Entries.Where(entry => entry.FullName.StartsWith("roslyn/", StringComparison.Ordinal) || entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, ours.Count);
        foreach (var dll in ours)
        {
            foreach (var (name, version) in AssemblyFile.Read(Read(package, dll.FullName)).References)
            {
                var isThere = ours.Any(other => other.Name == $"{name}.dll") || (OfTheCompiler.TryGetValue(name, out var newest) && version <= newest);
                Assert.True(isThere, $"{dll.Name} refers to {name} {version}, which is neither in the package nor in the compiler.");
            }
        }
    }

    private static async Task<ZipArchive> OpenAsync() => await ZipFile.OpenReadAsync((await TestRun.GetAsync()).PackageFile);

    private static byte[] Read(ZipArchive package, string entry)
    {
        using var content = package.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
