using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the whole document: YAML nodes → model.</summary>
internal sealed class DocumentReader(DiagnosticBag diagnostics)
{
    private const RegexOptions Strict = RegexOptions.CultureInvariant | RegexOptions.ECMAScript;

    private static readonly Regex DottedName = new(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\z", Strict);
    private static readonly Regex GraphVersion = new(@"^v[0-9]{1,3}\.[0-9]{1,3}\z", Strict);

    public SchemaDocument? Read(YamlNode root)
    {
        var document = new MappingReader(root, "the schema", TextRange.FileStart, diagnostics);
        _ = document.RequiredChoice("schema", 1, ("1", 1));
        var @namespace = document.RequiredText("namespace").Matching(DottedName, "a C# namespace", diagnostics);
        var service = document.RequiredText("service").AsTypeName(diagnostics);
        var version = document.RequiredText("version").Matching(GraphVersion, "a Graph API version such as v26.0", diagnostics);
        _ = document.RequiredText("as-of").AsDate(diagnostics);
        var docs = document.Text("docs")?.Value;

        var operations = document.RequiredEntries("operations").ToList();
        var types = document.RequiredEntries("types").ToList();
        var enums = document.Entries("enums").ToList();
        var names = new DeclaredNames(types, enums, diagnostics);
        var typeReader = new TypeReader(names, diagnostics);
        var enumReader = new EnumReader(diagnostics);
        var operationReader = new OperationReader(names, diagnostics);
        var errorReader = new ErrorReader(diagnostics);

        var model = new SchemaDocument(
            @namespace ?? "PageMessages",
            service ?? "Schema",
            version ?? "v0.0",
            docs,
            operations.Select(operationReader.Read).OfType<Operation>().ToEquatableArray(),
            names.Types.Select(typeReader.Read).OfType<ObjectType>().ToEquatableArray(),
            names.Enums.Select(enumReader.Read).OfType<EnumType>().ToEquatableArray(),
            document.Entries("errors").Select(errorReader.Read).OfType<ErrorCode>().ToEquatableArray(),
            root.Range);
        document.Finish();

        // Without these three nothing can be named; the diagnostics say what is missing.
        return @namespace is null || service is null || version is null ? null : model;
    }
}
