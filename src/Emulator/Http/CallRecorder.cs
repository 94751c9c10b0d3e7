using PageMessagesGen.Emulator.Endpoints;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Records the calls of a Page in the journal, refused ones included. Calls that only read are not recorded.</summary>
internal static class CallRecorder
{
    // A request can have a thousand, and the entry stays.
    private const int MostRules = 100;

    /// <summary>Records a call.</summary>
    public static void Record(EmulatorState state, Route route, Call call, string pageId, RecipientAddress? address, GraphResponse answer)
    {
        if (route.Operation.Verb == HttpVerb.Get)
            return;
        var delivered = answer.Delivered ?? answer as GraphReply;
        state.Journal.Append(new JournalEntry
        {
            Kind = delivered is not null ? JournalKind.Sent : JournalKind.Refused,
            PageId = pageId,
            PersonId = MessageEndpoint.FindPerson(state, pageId, address),
            MessageId = delivered?.MessageId,
            Method = call.Method,
            Path = call.Path,
            Operation = route.Operation.Name,
            Request = call.Body.Fault is null ? call.Body.TextWithoutTransport() : "",
            Status = answer.Status,
            Answer = ResponseJson.ToText(answer),
            Rules = [.. answer.Rules.Take(MostRules)],
            Files = call.Body.Files,
        });
    }
}
