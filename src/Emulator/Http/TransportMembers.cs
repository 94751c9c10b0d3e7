namespace PageMessagesGen.Emulator.Http;

/// <summary>
/// The members that Graph takes at the top of any body and in any query, though they say nothing of what is sent. They are
/// secrets, so they are not kept. A proof is not checked: the emulator has no app secret to check it by.
/// </summary>
internal static class TransportMembers
{
    public const string AccessToken = "access_token";

    private const string AppSecretProof = "appsecret_proof";

    public static bool Contains(string name) => name is AccessToken or AppSecretProof;
}
