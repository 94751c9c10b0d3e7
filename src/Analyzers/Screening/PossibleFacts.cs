using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Evaluation;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>
/// Says which facts about a member an evaluation may find, without evaluating: a fact that is left out is surely not found.
/// What is not seen at a glance may be anything.
/// </summary>
/// <param name="screens">The screens of the types.</param>
internal sealed class PossibleFacts(Screens screens)
{
    private const int MostLevels = 16;
    private const int AnyLength = int.MaxValue;

    // Texts that are made of locals that are made of locals again have no end, nearly.
    private const int LevelsOfLocal = 7;
    private const int MostParts = 32;

    /// <summary>Gives the facts that are possible after an initializer.</summary>
    public ulong Overlay(ulong facts, ScreenedProperty[] members, IObjectOrCollectionInitializerOperation initializer, int depth)
    {
        foreach (var set in initializer.Initializers)
        {
            if (set.Kind == OperationKind.SimpleAssignment)
            {
                var assignment = (ISimpleAssignmentOperation)set;
                if (Find(members, assignment.Target) is { } member)
                    facts = (facts & ~member.Whole) | Of(member, assignment.Value, depth + 1);
            }
            else if (set is IMemberInitializerOperation inner && Find(members, inner.InitializedMember) is { } member)
            {
                // It changes an object that is there already, of which nothing is known.
                facts &= ~member.Whole;
            }
        }

        return facts;
    }

    private static MemberScreen? Find(ScreenedProperty[] members, IOperation target)
    {
        if (target is not IPropertyReferenceOperation { Property: var property })
            return null;
        foreach (ref readonly var member in members.AsSpan())
        {
            if (ReferenceEquals(member.Property, property))
                return member.Member;
        }

        // A type can have two symbols, though it hardly ever has, and then so can its properties.
        if (members.Length == 0 || ReferenceEquals(property.ContainingType, members[0].Property.ContainingType))
            return null;
        var name = property.Name;
        foreach (ref readonly var member in members.AsSpan())
        {
            if (member.Property.Name == name)
                return member.Member;
        }

        return null;
    }

    private ulong Of(MemberScreen member, IOperation value, int depth)
    {
        if (depth > MostLevels)
            return member.Anything;
        switch (value.Kind)
        {
            case OperationKind.Literal:
                return OfLiteral(member, value.Syntax);
            case OperationKind.FieldReference:
                return OfField(member, (IFieldReferenceOperation)value);
            case OperationKind.Conversion:
                return OfConversion(member, (IConversionOperation)value, depth);
            case OperationKind.ObjectCreation:
                return OfCreation(member, (IObjectCreationOperation)value, depth);
            case OperationKind.ParameterReference or OperationKind.PropertyReference or OperationKind.ArrayElementReference or OperationKind.ConditionalAccess or OperationKind.Await:
                return member.Unknown;
            case OperationKind.Invocation:
                return Evaluator.IsFollowed((IInvocationOperation)value) ? member.Anything : member.Unknown;
            case OperationKind.InterpolatedString or OperationKind.Binary:
                return value.ConstantValue is { HasValue: true } constant ? OfConstant(member, constant) : OfJoinedText(member, value, depth);
            case OperationKind.LocalReference:
                return OfLocal(member, (ILocalReferenceOperation)value, depth);
            case OperationKind.CollectionExpression:
                return OfList(member, (ICollectionExpressionOperation)value);
            case OperationKind.Conditional:
                return OfConditional(member, (IConditionalOperation)value, depth);
            case OperationKind.Coalesce:
                var coalesce = (ICoalesceOperation)value;
                return member.Present | Of(member, coalesce.Value, depth + 1) | Of(member, coalesce.WhenNull, depth + 1);
            default:
                return member.Anything;
        }
    }

    // The token has the text at hand; an operation's constant makes it, and a weak reference to it, when it is asked first.
    private static ulong OfLiteral(MemberScreen member, SyntaxNode syntax) => syntax.RawKind switch
    {
        (int)SyntaxKind.StringLiteralExpression => OfText(member, ((LiteralExpressionSyntax)syntax).Token.ValueText),
        (int)SyntaxKind.NullLiteralExpression => member.AbsentAsSet,
        _ => member.Kind == MemberKind.Plain ? member.Present : member.Anything,
    };

    private static ulong OfConstant(MemberScreen member, Optional<object?> constant) => constant.Value switch
    {
        null => constant.HasValue ? member.AbsentAsSet : member.Anything,
        string text => OfText(member, text),
        _ => member.Kind == MemberKind.Plain ? member.Present : member.Anything,
    };

    private static ulong OfField(MemberScreen member, IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (!field.IsConst)
            return field.IsStatic ? member.Anything : member.Unknown;
        foreach (var value in member.Values)
        {
            if (ReferenceEquals(value.Field, field))
                return value.Facts;
        }

        return member.Kind == MemberKind.Enum ? member.Anything : OfConstant(member, reference.ConstantValue);
    }

    private ulong OfConversion(MemberScreen member, IConversionOperation conversion, int depth)
    {
        if (!conversion.IsImplicit)
            return member.Anything;
        return conversion.OperatorMethod is null ? Of(member, conversion.Operand, depth + 1) : member.Unknown;
    }

    private ulong OfCreation(MemberScreen member, IObjectCreationOperation creation, int depth)
    {
        if (screens.Find(creation) is not { } screen || (member.Kind == MemberKind.Object && ReferenceEquals(screen, TypeScreen.Closed)))
            return member.Anything;
        return creation.Initializer is { } initializer && member.Inner.Length > 0 ? Overlay(member.Created, member.Inner, initializer, depth) : member.Created;
    }

