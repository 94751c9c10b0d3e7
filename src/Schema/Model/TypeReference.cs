namespace PageMessagesGen.Schema.Model;

/// <summary>What a member holds.</summary>
internal abstract record TypeReference
{
    /// <summary>Gets a value that indicates whether this is a file, which is no value of JSON.</summary>
    internal bool IsFile => this is ScalarReference { Kind: ScalarKind.File };

    /// <summary>Gets the type itself, or that of the innermost elements of a list or map.</summary>
    internal TypeReference Leaf => this switch
    {
        ListReference list => list.Element.Leaf,
        MapReference map => map.Value.Leaf,
        PageReference page => page.Element.Leaf,
        _ => this,
    };
}

/// <summary>A value without members.</summary>
/// <param name="Kind">Which one.</param>
internal sealed record ScalarReference(ScalarKind Kind) : TypeReference;

/// <summary>An object of the schema.</summary>
/// <param name="Name">Its name.</param>
internal sealed record ObjectReference(string Name) : TypeReference;

/// <summary>A union of the schema.</summary>
/// <param name="Name">Its name.</param>
internal sealed record UnionReference(string Name) : TypeReference;

/// <summary>The object with the members of a union's shape, if it is a sibling of the discriminator.</summary>
/// <param name="Union">The union's name.</param>
internal sealed record ContentReference(string Union) : TypeReference;

/// <summary>A value out of an enum of the schema.</summary>
/// <param name="Name">The enum's name.</param>
internal sealed record EnumReference(string Name) : TypeReference;

/// <summary>A list.</summary>
/// <param name="Element">What each element is.</param>
internal sealed record ListReference(TypeReference Element) : TypeReference;

/// <summary>An object whose member names are not in the schema.</summary>
/// <param name="Value">What each member is.</param>
internal sealed record MapReference(TypeReference Value) : TypeReference;

/// <summary>A list that is answered in pages: an object with some of the elements, and with the URL of the next page.</summary>
/// <param name="Element">What each element is.</param>
internal sealed record PageReference(TypeReference Element) : TypeReference;

/// <summary>The values without members.</summary>
internal enum ScalarKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number, with a fraction or without.</summary>
    Number,

    /// <summary>Text that the server may write as a whole number.</summary>
    StringOrInteger,

    /// <summary>A whole number that the server writes as a number or as text.</summary>
    IntegerOrString,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A moment, with its offset.</summary>
    DateTime,

    /// <summary>Milliseconds since 1970, as a number or as text.</summary>
    Timestamp,

    /// <summary>Any JSON value, passed on as it is.</summary>
    Json,

    /// <summary>The bytes of a file, which are a part of the request beside its JSON.</summary>
    File,
}
