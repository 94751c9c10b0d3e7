using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using PageMessages;

namespace PageMessagesGen.SupportBot;

/// <summary>The customers who wait for a person, or talk to one.</summary>
internal sealed partial class Desk(IPageMessagesClient client, ILogger<Desk> logger)
{
    private readonly ConcurrentDictionary<string, ImmutableList<string>> _conversations = [];

    /// <summary>Gets what the form has and other sites do not know, so that their pages cannot send it.</summary>
    public string FormKey { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Gets what was said, by customer.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableList<string>>> Conversations => _conversations;

    public bool Has(string person) => _conversations.ContainsKey(person);

    public void Add(string person, string text)
    {
        Note(person, $"Customer: {text}");
        LogWaiting(person);
    }

    public void Remove(string person) => _conversations.TryRemove(person, out _);

    /// <summary>Sends what a person has written.</summary>
    /// <returns>The reason why it was refused; null if it was not.</returns>
    public async Task<string?> AnswerAsync(string person, string text, CancellationToken cancellationToken)
    {
        var request = new SendMessageRequest { Recipient = new() { Id = person }, MessagingType = MessagingType.Response, Message = new() { Text = text } };
        try
        {
            try
            {
                await client.SendAsync(request, cancellationToken);
            }
            catch (GraphApiException closed) when (IsWindowClosed(closed))
            {
                // More than 24 hours ago, the answer of a person needs this tag. It is for nothing else: not for an answer of the bot.
                await client.SendAsync(request with { MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent }, cancellationToken);
            }

            Note(person, $"You: {text}");
            return null;
        }
        catch (GraphApiException refused)
        {
            return refused.Message;
        }
    }

    // By what this bot has received, or by what the server says, whose clock may be another one.
    private static bool IsWindowClosed(GraphApiException failure) =>
        failure.Recovery == ErrorRecovery.Window || failure.Violations.Any(violation => violation.Rule == PageMessagesWindows.StandardWindow.Name);

    private void Note(string person, string line) => _conversations.AddOrUpdate(person, [line], (_, lines) => lines.Add(line));

    [LoggerMessage(LogLevel.Information, "Customer {Person} waits for a person. Answer at /reply.")]
    private partial void LogWaiting(string person);
}
