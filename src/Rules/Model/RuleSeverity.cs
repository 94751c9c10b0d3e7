namespace PageMessagesGen.Rules;

/// <summary>The severity of a rule's violation.</summary>
/// <remarks>The runtime library alone shows it to users; who refers to several of the projects would otherwise see it several times.</remarks>
#if NETSTANDARD
internal enum RuleSeverity
#else
public enum RuleSeverity
#endif
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Documented as wrong.</summary>
    Warning,

    /// <summary>Known to be refused by the server.</summary>
    Error,
}
