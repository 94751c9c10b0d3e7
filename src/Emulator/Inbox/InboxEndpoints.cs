using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>
/// The inbox: a page that shows conversations as customers see them, and the calls of this page. It is served beside the Graph API, to
/// callers whom <see cref="Http.CallerGuard"/> has let through.
/// </summary>
internal sealed class InboxEndpoints : IDisposable
{
    private const string Root = "/inbox";
    private const int MostEntries = 500;
    private const int Piece = 64 * 1024;

    // Everything comes from the emulator, but for the pictures, videos and audio of messages. Scripts cannot turn text into HTML.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: https: http:; media-src https: http: 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private readonly IInboxModel _model;
    private readonly CancellationTokenSource _stop = new();
    private readonly InboxRules _rules;
    private readonly InboxCommands _commands;

    public InboxEndpoints(IInboxModel model, IReadOnlyList<SchemaDocument> schemas)
    {
        _model = model;
        _rules = new InboxRules(schemas, model.FurtherRules);
        _commands = new InboxCommands(model);
        Events = new InboxEvents(model.Journal, _stop.Token);
    }

    /// <summary>Gets the event stream.</summary>
    public InboxEvents Events { get; }

    /// <summary>Determines whether a request is for the inbox. At the root, callers that do not ask for HTML get the index of calls.</summary>
    public static bool Serves(HttpRequest request) =>
        request.Path.StartsWithSegments(Root, StringComparison.Ordinal)
        || (request.Path == "/" && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Handles a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        string[] path = [.. (context.Request.Path.Value ?? "").Split('/').Skip(1)];
        var methods = MethodsOf(path);
        if (methods.Length == 0)
            await WriteErrorAsync(context, StatusCodes.Status404NotFound, "There is no such page.").ConfigureAwait(false);
        else if (!methods.Contains(context.Request.Method))
        {
            headers.Allow = string.Join(", ", methods);
            await WriteErrorAsync(context, StatusCodes.Status405MethodNotAllowed, $"This path accepts only {string.Join(" and ", methods)}.").ConfigureAwait(false);
        }
        else if (context.Request.Method == "GET")
            await ReadAsync(context, path).ConfigureAwait(false);
        else
            await ChangeAsync(context, path[1]).ConfigureAwait(false);
    }

    /// <summary>Ends all event streams.</summary>
    public void Dispose() => _stop.Cancel();

    private static string[] MethodsOf(string[] path) => path switch
    {
        [""] or ["inbox"] or ["inbox", ""] or ["inbox", "state" or "events" or "entries"] or ["inbox", "rules" or "faces" or "page", _] or ["inbox", "entries", _, "request" or "answer"] => ["GET"],
        ["inbox", "people" or "actions" or "templates" or "clock"] => ["POST"],
        ["inbox", "faults"] => ["PUT", "DELETE"],
        _ => [],
    };

    private Task ReadAsync(HttpContext context, string[] path) => path switch
    {
        ["inbox", "state"] => WriteJsonAsync(context, json => InboxJson.Write(json, _model.ReadState())),
        ["inbox", "events"] => Events.WriteAsync(context.Response, FindStart(context.Request)),
        ["inbox", "entries"] => WriteEntriesAsync(context),
        ["inbox", "entries", var number, var part] => WriteTextAsync(context, number, part == "request"),
        ["inbox", "rules", var name] => WriteRuleAsync(context, name),
        ["inbox", "faces", var name] when name.EndsWith(".svg", StringComparison.Ordinal) => WriteAsync(context, "image/svg+xml", InboxFace.Draw(name[..^4])),
        ["inbox", "page", var name] => WriteFileAsync(context, name),
        [""] or ["inbox"] or ["inbox", ""] => WriteFileAsync(context, "index.html"),
        _ => WriteErrorAsync(context, StatusCodes.Status404NotFound, "There is no such page."),
    };

    // Requests of web pages with this type are preceded by a question to the server, which the emulator does not answer.
    private async Task ChangeAsync(HttpContext context, string command)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            await WriteErrorAsync(context, StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.").ConfigureAwait(false);
            return;
        }

        try
        {
            var body = await InboxCommands.ReadAsync(context.Request).ConfigureAwait(false);
            var write = _commands.Run(context.Request.Method, command, body);
            await WriteJsonAsync(context, write).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            // .NET appends the name of a parameter, which says nothing to the developer.
            await WriteErrorAsync(context, StatusCodes.Status400BadRequest, exception.Message.Split(" (Parameter ")[0]).ConfigureAwait(false);
        }
    }

    // A browser that comes back says where it was. A new one can start with the latest entries.
    private long FindStart(HttpRequest request)
    {
        if (long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return last;
        return ReadNumber(request, "latest") is { } latest ? Math.Max(0, _model.Journal.Last - latest) : 0;
    }

    // The latest entries of a conversation before a number, for those who scroll up. They can be long, so they are written in pieces.
    private async Task WriteEntriesAsync(HttpContext context)
    {
        var request = context.Request;
        var (page, person) = (request.Query["page_id"].ToString(), request.Query["person_id"].ToString());
        var before = ReadNumber(request, "before") ?? long.MaxValue;
        var count = (int)Math.Min(ReadNumber(request, "count") ?? MostEntries, MostEntries);
        var entries = _model.Journal.After(0).Where(e => e.Sequence < before && (page.Length == 0 || e.PageId == page) && (person.Length == 0 || e.PersonId == person));
        SetJsonHeaders(context.Response);
        await using var json = new Utf8JsonWriter(context.Response.Body, InboxJson.Options);
        json.WriteStartArray();
        foreach (var entry in entries.TakeLast(count))
        {
            InboxJson.Write(json, entry);
            if (json.BytesPending > Piece)
                await json.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }

        json.WriteEndArray();
        await json.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static long? ReadNumber(HttpRequest request, string name) =>
        long.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Exactly what was sent, with its white space and with members that JSON readers would merge.
    private Task WriteTextAsync(HttpContext context, string number, bool isRequest)
    {
        var entry = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
            ? _model.Journal.After(sequence - 1).FirstOrDefault(entry => entry.Sequence == sequence)
            : null;
        return entry is null
            ? WriteErrorAsync(context, StatusCodes.Status404NotFound, "The journal has no such entry, or no longer.")
            : WriteAsync(context, "text/plain; charset=utf-8", isRequest ? entry.Request : entry.Answer);
    }

    private async Task WriteRuleAsync(HttpContext context, string name)
    {
        var page = _rules.Describe(name);
        context.Response.StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        await WriteAsync(context, "text/html; charset=utf-8", page ?? InboxRules.DescribeUnknown()).ConfigureAwait(false);
    }

    private static async Task WriteFileAsync(HttpContext context, string name)
    {
        if (!await InboxFiles.TryWriteAsync(context, name).ConfigureAwait(false))
            await WriteErrorAsync(context, StatusCodes.Status404NotFound, "There is no such file.").ConfigureAwait(false);
    }

    private static Task WriteErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return WriteJsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("error", message);
            json.WriteEndObject();
        });
    }

    private static async Task WriteJsonAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer, InboxJson.Options))
            write(json);
        SetJsonHeaders(context.Response);
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    private static void SetJsonHeaders(HttpResponse response)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
    }

    private static Task WriteAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
