using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>
/// Determines what is certain about the value of an expression. It analyzes one method at a time, and unknown values can be anything,
/// so that only definite violations are reported.
/// </summary>
/// <remarks>The value of an expression that always throws is null.</remarks>
/// <param name="rules">The reader of the rules.</param>
/// <param name="parts">Collects the objects that are created within the evaluated one, which are validated next; null to collect none.</param>
/// <param name="isOfAssignment">Whether it evaluates a value that is assigned to a local, for all reads of that local.</param>
internal sealed class Evaluator(RuleAttributeReader rules, ConcurrentDictionary<IOperation, ObjectValue>? parts = null, bool isOfAssignment = false)
{
    private const int MostLevels = 40;

    // Most requests read no local and no field.
    private HashSet<SyntaxNode>? _open;
    private Dictionary<IOperation, Value?>? _written;
    private Dictionary<IFieldSymbol, Value?>? _ofFields;
    private int _level;
    private bool _isCut;

    public Value? Evaluate(IOperation operation)
    {
        if (_level == MostLevels)
        {
            _isCut = true;
            return UnknownValue.Of(operation.Type);
        }

        if (operation is IFieldReferenceOperation { Field: { IsConst: true, ContainingType.TypeKind: TypeKind.Enum } member })
            return rules.ValueOf(member);
        _level++;
        try
        {
            return operation.ConstantValue is { HasValue: true, Value: var constant }
                ? Constant(constant, operation.Type)
                : EvaluateExpression(operation);
        }
        finally
        {
            _level--;
        }
    }

