using System.Buffers;

namespace PageMessagesGen.Benchmarks.Client.Json;

/// <summary>One way to turn a payload into JSON, ready to do it for one payload.</summary>
internal interface ISerializing
{
    /// <summary>Its short name in tables.</summary>
    string Name { get; }

    /// <summary>Writes the JSON to a buffer that is used again.</summary>
    void Write(ArrayBufferWriter<byte> output);

    /// <summary>Gives the JSON in an array of its own, in the way that its users have.</summary>
    byte[] ToArray();
}
