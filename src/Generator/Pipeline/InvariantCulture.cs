using System.Globalization;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>Runs code with the invariant culture, so that generated code does not depend on the build machine.</summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo _before;

    private InvariantCulture(CultureInfo before) => _before = before;

#pragma warning disable RS1035 // The culture is only saved and restored.
    /// <summary>Sets the invariant culture until the result is disposed.</summary>
    public static InvariantCulture Enter()
    {
        var scope = new InvariantCulture(CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return scope;
    }

    /// <inheritdoc/>
    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
