using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>The errors of a service. Generated code uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GraphErrors
{
    /// <summary>Finds the error with a code and subcode, or else the one with the code and any subcode. Returns null if no error has the code.</summary>
    public static GraphErrorCode? Find(ReadOnlySpan<GraphErrorCode> errors, int code, int? subcode) => GraphErrorCode.Find(errors, code, subcode);
}
