using PageMessagesGen.Emulator.Endpoints;
using PageMessagesGen.Emulator.Limits;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Emulator.Validation;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Validation;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Validates the token, Page, limits, parameters, body and customer of a call, in this order, and then delivers it.</summary>
internal sealed class CallHandler(
    GraphEmulatorOptions options, PageCollection pages, UnavailablePeople unavailable, FaultCollection faults, DeliveryLedger ledger, EmulatorState state, SentEvents sent)
{
    /// <summary>The maximum number of violations that are found in a request. With that many, it is refused even if all are warnings.</summary>
    internal const int MostViolations = 1000;

    private readonly EndpointTable _endpoints = new(state, options.IsStateful);
    private readonly SchemaDate? _day = options.Day;
    private readonly CallCounter? _counter = options.RateLimit is { } limit ? new CallCounter(limit, pages.Count, options.TimeProvider) : null;

    /// <summary>Finds the fault that affects a call before its delivery, or null.</summary>
    public Fault? FindFault(IReadOnlyList<Route> routes, Call call)
    {
        if (faults.IsEmpty)
            return null;
        var route = routes[0];
        var page = route.PageId is null or "me" ? FindCaller(call) : route.PageId;
        return faults.Take(isDelivered: false, page, FindAddress(route, ReadBody(route, call), out _)?.Value);
    }

    /// <summary>Gets the response to a call that a fault affects before its delivery. Nothing is validated, and nothing is delivered.</summary>
    public GraphResponse Fail(IReadOnlyList<Route> routes, Call call, Fault fault)
    {
        var route = routes[0];
        var body = ReadBody(route, call);
        var errors = new GraphErrors(route.Schema);
        var accepted = Accepted(route, call, body, FindCaller(call) ?? "", FindAddress(route, body, out _), errors);
        return Apply(fault, _endpoints.Pretend(accepted), errors);
    }

    /// <summary>Gets the response to a call.</summary>
    /// <param name="routes">The possible routes. The first one that accepts the Page and the parameters is used.</param>
    /// <param name="call">The call.</param>
    public GraphResponse Answer(IReadOnlyList<Route> routes, Call call)
    {
        var caller = FindCaller(call);
        var route = FindRoute(routes, call, caller);
        var answer = Answer(route, call, caller);

        // A refused call may have a token in its content, and tokens are never stored.
        if (caller is not null && (answer is GraphReply || !HasToken(call)))
            CallRecorder.Record(state, route, call, caller, FindAddress(route, ReadBody(route, call), out _), answer);
        return answer;
    }

    // Of the operations whose paths are only an id, the one that has the object.
    private Route FindRoute(IReadOnlyList<Route> routes, Call call, string? caller)
    {
        var likely = routes.Where(r => IsPage(r.PageId, caller) && !r.Parameters.Validate(r.PathParameters, call.Query).Any(IsRefused)).ToList();
        return likely.Find(r => caller is not null && _endpoints.Of(r).Has(r, caller)) ?? likely.FirstOrDefault() ?? routes[0];
    }

    internal GraphResponse Answer(Route route, Call call, string? caller)
    {
        var errors = new GraphErrors(route.Schema);
        if (RefuseCaller(route, call, caller, errors) is { } refusal)
            return refusal;
        var usage = _counter?.Count(caller!, MessageEndpoint.HasMedia(ReadBody(route, call)));
        var answer = usage is { IsThrottled: true }
            ? errors.Of(options.RateLimit!.ErrorCode, null, options.RateLimit.Status)
            : RefuseContent(route, call, errors) ?? Judge(route, call, caller!, errors);
        return answer with { Usage = usage };
    }

    private GraphResponse Judge(Route route, Call call, string pageId, GraphErrors errors)
    {
        // Violations are found one after the other, so that those beyond the maximum cost nothing.
        var violations = Validate(route, call, PlatformOf(pageId, FindAddress(route, ReadBody(route, call), out _))).Take(MostViolations).ToList();
        var answer = violations.Find(IsRefused) is { } broken ? errors.Broken(broken)
            : violations.Count == MostViolations ? errors.InvalidParameter($"The request has {MostViolations} violations or more.")
            : Deliver(route, call, pageId, errors);
        return answer with { Rules = [.. violations.Select(v => new JournalRule(v.Rule, IsRefused(v), v.Path, v.Message)), .. answer.Rules] };
    }

    private static bool IsRefused(WireViolation violation) => violation.Severity == RuleSeverity.Error;

    private static bool IsPage(string? pageId, string? caller) => pageId is null or "me" || pageId == caller;

    // The Page of the tokens; null if one of them is not valid, or if they are of different Pages.
    private string? FindCaller(Call call)
    {
        var callers = call.Tokens.Select(pages.FindByToken).Distinct().ToList();
        return callers.Count == 1 ? callers[0] : null;
    }

    private GraphError? RefuseCaller(Route route, Call call, string? caller, GraphErrors errors)
    {
        if (call.Tokens.Count == 0)
            return errors.InvalidToken("The request has no access token.");
        if (caller is not null)
            return IsPage(route.PageId, caller) ? null : errors.NoSuchObject(route.PageId!);
        if (call.Tokens.Any(pages.IsRevoked))
            return errors.RevokedToken();
        return errors.InvalidToken(call.Tokens.All(t => pages.FindByToken(t) is not null)
            ? "The request has tokens of different Pages."
            : "The emulator accepts only its own token.");
    }

    // Refuses what the rules cannot be applied to, and a token in the content: violations quote the request.
    private GraphError? RefuseContent(Route route, Call call, GraphErrors errors)
    {
        // Graph would deliver the token to the customer. Here it is a leak: the ledger and the responses must not contain tokens.
        if (HasToken(call))
            return errors.InvalidParameter("The access token is in the content of the request. Send it in the Authorization header instead.");

        if (route.Operation.Body is null && call.Body.IsEmpty)
            return null;
        if (call.Body.Fault is { } fault)
            return errors.InvalidParameter(fault);
        return route.Operation.Body is null && call.Body.Content is not WireObject { Members.Count: 0 }
            ? errors.InvalidParameter("The request has a body, but this call does not accept one.")
            : null;
    }

    private bool HasToken(Call call) =>
        Uri.UnescapeDataString($"{call.Path}?{call.Query.Text}").AsSpan().ContainsAny(pages.Tokens)
        || (call.Body.Fault is null && (call.Body.Holds(pages.Tokens) || call.Body.Files.Any(HasToken)));

    // What a file is called is in the ledger, and in the messages of rules.
    private bool HasToken(DeliveredFile file) =>
        file.Name.AsSpan().ContainsAny(pages.Tokens) || file.FileName.AsSpan().ContainsAny(pages.Tokens) || file.ContentType.AsSpan().ContainsAny(pages.Tokens);

    private IEnumerable<WireViolation> Validate(Route route, Call call, string? platform)
    {
        var violations = route.Parameters.Validate(route.PathParameters, call.Query);
        return route.Operation.Body is { } type
            ? violations.Concat(new RequestValidator(route.Schema, _day).Validate(ContentOf(call.Body, route.Schema, type), type, platform))
            : violations;
    }

    private static WireValue ContentOf(RequestBody body, SchemaDocument schema, string type) =>
        body.IsForm ? FormContent.Of(schema, type, body.Content, body.Files.Select(f => f.Name)) : body.Content;

    private static WireObject ReadBody(Route route, Call call) =>
        route.Operation.Body is { } type && call.Body.Fault is null && ContentOf(call.Body, route.Schema, type) is WireObject body ? body : new WireObject(default, default);

    private static RecipientAddress? FindAddress(Route route, WireObject body, out string? refusal) =>
        MessageEndpoint.FindAddress(route.Schema, route.Operation, body, out refusal);

    private static GraphResponse Apply(Fault fault, GraphResponse answer, GraphErrors errors) =>
        (fault.Code is { } code ? errors.Of(code, fault.Subcode, fault.Status!.Value) : answer) with { Fault = fault };

    // What is known of a customer says more than the option.
    private string? PlatformOf(string pageId, RecipientAddress? address) =>
        options.IsStateful && MessageEndpoint.FindPerson(state, pageId, address) is { } person && state.People.Find(pageId, person)?.Platform is { } platform
            ? platform
            : options.Platform;

    private AcceptedCall Accepted(Route route, Call call, WireObject body, string pageId, RecipientAddress? address, GraphErrors errors) =>
        new(route, pageId, body, call.Query, call.Body.Files, address, PlatformOf(pageId, address), errors);

    private GraphResponse Deliver(Route route, Call call, string pageId, GraphErrors errors)
    {
        var body = ReadBody(route, call);
        var address = FindAddress(route, body, out var refusal);
        if (refusal is not null)
            return errors.InvalidParameter(refusal);
        if (address is not null && unavailable.Contains(address.Value))
            return errors.PersonUnavailable();
        var accepted = Accepted(route, call, body, pageId, address, errors);
        var answer = _endpoints.Of(route).Answer(accepted);
        if (answer is not GraphReply reply)
            return answer;

        // Calls that only read are not deliveries.
        if (route.Operation.Verb != HttpVerb.Get)
            ledger.Append(ToDelivery(route.Operation, call, pageId, address, reply));
        sent.Add(accepted, reply.MessageId);
        return faults.Take(isDelivered: true, pageId, address?.Value) is { } fault ? Apply(fault, reply, errors) with { Delivered = reply } : reply;
    }

    // The ledger assigns the number and the time.
    private static Delivery ToDelivery(Operation operation, Call call, string pageId, RecipientAddress? address, GraphReply reply) => new(
        0,
        default,
        pageId,
        operation.Name,
        call.Method,
        call.Path,
        call.Query.Text,
        address,
        reply.MessageId,
        call.Body.TextWithoutTransport())
    {
        Files = call.Body.Files,
    };
}
