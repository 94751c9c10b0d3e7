namespace PageMessagesGen.Generator.Model;

/// <summary>The generated code for what the server posts.</summary>
/// <param name="Name">The name of the class that reads it.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Objects">The kinds of objects that the events are about.</param>
/// <param name="Events">The events, in the order in which they are looked for.</param>
internal sealed record WebhookModel(string Name, string Summary, EquatableArray<WebhookObjectModel> Objects, EquatableArray<EventModel> Events)
{
    /// <summary>The names of the members that every event has.</summary>
    public static readonly string[] NamesOfEvents = ["CustomerId", "Identity", "Time", "OpensWindow", "Echo"];

    private const string Suffix = "Webhook";

    /// <summary>The class that handles the events by their type.</summary>
    public string Handler => $"{Name}Handler";

    /// <summary>The class with the methods for a host.</summary>
    public string Extensions => $"{Name}Extensions";

    /// <summary>The names of all types that are generated, without those in the schema.</summary>
    public IEnumerable<string> TypeNames => [Name, Handler, Extensions];

    /// <summary>Gets the name of the class for a service.</summary>
    public static string NameFor(string service) => service.EndsWith(Suffix, StringComparison.Ordinal) ? service : service + Suffix;
}

/// <summary>A kind of object that events are about.</summary>
/// <param name="NameLiteral">Its name in JSON, as a C# literal.</param>
/// <param name="PlatformLiteral">Its platform, as a C# literal, or <c>null</c>.</param>
internal sealed record WebhookObjectModel(string NameLiteral, string PlatformLiteral);

/// <summary>An event, and how it is told from others.</summary>
/// <param name="Record">Its record.</param>
/// <param name="Method">The method that handles it.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Remarks">How an app subscribes to it, as XML documentation.</param>
/// <param name="MemberLiteral">The member of JSON that names it, or whose value does, as a C# literal.</param>
/// <param name="ValueLiterals">The values of that member, as C# literals; none if the member itself names it.</param>
/// <param name="FlagLiteral">The Boolean in the member that must be true, as a C# literal, or null.</param>
internal sealed record EventModel(
    string Record, string Method, string Summary, string Remarks, string MemberLiteral, EquatableArray<string> ValueLiterals, string? FlagLiteral);

/// <summary>What an event says of itself, as C# expressions.</summary>
/// <param name="CustomerId">The id of the customer, or null.</param>
/// <param name="Identity">What repeated deliveries have in common, or null.</param>
/// <param name="Time">When it happened, or null.</param>
/// <param name="OpensWindow">Whether it opens the window in which the customer can be answered.</param>
/// <param name="Echo">The message that it confirms, or null.</param>
internal sealed record EventFactsModel(string? CustomerId, string? Identity, string? Time, bool OpensWindow, string? Echo);
