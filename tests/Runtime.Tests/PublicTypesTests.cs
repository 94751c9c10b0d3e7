using System.ComponentModel;
using System.Reflection;

namespace PageMessagesGen.Runtime.Tests;

/// <summary>What exists only for generated code is in one namespace, and hidden from IntelliSense.</summary>
public sealed class PublicTypesTests
{
    private static readonly Type[] Types = typeof(GraphApiOptions).Assembly.GetExportedTypes();

    [Fact]
    public void Types_for_people_are_few() => Assert.Equal(
        [
            "CallRate", "ErrorRecovery", "GraphApiCanceledException", "GraphApiError", "GraphApiException", "GraphApiOptions", "GraphErrorCode", "GraphFile", "IReceivedEvents",
            "IWebhookEvent", "IWebhookObserver", "IntegerOrString", "MessagingWindow", "RawJson", "ReceivedEvent`1", "RuleSeverity", "RuleViolation", "SendEcho", "SendOutcome", "SendResult`2", "Timestamp",
            "ValidationMode", "WebhookContext", "WebhookFormatException", "WebhookSignature", "WireEnums",
        ],
        Types.Where(type => type.Namespace != "PageMessagesGen.Generated").Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Types_for_generated_code_are_hidden() => Assert.All(
        Types.Where(type => type.Namespace == "PageMessagesGen.Generated"),
        type => Assert.Equal(EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
}
