using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// A member of which rules speak, with the facts about it on which they depend. A fact is a bit: <c>it may be absent</c>,
/// <c>it may be MESSAGE_TAG</c>, <c>it may be too long</c>.
/// </summary>
/// <param name="Property">The property; null if a path leads on where no property of one type does: into a list, a union, JSON.</param>
/// <param name="Absent">It may be absent.</param>
/// <param name="AbsentAsSet">It may be absent although it is set, to null; what is inside of it is absent with it.</param>
/// <param name="Present">It may be present.</param>
/// <param name="Unknown">It has a value that nobody knows: of a value type it is sure that there is one.</param>
/// <param name="AllValues">It may have any of the values for which rules ask, or another one.</param>
/// <param name="Whole">All facts about it, and about what is inside of it.</param>
/// <param name="IsEnum">Whether it is of an enum.</param>
/// <param name="Values">The values of its enum, if it matters which one it has.</param>
/// <param name="Limits">What limits it.</param>
/// <param name="Inner">The members inside of it of which rules of the outer type speak.</param>
internal sealed record MemberScreen(
    IPropertySymbol? Property,
    ulong Absent,
    ulong AbsentAsSet,
    ulong Present,
    ulong Unknown,
    ulong AllValues,
    ulong Whole,
    bool IsEnum,
    ScreenedValue[] Values,
    ScreenedLimit[] Limits,
    MemberScreen[] Inner)
{
    /// <summary>The fact that an object may break what a member demands by itself. No rule asks for more.</summary>
    public const ulong Suspicious = 1;

    /// <summary>Anything is possible.</summary>
    public ulong Anything => Whole | Suspicious;

    /// <summary>It is there, and nothing else of it matters.</summary>
    public bool IsPlain => AllValues == 0 && Limits.Length == 0 && Inner.Length == 0 && !IsEnum;
}

/// <summary>What follows if a member has a value of its enum.</summary>
internal readonly record struct ScreenedValue(IFieldSymbol Field, ulong Facts);

/// <summary>What follows if a member is beyond a limit.</summary>
internal readonly record struct ScreenedLimit(Limit Limit, ulong Facts);