    /// <summary>
    /// Determines whether a constructor can set members that the initializer leaves out: one of the user can. (One in another assembly
    /// has no source.)
    /// </summary>
    public static bool IsOpen(IMethodSymbol constructor) =>
        !constructor.Parameters.IsEmpty || constructor is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false };

    /// <summary>Determines whether anything can be known about the result of a call.</summary>
    public static bool IsFollowed(IInvocationOperation call) => call.TargetMethod.Name is "Parse" or "Empty" or "PadLeft" or "PadRight" or "Concat";

    private Value? EvaluateExpression(IOperation operation) => operation switch
    {
        IConversionOperation conversion => EvaluateConversion(conversion),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
        IDefaultValueOperation => Default(operation.Type),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => EvaluateConditional(conditional, whenFalse),
        ISwitchExpressionOperation choice => ChoiceValue.Of(choice.Arms.Select(arm => Evaluate(arm.Value))),
        ICoalesceOperation coalesce => EvaluateCoalesce(coalesce),
        IThrowOperation => null,
        IObjectCreationOperation creation => EvaluateCreation(creation),
        IWithOperation with => EvaluateWith(with),
        ILocalReferenceOperation local => EvaluateLocal(local),
        IFieldReferenceOperation field => EvaluateField(field),
        // A list that has two names can be changed through the other name.
        ISimpleAssignmentOperation { IsRef: false } assignment when !IsMutable(assignment.Type) => Evaluate(assignment.Value),
        IInvocationOperation call => EvaluateCall(call),
        ICollectionExpressionOperation or IArrayCreationOperation => ListEvaluation.Evaluate(operation, this),
        IInterpolatedStringOperation or IBinaryOperation => TextEvaluation.Evaluate(operation, this),
        _ => UnknownValue.Of(operation.Type),
    };

    private Value Constant(object? constant, ITypeSymbol? type) => constant switch
    {
        null => AbsentValue.Instance,
        string text => TextValue.Known(text),
        bool isTrue => new BooleanValue(isTrue),
        _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named =>
            named.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && constant.Equals(field.ConstantValue)) is { } member
                ? rules.ValueOf(member)
                : EnumValue.Undefined,
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => new NumberValue(Convert.ToDecimal(constant, CultureInfo.InvariantCulture)),
        _ => UnknownValue.Something,
    };

    private static Value Default(ITypeSymbol? type) => type is ITypeParameterSymbol ? UnknownValue.Anything
        : UnknownValue.Of(type).IsPresent is null || type is { Name: "JsonElement", ContainingNamespace.Name: "Json" } ? AbsentValue.Instance
        : UnknownValue.Something;

    private Value? EvaluateConversion(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is not null || conversion.Conversion.IsUserDefined || conversion.IsTryCast)
            return UnknownValue.Of(conversion.Type);
        var value = Evaluate(conversion.Operand);

        // A conversion can change a number or an enum value.
        var isKept = conversion.Operand.Type is not { } from || conversion.Type is not { } to
            || !from.IsValueType
            || SymbolEqualityComparer.Default.Equals(Underlying(from), Underlying(to))
            || (value is NumberValue { Number: var number } && IsKept(number, Underlying(to)));
        return isKept || value is null ? value : UnknownValue.Of(conversion.Type);
    }

    private static bool IsKept(decimal number, ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int64 => number is >= long.MinValue and <= long.MaxValue && number == decimal.Truncate(number),
        SpecialType.System_Decimal => true,
        _ => false,
    };

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private Value? EvaluateConditional(IConditionalOperation conditional, IOperation whenFalse) => conditional.Condition.ConstantValue switch
    {
        { HasValue: true, Value: true } => Evaluate(conditional.WhenTrue),
        { HasValue: true, Value: false } => Evaluate(whenFalse),
        _ => ChoiceValue.Of([Evaluate(conditional.WhenTrue), Evaluate(whenFalse)]),
    };

    private Value? EvaluateCoalesce(ICoalesceOperation coalesce)
    {
        if (Evaluate(coalesce.Value) is not { } value)
            return null;
        if (value.IsPresent == true)
            return value;
        var present = value.Alternatives
            .Where(alternative => alternative.IsPresent != false)
            .Select(alternative => alternative.IsPresent == true ? alternative : UnknownValue.Something);
        return ChoiceValue.Of(present.Append(Evaluate(coalesce.WhenNull)));
    }

    private Value EvaluateCreation(IObjectCreationOperation creation)
    {
        if (rules.Find(creation.Type) is { } type)
        {
            var isOpen = creation.Constructor is not { } constructor || IsOpen(constructor);
            var value = Overlay((INamedTypeSymbol)creation.Type!, StartWith(type), isOpen, creation, type, creation.Initializer);

            // The value does not depend on the surrounding object, because no local was followed.
            if (_level > 1 && parts is not null && !_isCut && _open is not { Count: > 0 })
                parts[creation] = value;
            return value;
        }

        if (creation is { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, Arguments.IsEmpty: true })
            return AbsentValue.Instance;
        return ListEvaluation.EvaluateCreation(creation, this) ?? MapEvaluation.EvaluateCreation(creation, this) ?? TextEvaluation.EvaluateCreation(creation, this) ?? UnknownValue.Something;
    }

    private static Dictionary<string, SetMember> StartWith(TypeRules type) => type.Discriminator is var (name, value)
        ? new(StringComparer.Ordinal) { [name] = new SetMember(TextValue.Known(value), null) }
        : [];

    private Value? EvaluateWith(IWithOperation with)
    {
        if (rules.Find(with.Type) is not { } type)
            return UnknownValue.Something;
        return Evaluate(with.Operand) is { } value
            ? value is ObjectValue known ? Overlay(known, with, type) : ChoiceValue.Of(value.Alternatives.Where(alternative => alternative.IsPresent != false).Select(alternative => Overlay(alternative, with, type)))
            : null;
    }

    /// <summary>Gets what a <c>with</c> makes of an object: one with its known members, or one that is completely unknown.</summary>
    private ObjectValue Overlay(Value start, IWithOperation with, TypeRules type) => start is ObjectValue known && (known.Type!.DeclaringSyntaxReferences.IsEmpty || !known.Type.InstanceConstructors.Any(IsCopyingByHand))
        ? Overlay(known.Type, new(known.Members, StringComparer.Ordinal), known.IsOpen, with, type, with.Initializer)
        : Overlay((INamedTypeSymbol)with.Type!, [], isOpen: true, with, type, with.Initializer);

    private static bool IsCopyingByHand(IMethodSymbol constructor) =>
        constructor is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false, Parameters.Length: 1 }
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private ObjectValue Overlay(
        INamedTypeSymbol symbol, Dictionary<string, SetMember> members, bool isOpen, IOperation creation, TypeRules type, IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (var assignment in initializer?.Initializers ?? [])
        {
            if (assignment is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } simple)
            {
                if (type.IsRaw && property.Property.Name == RuleAttributeReader.RawJson)
                    isOpen = !RawShapes.TryAddMembers(members, Evaluate(simple.Value), symbol, type, rules);
                else if (type.WireNames.TryGetValue(property.Property.Name, out var name))
                    members[name] = new SetMember(Evaluate(simple.Value) ?? UnknownValue.Anything, simple);
            }
            else if (assignment is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation inner } && type.WireNames.TryGetValue(inner.Property.Name, out var name))
            {
                members[name] = new SetMember(UnknownValue.Anything, assignment);
            }
        }

        var value = new ObjectValue(symbol, members, isOpen, creation);
        return type.Envelope is { } envelope ? value.Around(envelope) : value;
    }

    private Value? EvaluateLocal(ILocalReferenceOperation local)
    {
        var method = LocalDefUse.Around(local);
        if (method.Find(local.Local) is not { IsDeclared: true } uses || uses.IsBeyondAnalysis || uses.Writes.Count == 0 || (IsMutable(local.Type) && uses.Reads.Count != 1) || !(_open ??= []).Add(local.Syntax))
            return UnknownValue.Of(local.Type);
        try
        {
            if (uses.Writes.Count == 1)
                return EvaluateWrite(method, uses.Writes[0]);
            if (uses.IsInNestedFunction || method.FindReaching(local) is not { Count: > 0 } reaching)
                return UnknownValue.Of(local.Type);
            var writes = uses.Writes.Where(write => reaching.Contains(write.Syntax)).ToList();
            return writes.Count == reaching.Count ? ChoiceValue.Of(writes.Select(write => EvaluateWrite(method, write))) : UnknownValue.Of(local.Type);
        }
        finally
        {
            _open.Remove(local.Syntax);
        }
    }

    // A value that is used several times is evaluated once. A new evaluator has no open locals, so its result is the same for all uses.
    private Value? EvaluateWrite(LocalDefUse method, LocalDefUse.Write write)
    {
        if (!isOfAssignment)
            return method.Values.GetOrAdd(write.Value, assigned => new Evaluator(rules, isOfAssignment: true).Evaluate(assigned));
        if (!(_written ??= []).TryGetValue(write.Value, out var value))
            _written[write.Value] = value = Evaluate(write.Value);
        return value;
    }

    // A list can change between its creation and its use. Records, strings and numbers cannot.
    private bool IsMutable(ITypeSymbol? type) => type is not { SpecialType: SpecialType.System_String } and { IsReferenceType: true } && rules.Find(type) is null;

    private Value? EvaluateField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (field is { IsStatic: true, Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return TextValue.Known("");
        if (!field.IsStatic || !field.IsReadOnly || IsMutable(field.Type) || !field.ContainingType.StaticConstructors.All(c => c.IsImplicitlyDeclared))
            return UnknownValue.Of(reference.Type);

        // Other files would require another semantic model, which is too expensive on each keystroke.
        var declaration = field.DeclaringSyntaxReferences.FirstOrDefault();
        if (declaration is null || declaration.SyntaxTree != reference.Syntax.SyntaxTree || FieldInitializers.MayBeEarlier(reference, declaration.Span))
            return UnknownValue.Of(reference.Type);
        if ((_ofFields ??= new(SymbolEqualityComparer.Default)).TryGetValue(field, out var known))
            return known;
        if (!(_open ??= []).Add(reference.Syntax))
            return UnknownValue.Of(reference.Type);
        try
        {
            return _ofFields[field] = FieldInitializers.Find(reference, declaration.GetSyntax()) is { } value ? Evaluate(value) : UnknownValue.Of(reference.Type);
        }
        finally
        {
            _open.Remove(reference.Syntax);
        }
    }

    private Value? EvaluateCall(IInvocationOperation call)
    {
        if (!IsFollowed(call))
            return UnknownValue.Of(call.Type);
        if (call.TargetMethod is { Name: "Parse", ContainingType: { Name: "RawJson", ContainingNamespace: { Name: "PageMessagesGen", ContainingNamespace.IsGlobalNamespace: true } } }
            && call.Arguments.Length == 1 && Evaluate(call.Arguments[0].Value) is TextValue { Text: { } json })
            return JsonReader.Read(json) ?? UnknownValue.Something;
        if (call.TargetMethod is { Name: "Parse", ContainingType: { } raw } && rules.Find(raw) is { IsRaw: true } type && call.Arguments.Length == 1)
            return RawShapes.Evaluate(Evaluate(call.Arguments[0].Value), raw, type, call, rules);
        return ListEvaluation.EvaluateCall(call) ?? TextEvaluation.EvaluateCall(call, this) ?? UnknownValue.Of(call.Type);
    }
}
