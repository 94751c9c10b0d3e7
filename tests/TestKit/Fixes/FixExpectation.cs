using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.TestKit.Running;
using Xunit;

namespace PageMessagesGen.TestKit.Fixes;

/// <summary>What a test expects of fixes. The whole text is compared, it must compile, and what was fixed must be gone.</summary>
/// <param name="run">The project after its generator has run.</param>
/// <param name="path">The file that is fixed.</param>
/// <param name="fixes">The assembly that exports the fixes.</param>
/// <param name="analyzers">What reports.</param>
public sealed class FixExpectation(GeneratorRun run, string path, Assembly fixes, params DiagnosticAnalyzer[] analyzers)
{
    /// <summary>Fails unless exactly these fixes, by their titles and in this order, are offered for the only diagnostic of an id.</summary>
    public async Task AssertOffersAsync(string id, params string[] titles)
    {
        using var project = Open();
        var diagnostic = Assert.Single(await project.DiagnosticsAsync(), d => d.Id == id);
        var offers = await project.OffersForAsync(diagnostic);
        Assert.Equal(titles, offers.Select(o => o.Title));
        Assert.Equal(offers.Count, offers.Select(o => o.Key).Distinct().Count());
    }

    /// <summary>Fails unless the diagnostic is reported and no fix is offered for it.</summary>
    public Task AssertOffersNothingAsync(string id) => AssertOffersAsync(id);

    /// <summary>Fails unless a fix, applied one by one and by each kind of Fix All, gives this text.</summary>
    /// <param name="equivalenceKey">The key of the fix.</param>
    /// <param name="expected">The whole text.</param>
    public async Task AssertFixesAsync(string equivalenceKey, string expected)
    {
        using (var project = Open())
        {
            await project.ApplyToEachAsync(equivalenceKey);
            await CheckAsync(project, equivalenceKey, expected);
        }

        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            using var project = Open();
            await project.ApplyToAllAsync(equivalenceKey, scope);
            await CheckAsync(project, equivalenceKey, expected);
        }
    }

    /// <summary>Fails unless a fix, applied one by one, gives this text, and each kind of Fix All does nothing.</summary>
    /// <param name="equivalenceKey">The key of the fix.</param>
    /// <param name="expected">The whole text.</param>
    public async Task AssertFixesOneByOneAsync(string equivalenceKey, string expected)
    {
        using var project = Open();
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            Assert.Null(await project.FindFixAllAsync(equivalenceKey, scope));
        await project.ApplyToEachAsync(equivalenceKey);
        await CheckAsync(project, equivalenceKey, expected);
    }

    /// <summary>Fails unless fixes are offered for the only diagnostic of an id, and Fix All does nothing for any of them.</summary>
    public async Task AssertHasNoFixForBatchesAsync(string id)
    {
        using var project = Open();
        var offers = await project.OffersForAsync(Assert.Single(await project.DiagnosticsAsync(), d => d.Id == id));
        Assert.NotEmpty(offers);
        foreach (var offer in offers)
            Assert.Null(await project.FindFixAllAsync(offer.Key, FixAllScope.Project));
    }

    private FixProject Open() => FixProject.Open(run, fixes, analyzers);

    private async Task CheckAsync(FixProject project, string equivalenceKey, string expected)
    {
        Assert.Equal(expected, project.TextOf(path));
        Assert.Empty((await project.ErrorsAsync()).Select(e => e.ToString()));
        foreach (var diagnostic in await project.DiagnosticsAsync())
        {
            var again = (await project.OffersForAsync(diagnostic)).Any(o => o.Key == equivalenceKey);
            Assert.False(again, $"After '{equivalenceKey}' it is still offered for: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        }
    }
}
