using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Values;

/// <summary>What is known of a value when the code is compiled.</summary>
internal abstract class Value
{
    private protected Value()
    {
    }

    /// <summary>Whether the value is there: set, and not null. Null if that is not known.</summary>
    public virtual bool? IsPresent => true;

    /// <summary>The values that it can be: itself, or the alternatives of a choice.</summary>
    public virtual ImmutableArray<Value> Alternatives => [this];
}

/// <summary>Nothing is set, or null is. JSON's null is the same: it is not sent.</summary>
internal sealed class AbsentValue : Value
{
    public static readonly AbsentValue Instance = new();

    private AbsentValue()
    {
    }

    public override bool? IsPresent => false;
}

/// <summary>Something of which nothing else is known.</summary>
internal sealed class UnknownValue : Value
{
    /// <summary>It may be null.</summary>
    public static readonly UnknownValue Anything = new(null);

    /// <summary>It is there.</summary>
    public static readonly UnknownValue Something = new(true);

    private UnknownValue(bool? isPresent) => IsPresent = isPresent;

    public override bool? IsPresent { get; }

    /// <summary>What an expression of a type can be: a value type cannot be null, and a reference type can, whatever its annotation says.</summary>
    public static UnknownValue Of(ITypeSymbol? type) =>
        type is { IsValueType: true } and not { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } ? Something : Anything;
}

/// <summary>A text, of which all is known or a lower bound of its length.</summary>
internal sealed class TextValue : Value
{
    // A longer one is beyond every limit, and would only cost memory.
    private const int LongestKept = 1 << 20;

    private readonly int _leastCharacters;
    private readonly int _leastBytes;

    private TextValue(string? text, int leastCharacters, int leastBytes)
    {
        Text = text;
        _leastCharacters = leastCharacters;
        _leastBytes = leastBytes;
    }

    /// <summary>The text; null if it is known in part only.</summary>
    public string? Text { get; }

    /// <summary>How many Unicode scalar values it has at least, whatever it is joined to.</summary>
    public int LeastCharacters => Text is null ? _leastCharacters : StringFormats.CountCharacters(Text) - CountHalves(Text);

    /// <summary>How many bytes of UTF-8 it has at least, whatever it is joined to.</summary>
    public int LeastBytes => Text is null ? _leastBytes : StringFormats.CountBytes(Text) - (3 * CountHalves(Text));

    public static TextValue Known(string text) => new(text, 0, 0);

    public static TextValue AtLeast(int characters, int bytes) => new(null, characters, bytes);

    /// <summary>What two texts make together.</summary>
    public static TextValue Concatenate(TextValue left, TextValue right) => left.Text is { } first && right.Text is { } second && first.Length + second.Length <= LongestKept
        ? Known(first + second)
        : AtLeast(Add(left.LeastCharacters, right.LeastCharacters), Add(left.LeastBytes, right.LeastBytes));

    // Half a surrogate pair may find its other half when texts are joined, so it counts for nothing in a lower bound.
    private static int CountHalves(string text)
    {
        var halves = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                halves++;
        }

        return halves;
    }

    private static int Add(int left, int right) => (int)Math.Min(int.MaxValue, (long)left + right);
}

/// <summary>A number.</summary>
internal sealed class NumberValue(decimal number) : Value
{
    public decimal Number { get; } = number;
}

/// <summary>True or false.</summary>
internal sealed class BooleanValue(bool isTrue) : Value
{
    public bool IsTrue { get; } = isTrue;
}

/// <summary>A value of an enum.</summary>
/// <param name="schemaName">The name by which rules speak of it; null if it is none of the enum's members.</param>
/// <param name="availability">Where and since when it can be used.</param>
internal sealed class EnumValue(string? schemaName, Availability availability) : Value
{
    /// <summary>A number that is none of the enum's members.</summary>
    public static readonly EnumValue Undefined = new(null, Availability.Everywhere);

    public string? SchemaName { get; } = schemaName;

    public Availability Availability { get; } = availability;
}

/// <summary>One of several values, depending on what is not known.</summary>
internal sealed class ChoiceValue : Value
{
    private const int Most = 32;

    private ChoiceValue(ImmutableArray<Value> alternatives) => Alternatives = alternatives;

    public override ImmutableArray<Value> Alternatives { get; }

    public override bool? IsPresent => ThreeValuedLogic.Agreed(this, static value => value.IsPresent);

    /// <summary>Makes a choice. An alternative that is null never comes about, such as a branch that throws.</summary>
    public static Value? Of(IEnumerable<Value?> alternatives)
    {
        var all = new List<Value>();
        foreach (var alternative in alternatives)
        {
            if (alternative is not ChoiceValue choice)
                Add(all, alternative);
            else
            {
                foreach (var inner in choice.Alternatives)
                    Add(all, inner);
            }
        }

        return all.Count switch
        {
            0 => null,
            1 => all[0],
            > Most => UnknownValue.Anything,
            _ => new ChoiceValue([.. all]),
        };
    }

    private static void Add(List<Value> all, Value? alternative)
    {
        if (alternative is not null && all.Count <= Most && !all.Contains(alternative))
            all.Add(alternative);
    }
}
