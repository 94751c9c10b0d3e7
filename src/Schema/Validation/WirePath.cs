using System.Text;

namespace PageMessagesGen.Schema.Validation;

/// <summary>
/// A path in a request, such as <c>message.quick_replies[0].title</c>. It is a chain that becomes a string only when a violation
/// needs it: strings for every place of a hostile body would take memory that grows with the square of its size.
/// </summary>
internal sealed class WirePath
{
    private readonly WirePath? _parent;
    private readonly string _name;
    private readonly int _index;

    private WirePath(WirePath? parent, string name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    /// <summary>The whole body.</summary>
    public static WirePath Body { get; } = new(null, "", 0);

    public bool IsBody => _parent is null;

    public WirePath Member(string name) => new(this, name, -1);

    public WirePath Item(int index) => new(this, "", index);

    public override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text)
    {
        if (_parent is null)
            return;
        _parent.AppendTo(text);
        if (_index >= 0)
            text.Append('[').Append(_index).Append(']');
        else
            text.Append(text.Length == 0 ? "" : ".").Append(Excerpt.Of(_name));
    }
}
