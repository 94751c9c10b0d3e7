namespace PageMessagesGen.Rules;

/// <summary>A question about the values that a path leads to.</summary>
/// <param name="Kind">The question.</param>
/// <param name="Values">The values that it speaks of.</param>
/// <param name="Limit">The limit that it speaks of.</param>
internal readonly record struct PathQuestion(PathQuestionKind Kind, EquatableArray<string> Values = default, Limit? Limit = null)
{
    /// <summary>Gets a value that indicates whether a list at the end of the path is one value rather than its elements.</summary>
    public bool IsOfWholeList => Kind is PathQuestionKind.IsPresent or PathQuestionKind.IsAbsent || Limit is { IsOfList: true };
}

/// <summary>The questions about a value.</summary>
internal enum PathQuestionKind
{
    /// <summary>Whether it is set.</summary>
    IsPresent,

    /// <summary>Whether it is not set.</summary>
    IsAbsent,

    /// <summary>Whether it is one of the values.</summary>
    IsMatch,

    /// <summary>Whether it is not one of the values, or not set.</summary>
    IsMismatch,

    /// <summary>Whether it is set, and not one of the values.</summary>
    IsOther,

    /// <summary>Whether it exceeds the limit.</summary>
    IsExceeding,
}