    private ulong OfConditional(MemberScreen member, IConditionalOperation conditional, int depth) => conditional.WhenFalse is { } whenFalse
        ? Of(member, conditional.WhenTrue, depth + 1) | Of(member, whenFalse, depth + 1)
        : member.Anything;

    private ulong OfLocal(MemberScreen member, ILocalReferenceOperation local, int depth)
    {
        if (local.Local.IsForEach)
            return member.Unknown;
        return SingleWrites.Find(local) is { } value ? member.Unknown | Of(member, value, depth + LevelsOfLocal) : member.Anything;
    }

    private static ulong OfList(MemberScreen member, ICollectionExpressionOperation list)
    {
        if (member.Kind == MemberKind.Object)
            return member.Anything;
        foreach (var element in list.Elements)
        {
            var value = element.Kind == OperationKind.Conversion ? ((IConversionOperation)element).Operand : element;
            if (!IsPlainElement(value))
                return member.Anything;
        }

        var facts = member.Present | member.AllValues;
        foreach (var limited in member.Limits)
        {
            var isWithin = limited.Limit.Kind switch
            {
                LimitKind.MinCount => list.Elements.Length >= limited.Limit.Bound,
                LimitKind.MaxCount => list.Elements.Length <= limited.Limit.Bound,
                _ => false,
            };
            facts |= isWithin ? 0 : limited.Facts;
        }

        return facts;
    }

    // Of a value type, what looks like a creation is a constant.
    private static bool IsPlainElement(IOperation element) => element.Kind switch
    {
        OperationKind.ParameterReference => true,
        OperationKind.ObjectCreation => element.Type is { IsReferenceType: true },
        _ => element.ConstantValue is { HasValue: true, Value: string },
    };

    private static ulong OfText(MemberScreen member, string text)
    {
        if (member.Kind is MemberKind.Enum or MemberKind.Object)
            return member.Anything;
        var facts = member.Present | member.AllValues;
        foreach (var limited in member.Limits)
            facts |= IsWithin(limited.Limit, text) ? 0 : limited.Facts;
        return facts;
    }

    private static bool IsWithin(Limit limit, string text) => limit.Kind == LimitKind.Format ? TextForms.Fits(text, limit.Form) : IsWithin(limit, text.Length);

    // A character is one UTF-16 unit or two, and a unit is three bytes at most; the exact count hardly ever matters.
    private static bool IsWithin(Limit limit, int length) => limit.Kind switch
    {
        LimitKind.MinCharacters => length != AnyLength && (length + 1) / 2 >= limit.Bound,
        LimitKind.MaxCharacters => length <= limit.Bound,
        LimitKind.MinBytes => length != AnyLength && length >= limit.Bound,
        LimitKind.MaxBytes => length * 3L <= limit.Bound,
        _ => false,
    };

    private static ulong OfJoinedText(MemberScreen member, IOperation value, int depth)
    {
        if (member.Kind is MemberKind.Enum or MemberKind.Object || value.Type is not { SpecialType: SpecialType.System_String })
            return member.Anything;
        var facts = member.Present | member.AllValues;
        if (member.Limits.Length == 0)
            return facts;

        // If all of the text is known, this is its length. If not, nobody can say that it is too short.
        var length = MostSureLength(value, depth);
        foreach (var limited in member.Limits)
            facts |= IsWithin(limited.Limit, length) ? 0 : limited.Facts;

        return facts;
    }

    // As many UTF-16 units as an evaluation can be sure of, or more.
    private static int MostSureLength(IOperation piece, int depth)
    {
        if (depth > MostLevels)
            return AnyLength;
        if (piece.Syntax is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal && piece.Kind == OperationKind.Literal)
            return literal.Token.ValueText.Length;
        if (piece.Kind is OperationKind.ParameterReference or OperationKind.PropertyReference or OperationKind.ArrayElementReference)
            return 0;
        if (piece.ConstantValue is { HasValue: true, Value: var constant })
            return constant is string text ? text.Length : constant is null ? 0 : 1;
        return piece switch
        {
            IInterpolatedStringOperation interpolation => MostSureLength(interpolation, depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Add(MostSureLength(sum.LeftOperand, depth + 1), MostSureLength(sum.RightOperand, depth + 1)),
            IConversionOperation conversion => MostSureLength(conversion.Operand, depth + 1),
            IInvocationOperation call when !Evaluator.IsFollowed(call) => 0,
            ILocalReferenceOperation local when SingleWrites.Find(local) is { } value => MostSureLength(value, depth + LevelsOfLocal),
            _ => AnyLength,
        };
    }

    private static int MostSureLength(IInterpolatedStringOperation interpolation, int depth)
    {
        if (interpolation.Parts.Length > MostParts)
            return AnyLength;
        var length = 0;
        foreach (var part in interpolation.Parts)
        {
            length = Add(length, part switch
            {
                IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax text } when !HasBraces(text.TextToken.ValueText) => text.TextToken.ValueText.Length,
                IInterpolationOperation hole => MostSureLength(hole.Expression, depth + 1),
                _ => AnyLength,
            });
        }

        return length;
    }

    // The token has doubled ones, the text has not.
    private static bool HasBraces(string text) => text.IndexOf('{') >= 0 || text.IndexOf('}') >= 0;

    private static int Add(int left, int right) => (int)Math.Min(AnyLength, (long)left + right);
}
