using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PageMessagesGen.Generated;

/// <summary>The members of a record that are set, as its validation has seen them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SetMembers
{
    internal const int MostBits = 63;
    internal const int MostEnums = 16;

    private Numbers _numbers;

    /// <summary>Gets the members that are set, at least in part.</summary>
    internal ulong Possible { readonly get; private set; }

    /// <summary>Gets the members that are set to something other than a list or JSON, which can have parts that are not set.</summary>
    internal ulong Certain { readonly get; private set; }

    /// <summary>Adds a member that has no limits, such as a Boolean, if it is set.</summary>
    public void Unlimited(MemberDescription member, bool isSet)
    {
        if (isSet)
            Add(member);
    }

    internal void Add(MemberDescription member)
    {
        Possible |= member.Bit;
        Certain |= member.Bit;
    }

    internal void AddInParts(MemberDescription member) => Possible |= member.Bit;

    internal void AddEnum(MemberDescription member, int number)
    {
        Add(member);
        if (member.Index < MostEnums)
            _numbers[member.Index] = number is > 0 and <= MostBits ? (byte)number : (byte)0;
    }

    /// <summary>Gets the number of the value of an enum; 0 for none.</summary>
    internal readonly int NumberOf(int member) => _numbers[member];

    [InlineArray(MostEnums)]
    private struct Numbers
    {
        private byte _first;
    }
}
