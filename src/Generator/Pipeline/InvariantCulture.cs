using System.Globalization;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>Lets code run with the invariant culture: what is generated must not depend on the machine that builds.</summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo _before;

    private InvariantCulture(CultureInfo before) => _before = before;

#pragma warning disable RS1035 // The culture is not read, but set aside.
    /// <summary>Sets the invariant culture until the result is disposed of.</summary>
    public static InvariantCulture Enter()
    {
        var scope = new InvariantCulture(CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return scope;
    }

    /// <inheritdoc/>
    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
