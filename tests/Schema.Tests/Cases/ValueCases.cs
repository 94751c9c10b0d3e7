namespace PageMessagesGen.Schema.Tests.Cases;

/// <summary>Schemas in which a name, a type or a value is wrong.</summary>
internal static class ValueCases
{
    public static IReadOnlyList<BrokenSchema> All { get; } =
    [
        new(
            "A scalar type that is misspelt",
            Parts.WithMembers("name: { type: {|PMG2004:strng|}, max-length: 5 characters, default: a, summary: a }"),
            "There is no type 'strng'. Did you mean 'string'?"),
        new(
            "A type of the schema that is misspelt",
            Parts.WithMembers("name: { type: {|PMG2004:Oder|}, summary: a }\nsize: { type: {|PMG2004:size|}, summary: a }"),
            "There is no type 'Oder'. Did you mean 'Order'?",
            "There is no type 'size'. Names are case-sensitive; write 'Size'."),
        new(
            "An element type that is misspelt",
            Parts.WithMembers("names: { type: {|PMG2004:list<strig>|}, summary: a }"),
            "There is no type 'strig'. Did you mean 'string'?"),
        new(
            "A type without anything like it",
            Parts.WithMembers("name: { type: {|PMG2004:Whatever|}, summary: a }"),
            "There is no type 'Whatever'."),
        new(
            "A list of nothing",
            Parts.WithMembers("names: { type: {|PMG2004:list<>|}, summary: a }"),
            "There is no type ''."),
        new(
            "A list with a blank in its type",
            Parts.WithMembers("names: { type: {|PMG2004:list <string>|}, summary: a }\nsizes: { type: {|PMG2004:list  < Size >|}, summary: a }\nmore: { type: list< string >, summary: a }"),
            "There is no type 'list <string>'. Remove the space: 'list<string>'.",
            "There is no type 'list  < Size >'. Remove the space: 'list<Size>'."),
        new(
            "Types of an operation that do not exist or are not possible",
            Parts.Head + Parts.Types + Parts.Enums + """
            operations:
              order: { request: POST /a, body: {|PMG2004:Ordre|}, returns: {|PMG2004:Szie|} }
              change: { request: POST /b, body: {|PMG2004:Size|}, returns: {|PMG2005:page<Order>|} }
              list: { request: GET /c, returns: {|PMG2004:page<Ordre>|} }
              count: { request: POST /d, body: Order, returns: integer, confirmed-by: { id: {|PMG2005:id|} } }
              forget: { request: DELETE /e, returns: none, delivers-message: {|PMG2005:maybe|} }

            """,
            "There is no type 'Ordre'. Did you mean 'Order'?",
            "There is no type 'Szie'. Did you mean 'Size'?",
            "There is no type 'Size'.",
            "'page<Order>' is not allowed here: only a GET is repeated for the next page.",
            "There is no type 'Ordre'. Did you mean 'Order'?",
            "'id' is not allowed here: the operation returns no object.",
            "'maybe' is not one of true, false."),

        new(
            "A shape of a union with content that is used without the union",
            Parts.Head + """
            operations:
              order: { request: POST /a, body: Order, returns: Order }
              {|PMG2014:list|}: { request: GET /b, returns: page<Picture> }
            types:
              Order: { members: { medium: { type: Medium }, {|PMG2014:cover|}: { type: list<Picture> } } }
              Medium: { discriminator: type, values: Kind, content: payload, cases: { PICTURE: Picture } }
              Picture: { members: { url: { type: string } } }
            enums: { Kind: [PICTURE] }

            """,
            "'Picture' is a shape of 'Medium', whose members are in 'payload'; use 'Medium' instead.",
            "'Picture' is a shape of 'Medium', whose members are in 'payload'; use 'Medium' instead."),
        new(
            "Values of the head that are not possible",
            "schema: {|PMG2005:2|}\nnamespace: {|PMG2005:My-Shop|}\nservice: {|PMG2005:shop|}\nversion: {|PMG2005:26.0|}\nas-of: {|PMG2005:22.11.2026|}\n" + Parts.Operations + Parts.Types,
            "'2' is not one of 1.",
            "'My-Shop' is not a C# namespace.",
            "'shop' is not a name in PascalCase, such as QuickReply.",
            "'26.0' is not a Graph API version such as v26.0.",
            "'22.11.2026' is not a date such as 2026-11-22."),
        new(
            "A day that no calendar has",
            Parts.Whole.Replace("2026-11-22", "{|PMG2005:2026-02-30|}", StringComparison.Ordinal),
            "'2026-02-30' is not a date such as 2026-11-22."),
        new(
            "Requests that are not possible",
            Parts.Head + Parts.Types + """
            operations:
              a: { summary: a, request: {|PMG2005:PUT /a|}, body: Order, returns: Order }
              b: { summary: a, request: {|PMG2005:POST a|}, body: Order, returns: Order }
              c: { summary: a, request: "{|PMG2002:POST /{user_id}/a|}", body: Order, returns: Order }
              d: { summary: a, request: {|PMG2005:POST /a?b=c|}, body: Order, returns: Order }
              e: { summary: a, request: {|PMG2005:/a|}, body: Order, returns: Order }
              f: { summary: a, request: {|PMG2005:post /a|}, body: Order, returns: Order }
              g: { summary: a, request: {|PMG2005:POST|}, body: Order, returns: Order }
              h: { summary: a, request: {|PMG2005:POST /a b|}, body: Order, returns: Order }
              i: { summary: a, request: {|PMG2005:POST  /a|}, body: Order, returns: Order }
              j: { summary: a, request: {|PMG2005:POST https://graph.facebook.com/a|}, body: Order, returns: Order }
              k: { summary: a, request: {|PMG2005:POST /v26.0/a|}, body: Order, returns: Order }
              l: { summary: a, request: {|PMG2005:POST /a/|}, body: Order, returns: Order }
              m: { summary: a, request: {|PMG2005:POST /a//b|}, body: Order, returns: Order }
              n: { summary: a, request: {|PMG2005:"POST /{a/b"|}, body: Order, returns: Order }
              o: { summary: a, request: {|PMG2005:"POST /a}/b"|}, body: Order, returns: Order }
              p: { summary: a, request: {|PMG2005:"POST /{}/b"|}, body: Order, returns: Order }
              q: { summary: a, request: {|PMG2005:"POST /{orderId}/b"|}, body: Order, returns: Order }
              r: { summary: a, request: {|PMG2005:POST /my-orders|}, body: Order, returns: Order }
              s: { summary: a, request: {|PMG2005:SEND /a|}, body: Order, returns: Order }

            """.Replace("\"{|PMG2002:", "{|PMG2002:\"", StringComparison.Ordinal).Replace("|}\"", "\"|}", StringComparison.Ordinal),
            "'PUT /a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The Graph API has no method 'PUT'.",
            "'POST a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The path must begin with '/'.",
            "The path part '{user_id}' needs the key 'parameters: user_id'",
            "'POST /a?b=c' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. List what follows '?' in 'parameters'.",
            "'/a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The method before the path is missing.",
            "'post /a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. Write the method in capitals: 'POST'.",
            "'POST' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The path is missing.",
            "'POST /a b' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The path cannot contain spaces.",
            "'POST  /a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. Write one space between the method and the path, and no others.",
            "'POST https://graph.facebook.com/a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The path is what follows the version in the URL.",
            "'POST /v26.0/a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. Leave out the version, which 'version' sets.",
            "'POST /a/' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The path must not end with '/'.",
            "'POST /a//b' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. Two slashes follow each other.",
            "'POST /{a/b' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The brace in '{a' is not closed.",
            "'POST /a}/b' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The brace in 'a}' is not opened.",
            "'POST /{}/b' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. The braces contain no name.",
            "'POST /{orderId}/b' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. Write '{orderId}' with lowercase letters, digits and underscores, beginning with a letter.",
            "'POST /my-orders' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. Write 'my-orders' with lowercase letters, digits and underscores, beginning with a letter.",
            "'SEND /a' is not a request such as 'POST /{page_id}/messages' with GET, POST or DELETE. 'SEND' is not a method."),
        new(
            "Types in the words of other languages",
            Parts.WithMembers(
                """
                a: { type: {|PMG2004:int|}, summary: a }
                b: { type: {|PMG2004:bool|}, summary: a }
                c: { type: {|PMG2004:long|}, summary: a }
                d: { type: {|PMG2004:float|}, summary: a }
                e: { type: {|PMG2004:DateTime|}, summary: a }
                f: { type: {|PMG2004:instant|}, summary: a }
                g: { type: {|PMG2004:map|}, summary: a }
                h: { type: {|PMG2004:"string[]"|}, summary: a }
                i: { type: {|PMG2004:array|}, summary: a }
                j: { type: {|PMG2004:object|}, summary: a }
                k: { type: {|PMG2004:array<string>|}, summary: a }
                l: { type: {|PMG2004:list<int>|}, summary: a }
                m: { type: {|PMG2004:string?|}, summary: a }
                n: { type: {|PMG2004:url|}, summary: a }
                """),
            "There is no type 'int'. Write 'integer'.",
            "There is no type 'bool'. Write 'boolean'.",
            "There is no type 'long'. Write 'integer'.",
            "There is no type 'float'. Write 'number'.",
            "There is no type 'DateTime'. Names are case-sensitive; write 'datetime'.",
            "There is no type 'instant'. Write 'datetime'.",
            "There is no type 'map'. Write 'map<string>', or another type between the angle brackets.",
            "There is no type 'string[]'. Write 'list<string>'.",
            "There is no type 'array'. Write 'list<string>', or another type between the angle brackets.",
            "There is no type 'object'. Write the name of a type with members from this file, or 'json' for any value.",
            "There is no type 'array<string>'. Write 'list<string>'.",
            "There is no type 'int'. Write 'integer'.",
            "There is no type 'string?'. Write 'string': a member can be absent unless it is 'required'.",
            "There is no type 'url'. Write 'string', and 'format: url'."),
        new(
            "Files where JSON has no place for them",
            Parts.WithMembers(
                """
                a: { type: file, summary: a }
                b: { type: {|PMG2005:list<file>|}, summary: a }
                c: { type: {|PMG2005:map<file>|}, summary: a }
                d: { type: file, required: {|PMG2005:true|}, summary: a }
                e: { type: file, max-length: {|PMG2010:3 bytes|}, summary: a }
                f: { type: file, default: {|PMG2007:menu.jpg|}, summary: a }
                g: { type: {|PMG2004:stream|}, summary: a }
                """),
            "'list<file>' is not allowed here: a file is a member of an object in a request.",
            "'map<file>' is not allowed here: a file is a member of an object in a request.",
            "'true' is not allowed here: a file cannot be read from JSON; write a rule with 'require' instead.",
            "'max-length' cannot be applied to 'e', which is a file",
            "'menu.jpg' cannot be the default of 'f', which is of a type that does not support defaults.",
            "There is no type 'stream'. Write 'file'."),
        new(
            "A comma in a string without quotes, inside braces",
            Parts.WithMembers("a: { type: string, summary: The first, {|PMG2001:not the last.|} }\nb: { type: string, {|PMG2001:sumary|}: a }"),
            "'not the last.' is not a key of the member 'a'. If it belongs to 'summary', write the value of 'summary' in quotes: inside braces, a comma ends it.",
            "'sumary' is not a key of the member 'b'. Did you mean 'summary'?"),
        new(
            "Names that are not possible",
            Parts.Head + """
            operations:
              order: { summary: a, request: POST /a, body: Order, returns: Order }
              {|PMG2005:or-der|}: { summary: a, request: POST /a, body: Order, returns: Order }
            types:
              Order:
                summary: An order.
                members:
                  id: { type: string, summary: a }
                  {|PMG2005:' a'|}: { type: string, summary: a }
                  {|PMG2005:''|}: { type: string, summary: a }
              {|PMG2005:quick_reply|}: { summary: a, members: { id: { type: string, summary: a } } }
            enums:
              {|PMG2005:size|}: { summary: a, members: { A: { summary: a } } }
              Color: { summary: a, members: { {|PMG2005:'GRÜN '|}: { summary: a } } }
            errors:
              {|PMG2005:x100|}: { name: Invalid, recovery: wait, summary: a }
              200: { name: {|PMG2005:not_allowed|}, recovery: wait, summary: a }
              {|PMG2005:-1|}: { name: Other, recovery: wait, summary: a }
              {|PMG2005:99999999999|}: { name: Huge, recovery: wait, summary: a }

            """,
            "'or-der' is not a name of letters, digits and underscores.",
            "' a' is not a name of at most 200 characters, without control characters and without leading or trailing spaces.",
            "'' is not a name of at most 200 characters, without control characters and without leading or trailing spaces.",
            "'quick_reply' is not a name in PascalCase, such as QuickReply.",
            "'size' is not a name in PascalCase, such as QuickReply.",
            "'GRÜN ' is not a name of at most 200 characters, without control characters and without leading or trailing spaces.",
            "'x100' is not an error code such as 100, or a code and a subcode such as 100/2018001.",
            "'not_allowed' is not a name in PascalCase, such as QuickReply.",
            "'-1' is not an error code such as 100, or a code and a subcode such as 100/2018001.",
            "'99999999999' is not an error code such as 100, or a code and a subcode such as 100/2018001."),
        new(
            "Names with a line break behind them",
            Parts.Head.Replace("service: Shop", "service: {|PMG2005:\"Shop\\n\"|}", StringComparison.Ordinal) + Parts.Operations + Parts.Types + "      {|PMG2005:\"name\\n\"|}: { type: string, summary: a }\n",
            "'Shop\n' is not a name in PascalCase, such as QuickReply.",
            "'name\n' is not a name of at most 200 characters, without control characters and without leading or trailing spaces."),
        new(
            "Answers of members",
            Parts.WithMembers(
                """
                a: { type: string, summary: a, required: true, answer: {|PMG2005:7|} }
                b: { type: string, summary: a, required: true, answer: {|PMG2005:none|} }
                c: { type: list<list<integer>>, summary: a, min: {|PMG2010:1|} }
                """),
            "'7' is not an error of this schema.",
            "'none' is not an error code such as 100, or a code and a subcode such as 100/2018001.",
            "'min' cannot be applied to 'c', which is a list of lists"),
        new(
            "An answer of an optional member",
            Parts.WithMembers("a: { type: string, summary: a, answer: {|PMG2005:7|} }"),
            "'7' is not allowed here: only a required member has an answer for its absence."),
        new(
            "Words that a key does not know",
            Parts.WithMembers(
                """
                a: { type: string, summary: a, required: {|PMG2005:yes|} }
                b: { type: string, summary: a, emoji: {|PMG2005:True|}, undocumented: {|PMG2003:|}}
                c: { type: string, summary: a, format: {|PMG2005:digit|} }
                d: { type: integer, summary: a, format: {|PMG2010:digits|} }
                """),
            "'yes' is not one of true, false.",
            "'True' is not one of true, false. Did you mean 'true'?",
            "'undocumented' must be a string, but it is empty",
            "'digit' is not one of digits, url, https-url, facebook-url, host, currency, phone-number, word, no-blanks, no-links. Did you mean 'digits'?",
            "'format' cannot be applied to 'd', which is a number"),
        new(
            "Lists and maps that are nested too deeply",
            Parts.WithMembers("a: { type: list<map<list<list<string>>>>, summary: a }\nb: { type: {|PMG2005:map<list<map<list<list<string>>>>>|}, summary: a }"),
            "'map<list<map<list<list<string>>>>>' is not a type with at most 4 lists or maps around it."),
        new(
            "Words of enums and errors that a key does not know",
            Parts.Whole + "  200: { name: Other, recovery: {|PMG2005:retry|}, summary: a }\n" + "# end\n",
            "'retry' is not one of request, token, permission, recipient, wait, throttle, window."),
        new(
            "A casing that is not known",
            Parts.WithEnums("Color: { summary: a, wire-case: {|PMG2005:upper|}, members: { RED: { summary: a } } }"),
            "'upper' is not one of lower, as-written."),

        .. new[] { "System", "System.Text.Json", "PageMessagesGen.Generated" }.Select(name => new BrokenSchema(
            $"The namespace {name}, which generated code uses",
            Parts.Head.Replace("namespace: Shop", $"namespace: {{|PMG2005:{name}|}}", StringComparison.Ordinal) + Parts.Operations + Parts.Types,
            $"'{name}' is not possible here: generated code uses the namespaces System and PageMessagesGen.")),
        new(
            "A type and an enum of one name",
            Parts.WithTypes("{|PMG2006:Size|}: { summary: a, members: { id: { type: string, summary: a } } }")
                .Replace("  Size:\n", "  {|PMG2006:Size|}:\n", StringComparison.Ordinal)
                .Replace("  {|PMG2006:Size|}: {", "  Size: {", StringComparison.Ordinal)
                .Replace("type: Size", "type: string", StringComparison.Ordinal),
            "The type 'Size' conflicts with 'Size' in line 26: types and enums cannot have the same name."),
        new(
            "Two types whose names differ in case only",
            Parts.WithTypes("{|PMG2006:ORDER|}: { summary: a, members: { id: { type: string, summary: a } } }"),
            "The type 'ORDER' conflicts with 'Order' in line 22: the names differ only in case."),
        new(
            "Two enum members that are one on the wire",
            Parts.WithEnums("Color:\n  summary: a\n  members:\n    RED: { summary: a }\n    {|PMG2006:ROSE|}: { wire: red, summary: a }"),
            "The enum member 'ROSE' conflicts with 'RED' in line 29: both are 'red' on the wire."),
        new(
            "Two errors of one name with different meanings",
            Parts.WithErrors("{|PMG2006:200|}: { name: InvalidParameter, recovery: wait, summary: a }"),
            "The error 'InvalidParameter' conflicts with '100' in line 25: errors with one name differ in their code only."),
        new(
            "One error code, written twice",
            Parts.WithErrors("{|PMG2006:0100|}: { name: Another, recovery: wait, summary: a }"),
            "The error 'Another' conflicts with '100' in line 25: both have the same code."),

        new(
            "Defaults that are not possible",
            Parts.WithMembers(
                """
                a: { type: Size, summary: a, default: {|PMG2007:SMAL|} }
                b: { type: Size, summary: a, default: {|PMG2007:small|} }
                c: { type: boolean, summary: a, default: {|PMG2007:yes|} }
                d: { type: integer, summary: a, default: {|PMG2007:1.5|} }
                e: { type: Order, summary: a, default: {|PMG2007:x|} }
                f: { type: list<string>, summary: a, default: {|PMG2007:x|} }
                g: { type: json, summary: a, default: {|PMG2007:x|} }
                h: { type: integer, summary: a, default: {|PMG2007:"1\n"|} }
                """),
            "'SMAL' cannot be the default of 'a', which is a Size. Did you mean 'SMALL'?",
            "'small' cannot be the default of 'b', which is a Size. Did you mean 'SMALL'?",
            "'yes' cannot be the default of 'c', which is a boolean.",
            "'1.5' cannot be the default of 'd', which is an integer.",
            "'x' cannot be the default of 'e', which is of a type that does not support defaults.",
            "'x' cannot be the default of 'f', which is of a type that does not support defaults.",
            "'x' cannot be the default of 'g', which is of a type that does not support defaults.",
            "'1\n' cannot be the default of 'h', which is an integer."),
    ];
}
