namespace PageMessagesGen.Emulator.Http;

/// <summary>
/// The members that Graph accepts at the top level of any body and in any query, although they are not part of the content. They
/// are secrets, so they are not stored. A proof is not validated, because the emulator has no app secret.
/// </summary>
internal static class TransportMembers
{
    public const string AccessToken = "access_token";

    private const string AppSecretProof = "appsecret_proof";

    public static bool Contains(string name) => name is AccessToken or AppSecretProof;
}
