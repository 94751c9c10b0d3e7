using System.Globalization;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>An error that the server can answer.</summary>
/// <param name="Key">The code, and the subcode where it matters.</param>
/// <param name="Name">A name for it, in PascalCase.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Recovery">What helps.</param>
/// <param name="Outcome">What became of the call.</param>
/// <param name="AffectsPage">Whether further calls of the Page fail as well.</param>
/// <param name="Evidence">Where this is known from.</param>
/// <param name="Range">Where the code stands.</param>
internal sealed record ErrorCode(
    ErrorKey Key, string Name, string Summary, Recovery Recovery, ErrorOutcome Outcome, bool AffectsPage, Evidence Evidence, TextRange Range)
{
    /// <summary>What an unknown outcome means.</summary>
    public const string UnknownOutcome = "The call may have been carried out all the same: find out before you repeat it.";

    /// <summary>Gets what helps, as a sentence.</summary>
    public string Advice => Recovery switch
    {
        Recovery.Request => "Change the request; the same one fails again.",
        Recovery.Token => "Get a new access token.",
        Recovery.Permission => "Get the permission, or have the restriction lifted.",
        Recovery.Recipient => "Nothing helps for now: the customer cannot be reached.",
        Recovery.Wait => "Wait, then try again.",
        Recovery.Throttle => "Send fewer calls. Wait, then repeat this one.",
        Recovery.Window => "Nothing helps: the time for writing has passed.",
        _ => throw new InvalidOperationException($"There is no advice for {Recovery}."),
    };
}

/// <summary>A code, or a code and a subcode.</summary>
/// <param name="Code">The code.</param>
/// <param name="Subcode">The subcode; null for all of them.</param>
internal sealed record ErrorKey(int Code, int? Subcode)
{
    /// <summary>Writes <c>100</c> or <c>100/2018001</c>.</summary>
    public override string ToString() => Subcode is { } subcode
        ? string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Code, subcode)
        : Code.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What became of a call that was answered by an error.</summary>
internal enum ErrorOutcome
{
    /// <summary>The server refused it.</summary>
    Rejected,

    /// <summary>It may have been carried out all the same.</summary>
    Unknown,
}

/// <summary>What helps against an error.</summary>
internal enum Recovery
{
    /// <summary>Change the request; the same one fails again.</summary>
    Request,

    /// <summary>Get a new access token.</summary>
    Token,

    /// <summary>Get a permission, or have a restriction lifted.</summary>
    Permission,

    /// <summary>Nothing for now: the customer cannot be reached.</summary>
    Recipient,

    /// <summary>Wait, then try again.</summary>
    Wait,

    /// <summary>Send fewer calls: the server refused this one only to limit the rate. Wait, then repeat it.</summary>
    Throttle,

    /// <summary>Nothing: the time for writing has passed.</summary>
    Window,
}
