using System.Runtime.CompilerServices;

namespace PageMessagesGen.Analyzers.Screening;

/// <summary>Marks what runs for every object that is made in a project, even in a build that has just begun.</summary>
internal static class HotPath
{
    /// <summary>
    /// Compile it with all optimizations when it is called first (<c>AggressiveOptimization</c>, which netstandard2.0 cannot
    /// name). A build is over before the just-in-time compiler would do so by itself.
    /// </summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
