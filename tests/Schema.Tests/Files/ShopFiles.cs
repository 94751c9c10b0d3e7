namespace PageMessagesGen.Schema.Tests.Files;

/// <summary>A schema, and files that it uses or that extend it.</summary>
internal static class ShopFiles
{
    public const string Shop = "shop.endpoint.yaml";
    public const string More = "more.endpoint.yaml";
    public const string Media = "media.endpoint.yaml";

    /// <summary>What a file that extends the schema begins with.</summary>
    public const string Head = "extends: shop.endpoint.yaml\n";

    /// <summary>A file of types for others.</summary>
    public const string MediaText = """
        schema: 1
        namespace: Media
        service: Media
        version: v26.0
        as-of: 2026-11-22
        types:
          Image:
            summary: An image.
            members:
              url: { type: string, required: true, summary: Where it is. }
              kind: { type: ImageKind, summary: Its kind. }
            rules:
              drawings-are-secure:
                when: { kind: DRAWING }
                limit: { url: { format: https-url } }
                severity: error
                because: Drawings are secret.
        enums:
          ImageKind:
            summary: Kinds.
            members: { PHOTO: { summary: A photo. }, DRAWING: { summary: A drawing. } }
        """;

    /// <summary>Gets a schema that uses that file.</summary>
    public static string ShopText { get; } = Using("media.endpoint.yaml", "picture: { type: Image, summary: A picture. }\n      kinds: { type: list<ImageKind>, summary: Kinds. }");

    /// <summary>Writes a schema that uses files, in whose one type stand further members.</summary>
    public static string Using(string uses, string members) => $"uses: {uses}\n" + Parts.WithMembers(members.Replace("\n      ", "\n", StringComparison.Ordinal));
}
