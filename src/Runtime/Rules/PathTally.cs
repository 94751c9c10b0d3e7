using System.ComponentModel;

namespace PageMessagesGen.Rules;

/// <summary>What stands at the end of a path that may lead to several places, since it passes a list or any JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public struct PathTally
{
    private int _places;
    private int _present;
    private int _matching;

    /// <summary>Whether there is a place, and a value at each.</summary>
    public readonly bool AllPresent => _places > 0 && _present == _places;

    /// <summary>Whether there is a value at any place.</summary>
    public readonly bool AnyPresent => _present > 0;

    /// <summary>Whether there is a place, and a value that was asked for at each.</summary>
    public readonly bool AllMatch => _places > 0 && _matching == _places;

    /// <summary>Whether there is a value that was not asked for at any place.</summary>
    public readonly bool AnyOther => _present > _matching;

    /// <summary>Counts a place with a value.</summary>
    /// <param name="isMatch">Whether the value is one that was asked for.</param>
    public void Add(bool isMatch)
    {
        _places++;
        _present++;
        if (isMatch)
            _matching++;
    }

    /// <summary>Counts a place without a value.</summary>
    public void AddAbsent() => _places++;

    /// <summary>Counts what was found further down.</summary>
    public void Add(PathTally other)
    {
        _places += other._places;
        _present += other._present;
        _matching += other._matching;
    }
}
