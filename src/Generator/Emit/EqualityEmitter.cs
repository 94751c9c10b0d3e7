using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes how records compare: by what they say, which records with lists, maps or JSON do not do themselves.</summary>
internal static class EqualityEmitter
{
    /// <summary>Writes the equality of a record. Each record has a dictionary, for the members that the schema does not have.</summary>
    public static void Emit(SourceWriter writer, RecordModel record)
    {
        var equal = record.Members.Select(m => AreEqual(m.Type, m.Name, $"other.{m.Name}")).Append($"::ContentEquality.Unknown({record.Unknown}, other.{record.Unknown})");
        var added = record.Members.Select(m => Hash(m.Type, m.Name)).Append($".Unknown({record.Unknown})");
        Emit(writer, record.Name, record.Union?.Name, equal, added);
    }

    /// <summary>Writes the equality of the record for a shape that the schema leaves open.</summary>
    public static void EmitRaw(SourceWriter writer, UnionModel union) =>
        Emit(writer, union.Raw, union.Name, ["::ContentEquality.Json(Json, other.Json)"], [".Json(Json)"]);

    private static void Emit(SourceWriter writer, string record, string? union, IEnumerable<string> equal, IEnumerable<string> added)
    {
        writer.Lines($"""
            /// <summary>Determines whether another value says the same. Lists, maps and JSON are compared by their content.</summary>
            {AttributeEmitter.Generated}
            public bool Equals({record}? other) => (object)this == other || (other is not null
                && {string.Join("\n    && ", union is null ? equal : equal.Prepend($"base.Equals(({union})other)"))});

            /// <inheritdoc/>
            {AttributeEmitter.Generated}
            public override int GetHashCode() => default(::ContentHash)
                {string.Join("\n    ", added.Prepend(union is null ? "" : ".Add(base.GetHashCode())").Where(line => line.Length > 0))}
                .Value;

            """);
    }

    private static string AreEqual(TypeModel type, string left, string right) => type switch
    {
        JsonTypeModel => $"::ContentEquality.Json({left}, {right})",
        ListTypeModel list => $"::ContentEquality.List({left}, {right}{Comparison(list.Element)})",
        MapTypeModel map => $"::ContentEquality.Map({left}, {right}{Comparison(map.Value)})",
        _ => $"::ContentEquality.Value({left}, {right})",
    };

    // Elements of other types compare themselves.
    private static string Comparison(TypeModel element) => element is JsonTypeModel or ListTypeModel or MapTypeModel
        ? $", static (left, right) => {AreEqual(element, "left", "right")}"
        : "";

    private static string Hash(TypeModel type, string value) => type switch
    {
        JsonTypeModel => $".Json({value})",
        ListTypeModel => $".List({value})",
        MapTypeModel => $".Map({value})",
        _ => $".Add({value})",
    };
}
