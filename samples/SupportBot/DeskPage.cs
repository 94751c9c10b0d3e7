using System.Net;

namespace PageMessagesGen.SupportBot;

/// <summary>The page on which a person answers.</summary>
internal static class DeskPage
{
    public static string Write(Desk desk)
    {
        var conversations = desk.Conversations.Select(conversation =>
            $"""
            <form method="post">
              <h2>{WebUtility.HtmlEncode(conversation.Key)}</h2>
              <p>{string.Join("<br>", conversation.Value.Select(WebUtility.HtmlEncode))}</p>
              <input type="hidden" name="key" value="{desk.FormKey}">
              <input type="hidden" name="person" value="{WebUtility.HtmlEncode(conversation.Key)}">
              <input name="text" maxlength="2000" required autofocus> <button>Send</button>
            </form>
            """);
        return $"<!doctype html><title>Waiting for a person</title><h1>Waiting for a person</h1>{string.Concat(conversations.DefaultIfEmpty("<p>Nobody is.</p>"))}";
    }
}
