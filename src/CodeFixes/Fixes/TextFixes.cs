using Microsoft.CodeAnalysis;
using PageMessagesGen.CodeFixes.Editing;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>Creates the changes for strings that are written in the code.</summary>
internal static class TextFixes
{
    // One key for all formats, so that one run from the command line corrects them all.
    private const string CorrectFormat = "correct the format";

    /// <summary>Shortens a string that is too long, which its author must review, or removes one that is empty.</summary>
    public static IEnumerable<CandidateFix> Limit(FixTarget place, MemberReference slot)
    {
        if (slot.Assignment is not { Right: { } right } || place.TextOf(slot) is not { } text || !Texts.IsWrittenOut(right))
            yield break;
        if (text.Length == 0)
        {
            foreach (var proposal in CandidateFixes.Remove(slot))
                yield return proposal;
        }

        var limits = place.LimitsOf(slot).Where(l => l.Kind is LimitKind.MaxCharacters or LimitKind.MaxBytes).ToList();
        if (limits.Count == 0 || Texts.Shorten(text, limits) is not { } shorter)
            yield break;
        yield return new CandidateFix(
            $"Shorten {slot.Property.Name} to its first {StringFormats.CountCharacters(shorter) - 1} characters",
            $"shorten {slot.Path}",
            right,
            Texts.Literal(right, shorter),
            IsForBatches: false);
    }

    /// <summary>Corrects the format of a string.</summary>
    public static IEnumerable<CandidateFix> Correct(FixTarget place, MemberReference slot)
    {
        if (slot.Assignment is not { Right: { } right } || place.TextOf(slot) is not { } text)
            yield break;
        var formats = place.LimitsOf(slot).Select(l => l.Format).OfType<StringFormat>().Where(format => !format.Matches(text)).ToList();
        if (formats.Exists(format => format.Name == "https-url") && StringFormats.IsUrl(text) && Texts.HasNoPort(text) && Texts.WithHttps(right) is { } secure)
            yield return new CandidateFix($"Use https in {slot.Property.Name}", CorrectFormat, right, secure, IsForBatches: true) { KeepsEverything = true };
        if (formats.Count == 0 || !Texts.IsWrittenOut(right) || Texts.Correct(text, formats[0]) is not var (corrected, isSame))
            yield break;
        var literal = Texts.Literal(right, corrected);
        yield return new CandidateFix($"Set {slot.Property.Name} to {literal.WithoutTrivia()}", CorrectFormat, right, literal, isSame) { KeepsEverything = isSame };
    }
}
