namespace PageMessagesGen.Schema.Tests.Cases;

/// <summary>Schemas whose events have mistakes.</summary>
internal static class WebhookCases
{
    private const string Types =
        """
        types:
          Party: { summary: a, members: { id: { type: string, summary: a }, names: { type: list<string>, summary: a } } }
          Note: { summary: a, members: { mid: { type: string, summary: a }, is_echo: { type: boolean, summary: a }, is_deleted: { type: boolean }, is_hidden: { type: boolean }, note: { type: json, summary: a }, from: { type: Party, summary: a } } }

        """;

    public static IReadOnlyList<BrokenSchema> All { get; } =
    [
        new(
            "Webhooks that lack everything",
            Parts.Head + "{|PMG2002:{|PMG2002:webhooks|}|}: { summary: a }\n" + Parts.Types,
            "The section 'webhooks' needs the key 'events'",
            "The section 'webhooks' needs the key 'objects'"),
        new(
            "Events with unknown keys and words",
            With(
                """
                NoteEvent: { field: notes, member: note, type: Note, {|PMG2001:flags|}: is_echo, in: {|PMG2005:message|} }
                OddEvent: { field: odd, member: odd, type: {|PMG2004:Nota|}, {|PMG2001:opens-windows|}: true }
                ChangeEvent: { field: changed, in: changes, type: Note, {|PMG2001:member|}: value }
                """),
            "'flags' is not a key of the event 'NoteEvent'. Did you mean 'flag'?",
            "'message' is not one of messaging, changes.",
            "There is no type 'Nota'. Did you mean 'Note'?",
            "'opens-windows' is not a key of the event 'OddEvent'. Did you mean 'opens-window'?",
            "'member' is not a key of the event 'ChangeEvent'."),
        new(
            "Events that lack what names them",
            With(
                """
                {|PMG2002:NoteEvent|}: { field: notes, type: Note }
                {|PMG2002:OtherEvent|}: { member: other, type: Note }
                {|PMG2002:ThirdEvent|}: { field: third, member: third }
                """),
            "The event 'NoteEvent' needs the key 'member'",
            "The event 'OtherEvent' needs the key 'field'",
            "The event 'ThirdEvent' needs the key 'type'"),
        new(
            "Events that cannot be told apart",
            With(
                """
                NoteEvent: { field: notes, member: note, type: Note }
                EchoEvent: { field: echoes, member: note, flag: is_echo, type: Note }
                {|PMG2014:SecondEvent|}: { field: notes, member: note, type: Note }
                {|PMG2014:SecondEchoEvent|}: { field: echoes, member: note, flag: is_echo, type: Note }
                DeletedEvent: { field: deleted, member: note, flag: is_deleted, type: Note }
                {|PMG2014:HiddenEvent|}: { field: hidden, member: note, flag: is_hidden, type: Note }
                {|PMG2014:SenderEvent|}: { field: senders, member: sender, type: Note }
                FirstChange: { field: [a, b], in: changes, type: Note }
                {|PMG2014:SecondChange|}: { field: b, in: changes, type: Note }
                {|PMG2014:FieldEvent|}: { field: names, member: field, type: string }
                """),
            "'SecondEvent' cannot be told from 'NoteEvent': they have the same member and flag.",
            "'SecondEchoEvent' cannot be told from 'EchoEvent': they have the same member and flag.",
            "'HiddenEvent' cannot have a flag: 2 other events with the member 'note' have one.",
            "'SenderEvent' cannot be named by 'sender', which each event has.",
            "'SecondChange' cannot be told from 'FirstChange': they have the same field.",
            "'FieldEvent' cannot be named by 'field', which names changes."),
        new(
            "Paths that lead nowhere",
            With(
                """
                NoteEvent: { field: notes, member: note, type: Note, customer: {|PMG2011:note.form.id|}, identity: [note.mid, {|PMG2011:note.id|}], flag: {|PMG2011:is_ecko|} }
                SenderEvent: { field: senders, member: party, type: Party, customer: {|PMG2005:party|}, identity: {|PMG2005:party.names|}, flag: {|PMG2005:id|} }
                TextEvent: { field: texts, member: text, type: string, flag: {|PMG2005:is_echo|}, echo: { correlation: {|PMG2011:text.id|}, id: text } }
                OpenEvent: { field: open, member: open, type: Note, customer: {|PMG2005:open.note.id|}, identity: {|PMG2005:open.note|} }
                """),
            "There is no member 'form' in 'Note'. Did you mean 'from'?",
            "There is no member 'id' in 'Note'. Did you mean 'mid'?",
            "There is no member 'is_ecko' in 'Note'. Did you mean 'is_echo'?",
            "'party' is not a path through objects to a string.",
            "'party.names' is not a path through objects to a string, an integer, a timestamp or an enum.",
            "'id' is not a boolean.",
            "'is_echo' is not allowed here: 'text' is no object.",
            "There is no member 'id' in 'a value without members'.",
            "'open.note.id' is not a path through objects to a string.",
            "'open.note' is not a path through objects to a string, an integer, a timestamp or an enum."),
        new(
            "Objects with unknown platforms",
            Parts.Head + "platforms: [messenger]\nwebhooks: { objects: { page: {|PMG2005:mesenger|}, user: {|PMG2003:[messenger]|} }, events: { NoteEvent: { field: notes, member: note, type: Note } } }\n" + Types,
            "'mesenger' is not a platform of this schema. Did you mean 'messenger'?",
            "'user' must be the name of a platform, but it is a list"),
        new(
            "An event with the name of a type",
            With("{|PMG2006:Note|}: { field: notes, member: note, type: Note }"),
            "The type 'Note' conflicts with 'Note' in line 13: types and enums cannot have the same name."),
    ];

    private static string With(string events) =>
        Parts.Head + "webhooks:\n  objects: { page: }\n  members: { sender: { type: Party } }\n  events:\n" + string.Concat(events.Split('\n').Select(line => $"    {line}\n")) + Types;
}
