using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>How requests are judged. Expressions are C#, about a local variable <c>value</c> that holds the object in question.</summary>
/// <param name="Rules">The rules of all types.</param>
/// <param name="Records">The objects.</param>
/// <param name="Enums">The enums.</param>
/// <param name="Walks">The paths that one expression cannot follow.</param>
internal sealed record ValidatorModel(
    EquatableArray<RuleModel> Rules, EquatableArray<RecordJudgement> Records, EquatableArray<EnumJudgement> Enums, EquatableArray<PathWalk> Walks);

/// <summary>A rule, as violations name it.</summary>
/// <param name="Field">The name of its C# field.</param>
/// <param name="NameLiteral">Its name in the schema, as a C# literal.</param>
/// <param name="Severity">How bad it is to break it.</param>
/// <param name="BecauseLiteral">What happens then, as a C# literal.</param>
/// <param name="MemberLiterals">The members that the validator counts for it, as C# literals.</param>
internal sealed record RuleModel(string Field, string NameLiteral, RuleSeverity Severity, string BecauseLiteral, EquatableArray<string> MemberLiterals);

/// <summary>How an object is judged.</summary>
/// <param name="Record">Its record.</param>
/// <param name="Members">What its members demand by themselves.</param>
/// <param name="Rules">What holds between them.</param>
internal sealed record RecordJudgement(string Record, EquatableArray<MemberJudgement> Members, EquatableArray<RuleGroup> Rules);

/// <summary>What a member demands by itself.</summary>
/// <param name="Member">The property.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="Availability">The calls of <c>RuleCheck</c> for a member that is present: where it exists, and until when.</param>
/// <param name="Presence">The condition under which it is present; null if it always is.</param>
internal sealed record MemberJudgement(MemberModel Member, EquatableArray<LimitJudgement> Limits, EquatableArray<string> Availability, string? Presence);

/// <summary>How a limit is judged.</summary>
/// <param name="Suspicion">A cheap condition without which it is kept; null if there is none.</param>
/// <param name="Arguments">The call of <c>RuleLimit</c>, and the severity where it is no error.</param>
internal sealed record LimitJudgement(string? Suspicion, string Arguments);

/// <summary>Rules that need the same to be broken.</summary>
/// <param name="Guard">What they need; null for nothing.</param>
/// <param name="Rules">The rules.</param>
internal sealed record RuleGroup(string? Guard, EquatableArray<RuleJudgement> Rules);

/// <summary>How a rule is judged.</summary>
/// <param name="Field">The field of the rule.</param>
/// <param name="Conditions">When it holds; all of them must be true.</param>
/// <param name="Breaches">What breaks it. The first that is true is reported.</param>
/// <param name="Choice">For a rule that counts members.</param>
internal sealed record RuleJudgement(string Field, EquatableArray<string> Conditions, EquatableArray<RuleBreach> Breaches, RuleChoice? Choice);

/// <summary>Something that breaks a rule.</summary>
/// <param name="Conditions">What is the case then, beside the rule's conditions.</param>
/// <param name="PathLiteral">Where, as a C# literal.</param>
/// <param name="DemandLiteral">What the rule wants, as a C# literal.</param>
internal sealed record RuleBreach(EquatableArray<string> Conditions, string PathLiteral, string DemandLiteral);

/// <summary>How many of some members may be present.</summary>
/// <param name="Method">The method of <c>RuleCheck</c>.</param>
/// <param name="Presences">The condition under which each is present.</param>
internal sealed record RuleChoice(string Method, EquatableArray<string> Presences);

/// <summary>How a value of an enum is judged.</summary>
/// <param name="Enum">The enum.</param>
/// <param name="First">Its first field.</param>
/// <param name="Last">Its last field.</param>
/// <param name="Values">The fields that are not good for everything.</param>
internal sealed record EnumJudgement(string Enum, string First, string Last, EquatableArray<EnumValueJudgement> Values);

/// <summary>How a field of an enum is judged.</summary>
/// <param name="Field">The field.</param>
/// <param name="Availability">The calls of <c>RuleCheck</c> for it.</param>
internal sealed record EnumValueJudgement(string Field, EquatableArray<string> Availability);
