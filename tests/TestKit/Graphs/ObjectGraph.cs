using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PageMessagesGen.TestKit.Graphs;

/// <summary>
/// Walks everything that an object holds, field by field, private ones and those of base classes included. It looks for
/// objects of the compiler, which have no place in a generator's model.
/// </summary>
public static class ObjectGraph
{
    private static readonly Type[] CompilerTypes =
    [
        typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(AdditionalText), typeof(SourceText),
    ];

    /// <summary>Fails if an object holds an object of the compiler; the message gives the path to it.</summary>
    /// <param name="root">Where the walk begins.</param>
    /// <param name="name">What the path begins with.</param>
    public static void AssertHoldsNoCompilerObjects(object? root, string name = "root")
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = new Stack<Step>([new Step(root, null, name)]);
        while (left.TryPop(out var step))
        {
            // Types and the like belong to the running program and hold nothing of a compilation, yet lead everywhere.
            if (step.Value is null or string or MemberInfo or Assembly or Module or Pointer || step.Value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(step.Value))
                continue;
            if (Array.Exists(CompilerTypes, t => t.IsInstanceOfType(step.Value)))
                Assert.Fail($"{step.Path} is an object of the compiler ({step.Value.GetType().Name}).");
            foreach (var (part, partName) in PartsOf(step.Value))
                left.Push(new Step(part, step, partName));
        }
    }

    private static IEnumerable<(object? Value, string Name)> PartsOf(object value) => value switch
    {
        Delegate handler => handler.GetInvocationList().Select(call => (call.Target, ".Target")),
        Array array => array.Cast<object?>().Select((item, index) => (item, $"[{index}]")),
        _ => FieldsOf(value.GetType()).Select(field => (field.GetValue(value), $".{NameOf(field)}")),
    };

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(f => f.FieldType is { IsPrimitive: false, IsPointer: false, IsFunctionPointer: false })
            .Concat(FieldsOf(type.BaseType));

    // "<Name>k__BackingField" is the field of the property Name.
    private static string NameOf(FieldInfo field) => field.Name.Split('<', '>') is ["", var name and not "", ..] ? name : field.Name;

    /// <summary>The last step of a path. The path is written for a finding only: each one's would cost the square of its length.</summary>
    private sealed record Step(object? Value, Step? Before, string Name)
    {
        public string Path
        {
            get
            {
                var names = new Stack<string>();
                for (var step = this; step is not null; step = step.Before)
                    names.Push(step.Name);
                return string.Concat(names);
            }
        }
    }
}
