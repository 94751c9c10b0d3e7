using System.Globalization;

namespace PageMessagesGen;

/// <summary>An error that the schema describes. The generated class of errors, such as <c>PageMessagesErrors</c>, has one for each.</summary>
/// <remarks>
/// It stands for a code with any subcode, or for a code with one subcode; errors of several codes can have one meaning. Compare it by
/// <see cref="GraphApiException.Is(GraphErrorCode)"/>.
/// </remarks>
public sealed class GraphErrorCode
{
    private readonly (int Code, int? Subcode)[] _codes;

    /// <summary>Creates an error.</summary>
    /// <param name="name">The name, such as <c>PersonUnavailable</c>.</param>
    /// <param name="meaning">The meaning, as a sentence.</param>
    /// <param name="recovery">What helps.</param>
    /// <param name="advice">What helps, as a sentence.</param>
    /// <param name="outcome">What became of a call with this error: <see cref="SendOutcome.Rejected"/> or <see cref="SendOutcome.Unknown"/>.</param>
    /// <param name="affectsPage">Whether further calls of the Page fail as well.</param>
    /// <param name="codes">The codes, each with the subcode that it must have, or null for any.</param>
    /// <exception cref="ArgumentException">There is no code.</exception>
    public GraphErrorCode(string name, string meaning, ErrorRecovery recovery, string advice, SendOutcome outcome, bool affectsPage, params (int Code, int? Subcode)[] codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Length == 0)
            throw new ArgumentException("An error has at least one code.", nameof(codes));
        (Name, Meaning, Recovery, Advice, Outcome, AffectsPage, _codes) = (name, meaning, recovery, advice, outcome, affectsPage, [.. codes]);
    }

    /// <summary>Gets the name in the schema.</summary>
    public string Name { get; }

    /// <summary>Gets the meaning.</summary>
    public string Meaning { get; }

    /// <summary>Gets what helps.</summary>
    public ErrorRecovery Recovery { get; }

    /// <summary>Gets what helps, as a sentence.</summary>
    public string Advice { get; }

    /// <summary>Gets what became of a call with this error.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>Gets a value that indicates whether further calls of the Page fail as well, because the token is invalid or the Page is restricted.</summary>
    public bool AffectsPage { get; }

    /// <summary>Gets the code; of several codes, the first.</summary>
    public int Code => _codes[0].Code;

    /// <summary>Gets the subcode that belongs to <see cref="Code"/>; null if it can have any.</summary>
    public int? Subcode => _codes[0].Subcode;

    /// <summary>Determines whether a code and subcode of the server are this error.</summary>
    public bool Matches(int code, int? subcode = null) => Array.Exists(_codes, own => own.Code == code && (own.Subcode is null || own.Subcode == subcode));

    /// <summary>Formats the codes, such as <c>551, 200/1545041</c>.</summary>
    public override string ToString() => string.Join(", ", _codes.Select(c => c.Subcode is { } subcode
        ? string.Create(CultureInfo.InvariantCulture, $"{c.Code}/{subcode}")
        : c.Code.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Finds the error with a code and subcode, or else the one with the code and any subcode.</summary>
    internal static GraphErrorCode? Find(ReadOnlySpan<GraphErrorCode> errors, int code, int? subcode)
    {
        GraphErrorCode? found = null;
        foreach (var error in errors)
        {
            if (subcode is not null && Array.Exists(error._codes, own => own == (code, subcode)))
                return error;
            if (Array.Exists(error._codes, own => own == (code, null)))
                found = error;
        }

        return found;
    }
}
