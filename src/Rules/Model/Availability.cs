namespace PageMessagesGen.Rules;

/// <summary>Where, and until when, a member or a value can be used.</summary>
/// <param name="Platforms">The platforms that have it; empty for all.</param>
/// <param name="Retirement">Its retirement; null if it is in use.</param>
internal sealed record Availability(EquatableArray<string> Platforms, Retirement? Retirement)
{
    /// <summary>Gets the availability of what can be used everywhere.</summary>
    public static Availability Everywhere { get; } = new(default, null);

    /// <summary>Determines whether it is known to be unavailable on a platform.</summary>
    public bool IsMissingOn(string? platform) => platform is not null && Platforms.Count > 0 && !Platforms.Contains(platform);
}

/// <summary>The end of use of a member or a value, as of the schema's day.</summary>
/// <param name="IsRefusal">Whether the server refuses it, now or from a later day on; otherwise it is deprecated.</param>
/// <param name="Since">The day, as <c>2026-04-27</c>.</param>
/// <param name="Severity">The severity of its use: an error if it is refused by now, otherwise a warning.</param>
/// <param name="Reason">What happened; empty if that is not known.</param>
internal sealed record Retirement(bool IsRefusal, string Since, RuleSeverity Severity, string Reason)
{
    /// <summary>Gets the built-in rule that its use violates.</summary>
    public string Rule => IsRefusal ? BuiltInRules.Refused : BuiltInRules.Deprecated;
}
