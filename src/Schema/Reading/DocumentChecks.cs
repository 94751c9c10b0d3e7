using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Validates what requires the whole document, such as the discriminators of unions, and reports unused types.</summary>
internal sealed class DocumentChecks(SchemaDocument document, SymbolTable names, DiagnosticBag diagnostics)
{
    /// <summary>Runs the checks.</summary>
    /// <returns>The document, in which the shape of a case is open if it is not possible, and unions lack what they cannot have.</returns>
    public SchemaDocument Run()
    {
        foreach (var type in document.Types)
        {
            foreach (var member in type.Members)
                CheckMember(type, member);
        }

        var shapes = new UnionShapeChecks(document, diagnostics);
        var unions = document.Unions.Select(CheckUnion).Select(union => union with { Cases = union.Cases.Select(c => shapes.IsPossible(union, c) ? c : c.AsJson()).ToEquatableArray() }).ToNamedList();
        foreach (var operation in document.Operations)
        {
            CheckConfirmations(operation);
            CheckOrder(operation);
            CheckNoShape(operation.Returns, operation.Range);
            CheckNoShape(operation.Body is null ? null : new ObjectReference(operation.Body), operation.Range);
            foreach (var parameter in operation.Parameters.Where(p => p.Member.Type.Leaf is UnionReference u && document.FindUnion(u.Name) is { Discriminator: null }))
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, parameter.Member.Range, $"The shape of '{parameter.Name}' is not determined: add a discriminator to the union.");
        }

        return document with { Unions = unions };
    }

    /// <summary>Reports the types that nothing in the document uses.</summary>
    /// <param name="webhook">The events, which are used by themselves, or null.</param>
    public void ReportUnusedTypes(Webhook? webhook)
    {
        foreach (var (name, range) in document.Types.Select(t => (t.Name, t.Range)).Concat(document.Unions.Select(u => (u.Name, u.Range))).Concat(document.Enums.Select(e => (e.Name, e.Range))))
        {
            if (!names.IsUsed(name) && (webhook is null || (webhook.Events.Find(name) is null && !Webhook.TypeNames.Contains(name))))
                diagnostics.Add(SchemaDiagnosticDescriptors.UnusedType, range, name);
        }
    }

    private void CheckConfirmations(Operation operation)
    {
        foreach (var confirmation in operation.Confirmations)
        {
            if (operation.Body is null)
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, confirmation.RequestRange, confirmation.Request, "allowed here: the operation has no body", "");
            else
                CheckMemberOf(operation.Body, confirmation.Request, confirmation.RequestRange);
            if (operation.Returns is ObjectReference answer)
                CheckMemberOf(answer.Name, confirmation.Response, confirmation.ResponseRange);
            else
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, confirmation.ResponseRange, confirmation.Response, "allowed here: the operation returns no object", "");
        }
    }

    private void CheckOrder(Operation operation)
    {
        if (operation.OrderedBy is not { } member)
            return;
        if (operation.Body is null)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, member.Range, member.Name, "allowed here: the operation has no body", "");
        else
            CheckMemberOf(operation.Body, member.Name, member.Range);
    }

    private void CheckMemberOf(string typeName, string name, TextRange range)
    {
        if (document.FindType(typeName) is { } type && type.FindMember(name) is null)
            diagnostics.Add(SchemaDiagnosticDescriptors.UnknownMember, range, name, typeName, diagnostics.Hint(name, type.Members.Select(m => m.Name)));
    }

    private void CheckMember(ObjectType type, Member member)
    {
        CheckNoShape(member.Type, member.Range);
        var union = member.Type.Leaf is UnionReference reference ? document.FindUnion(reference.Name) : null;
        if (union is null)
        {
            if (member.Discriminator is not null)
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, member.Range, $"'{member.Name}' is not a union, so it has no shapes; remove 'by'.");
        }
        else if (union.Discriminator is not null || union.IsOfEvents)
        {
            if (member.Discriminator is not null)
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, member.Range, $"'{union.Name}' has its own discriminator, '{union.Discriminator}'; remove 'by'.");
        }
        else if (member.Discriminator is null || member.Type is not UnionReference)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, member.Range, $"The shape of '{member.Name}' is not determined: set 'by' to the sibling that determines it, or add a discriminator to '{union.Name}'.");
        }
        else
        {
            CheckDiscriminator(type, member, union);
        }
    }

    // It is always written with the object around it.
    private void CheckNoShape(TypeReference? type, TextRange range)
    {
        if (type?.Leaf is ObjectReference shape && document.Unions.FirstOrDefault(u => u.Content is not null && u.Cases.Any(c => c.Type == shape.Name)) is { } union)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, range, $"'{shape.Name}' is a shape of '{union.Name}', whose members are in '{union.Content}'; use '{union.Name}' instead.");
    }

    private void CheckDiscriminator(ObjectType type, Member member, UnionType union)
    {
        if (type.FindMember(member.Discriminator!) is not { } sibling)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.UnknownMember, member.Range, member.Discriminator!, type.Name, diagnostics.Hint(member.Discriminator!, type.Members.Select(m => m.Name)));
            return;
        }

        if (sibling.Type is not EnumReference reference || document.FindEnum(reference.Name) is not { } values)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, member.Range, $"'{sibling.Name}' determines the shape of '{member.Name}', so it must be an enum.");
            return;
        }

        CheckCases(union, values);
    }

    // Without content, all shapes are read in one object; with it, they need an enum by which code tells them apart.
    private UnionType CheckUnion(UnionType union)
    {
        var problem = union switch
        {
            { Discriminator: null, Content: not null } => $"'{union.Name}' has 'content', so it needs a discriminator.",
            { Discriminator: null, Values: not null } => $"'{union.Name}' has 'values', so it needs a discriminator.",
            { Content: not null, Values: null } => $"'{union.Name}' has 'content', so 'values' must name the enum of its discriminator.",
            { Content: { } content } when content == union.Discriminator => $"'{content}' cannot be both the discriminator and the content of '{union.Name}'.",
            _ => null,
        };
        if (problem is not null)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidUnion, union.Range, problem);
            return union with { Values = null, Content = null };
        }

        if (union.Values is not { } name || document.FindEnum(name) is not { } values)
            return union;
        CheckCases(union, values);
        return union with { Cases = union.Cases.Where(c => values.Members.Find(c.Value) is not null).ToEquatableArray() };
    }

    private void CheckCases(UnionType union, EnumType values)
    {
        var valueNames = new HashSet<string>(values.Members.Select(m => m.Name), StringComparer.Ordinal);
        var caseNames = new HashSet<string>(union.Cases.Select(c => c.Value), StringComparer.Ordinal);
        foreach (var stray in union.Cases.Where(c => !valueNames.Contains(c.Value)))
            diagnostics.Add(SchemaDiagnosticDescriptors.UnknownValue, stray.Range, stray.Value, values.Name, diagnostics.Hint(stray.Value, valueNames));
        foreach (var missing in values.Members.Where(m => !caseNames.Contains(m.Name)))
            diagnostics.Add(SchemaDiagnosticDescriptors.MissingCase, union.Range, union.Name, missing.Name);
    }
}
