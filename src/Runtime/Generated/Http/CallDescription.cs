using System.ComponentModel;
using PageMessagesGen.Http;

namespace PageMessagesGen.Generated;

/// <summary>What all calls of an operation have in common. Generated clients use it.</summary>
/// <param name="name">The name of the operation.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="read">The method that reads the response.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public class CallDescription<TAnswer>(string name, HttpMethod method, JsonRead<TAnswer?> read)
    where TAnswer : class
{
    /// <summary>Gets a value that indicates whether a call delivers a message to a person.</summary>
    public bool DeliversMessage { get; init; }

    /// <summary>Gets how often calls may be made.</summary>
    public RateDescription[] Rates
    {
        get;

        // The narrowest comes first, so that a call that waits for it takes no place in the others.
        init => field = [.. value.OrderBy(rate => rate.Rate.Calls / rate.Rate.Period.TotalSeconds)];
    }
    = [];

    /// <summary>Gets the times in which a customer can be written to.</summary>
    public WindowDescription[] Windows { get; init; } = [];

    /// <summary>Gets the function that creates the response to a message from the id in its echo. Null if echoes are not recognized.</summary>
    public Func<string, TAnswer>? AnswerOfEcho { get; init; }

    internal string Name => name;

    internal HttpMethod Method => method;

    internal JsonRead<TAnswer?> Read => read;

    /// <summary>Determines whether a response confirms the request. Without confirmation, the call fails.</summary>
    internal virtual bool IsConfirmedBy(object? body, TAnswer answer) => true;

    /// <summary>Gets the receiver: calls with an equal one keep their order. Null if order does not matter.</summary>
    internal virtual object? ReceiverOf(object? body) => null;

    /// <summary>Determines whether a rate includes a call.</summary>
    internal virtual bool IsIn(RateDescription rate, object? body) => rate.When.Count == 0;

    /// <summary>Determines whether a window includes a call.</summary>
    internal virtual bool IsIn(WindowDescription window, object? body) => false;

    /// <summary>Gets the id of the customer to whom a call sends a message; null if it is not known.</summary>
    internal virtual string? CustomerOf(object? body) => null;

    /// <summary>Creates a copy of a body with a string that the server returns in the echo. Null if the body has such a string, or no place for it.</summary>
    internal virtual object? WithCorrelation(object? body, string correlation) => null;

    /// <summary>Creates a body, which can be written once.</summary>
    /// <param name="body">The record.</param>
    /// <param name="token">The access token.</param>
    /// <param name="ticket">The ticket of the call, or null.</param>
    /// <exception cref="ArgumentException">The record cannot be written.</exception>
    internal virtual RequestContent? CreateContent(object? body, AccessToken token, SendTicket? ticket) => null;
}

/// <summary>What all calls of an operation with a body have in common. Generated clients use it.</summary>
/// <param name="name">The name of the operation.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="description">The description of the body.</param>
/// <param name="write">The method that writes the body.</param>
/// <param name="read">The method that reads the response.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallDescription<TBody, TAnswer>(string name, HttpMethod method, RecordDescription description, JsonWrite<TBody> write, JsonRead<TAnswer?> read)
    : CallDescription<TAnswer>(name, method, read)
    where TBody : class
    where TAnswer : class
{
    /// <summary>Gets the function that determines whether a response confirms the request. Null accepts every response.</summary>
    public Func<TBody, TAnswer, bool>? IsConfirmed { get; init; }

    /// <summary>Gets the function that gets the receiver. Null if order does not matter.</summary>
    public Func<TBody, object?>? Receiver { get; init; }

    /// <summary>Gets the function that gets the id of the customer. Null if the body has none.</summary>
    public Func<TBody, string?>? Customer { get; init; }

    /// <summary>
    /// Gets the function that creates a copy of a body with a string that the server returns in the echo. It returns null if the body has
    /// such a string, or no place for it. Null if echoes are not recognized.
    /// </summary>
    public Func<TBody, string, TBody?>? Correlate { get; init; }

    internal RecordDescription Description => description;

    internal override bool IsConfirmedBy(object? body, TAnswer answer) => IsConfirmed is null || IsConfirmed((TBody)body!, answer);

    internal override object? ReceiverOf(object? body) => Receiver?.Invoke((TBody)body!);

    internal override bool IsIn(RateDescription rate, object? body) => rate.Includes(body!, description);

    internal override bool IsIn(WindowDescription window, object? body) => window.Includes(body!, description);

    internal override string? CustomerOf(object? body) => Customer?.Invoke((TBody)body!);

    internal override object? WithCorrelation(object? body, string correlation) => Correlate?.Invoke((TBody)body!, correlation);

    internal override RequestContent CreateContent(object? body, AccessToken token, SendTicket? ticket)
    {
        var json = new Utf8RequestWriter();
        try
        {
            write(ref json, (TBody)body!);
            json.Extend(",\"appsecret_proof\":"u8, token.Proof);
            return json.AttachedFile is { } file
                ? new FileRequestContent(json.Written, json.FilePart, file, DeliversMessage) { Ticket = ticket }
                : new JsonRequestContent(ref json, DeliversMessage) { Ticket = ticket };
        }
        finally
        {
            json.Dispose();
        }
    }
}
