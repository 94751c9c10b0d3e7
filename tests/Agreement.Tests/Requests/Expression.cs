using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace PageMessagesGen.Agreement.Tests.Requests;

/// <summary>A C# expression of a program, and the values that it can have.</summary>
internal abstract record Expression
{
    /// <summary>The C# text.</summary>
    public abstract string Code { get; }

    /// <summary>The value, with a choice made for each unknown part.</summary>
    public abstract object? Evaluate(IReadOnlyDictionary<Unknown, int> choices);

    /// <summary>The expression with stand-ins for halves of surrogate pairs, see <see cref="RequestJson"/>.</summary>
    public virtual Expression WithStandIns => this;

    /// <summary>The unknown parts, this one included.</summary>
    public virtual IEnumerable<Unknown> Unknowns => [];

    /// <summary>The choices by which each part of the program is reached; the first is that of the whole, which needs none.</summary>
    public virtual IEnumerable<ImmutableDictionary<Unknown, int>> Branches => [ImmutableDictionary<Unknown, int>.Empty];

    protected static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
            literal.Append(c is >= ' ' and <= '~' and not ('"' or '\\') ? c.ToString() : $"\\u{(int)c:X4}");
        return literal.Append('"').ToString();
    }
}

/// <summary>Null, forced where it must not be.</summary>
internal sealed record Null(bool IsForced) : Expression
{
    public override string Code => IsForced ? "null!" : "null";

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices) => null;
}

/// <summary>A text.</summary>
internal sealed record Text(string Value) : Expression
{
    public override string Code => Value.Length > 40 && Value.Distinct().Count() == 1 && Value[0] is > ' ' and <= 'z'
        ? $"new string('{Value[0]}', {Value.Length})"
        : Literal(Value);

    public override Expression WithStandIns => new Text(RequestJson.Replace(Value));

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices) => Value;
}

/// <summary>A text that ends with a known part and begins with an unknown one.</summary>
internal sealed record Interpolation(Unknown Head, string Tail) : Expression
{
    public override string Code => $"$\"{{{Head.Code}}}{Literal(Tail)[1..]}";

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices) => (string?)Head.Evaluate(choices) + Tail;

    public override IEnumerable<Unknown> Unknowns => [Head];
}

/// <summary>A number, a boolean or a value of an enum.</summary>
internal sealed record Constant(object Value) : Expression
{
    public override string Code => Value switch
    {
        Enum value => $"{value.GetType().Name}.{value}",
        bool value => value ? "true" : "false",
        decimal value => $"{value.ToString(CultureInfo.InvariantCulture)}m",
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture)!,
    };

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices) => Value;
}

/// <summary>JSON.</summary>
internal sealed record Json(string Value) : Expression
{
    public override string Code => $"RawJson.Parse({Literal(Value)})";

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices) => (JsonElement?)RawJson.Parse(Value);
}

/// <summary>A list.</summary>
internal sealed record Elements(Type Element, IReadOnlyList<Expression> Items) : Expression
{
    public override string Code => $"[{string.Join(", ", Items.Select(item => item.Code))}]";

    public override Expression WithStandIns => this with { Items = [.. Items.Select(item => item.WithStandIns)] };

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices)
    {
        var list = Array.CreateInstance(Element, Items.Count);
        for (var i = 0; i < Items.Count; i++)
            list.SetValue(Items[i].Evaluate(choices), i);
        return list;
    }

    public override IEnumerable<Unknown> Unknowns => Items.SelectMany(item => item.Unknowns);

    public override IEnumerable<ImmutableDictionary<Unknown, int>> Branches => Items.SelectMany(item => item.Branches).Prepend(ImmutableDictionary<Unknown, int>.Empty).Distinct();
}

/// <summary>A generated record.</summary>
internal sealed record Creation(Type Type, IReadOnlyList<(PropertyInfo Property, Expression Value)> Members) : Expression
{
    public override string Code =>
        $"new {Type.Name} {{ {string.Join(", ", Members.Select(member => $"{member.Property.Name} = {member.Value.Code}"))} }}";

    public override Expression WithStandIns => this with { Members = [.. Members.Select(member => (member.Property, member.Value.WithStandIns))] };

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices)
    {
        var instance = Activator.CreateInstance(Type)!;
        foreach (var (property, value) in Members)
            property.SetValue(instance, value.Evaluate(choices));
        return instance;
    }

    public override IEnumerable<Unknown> Unknowns => Members.SelectMany(member => member.Value.Unknowns);

    public override IEnumerable<ImmutableDictionary<Unknown, int>> Branches =>
        Members.SelectMany(member => member.Value.Branches).Prepend(ImmutableDictionary<Unknown, int>.Empty).Distinct();
}

/// <summary>One of several values: by a condition, or of a call, which can give any value and is tried with some.</summary>
internal sealed record Unknown(string? Call, IReadOnlyList<Expression> Alternatives) : Expression
{
    public override string Code => Call ?? $"(Flag() ? {Alternatives[0].Code} : {Alternatives[1].Code})";

    public override object? Evaluate(IReadOnlyDictionary<Unknown, int> choices) => Alternatives[choices.GetValueOrDefault(this)].Evaluate(choices);

    public override IEnumerable<Unknown> Unknowns => Alternatives.SelectMany(alternative => alternative.Unknowns).Append(this);

    public override IEnumerable<ImmutableDictionary<Unknown, int>> Branches => Call is not null
        ? base.Branches
        : Alternatives.SelectMany((alternative, index) => alternative.Branches.Select(branch => branch.SetItem(this, index)));

    // Two unknowns that look alike are two unknowns.
    public bool Equals(Unknown? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
