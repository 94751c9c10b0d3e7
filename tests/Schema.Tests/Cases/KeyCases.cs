namespace PageMessagesGen.Schema.Tests.Cases;

/// <summary>Schemas whose mappings have a key too many, a key too few, or a value of the wrong shape.</summary>
internal static class KeyCases
{
    public static IReadOnlyList<BrokenSchema> All { get; } =
    [
        new(
            "Unknown keys at each level",
            """
            schema: 1
            namespace: Shop
            service: Shop
            version: v26.0
            as-of: 2026-11-22
            {|PMG2001:type|}: Order
            operations:
              order: { {|PMG2001:sumary|}: a, summary: a, request: POST /a, body: Order, returns: Order }
            types:
              Order:
                summary: An order.
                {|PMG2001:member|}: {}
                members:
                  id: { type: string, {|PMG2001:requird|}: true, summary: The id. }
            enums:
              Size:
                summary: How big it is.
                {|PMG2001:wirecase|}: lower
                members:
                  SMALL: { summary: Small., {|PMG2001:Wire|}: S }
            errors:
              100: { name: Invalid, recovery: wait, summary: a, {|PMG2001:zzzzzzzzz|}: b }

            """,
            "'type' is not a key of the schema. Did you mean 'types'?",
            "'sumary' is not a key of the operation 'order'. Did you mean 'summary'?",
            "'member' is not a key of the type 'Order'. Did you mean 'members'?",
            "'requird' is not a key of the member 'id'. Did you mean 'required'?",
            "'wirecase' is not a key of the enum 'Size'. Did you mean 'wire-case'?",
            "'Wire' is not a key of the enum member 'SMALL'. Did you mean 'wire'?",
            "'zzzzzzzzz' is not a key of the error '100'."),
        new(
            "A merge key",
            Parts.Whole + "{|PMG2001:<<|}: Order\n",
            "'<<' is not a key of the schema."),

        new(
            "A schema that lacks everything",
            "{|PMG2002:|}{|PMG2002:|}{|PMG2002:|}{|PMG2002:|}{|PMG2002:|}schema: 1\n",
            "The schema needs the key 'namespace'",
            "The schema needs the key 'service'",
            "The schema needs the key 'version'",
            "The schema needs the key 'as-of'",
            "The schema needs the key 'types'"),
        new(
            "A schema that does not say it is one",
            Parts.Whole.Replace("schema: 1", "{|PMG2002:|}", StringComparison.Ordinal),
            "The schema needs the key 'schema'"),
        new(
            "An operation that lacks everything",
            Parts.Head + Parts.Types + "operations:\n  {|PMG2002:{|PMG2002:order|}|}: {}\n",
            "The operation 'order' needs the key 'request'",
            "The operation 'order' needs the key 'returns'"),
        new(
            "A type and a member that lack everything",
            Parts.Head + Parts.Operations + "types:\n  Order: { summary: a, members: { {|PMG2002:id|}: {} } }\n  {|PMG2002:Other|}: {}\n",
            "The member 'id' needs the key 'type'",
            "The type 'Other' needs the key 'members'"),
        new(
            "Enums and members that lack everything",
            Parts.WithEnums("{|PMG2002:Color|}: {}\nShape:\n  members:\n    ROUND: {}\nFlavor: {|PMG2002:[]|}\nTaste: [{|PMG2003:[a]|}, sweet]"),
            "The enum 'Color' needs the key 'members'",
            "The enum 'Flavor' needs the key 'members'",
            "A value of an enum must be a string, but it is a list"),
        new(
            "An error that lacks everything",
            Parts.WithErrors("{|PMG2002:{|PMG2002:{|PMG2002:200|}|}|}: {}"),
            "The error '200' needs the key 'name'",
            "The error '200' needs the key 'summary'",
            "The error '200' needs the key 'recovery'"),
        new(
            "A key that says nothing",
            Parts.WithMembers("name:\n  type: string\n  summary:{|PMG2002:|}"),
            "The member 'name' needs the key 'summary'"),
        new(
            "A mapping that has to have an entry",
            Parts.Head + Parts.Operations.Replace(": Order\n", ": {|PMG2004:Order|}\n", StringComparison.Ordinal) + "types: {|PMG2003:{}|}\n",
            "There is no type 'Order'.",
            "There is no type 'Order'.",
            "'types' must be a mapping with an entry, but it is empty"),

        new("A schema that is a list", "{|PMG2003:- schema|}\n", "The schema must be a mapping, but it is a list"),
        new("A schema that is text", "{|PMG2003:schema|}\n", "The schema must be a mapping, but it is a string"),
        new(
            "Texts where mappings belong",
            """
            schema: 1
            namespace: Shop
            service: Shop
            version: v26.0
            as-of: 2026-11-22
            operations:
              order: { summary: a, request: POST /a, body: Order, returns: Order }
              cancel: {|PMG2003:text|}
            types:
              Order:
                summary: An order.
                members:
                  id: { type: string, summary: The id. }
                  name: {|PMG2003:string|}
                  size:{|PMG2003:|}
              Other: {|PMG2003:[a]|}
            enums: {|PMG2003:text|}
            errors: {|PMG2003:[]|}

            """,
            "The operation 'cancel' must be a mapping, but it is a string",
            "The member 'name' must be a mapping, but it is a string",
            "The member 'size' must be a mapping, but it is empty",
            "The type 'Other' must be a mapping, but it is a list",
            "'enums' must be a mapping, but it is a string",
            "'errors' must be a mapping, but it is a list"),
        new(
            "Lists and mappings where texts belong",
            Parts.WithMembers("name:\n  type: {|PMG2003:[string]|}\n  summary: {|PMG2003:{ en: The name. }|}\n  required:\n    {|PMG2003:- true|}\n\n  # Nothing of this is part of the list.\n\nsize: { type: Size, summary: The size. }"),
            "'type' must be a string, but it is a list",
            "'summary' must be a string, but it is a mapping",
            "'required' must be a string, but it is a list"),
    ];
}
