using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace PageMessagesGen.Generated;

/// <summary>Writes the members of a generated record for its <c>ToString</c>: those that are set, without strings and ids.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemberPrinter
{
    private readonly StringBuilder _builder;

    /// <summary>Creates a printer.</summary>
    public MemberPrinter(StringBuilder builder) => _builder = builder;

    /// <summary>Gets a value that indicates whether any member was set.</summary>
    public bool HasPrinted { get; private set; }

    /// <summary>Prints a member whose value is not confidential.</summary>
    public void Value<T>(string name, T? value)
    {
        if (value is not null)
            Print(name, Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    /// <summary>Prints that a member is set.</summary>
    public void Hidden<T>(string name, T? value)
    {
        if (value is not null)
            Print(name, "***");
    }

    /// <summary>Prints the number of elements of a list.</summary>
    public void Count<T>(string name, IReadOnlyList<T>? value)
    {
        if (value is not null)
            Print(name, string.Create(CultureInfo.InvariantCulture, $"[{value.Count}]"));
    }

    private void Print(string name, string? value)
    {
        _builder.Append(HasPrinted ? ", " : "").Append(name).Append(" = ").Append(value);
        HasPrinted = true;
    }
}
