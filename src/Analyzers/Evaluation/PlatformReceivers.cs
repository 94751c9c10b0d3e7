using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PageMessagesGen.Analyzers.Rules;

namespace PageMessagesGen.Analyzers.Evaluation;

/// <summary>Gets the platform that a client sends to, if the code specifies it: <c>client.Instagram</c>.</summary>
internal static class PlatformReceivers
{
    public static string? PlatformOf(IOperation receiver) => receiver switch
    {
        IPropertyReferenceOperation property => RuleAttributeReader.Platform(property.Property),
        ILocalReferenceOperation local => LocalDefUse.Around(local).Find(local.Local) is { IsDeclared: true, IsBeyondAnalysis: false, Writes.Count: 1 } uses
            && uses.Writes[0].Value is IPropertyReferenceOperation property ? RuleAttributeReader.Platform(property.Property) : null,
        IConversionOperation { OperatorMethod: null } conversion => PlatformOf(conversion.Operand),
        _ => null,
    };
}
