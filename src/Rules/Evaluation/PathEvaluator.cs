namespace PageMessagesGen.Rules;

/// <summary>
/// Asks questions of the values that a path leads to. Through a list it leads to each element, and through an empty list to one
/// value that is absent. Nothing is found in a list that is itself an element.
/// </summary>
/// <param name="domain">The values.</param>
internal readonly struct PathEvaluator<TDomain, TValue>(TDomain domain)
    where TDomain : struct, IValueDomain<TValue>
{
    private const int Unlimited = int.MaxValue / 2;

    private readonly TDomain _domain = domain;

    /// <summary>Determines whether the answer is yes for one value or more.</summary>
    public bool? Any(TValue start, MemberPath path, in PathQuestion question) => Any(start, path, 0, question, isElement: false);

    /// <summary>Counts the values for which the answer is yes: those that are certain, and those that are possible.</summary>
    public (int Certain, int Possible) Count(TValue start, MemberPath path, in PathQuestion question) => Count(start, path, 0, question, isElement: false);

    private (int Certain, int Possible) Count(TValue value, MemberPath path, int index, in PathQuestion question, bool isElement)
    {
        var alternatives = _domain.CountAlternatives(value);
        var (certain, possible) = (alternatives > 1 ? Unlimited : 0, 0);
        for (var i = 0; alternatives > 1 && i < alternatives; i++)
        {
            var counts = Count(_domain.GetAlternative(value, i), path, index, question, isElement);
            (certain, possible) = (Math.Min(certain, counts.Certain), Math.Max(possible, counts.Possible));
        }

        if (alternatives > 1)
            return (certain, possible);
        var isAtEnd = index == path.Names.Count;
        if (isElement || !_domain.IsList(value, out var count, out var isOpen) || (count == 0 && !isOpen))
        {
            return !isAtEnd ? Count(_domain.GetMember(value, path.Names[index]), path, index + 1, question, isElement: false)
                : !isElement && _domain.MayBeList(value) ? (0, Unlimited)
                : Ask(value, question) switch { true => (1, 1), false => (0, 0), _ => (0, 1) };
        }

        for (var i = 0; i < count; i++)
        {
            var counts = Count(_domain.GetElement(value, i), path, index, question, isElement: true);
            (certain, possible) = (certain + counts.Certain, Math.Min(Unlimited, possible + counts.Possible));
        }

        return (certain, isOpen ? Unlimited : possible);
    }

    private bool? Any(TValue value, MemberPath path, int index, in PathQuestion question, bool isElement)
    {
        var alternatives = _domain.CountAlternatives(value);
        if (alternatives > 1)
            return Agreed(value, alternatives, path, index, question, isElement);
        var isAtEnd = index == path.Names.Count;
        if (!isElement && _domain.IsList(value, out var count, out var isOpen) && (count > 0 || isOpen))
        {
            return isAtEnd && question.IsOfWholeList
                ? AskList(value, count, isOpen, question)
                : AnyElement(value, count, isOpen, path, index, question);
        }

        return isAtEnd ? Ask(value, question) : Any(_domain.GetMember(value, path.Names[index]), path, index + 1, question, isElement: false);
    }

    // What is true of all alternatives is true, and what is false of all of them is false.
    private bool? Agreed(TValue value, int alternatives, MemberPath path, int index, in PathQuestion question, bool isElement)
    {
        var first = Any(_domain.GetAlternative(value, 0), path, index, question, isElement);
        for (var i = 1; first is not null && i < alternatives; i++)
        {
            if (Any(_domain.GetAlternative(value, i), path, index, question, isElement) != first)
                return null;
        }

        return first;
    }

    private bool? AnyElement(TValue list, int count, bool isOpen, MemberPath path, int index, in PathQuestion question)
    {
        bool? result = isOpen ? null : false;
        for (var i = 0; i < count && result != true; i++)
            result |= Any(_domain.GetElement(list, i), path, index, question, isElement: true);
        return result;
    }

    // A list is set even if elements may be null, since a null among elements is a violation of its own.
    private bool? AskList(TValue list, int count, bool isOpen, in PathQuestion question)
    {
        if (question.Limit is { } limit)
            return _domain.Exceeds(list, limit);
        var absent = 0;
        for (var i = 0; i < count; i++)
            absent += _domain.IsPresent(_domain.GetElement(list, i)) == false ? 1 : 0;
        return question.Kind == PathQuestionKind.IsAbsent ? absent > 0 : isOpen || absent < count;
    }

    private bool? Ask(TValue value, in PathQuestion question) => question.Kind switch
    {
        PathQuestionKind.IsPresent => _domain.IsPresent(value),
        PathQuestionKind.IsAbsent => !_domain.IsPresent(value),
        PathQuestionKind.IsMatch => _domain.IsOneOf(value, question.Values),
        PathQuestionKind.IsMismatch => !_domain.IsOneOf(value, question.Values),
        PathQuestionKind.IsOther => _domain.IsPresent(value) & !_domain.IsOneOf(value, question.Values),
        _ => _domain.Exceeds(value, question.Limit!),
    };
}
