using PageMessagesGen.Generated;

namespace PageMessagesGen.Http;

/// <summary>A call of a Page, which can be attempted several times.</summary>
/// <param name="connection">The connection of the Page.</param>
/// <param name="description">The operation.</param>
/// <param name="address">The URL.</param>
/// <param name="body">The record in the body, or null.</param>
internal readonly struct PageCall<TAnswer>(GraphApiConnection connection, CallDescription<TAnswer> description, Uri address, object? body)
    where TAnswer : class
{
    /// <summary>Gets the id of the Page.</summary>
    public string PageId => connection.PageId;

    /// <summary>Gets the name of the operation.</summary>
    public string Name => description.Name;

    /// <summary>Gets the rates of the operation.</summary>
    public RateDescription[] Rates => description.Rates;

    /// <summary>Gets the receiver: calls with an equal one keep their order. Null if order does not matter.</summary>
    public object? Receiver => description.ReceiverOf(body);

    /// <summary>Gets the record in the body, or null.</summary>
    public object? Body => body;

    /// <summary>Gets the id of the customer to whom the call sends a message; null if it is not known.</summary>
    public string? Customer => description.CustomerOf(body);

    /// <summary>Gets the times in which a customer can be written to.</summary>
    public WindowDescription[] Windows => description.Windows;

    /// <summary>Gets a value that indicates whether echoes of the messages of the operation are recognized.</summary>
    public bool IsEchoed => description.AnswerOfEcho is not null;

    /// <summary>Determines whether a rate includes the call.</summary>
    public bool IsIn(RateDescription rate) => description.IsIn(rate, body);

    /// <summary>Determines whether a window includes the call.</summary>
    public bool IsIn(WindowDescription window) => description.IsIn(window, body);

    /// <summary>Creates the call with a string that the server returns in the echo. Null if its body has such a string, or no place for it.</summary>
    public PageCall<TAnswer>? WithCorrelation(string correlation) =>
        description.WithCorrelation(body, correlation) is { } correlated ? new(connection, description, address, correlated) : null;

    /// <summary>Creates the response to the message from the id in its echo.</summary>
    public TAnswer AnswerOfEcho(string messageId) => description.AnswerOfEcho!(messageId);

    /// <summary>Acts on violations that were found after the request itself was validated.</summary>
    /// <exception cref="GraphApiException">The request must not be sent.</exception>
    public void Apply(IReadOnlyList<RuleViolation> violations, ValidationMode mode) => connection.Apply(violations, mode);

    /// <summary>Makes an attempt. Each one has a body of its own.</summary>
    /// <param name="token">The access token.</param>
    /// <param name="ticket">The ticket of the attempt.</param>
    /// <param name="limit">The time limit.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    public Task<TAnswer> AttemptAsync(AccessToken token, SendTicket ticket, TimeSpan limit, CancellationToken cancellationToken) =>
        connection.ExchangeAsync(description, address, body, description.CreateContent(body, token, ticket), token, ticket, limit, cancellationToken);
}
