using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>An error code that the server can answer.</summary>
/// <param name="Code">The number.</param>
/// <param name="Name">A name for it, in PascalCase.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Recovery">What helps.</param>
/// <param name="Range">Where the code stands.</param>
public sealed record ErrorCode(int Code, string Name, string Summary, Recovery Recovery, TextRange Range);

/// <summary>What helps against an error.</summary>
public enum Recovery
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

    /// <summary>Nothing: the time for writing has passed.</summary>
    Window,
}
