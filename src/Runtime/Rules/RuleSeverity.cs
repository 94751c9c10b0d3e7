namespace PageMessagesGen.Rules;

/// <summary>How bad it is to break a rule.</summary>
public enum RuleSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Documented as wrong.</summary>
    Warning,

    /// <summary>Known to be refused.</summary>
    Error,
}
