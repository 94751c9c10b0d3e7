using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Evaluates composed strings: their value, or their minimum length.</summary>
internal static class TextEvaluation
{
    // For a longer string, only the length is kept.
    private const int LongestRepeat = 100_000;

    private static readonly TextValue Nothing = TextValue.AtLeast(0, 0);

    public static Value Evaluate(IOperation operation, Evaluator evaluator) => operation switch
    {
        IInterpolatedStringOperation { Type.SpecialType: SpecialType.System_String } interpolation => EvaluateInterpolation(interpolation, evaluator),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null } sum =>
            TextValue.Concatenate(EvaluatePiece(sum.LeftOperand, evaluator), EvaluatePiece(sum.RightOperand, evaluator)),
        _ => UnknownValue.Of(operation.Type),
    };

    /// <summary>Evaluates <c>new string('x', 2000)</c>; null for anything else.</summary>
    public static Value? EvaluateCreation(IObjectCreationOperation creation, Evaluator evaluator) =>
        creation is { Type.SpecialType: SpecialType.System_String, Arguments.Length: 2 }
            && creation.Arguments[0].Value is { Type.SpecialType: SpecialType.System_Char } letter
            && evaluator.Evaluate(creation.Arguments[1].Value) is NumberValue { Number: >= 0 and <= int.MaxValue and var times }
            ? Repeat(letter, (int)times)
            : null;

    /// <summary>Evaluates <c>PadLeft</c>, <c>PadRight</c> and <c>string.Concat</c>; null for any other call.</summary>
    public static Value? EvaluateCall(IInvocationOperation call, Evaluator evaluator)
    {
        if (call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String)
            return null;
        switch (call.TargetMethod.Name)
        {
            case "PadLeft" or "PadRight" when call.Instance is { } instance && evaluator.Evaluate(call.Arguments[0].Value) is NumberValue { Number: >= 0 and <= int.MaxValue and var width }:
                // The width counts UTF-16 code units, and two of them can be one character.
                var padded = evaluator.Evaluate(instance) as TextValue ?? Nothing;
                return TextValue.AtLeast(Math.Max(padded.LeastCharacters, (int)width / 2), Math.Max(padded.LeastBytes, (int)width));
            case "Concat" when call.Arguments.All(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String):
                return call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => EvaluatePiece(argument.Value, evaluator)).Aggregate(TextValue.Known(""), TextValue.Concatenate);
            default:
                return null;
        }
    }

    private static TextValue EvaluateInterpolation(IInterpolatedStringOperation interpolation, Evaluator evaluator)
    {
        var whole = TextValue.Known("");
        foreach (var part in interpolation.Parts)
            whole = TextValue.Concatenate(whole, EvaluatePart(part, evaluator));
        return whole;
    }

    private static TextValue EvaluatePart(IInterpolatedStringContentOperation part, Evaluator evaluator) => part switch
    {
        IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } => TextValue.Known(text),
        IInterpolationOperation { Alignment: null, FormatString: null } hole => EvaluatePiece(hole.Expression, evaluator),
        _ => Nothing,
    };

    // Null counts as an empty string. The length of a value that is not a string depends on the culture.
    private static TextValue EvaluatePiece(IOperation piece, Evaluator evaluator) => evaluator.Evaluate(piece) switch
    {
        TextValue text => text,
        AbsentValue => TextValue.Known(""),
        ChoiceValue choice when choice.Alternatives.All(alternative => alternative is TextValue) => TextValue.AtLeast(
            choice.Alternatives.Min(alternative => ((TextValue)alternative).LeastCharacters),
            choice.Alternatives.Min(alternative => ((TextValue)alternative).LeastBytes)),
        _ when piece.ConstantValue is { HasValue: true, Value: char letter } => TextValue.Known(letter.ToString()),
        _ => Nothing,
    };

    // Unpaired surrogates at the two ends may form pairs with the adjacent strings.
    private static TextValue Repeat(IOperation letter, int times) => letter.ConstantValue is { HasValue: true, Value: char c } && times <= LongestRepeat
        ? TextValue.Known(new string(c, times))
        : TextValue.AtLeast(Math.Max(0, times - 2), times);
}
