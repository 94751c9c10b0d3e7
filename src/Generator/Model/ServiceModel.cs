using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>
/// The code to generate for one schema, with every name and type decided. It holds no places in the schema, so that an edit
/// which changes no meaning leaves an equal model behind. Its texts are safe where they go: emitters write them as they are.
/// </summary>
internal sealed record ServiceModel(
    string FileStem,
    string Namespace,
    string Name,
    string Version,
    string? Docs,
    EquatableArray<RecordModel> Records,
    EquatableArray<EnumModel> Enums,
    EquatableArray<OperationModel> Operations,
    EquatableArray<ErrorModel> Errors)
{
    public string Client => $"{Name}Client";

    public string Interface => $"I{Client}";

    public string JsonContext => $"{Name}JsonContext";

    public string JsonWriter => $"{Name}JsonWriter";

    public string JsonReader => $"{Name}JsonReader";

    public string ErrorCodes => $"{Name}Errors";
}

/// <summary>A call of the client.</summary>
/// <param name="Method">The C# method.</param>
/// <param name="Summary">What it does.</param>
/// <param name="PathBeforePage">The path up to the Page's id.</param>
/// <param name="PathAfterPage">The path behind it; null if the path does not name the Page.</param>
/// <param name="Body">The record that is sent.</param>
/// <param name="Answer">The record that is answered.</param>
internal sealed record OperationModel(string Method, string Summary, string PathBeforePage, string? PathAfterPage, string Body, string Answer);

/// <summary>A constant for an error code.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Code">The code.</param>
/// <param name="Summary">What it means, as XML documentation.</param>
/// <param name="MeaningLiteral">What it means, as a C# literal.</param>
/// <param name="Advice">What helps.</param>
internal sealed record ErrorModel(string Name, int Code, string Summary, string MeaningLiteral, string Advice);
