namespace PageMessagesGen.Schema.Model;

/// <summary>What the dates of something mean on a certain day.</summary>
/// <param name="Kind">What it is or will be.</param>
/// <param name="Severity">How bad it is to use it: an error where it is refused on that day, else a warning.</param>
/// <param name="Since">From which day on.</param>
public readonly record struct Standing(StandingKind Kind, RuleSeverity Severity, SchemaDate Since);

/// <summary>What has become, or will become, of something.</summary>
public enum StandingKind
{
    /// <summary>It should not be used any more.</summary>
    Deprecated,

    /// <summary>The server refuses it, or will.</summary>
    Refused,
}
