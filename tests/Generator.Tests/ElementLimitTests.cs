using PageMessagesGen.Rules;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Limits of the elements of a list, of numbers with fractions, and of members whose names have dots.</summary>
public class ElementLimitTests
{
    private const string Schema = """
        schema: 1
        namespace: Acme.Notes
        service: Notes
        version: v26.0
        as-of: 2026-11-22
        operations:
          add: { request: "POST /notes", body: Note, returns: Note }
        types:
          Note:
            members:
              tags: { type: list<string>, max-count: 2, max-length: 3 characters, severity: warning }
              urls: { type: list<string-or-integer>, format: digits }
              weights: { type: list<number>, min: 0.5 }
              counts: { type: list<integer>, max: 3 }
              weight: { type: number, min: -0.5, max: 0.25, default: 0.125 }
              "size.max": { type: integer, name: MaxSize }
              size: { type: Size }
            rules:
              small: { when: { size\.max: 1 }, forbid: size.of\.it, severity: error, because: It does not fit. }
          Size: { members: { "of.it": { type: string, name: OfIt } } }
        """;

    private const string User = """
        using System.Collections.Generic;
        using PageMessagesGen.Rules;
        namespace Acme.Notes;
        internal static class User
        {
            public static IReadOnlyList<RuleViolation> Validate(string name) => (name switch
            {
                "tags" => new Note { Tags = ["abc", "abcd", null!] },
                "many" => new Note { Tags = new List<string> { "a", "b", "c" } },
                "urls" => new Note { Urls = ["1", "x"] },
                "weights" => new Note { Weights = [0.5m, 0.4m] },
                "counts" => new Note { Counts = [3, 4] },
                "light" => new Note { Weight = -0.51m },
                "heavy" => new Note { Weight = 0.3m },
                "fits" => new Note { Weight = 0.25m, MaxSize = 2, Size = new() { OfIt = "a" } },
                "dots" => new Note { MaxSize = 1, Size = new() { OfIt = "a" } },
                _ => throw new System.ArgumentException(name),
            }).Validate();
        }
        """;

    private static readonly GeneratorRun Run = Schemas.Run(Schemas.Project(("notes.endpoint.yaml", Schema)).WithSource("User.cs", User));

    private static readonly Type UserType = Run.EmitAndLoad().Assembly.GetType("Acme.Notes.User")!;

    [Theory]
    [InlineData("tags", "count tags: 'tags' must have at most 2 elements. | length tags[1]: 'tags[1]' must have at most 3 characters. | null-value tags[2]: 'tags[2]' must not be null.")]
    [InlineData("many", "count tags: 'tags' must have at most 2 elements.")]
    [InlineData("urls", "format urls[1]: 'urls[1]' must be a string of digits.")]
    [InlineData("weights", "number weights[1]: 'weights[1]' must be at least 0.5.")]
    [InlineData("counts", "number counts[1]: 'counts[1]' must be at most 3.")]
    [InlineData("light", "number weight: 'weight' must be at least -0.5.")]
    [InlineData("heavy", "number weight: 'weight' must be at most 0.25.")]
    [InlineData("fits", "")]
    [InlineData("dots", "small size.of.it: 'size.of.it' must not be set when 'size.max' is 1. It does not fit.")]
    public void A_violation_names_the_element(string name, string expected)
    {
        var violations = (IReadOnlyList<RuleViolation>)UserType.GetMethod("Validate")!.Invoke(null, [name])!;

        Assert.Equal(expected, string.Join(" | ", violations.Select(v => $"{v.Rule} {v.Path}: {v.Message}")));
    }

    [Fact]
    public void The_generated_code_tells_the_limits()
    {
        Assert.Empty(Run.GeneratorDiagnostics);
        Run.AssertCompilesClean();
        Assert.Contains("Each element must have at most 3 characters.", Run.File("notes.Types.g.cs"), StringComparison.Ordinal);
        Assert.Contains("It must be at least -0.5.", Run.File("notes.Types.g.cs"), StringComparison.Ordinal);
    }
}
