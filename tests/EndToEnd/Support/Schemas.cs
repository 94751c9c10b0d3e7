namespace PageMessagesGen.EndToEnd.Support;

/// <summary>Schemas of users.</summary>
internal static class Schemas
{
    /// <summary>A small schema in a namespace of its own.</summary>
    /// <param name="name">The namespace and the service.</param>
    /// <param name="members">The members of its type <c>Note</c>, with their blanks.</param>
    public static string Of(string name, string members = "      text: { type: string, required: true, summary: The text. }") => $$"""
        schema: 1
        namespace: {{name}}
        service: {{name}}
        version: v26.0
        as-of: 2026-11-22
        docs: https://docs.example.com/notes

        operations:
          write:
            summary: Writes a note.
            request: POST /{page_id}/notes
            body: Note
            returns: Receipt

        types:
          Note:
            summary: A note.
            members:
        {{members}}
          Receipt:
            summary: What is answered.
            members:
              id: { type: string, summary: The id of the note. }
        """.ReplaceLineEndings("\n");
}
