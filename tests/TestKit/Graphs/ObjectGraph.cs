using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace PageMessagesGen.TestKit.Graphs;

/// <summary>
/// Walks everything that an object holds, field by field, private ones and those of base classes included. It looks for
/// objects of the compiler, which have no place in a generator's model.
/// </summary>
public static class ObjectGraph
{
    // A model of more objects than this is not one that a test should walk.
    private const int Most = 1_000_000;

    private static readonly Type[] CompilerTypes =
    [
        typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(AdditionalText), typeof(SourceText),
    ];

    /// <summary>Fails if an object holds objects of the compiler; the message gives the path to each.</summary>
    /// <param name="root">Where the walk begins.</param>
    /// <param name="name">What the paths begin with.</param>
    public static void AssertHoldsNoCompilerObjects(object? root, string name = "root")
    {
        var paths = FindCompilerObjects(root, name);
        if (paths.Count > 0)
            Assert.Fail($"Objects of the compiler are held:\n  {string.Join("\n  ", paths)}");
    }

    /// <summary>
    /// Gives the path to each object of the compiler, such as <c>root.Members[2].Place (SourceLocation)</c>. What such an
    /// object holds itself is not listed.
    /// </summary>
    /// <param name="root">Where the walk begins.</param>
    /// <param name="name">What the paths begin with.</param>
    /// <exception cref="InvalidOperationException">The graph has more than a million objects.</exception>
    public static IReadOnlyList<string> FindCompilerObjects(object? root, string name = "root")
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = new Stack<(object Value, Step Step)>();
        Push(left, root, new Step(null, name, 0));
        while (left.TryPop(out var next))
        {
            var (value, step) = next;
            if (!seen.Add(value))
                continue;
            if (seen.Count > Most)
                throw new InvalidOperationException($"There are more than {Most} objects below {name}.");
            if (Array.Exists(CompilerTypes, t => t.IsInstanceOfType(value)))
                found.Add($"{step} ({value.GetType().Name})");
            else
                PushParts(left, value, step);
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void PushParts(Stack<(object Value, Step Step)> left, object value, Step step)
    {
        if (value is Delegate handler)
        {
            foreach (var call in handler.GetInvocationList())
                Push(left, call.Target, new Step(step, "Target", 0));
        }
        else if (value is Array array)
        {
            var index = 0;
            foreach (var item in array)
                Push(left, item, new Step(step, null, index++));
        }
        else
        {
            foreach (var field in FieldsOf(value.GetType()))
                Push(left, field.GetValue(value), new Step(step, NameOf(field), 0));
        }
    }

    private static void Push(Stack<(object Value, Step Step)> left, object? value, Step step)
    {
        if (value is not null && !IsLeaf(value))
            left.Push((value, step));
    }

    // Types and the like belong to the running program and hold nothing of a compilation, yet lead everywhere.
    private static bool IsLeaf(object value) =>
        value is string or MemberInfo or Assembly or Module or Pointer || value.GetType() is { IsPrimitive: true } or { IsEnum: true };

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsFunctionPointer)
                    yield return field;
            }
        }
    }

    // "<Name>k__BackingField" is the field of the property Name.
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') && field.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? field.Name[1..end] : field.Name;

    /// <summary>The last step of a path. Paths are written for findings only: a long chain's would cost the square of its length.</summary>
    private sealed class Step(Step? before, string? name, int index)
    {
        private Step? Before { get; } = before;

        private string Part => Before is null ? name ?? "" : name is null ? $"[{index}]" : $".{name}";

        public override string ToString()
        {
            var parts = new Stack<string>();
            for (var step = this; step is not null; step = step.Before)
                parts.Push(step.Part);
            return string.Concat(parts);
        }
    }
}
