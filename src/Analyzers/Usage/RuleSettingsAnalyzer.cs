using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Analyzers.Usage;

/// <summary>Reports invalid settings of single rules in an <c>.editorconfig</c>. The compiler ignores them silently.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuleSettingsAnalyzer : DiagnosticAnalyzer
{
    private const int MostWrongLetters = 2;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.RuleSetting];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
#pragma warning disable RS1013 // Nothing is registered if there are no rules.
        context.RegisterCompilationStartAction(static start =>
        {
            if (RuleAssemblies.Of(start.Compilation) is { } assemblies)
                start.RegisterCompilationEndAction(end => Analyze(end, assemblies));
        });
#pragma warning restore RS1013
    }

    private static void Analyze(CompilationAnalysisContext context, RuleAssemblies assemblies)
    {
        var settings = Settings(context);
        if (settings.Count == 0)
            return;
        var reader = new RuleAttributeReader();
        var rules = BuiltInRules.OfObjects.Concat(assemblies.All.SelectMany(assembly => RuleNames(assembly.GlobalNamespace, reader))).Distinct().ToList();
        foreach (var setting in settings)
        {
            if (MistakeIn(setting.Key, setting.Value, rules) is { } mistake)
                context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.RuleSetting, Location.None, $"{setting.Key} = {setting.Value}", mistake));
        }
    }

    // A file has the settings of all sections that apply to it.
    private static SortedDictionary<string, string> Settings(CompilationAnalysisContext context)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree);
            foreach (var key in options.Keys.Where(key => key.StartsWith(RuleTuning.Prefix, StringComparison.OrdinalIgnoreCase)))
                settings[key] = options.TryGetValue(key, out var value) ? value : "";
        }

        return settings;
    }

    private static string? MistakeIn(string key, string value, List<string> rules)
    {
        if (key.Length <= RuleTuning.Prefix.Length + RuleTuning.Suffix.Length || !key.EndsWith(RuleTuning.Suffix, StringComparison.OrdinalIgnoreCase))
            return $"a rule is configured by '{RuleTuning.Prefix}<name of the rule>{RuleTuning.Suffix}'";
        if (!RuleTuning.TryRead(value, out _))
            return $"'{value}' is not one of {RuleTuning.Words}";
        var name = key.Substring(RuleTuning.Prefix.Length, key.Length - RuleTuning.Prefix.Length - RuleTuning.Suffix.Length);
        if (IsId(name))
            return $"it needs the name of a rule; an id is configured by 'dotnet_diagnostic.{name.ToUpperInvariant()}{RuleTuning.Suffix}'";

        // Projects with other schemas can share the file, so an unknown rule may be valid.
        return !rules.Contains(name, StringComparer.OrdinalIgnoreCase) && Spelling.Closest(name, rules, MostWrongLetters) is { } closest
            ? $"there is no rule '{name}'. Did you mean '{closest}'?"
            : null;
    }

    private static bool IsId(string name) => name.Length == 7 && name.StartsWith("PMG", StringComparison.OrdinalIgnoreCase) && name.Skip(3).All(char.IsDigit);

    private static IEnumerable<string> RuleNames(INamespaceOrTypeSymbol container, RuleAttributeReader reader)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            foreach (var name in RuleNames(member, reader))
                yield return name;
            if (member is INamedTypeSymbol type && reader.Find(type) is { } rules)
            {
                foreach (var rule in rules.Rules.Concat(rules.PlatformRules))
                    yield return rule.Rule.Name;
            }
        }
    }
}
