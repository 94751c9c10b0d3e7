namespace PageMessagesGen.Schema.Tests;

/// <summary>Sound parts from which tests put schemas together; together they are a whole one.</summary>
internal static class Parts
{
    public const string Head =
        """
        schema: 1
        namespace: Shop
        service: Shop
        version: v26.0
        as-of: 2026-11-22

        """;

    public const string Operations =
        """
        operations:
          order:
            summary: Orders something.
            request: POST /{page_id}/orders
            body: Order
            returns: Order

        """;

    /// <summary>Operations that use the enum as well.</summary>
    public const string OperationsWithSize = Operations + "    parameters: { size: { type: Size, summary: How big. } }\n";

    public const string Types =
        """
        types:
          Order:
            summary: An order.
            members:
              id: { type: string, summary: The id. }

        """;

    public const string Enums =
        """
        enums:
          Size:
            summary: How big it is.
            members:
              SMALL: { summary: Small. }
              LARGE: { summary: Large. }

        """;

    public const string Errors =
        """
        errors:
          100: { name: InvalidParameter, recovery: request, summary: A parameter is invalid. }

        """;

    public const string Whole = Head + OperationsWithSize + Types + Enums + Errors;

    /// <summary>A whole schema, in whose one type stand further members.</summary>
    public static string WithMembers(string members) => Head + OperationsWithSize + Enums + Errors + Types + Indent(members, 6);

    /// <summary>A whole schema with further enums.</summary>
    public static string WithEnums(string enums) => Head + OperationsWithSize + Types + Errors + Enums + Indent(enums, 2);

    /// <summary>A whole schema with further errors.</summary>
    public static string WithErrors(string errors) => Head + OperationsWithSize + Types + Enums + Errors + Indent(errors, 2);

    /// <summary>A whole schema with further types.</summary>
    public static string WithTypes(string types) => Head + OperationsWithSize + Enums + Errors + Types + Indent(types, 2);

    private static string Indent(string text, int width) =>
        string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "\n" : new string(' ', width) + line + "\n"));
}
