using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PageMessagesGen.Generated;

/// <summary>The members of a record that are set, as its validation has seen them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SetMembers
{
    internal const int MostBits = 63;
    internal const int MostEnums = 16;

    private Bits _bits;

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

    internal void AddEnum(MemberDescription member, int index)
    {
        Add(member);
        if (member.Index < MostEnums)
            _bits[member.Index] = index < MostBits ? (byte)(index + 1) : (byte)0;
    }

    /// <summary>Gets the bit of the value of an enum in a mask of <see cref="EnumDescription"/>; 0 for none.</summary>
    internal readonly int BitOf(int member) => _bits[member];

    [InlineArray(MostEnums)]
    private struct Bits
    {
        private byte _first;
    }
}
