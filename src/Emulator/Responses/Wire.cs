using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>Creates and reads the JSON of calls and responses.</summary>
internal static class Wire
{
    /// <summary>Creates an object of the members that have a value.</summary>
    public static WireObject Object(params ReadOnlySpan<(string Name, WireValue? Value)> members)
    {
        var present = new List<WireMember>();
        foreach (var (name, value) in members)
        {
            if (value is not null)
                present.Add(new WireMember(name, value, default));
        }

        return new WireObject(present.ToEquatableArray(), default);
    }

    /// <summary>Creates a string; null for null.</summary>
    public static WireValue? Text(string? text) => text is null ? null : new WireText(text, default);

    /// <summary>Creates a list.</summary>
    public static WireList List(IEnumerable<WireValue> items) => new(items.ToEquatableArray(), default);

    /// <summary>Creates the page of a list, which is the last one.</summary>
    public static WireObject Page(IEnumerable<WireValue> items) => Object(("data", List(items)));

    /// <summary>Creates <c>{"success":true}</c>.</summary>
    public static WireObject Success() => Object(("success", new WireBoolean(true, default)));

    /// <summary>Creates <c>{"result":"success"}</c>.</summary>
    public static WireObject ResultSuccess() => Object(("result", Text("success")));

    /// <summary>Finds a value by the names that lead to it, or returns null.</summary>
    public static WireValue? Find(WireValue? value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            value = (value as WireObject)?.Find(name);
        return value is WireNull ? null : value;
    }

    /// <summary>Finds a string, or a number as a string, by the names that lead to it, or returns null.</summary>
    public static string? FindText(WireValue? value, params ReadOnlySpan<string> path) => TextOf(Find(value, path));

    /// <summary>Gets the string of a value, or the digits of a number; otherwise null.</summary>
    public static string? TextOf(WireValue? value) => value switch
    {
        WireText text => text.Text,
        WireNumber number => number.Digits,
        _ => null,
    };

    /// <summary>Gets the items of a list; none if the value is not a list.</summary>
    public static IEnumerable<WireValue> ItemsOf(WireValue? value) => value is WireList list ? list.Items : [];
}
