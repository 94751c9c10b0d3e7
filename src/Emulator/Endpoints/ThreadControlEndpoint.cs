using System.Globalization;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Passes, takes and releases conversations. The app that calls the emulator is the one that has them at first.</summary>
internal sealed class ThreadControlEndpoint(EmulatorState state) : IEndpoint
{
    // The inbox of the Page, which is the app that takes over if none is named.
    private const string DefaultApp = "263902037430900";

    private const string Owner = "/{page_id}/thread_owner";

    // An app has a conversation for as long as the window is open.
    private static readonly TimeSpan Control = TimeSpan.FromHours(24);

    public bool Serves(SchemaDocument schema, Operation operation) => operation.Path is Owner
        or "/{page_id}/pass_thread_control" or "/{page_id}/take_thread_control" or "/{page_id}/request_thread_control"
        or "/{page_id}/release_thread_control" or "/{page_id}/extend_thread_control";

    public GraphResponse Answer(AcceptedCall call)
    {
        if (call.Route.Operation.Path == Owner)
            return new GraphReply(Wire.Page(DescribeOwner(call.PageId, call.Parameter("recipient") ?? "")));
        var person = call.Address?.Value ?? "";
        switch (call.Route.Operation.Path)
        {
            case "/{page_id}/pass_thread_control":
                var app = Wire.FindText(call.Body, "target_app_id") ?? DefaultApp;
                return SetOwner(call, person, app == state.AppId ? null : app);
            case "/{page_id}/take_thread_control":
                return SetOwner(call, person, null, isOwnerAsked: false);
            case "/{page_id}/release_thread_control":
                return SetOwner(call, person, DefaultApp);
            default:
                return new GraphReply(Wire.Success());
        }
    }

    // An app gives away only what it has.
    private GraphResponse SetOwner(AcceptedCall call, string person, string? owner, bool isOwnerAsked = true)
    {
        if (isOwnerAsked && state.People.Find(call.PageId, person) is { ThreadOwner: not null })
            return call.Errors.Of(100, 2534037);
        People.Change(state, call.PageId, person, call.Platform, p => p with { ThreadOwner = owner });
        return new GraphReply(Wire.Success());
    }

    private IEnumerable<WireObject> DescribeOwner(string pageId, string person)
    {
        if (state.People.Find(pageId, person) is not { } found || state.Clock.GetUtcNow() - found.LastAction > Control)
            return [];
        var expiration = new WireNumber((found.LastAction + Control).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), default);
        return [Wire.Object(("thread_owner", Wire.Object(("app_id", Wire.Text(found.ThreadOwner ?? state.AppId)), ("expiration", expiration))))];
    }
}
