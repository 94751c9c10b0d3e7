namespace PageMessagesGen.Generator.Model;

/// <summary>A limit as C#.</summary>
/// <param name="Call">The call that makes it.</param>
/// <param name="Demand">What it demands, in words.</param>
/// <param name="Pattern">A pattern that fits all values beyond it, and hardly any other; null if there is none.</param>
/// <param name="IsExact">Whether the pattern fits no other value at all.</param>
/// <param name="IsOfLists">Whether it bounds lists.</param>
/// <param name="Form">The method of <c>TextForms</c> that tells whether a text keeps it; null for other limits.</param>
internal sealed record LimitCode(string Call, string Demand, string? Pattern = null, bool IsExact = false, bool IsOfLists = false, string? Form = null)
{
    /// <summary>The condition under which a value goes beyond the limit.</summary>
    /// <param name="value">An expression for the value, which may be null.</param>
    public string Beyond(string value) =>
        Suspicious(value) is not { } suspicious ? $"{Call}.IsBroken({value}{(IsOfLists ? "?.Count" : "")})"
        : IsExact || Form is not null ? suspicious
        : $"{suspicious} && {Call}.IsBroken({value})";

    /// <summary>A condition that is cheap, and true for every value beyond the limit; null if there is none.</summary>
    /// <param name="value">An expression for the value, which may be null.</param>
    public string? Suspicious(string value) =>
        Form is not null ? $"{value} is not null && !TextForms.{Form}({value})"
        : Pattern is not null ? $"{value} is {Pattern}"
        : null;
}
