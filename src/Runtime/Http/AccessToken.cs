namespace PageMessagesGen.Http;

/// <summary>An access token, as a call needs it.</summary>
internal sealed class AccessToken(string value)
{
    /// <summary>Gets the value of the <c>Authorization</c> header.</summary>
    public string Header { get; } = $"Bearer {value}";

    /// <summary>Gets the token as a secret.</summary>
    public Secret Secret { get; } = new(value);

    /// <summary>Determines whether it is this token.</summary>
    public bool Is(string other) => Header.AsSpan("Bearer ".Length).SequenceEqual(other);

    /// <inheritdoc/>
    public override string ToString() => "***";
}
