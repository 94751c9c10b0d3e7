using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>
/// Writes the descriptions of calls, which the client passes to its connection. They are in a class of their own: a partial class has one
/// static constructor for both of its halves, which cannot be excluded from code coverage.
/// </summary>
internal static class CallEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Lines(AttributeEmitter.Generated);
        using (writer.Block($"file static class {Class(service)}"))
        {
            foreach (var operation in service.Operations)
            {
                EmitField(writer, service, operation);
                writer.Blank();
            }
        }
    }

    /// <summary>Gets the field with the description of a call.</summary>
    public static string Field(ServiceModel service, OperationModel operation) => $"{Class(service)}.{operation.CallField}";

    // No type has a name that ends like it.
    private static string Class(ServiceModel service) => $"{service.Name}Calls_";

    private static void EmitField(SourceWriter writer, ServiceModel service, OperationModel operation)
    {
        var types = operation.Body is { } body ? $"{body.Name}, {AnswerType(operation)}" : AnswerType(operation);
        var options = Options(operation).ToList();
        writer.Lines($"public static readonly ::CallDescription<{types}> {operation.CallField} = new(");
        writer.Lines($"    {operation.NameLiteral}, ::HttpMethod.{operation.Verb}{Body(service, operation)}, {Read(service, operation)}){(options.Count == 0 ? ";" : "")}");
        if (options.Count == 0)
            return;
        writer.Lines("{");
        foreach (var option in options)
            writer.Lines($"    {option},");
        writer.Lines("};");
    }

    private static string AnswerType(OperationModel operation) => operation switch
    {
        { IsInPages: true, Answer: var element } => $"::ResponsePage<{element!.Name}>",
        { Answer: null } => "object",
        { Answer: { IsStruct: true } value } => $"::StrongBox<{value.Name}>",
        { Answer: var type } => type.Name,
    };

    private static string Body(ServiceModel service, OperationModel operation) => operation.Body is { } body
        ? $", {(body.Owner is null ? $"{service.InExpression(service.Validator)}." : "")}{ValidatorEmitter.Field(body)}, {body.Owner?.JsonWriter ?? $"{service.InExpression(service.JsonWriter)}."}Write"
        : "";

    private static string Read(ServiceModel service, OperationModel operation)
    {
        var owner = operation is { IsInPages: false, Answer: RecordTypeModel record } ? record.Owner : null;
        var read = $"{(owner is null ? $"{service.InExpression(service.JsonReader)}." : "")}{JsonReaderEmitter.AnswerMethod(service, operation)}";
        return operation is { IsInPages: false, Answer: { IsStruct: true } value } ? $"::GraphApiConnection.Boxed<{value.Name}>({read})" : read;
    }

    private static IEnumerable<string> Options(OperationModel operation)
    {
        if (operation.DeliversMessage)
            yield return "DeliversMessage = true";
        if (operation.Confirmations.Count > 0)
            yield return $"IsConfirmed = {IsConfirmed(operation)}";
        if (operation.OrderProperty is { } receiver)
            yield return $"Receiver = static body => body.{receiver}";
        if (operation.Rates.Count > 0)
            yield return $"Rates = [{string.Join(", ", operation.Rates.Select(Rate))}]";
        if (operation.Customer.Count > 0)
            yield return $"Customer = static body => body.{Way(operation.Customer)}";
        if (operation.Correlation.Count > 0 && operation.EchoedProperty is { } id)
        {
            yield return $"Correlate = static (body, correlation) => {Correlate(operation.Correlation)}";
            yield return $"AnswerOfEcho = static id => new() {{ {id} = id }}";
        }

        if (operation.Windows.Count > 0)
            yield return $"Windows = [{string.Join(", ", operation.Windows.Select(Window))}]";
    }

    private static string Rate(RateModel rate) => $"new({rate.NameLiteral}, {rate.Calls}, {rate.Seconds}{(rate.WhenLiteral is { } when ? $", {when}" : "")})";

    private static string Window(WindowModel window) =>
        $"new({window.NameLiteral}, {window.Hours}, {window.WhenLiteral}, ::RuleSeverity.{window.Severity}, {window.ReasonLiteral})";

    private static string Way(EquatableArray<StepModel> steps) =>
        string.Concat(steps.Select((step, i) => i == steps.Count - 1 ? step.Property : $"{step.Property}{(step.IsRequired ? "." : "?.")}"));

    // A copy with the correlation; null if the member has a value, or has no place.
    private static string Correlate(EquatableArray<StepModel> steps)
    {
        var (last, pattern, copy) = (steps.Count - 1, "null", "correlation");
        for (var i = last; i > 0; i--)
        {
            pattern = $"{{ {steps[i].Property}: {pattern} }} part{i}";
            copy = $"part{i} with {{ {steps[i].Property} = {copy} }}";
        }

        return $"body.{steps[0].Property} is {pattern} ? body with {{ {steps[0].Property} = {copy} }} : null";
    }

    private static string IsConfirmed(OperationModel operation)
    {
        var conditions = operation.Confirmations
            .Select(c => c.BodyProperty is { } property ? $"body.{property} is null || answer.{c.AnswerProperty} is not null" : $"answer.{c.AnswerProperty} is not null")
            .ToList();
        return conditions.Count == 1
            ? $"static (body, answer) => {conditions[0]}"
            : $"static (body, answer) => ({string.Join(") && (", conditions)})";
    }
}
