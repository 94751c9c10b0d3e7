namespace PageMessagesGen.Schema.Diagnostics;

/// <summary>
/// The catalogue of mistakes in a schema: PMG1nnn for a file that is not readable YAML or beyond the limits, PMG2nnn for a
/// schema that says something wrong, PMG9nnn for a fault of our own.
/// </summary>
internal static class SchemaDiagnosticDescriptors
{
    /// <summary>The file is not YAML.</summary>
    public static SchemaDiagnosticDescriptor YamlSyntax { get; } = new(
        "PMG1001", "The schema is not readable YAML", "The YAML cannot be read: {0}");

    /// <summary>The file is larger than a schema may be.</summary>
    public static SchemaDiagnosticDescriptor FileTooLarge { get; } = new(
        "PMG1002", "The schema is too large", "A schema file may have at most {0}; split it into several files");

    /// <summary>A key stands twice in one mapping.</summary>
    public static SchemaDiagnosticDescriptor DuplicateKey { get; } = new(
        "PMG1003", "A key is duplicated", "Duplicate key '{0}' in this mapping; it is first used in line {1}");

    /// <summary>The file uses a part of YAML that the schema language leaves out.</summary>
    public static SchemaDiagnosticDescriptor UnsupportedYaml { get; } = new(
        "PMG1004", "Unsupported YAML", "{0} is not allowed in a schema. {1}");

    /// <summary>The file holds nothing.</summary>
    public static SchemaDiagnosticDescriptor EmptyFile { get; } = new(
        "PMG1005", "The schema is empty", "The schema file is empty; it must begin with 'schema: 1'");

    /// <summary>A key that the schema language does not know.</summary>
    public static SchemaDiagnosticDescriptor UnknownKey { get; } = new(
        "PMG2001", "Unknown key", "'{0}' is not a key of {1}.{2}");

    /// <summary>A key that has to be there is missing.</summary>
    public static SchemaDiagnosticDescriptor MissingKey { get; } = new(
        "PMG2002", "A key is missing", "{0} needs the key '{1}'");

    /// <summary>A mapping, a list or a text stands where another one belongs.</summary>
    public static SchemaDiagnosticDescriptor WrongShape { get; } = new(
        "PMG2003", "Wrong kind of value", "{0} must be {1}, but it is {2}");

    /// <summary>A type that the schema does not define.</summary>
    public static SchemaDiagnosticDescriptor UnknownType { get; } = new(
        "PMG2004", "Unknown type", "There is no type '{0}'.{1}");

    /// <summary>A value that its key does not accept.</summary>
    public static SchemaDiagnosticDescriptor InvalidValue { get; } = new(
        "PMG2005", "Invalid value", "'{0}' is not {1}.{2}");

    /// <summary>Two things have one name.</summary>
    public static SchemaDiagnosticDescriptor DuplicateName { get; } = new(
        "PMG2006", "A name is used twice", "{0} '{1}' conflicts with '{2}' in {3}: {4}");

    /// <summary>A default that is not one of the values.</summary>
    public static SchemaDiagnosticDescriptor InvalidDefault { get; } = new(
        "PMG2007", "Invalid default value", "'{0}' cannot be the default of '{1}', which is {2}.{3}");

    /// <summary>A name that the generated code needs for itself.</summary>
    public static SchemaDiagnosticDescriptor ReservedName { get; } = new(
        "PMG2008", "Reserved name", "{0} '{1}' would be '{2}' in C#, which is reserved for the generated code; {3}");

    /// <summary>Limits that nothing can keep.</summary>
    public static SchemaDiagnosticDescriptor ImpossibleLimit { get; } = new(
        "PMG2009", "An impossible limit", "The limit '{0}' cannot be met: {1}");

    /// <summary>A limit of another type.</summary>
    public static SchemaDiagnosticDescriptor LimitOnWrongType { get; } = new(
        "PMG2010", "A limit does not apply to the type", "'{0}' cannot be applied to '{1}', which is {2}");

    /// <summary>A path to a member that does not exist.</summary>
    public static SchemaDiagnosticDescriptor UnknownMember { get; } = new(
        "PMG2011", "Unknown member", "There is no member '{0}' in '{1}'.{2}");

    /// <summary>A value that a member cannot have.</summary>
    public static SchemaDiagnosticDescriptor UnknownValue { get; } = new(
        "PMG2012", "Unknown value", "'{0}' is not a value of '{1}'.{2}");

    /// <summary>A union that says nothing of a value.</summary>
    public static SchemaDiagnosticDescriptor MissingCase { get; } = new(
        "PMG2013", "A case is missing", "The union '{0}' has no case for '{1}'; add the type for it, or 'json' or 'none'");

    /// <summary>A union that cannot be told apart.</summary>
    public static SchemaDiagnosticDescriptor InvalidUnion { get; } = new(
        "PMG2014", "Invalid union", "{0}");

    /// <summary>A rule that does not say one thing.</summary>
    public static SchemaDiagnosticDescriptor InvalidRule { get; } = new(
        "PMG2015", "Invalid rule", "The rule '{0}' {1}");

    /// <summary>A rule that no request can break.</summary>
    public static SchemaDiagnosticDescriptor RuleNeverBroken { get; } = new(
        "PMG2016", "A rule is never broken", "The rule '{0}' can never be broken: {1}");

    /// <summary>A rule that every request breaks.</summary>
    public static SchemaDiagnosticDescriptor RuleAlwaysBroken { get; } = new(
        "PMG2017", "A rule is always broken", "The rule '{0}' is broken by every request: {1}");

