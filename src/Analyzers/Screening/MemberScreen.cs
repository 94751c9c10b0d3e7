using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// A member of which rules speak, with the facts about it on which they depend. A fact is a bit: <c>it may be absent</c>,
/// <c>it may be MESSAGE_TAG</c>, <c>it may be too long</c>.
/// </summary>
/// <param name="Absent">It may be absent.</param>
/// <param name="AbsentAsSet">It may be absent although it is set, to null; what is inside of it is absent with it.</param>
/// <param name="Present">It may be present.</param>
/// <param name="Unknown">It has a value that nobody knows: of a value type it is sure that there is one.</param>
/// <param name="Created">It is an object that is new, and nothing of which rules of the outer type speak is set inside of it.</param>
/// <param name="AllValues">It may have any of the values for which rules ask, or another one.</param>
/// <param name="Whole">All facts about it, and about what is inside of it.</param>
/// <param name="Kind">What it can hold.</param>
/// <param name="Values">The values of its enum, if it matters which one it has.</param>
/// <param name="Limits">What limits it.</param>
/// <param name="Inner">The members inside of it of which rules of the outer type speak, as far as they are properties.</param>
internal sealed record MemberScreen(
    ulong Absent,
    ulong AbsentAsSet,
    ulong Present,
    ulong Unknown,
    ulong Created,
    ulong AllValues,
    ulong Whole,
    MemberKind Kind,
    ScreenedValue[] Values,
    ScreenedLimit[] Limits,
    ScreenedProperty[] Inner)
{
    /// <summary>The fact that an object may break what a member demands by itself. No rule asks for more.</summary>
    public const ulong Suspicious = 1;

    /// <summary>Anything is possible.</summary>
    public ulong Anything => Whole | Suspicious;
}

/// <summary>What a member can hold, for which rules ask.</summary>
internal enum MemberKind
{
    /// <summary>Whatever it is: rules ask only whether it is there.</summary>
    Plain,

    /// <summary>A text, a number or a list with a value or a limit.</summary>
    Simple,

    /// <summary>A value of an enum.</summary>
    Enum,

    /// <summary>An object, and rules ask for what is inside of it.</summary>
    Object,
}

/// <summary>
/// A member and its property. They stand side by side in an array, since nearly all of them are only passed on the way to another
/// one, and each object that is looked at has to be fetched.
/// </summary>
internal readonly record struct ScreenedProperty(IPropertySymbol Property, MemberScreen Member);

/// <summary>What follows if a member has a value of its enum.</summary>
internal readonly record struct ScreenedValue(IFieldSymbol Field, ulong Facts);

/// <summary>What follows if a member is beyond a limit.</summary>
internal readonly record struct ScreenedLimit(Limit Limit, ulong Facts);
