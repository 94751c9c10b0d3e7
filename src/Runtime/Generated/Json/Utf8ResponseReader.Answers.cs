using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PageMessagesGen.Generated;

/// <content>Responses that are no objects of the schema.</content>
public ref partial struct Utf8ResponseReader
{

    private static readonly object Nothing = new();

    /// <summary>Reads a page of a list: <c>data</c> has the elements, and <c>paging.next</c> the URL of the next page.</summary>
    public ResponsePage<T>? ReadPage<T>(JsonRead<T?> readElement)
        where T : class =>
        ReadPageOf((ref Utf8ResponseReader data) => data.ReadList(readElement));

    /// <summary>Reads a page of a list whose elements are structs.</summary>
    public ResponsePage<T>? ReadPageOfValues<T>(JsonRead<T?> readElement)
        where T : struct =>
        ReadPageOf((ref Utf8ResponseReader data) => data.ReadValues(readElement));

    private ResponsePage<T>? ReadPageOf<T>(JsonRead<IReadOnlyList<T>?> readElements)
    {
        if (!BeginObject())
            return null;
        var (elements, next) = (default(IReadOnlyList<T>), default(string));
        while (NextMember(out var member))
        {
            if (member.SequenceEqual("data"u8))
                elements = readElements(ref this);
            else if (member.SequenceEqual("paging"u8))
                next = ReadNext();
            else
                Skip();
        }

        if (Error is not null)
            return null;
        return elements is null ? Lacking<ResponsePage<T>>() : new ResponsePage<T>(elements, next);
    }

    private string? ReadNext()
    {
        string? next = null;
        if (!BeginObject())
            return null;
        while (NextMember(out var member))
        {
            if (member.SequenceEqual("next"u8))
                next = ReadString();
            else
                Skip();
        }

        return next;
    }

    /// <summary>Reads an error, if the response is one. Otherwise, the response can still be read.</summary>
    public bool HasError()
    {
        var ahead = this;
        if (ahead.Peek() != '{' || !ahead.BeginObject())
            return false;
        while (ahead.NextMember(out _))
            ahead.Skip();
        if (ahead.Error is null)
            return false;
        this = ahead;
        return true;
    }

    /// <summary>Determines whether the next value has no members of a shape: it is neither an object nor null.</summary>
    public bool IsNoShape() => Peek() is not ((byte)'{' or (byte)'n');

    /// <summary>Reads a response whose content does not matter, such as none at all.</summary>
    /// <returns>An object, or null if the response is an error.</returns>
    public object? ReadNothing()
    {
        if (HasError())
            return null;
        _at = _json.Length;
        return Nothing;
    }

    /// <summary>Keeps the value of a member that the schema does not have.</summary>
    /// <param name="unknown">The members of the object that the schema does not have; null until there is one.</param>
    /// <param name="name">The name of the member.</param>
    public void Keep(ref IDictionary<string, JsonElement>? unknown, ReadOnlySpan<byte> name)
    {
        var key = Encoding.UTF8.GetString(name);
        var start = Start();
        Skip();

        // What nobody asked for does not make a response unreadable. A name that contains half of a surrogate pair is read as empty.
        if (key.Length > 0 && TryParse(start, out var value))
            (unknown ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal))[key] = value;
    }

    private int Start()
    {
        Peek();
        return _at;
    }

    // The value from a position to the current one.
    private readonly bool TryParse(int start, out JsonElement value)
    {
        value = default;
        var raw = _json[start.._at];
        if (_isMalformed || !Utf8.IsValid(raw))
            return false;
        var reader = new Utf8JsonReader(raw);
        value = JsonElement.ParseValue(ref reader);
        return true;
    }
}
