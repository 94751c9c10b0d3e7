using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>One call of the API.</summary>
/// <param name="Name">Its name in the schema, such as <c>send</c>.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Path">The path below the version, such as <c>/{page_id}/messages</c>.</param>
/// <param name="Parameters">What fills the path, but for the Page's id, and what stands in the query.</param>
/// <param name="Body">The object that is sent, or null.</param>
/// <param name="DeliversMessage">Whether the call delivers a message to a person, which cannot be taken back.</param>
/// <param name="OrderedBy">The member of the body that names the receiver: calls with the same one keep their order; null if order does not matter.</param>
/// <param name="Returns">What is answered; null for nothing.</param>
/// <param name="Confirmations">What a response has if the request was accepted.</param>
/// <param name="Examples">Requests and what becomes of them.</param>
/// <param name="Range">Where its name stands.</param>
internal sealed record Operation(
    string Name,
    string Summary,
    HttpVerb Verb,
    string Path,
    EquatableArray<Parameter> Parameters,
    string? Body,
    bool DeliversMessage,
    MemberName? OrderedBy,
    TypeReference? Returns,
    EquatableArray<Confirmation> Confirmations,
    EquatableArray<Example> Examples,
    TextRange Range)
{
    /// <summary>The part of a path that the client's options fill.</summary>
    public const string PageId = "page_id";

    /// <summary>Gets how often calls may be made for a Page.</summary>
    public EquatableArray<Rate> Rates { get; init; }

    /// <summary>Gets the member of the body with the id of the customer, as webhook events have it, or null.</summary>
    public MemberPath? Customer { get; init; }

    /// <summary>Gets what the server returns in the echo of a message; null if it returns nothing of the body.</summary>
    public Correlation? Correlation { get; init; }

    /// <summary>Gets the times in which a customer can be written to.</summary>
    public EquatableArray<Window> Windows { get; init; }
}

/// <summary>What the server returns in the echo of a message, so that a message can be recognized.</summary>
/// <param name="Request">The member of the body that it returns.</param>
/// <param name="Response">The member of the response with the id of the message, which the echo has as well.</param>
internal sealed record Correlation(MemberPath Request, string Response);

/// <summary>The time after a customer's last action in which a message of a kind can be sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hours">Its length.</param>
/// <param name="When">The conditions under which a message is of the kind.</param>
/// <param name="Severity">How bad it is to send one later.</param>
/// <param name="Reason">Why it is bad.</param>
/// <param name="Answers">The errors that the server returns for a message that is sent later.</param>
/// <param name="Evidence">Where it is known from.</param>
/// <param name="Range">Where its name stands.</param>
internal sealed record Window(
    string Name, int Hours, EquatableArray<RuleCondition> When, RuleSeverity Severity, string Reason, EquatableArray<ErrorKey> Answers, Evidence Evidence, TextRange Range);

/// <summary>How often calls may be made for a Page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Calls">The number of calls.</param>
/// <param name="Seconds">The time in which they may be made.</param>
/// <param name="When">The conditions under which a call counts; none if each one does.</param>
/// <param name="Evidence">Where it is known from.</param>
internal sealed record Rate(string Name, int Calls, int Seconds, EquatableArray<RuleCondition> When, Evidence Evidence);

/// <summary>The name of a member, where a schema refers to it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record MemberName(string Name, TextRange Range);

/// <summary>A member of the response without which a request that has a certain member was not accepted.</summary>
/// <param name="Request">The member of the body.</param>
/// <param name="Response">The member of the response.</param>
/// <param name="RequestRange">Where the first name stands.</param>
/// <param name="ResponseRange">Where the second name stands.</param>
internal sealed record Confirmation(string Request, string Response, TextRange RequestRange, TextRange ResponseRange);

/// <summary>The HTTP method of a call.</summary>
internal enum HttpVerb
{
    /// <summary>Reads.</summary>
    Get,

    /// <summary>Creates or does.</summary>
    Post,

    /// <summary>Removes.</summary>
    Delete,
}

/// <summary>A part of a path or of a query.</summary>
/// <param name="Member">What it is, as a member of an object.</param>
/// <param name="IsInPath">Whether it stands in the path.</param>
/// <param name="Style">How it is written in the query.</param>
internal sealed record Parameter(Member Member, bool IsInPath, ParameterStyle Style) : INamed
{
    /// <summary>Gets its name on the wire.</summary>
    public string Name => Member.Name;
}

/// <summary>How a parameter is written in the query.</summary>
internal enum ParameterStyle
{
    /// <summary>As a string; the elements of a list are separated by commas.</summary>
    Text,

    /// <summary>As one parameter for each element of a list.</summary>
    Repeated,

    /// <summary>As JSON.</summary>
    Json,
}

/// <summary>A request and what becomes of it.</summary>
/// <param name="Summary">What it shows.</param>
/// <param name="Request">The body.</param>
/// <param name="Answer">What the server answers to it, if the example says so.</param>
/// <param name="Platform">Where it is sent; null if that does not matter.</param>
/// <param name="Breaks">The names of the rules that it breaks; empty if it is valid.</param>
/// <param name="Range">Where it begins.</param>
internal sealed record Example(string Summary, WireValue? Request, WireValue? Answer, string? Platform, EquatableArray<string> Breaks, TextRange Range);
