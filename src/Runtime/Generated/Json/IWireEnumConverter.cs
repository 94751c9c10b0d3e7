namespace PageMessagesGen.Generated;

/// <summary>A converter that knows all wire values of its enum.</summary>
internal interface IWireEnumConverter
{
    /// <summary>Gets the wire values of the schema, in its order.</summary>
    IReadOnlyList<string> WireValues { get; }
}
