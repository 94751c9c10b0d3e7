namespace PageMessagesGen.TestKit.Markup;

/// <summary>A stretch of a text that markup pointed out.</summary>
/// <param name="Id">The id of <c>{|ID:…|}</c>; empty for <c>[|…|]</c>.</param>
/// <param name="Start">The number of UTF-16 code units before it, in the text without markup.</param>
/// <param name="Length">Its length in UTF-16 code units; 0 marks a place between two characters.</param>
public readonly record struct MarkedSpan(string Id, int Start, int Length)
{
    /// <summary>The place behind its last character.</summary>
    public int End => Start + Length;
}