    /// <summary>Dates that contradict each other.</summary>
    public static SchemaDiagnosticDescriptor DatesOutOfOrder { get; } = new(
        "PMG2018", "Dates out of order", "'{0}: {1}' is before '{2}: {3}'");

    /// <summary>A type that nothing uses.</summary>
    public static SchemaDiagnosticDescriptor UnusedType { get; } = new(
        "PMG2019", "Unused type", "Unused type '{0}'; use it or remove it", IsWarning: true);

    /// <summary>An example that breaks what it does not say that it breaks.</summary>
    public static SchemaDiagnosticDescriptor InvalidExample { get; } = new(
        "PMG2020", "The example is not valid", "This example {0}: {1}{2}");

    /// <summary>An example that does not break what it is said to break.</summary>
    public static SchemaDiagnosticDescriptor ExampleBreaksNothing { get; } = new(
        "PMG2021", "The example does not break its rule", "This example is declared to break '{0}', but {1}");

    /// <summary>A rule that is an error though no source states it.</summary>
    public static SchemaDiagnosticDescriptor UnverifiedError { get; } = new(
        "PMG2022", "An unverified rule cannot be an error", "'{0}' is unverified and cannot be an error; change it to a warning, or add the source that states it");

    /// <summary>Two schemas generate one name.</summary>
    public static SchemaDiagnosticDescriptor SchemaClash { get; } = new(
        "PMG2023", "Two schemas generate the same name", "'{0}' is already generated from {1}, so nothing is generated from this schema; change the namespace of one of them, or, if one is a modified copy of the package's schema, exclude the package's schema by setting the property PageMessagesUseDefaultSchema to false");

    /// <summary>A file name that no schema of the project has.</summary>
    public static SchemaDiagnosticDescriptor UnknownFile { get; } = new(
        "PMG2024", "Unknown schema file", "There is no other schema file '{0}'.{1}");

    /// <summary>A file name that several schemas have.</summary>
    public static SchemaDiagnosticDescriptor AmbiguousFile { get; } = new(
        "PMG2025", "Ambiguous schema file", "Several schema files have the name '{0}', such as {1} and {2}; rename all but one");

    /// <summary>A file that extends one that cannot be extended.</summary>
    public static SchemaDiagnosticDescriptor ExtendedOverlay { get; } = new(
        "PMG2026", "A file that extends another one is extended", "'{0}' extends a schema itself; {1}");

    /// <summary>Two files that extend the same schema say different things.</summary>
    public static SchemaDiagnosticDescriptor ConflictingOverlays { get; } = new(
        "PMG2027", "Two files change the same key", "'{0}' is changed in another way in {1}; change it in only one file");

    /// <summary>A key without a value that removes nothing.</summary>
    public static SchemaDiagnosticDescriptor NothingToRemove { get; } = new(
        "PMG2028", "A key to remove does not exist", "'{0}' has no value, so it would be removed from the extended schema, but it does not exist there.{1}");

    /// <summary>Files that use each other.</summary>
    public static SchemaDiagnosticDescriptor UseInCycle { get; } = new(
        "PMG2029", "Schemas use each other", "'{0}' uses this schema itself, directly or through others; move what both need into a third file, or let one file extend the other");

    /// <summary>A name that a file and one that it uses define.</summary>
    public static SchemaDiagnosticDescriptor NameOfUsedFile { get; } = new(
        "PMG2030", "Two files define the same name", "'{0}' is also defined in {1}, and both are used here; rename one of them");

    /// <summary>A source that no fact names.</summary>
    public static SchemaDiagnosticDescriptor UnusedSource { get; } = new(
        "PMG2031", "Unused source", "No fact names the source '{0}'; name it where it is stated, or remove it", IsWarning: true);

    /// <summary>A copy of a schema that a build has left.</summary>
    public static SchemaDiagnosticDescriptor CopyInOutputFolder { get; } = new(
        "PMG9007", "A copy of a schema is ignored", "This file is ignored, because it is a copy of {0} in an output folder; delete it, or add <EndpointSchema Remove=\"**/{1}/**\" /> to the project", IsWarning: true);

    /// <summary>A setting of the project that is not understood.</summary>
    public static SchemaDiagnosticDescriptor InvalidSetting { get; } = new(
        "PMG9003", "Invalid setting", "'{0}' is not a valid value of {1}; it must be {2}");

    /// <summary>The generator itself failed.</summary>
    public static SchemaDiagnosticDescriptor InternalError { get; } = new(
        "PMG9001", "The generator failed", "The generator failed on this schema. This is a defect of PageMessagesGen; please report it together with the schema. {0}");

    /// <summary>All kinds of mistakes, by id.</summary>
    public static IReadOnlyList<SchemaDiagnosticDescriptor> All { get; } =
    [
        YamlSyntax, FileTooLarge, DuplicateKey, UnsupportedYaml, EmptyFile,
        UnknownKey, MissingKey, WrongShape, UnknownType, InvalidValue, DuplicateName, InvalidDefault, ReservedName,
        ImpossibleLimit, LimitOnWrongType, UnknownMember, UnknownValue, MissingCase, InvalidUnion, InvalidRule, RuleNeverBroken,
        RuleAlwaysBroken, DatesOutOfOrder, UnusedType, InvalidExample, ExampleBreaksNothing, UnverifiedError,
        SchemaClash, UnknownFile, AmbiguousFile, ExtendedOverlay, ConflictingOverlays, NothingToRemove, UseInCycle, NameOfUsedFile, UnusedSource, InternalError, InvalidSetting, CopyInOutputFolder,
    ];
}
