using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>A path that leads through lists or unions, so that a method has to walk it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Record">Where the path begins.</param>
/// <param name="Path">The path, as XML documentation.</param>
/// <param name="Step">The first step.</param>
internal sealed record PathWalk(string Method, string Record, string Path, WalkStep Step);

/// <summary>A step of a walk, from an object that is not null.</summary>
internal abstract record WalkStep;

/// <summary>To a member that holds one value.</summary>
/// <param name="Property">The property.</param>
/// <param name="MayBeNull">Whether it can be null.</param>
/// <param name="Next">What follows.</param>
internal sealed record MemberStep(string Property, bool MayBeNull, WalkStep Next) : WalkStep;

/// <summary>To each element of a list.</summary>
/// <param name="Property">The property.</param>
/// <param name="MayHoldNull">Whether an element can be null.</param>
/// <param name="IsEmptyMatch">Whether an empty list answers the question, which is a value itself where the path ends; null where the path goes on.</param>
/// <param name="Next">What follows.</param>
internal sealed record ListStep(string Property, bool MayHoldNull, bool? IsEmptyMatch, WalkStep Next) : WalkStep;

/// <summary>To the shape that a union has.</summary>
/// <param name="Shapes">The shapes that have what comes next.</param>
internal sealed record ShapeStep(EquatableArray<WalkShape> Shapes) : WalkStep;

/// <summary>A shape of a union.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Next">What follows.</param>
internal sealed record WalkShape(string Type, WalkStep Next);

/// <summary>Into JSON, where the runtime library goes on.</summary>
/// <param name="Property">The property that holds the JSON; null if the value is it.</param>
/// <param name="Arguments">What follows it in the call: the rest of the path, and what is asked.</param>
internal sealed record JsonStep(string? Property, string Arguments) : WalkStep;

/// <summary>The end of the path, at a value.</summary>
/// <param name="Before">What stands before the value in the expression that judges it.</param>
/// <param name="After">What stands behind it; null if the value does not stand in the expression.</param>
internal sealed record EndStep(string Before, string? After) : WalkStep;
