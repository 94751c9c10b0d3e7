using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>A call of the client.</summary>
/// <param name="NameLiteral">Its name in the schema, as a C# literal.</param>
/// <param name="Method">The C# method.</param>
/// <param name="Summary">What it does.</param>
/// <param name="CallField">The field for what all calls have in common.</param>
/// <param name="AddressField">The field for the URL, if it is the same for all calls.</param>
/// <param name="Verb">The HTTP method, as <c>HttpMethod</c> names it.</param>
/// <param name="PathExpression">The C# expression for the path.</param>
/// <param name="Parameters">The arguments beside the body, those that must be given first.</param>
/// <param name="Body">The record that is sent, or null.</param>
/// <param name="DeliversMessage">Whether it delivers a message.</param>
/// <param name="Answer">What is answered; null for nothing.</param>
/// <param name="IsInPages">Whether the answer is the type of the elements of a list that is answered in pages.</param>
/// <param name="Confirmations">What an answer has if the request was accepted.</param>
internal sealed record OperationModel(
    string NameLiteral,
    string Method,
    string Summary,
    string CallField,
    string AddressField,
    string Verb,
    string PathExpression,
    EquatableArray<ParameterModel> Parameters,
    RecordTypeModel? Body,
    bool DeliversMessage,
    TypeModel? Answer,
    bool IsInPages,
    EquatableArray<ConfirmationModel> Confirmations)
{
    /// <summary>Whether its path contains the id of the Page.</summary>
    public bool HasPage { get; init; }

    /// <summary>The property of the body that names the receiver, if calls to one keep their order.</summary>
    public string? OrderProperty { get; init; }

    /// <summary>How often calls may be made for a Page.</summary>
    public EquatableArray<RateModel> Rates { get; init; }

    /// <summary>The properties that lead to the id of the customer; none if the body has none.</summary>
    public EquatableArray<StepModel> Customer { get; init; }

    /// <summary>The properties that lead to what the server returns in the echo of a message; none if it returns nothing of the body.</summary>
    public EquatableArray<StepModel> Correlation { get; init; }

    /// <summary>The property of the answer with the id of the message, which its echo has as well.</summary>
    public string? EchoedProperty { get; init; }

    /// <summary>The times in which a customer can be written to.</summary>
    public EquatableArray<WindowModel> Windows { get; init; }

    /// <summary>The method that sends many requests, if there is one.</summary>
    public string? AllMethod { get; init; }

    /// <summary>Whether the arguments beside the body can violate the schema.</summary>
    public bool IsValidated => Parameters.Any(p => p.Member.Limits.Count > 0 || p.Member.Availability != Availability.Everywhere || p.Type.Leaf is RecordTypeModel);

    /// <summary>The method of the validator that validates the arguments beside the body.</summary>
    public string Validation => $"Validate_{Method}";

    /// <summary>The field of the validator that describes the arguments beside the body.</summary>
    public string Description => $"_parametersOf_{Method}";
}

/// <summary>How often calls may be made for a Page.</summary>
/// <param name="NameLiteral">Its name, as a C# literal.</param>
/// <param name="Calls">The number of calls.</param>
/// <param name="Seconds">The time in which they may be made.</param>
/// <param name="WhenLiteral">The conditions under which a call counts, as a C# literal; null if each one does.</param>
internal sealed record RateModel(string NameLiteral, int Calls, int Seconds, string? WhenLiteral);

/// <summary>A property on the way to another one.</summary>
/// <param name="Property">Its name.</param>
/// <param name="IsRequired">Whether it is never null.</param>
internal sealed record StepModel(string Property, bool IsRequired);

/// <summary>The time after a customer's last action in which a message of a kind can be sent.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="NameLiteral">Its name, as a C# literal.</param>
/// <param name="Summary">What it is, as XML documentation.</param>
/// <param name="Hours">Its length.</param>
/// <param name="WhenLiteral">The conditions under which a message is of the kind, as a C# literal.</param>
/// <param name="Severity">How bad it is to send one later.</param>
/// <param name="ReasonLiteral">Why it is bad, as a C# literal.</param>
internal sealed record WindowModel(string Name, string NameLiteral, string Summary, int Hours, string WhenLiteral, RuleSeverity Severity, string ReasonLiteral);

/// <summary>A property that an answer has if the request was accepted.</summary>
/// <param name="BodyProperty">The property of the body for which this holds; null if it holds for every body.</param>
/// <param name="AnswerProperty">The property of the answer.</param>
internal sealed record ConfirmationModel(string? BodyProperty, string AnswerProperty);

/// <summary>An argument of a call.</summary>
/// <param name="Member">What it is. Its name is that of the argument.</param>
/// <param name="QueryName">Its name in the query, as a C# literal; null if it is a part of the path.</param>
/// <param name="Style">How it is written in the query.</param>
internal sealed record ParameterModel(MemberModel Member, string? QueryName, ParameterStyle Style)
{
    public string Name => Member.Name;

    public TypeModel Type => Member.Type;

    public bool IsRequired => Member.IsRequired;

    /// <summary>The method of the writer for an argument that is written as JSON.</summary>
    /// <param name="operation">The operation.</param>
    public string Writer(OperationModel operation) => $"Write_{operation.Method}_{Name.TrimStart('@')}";
}
