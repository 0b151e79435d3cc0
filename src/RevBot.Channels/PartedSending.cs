using System.Collections.Concurrent;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels;

/// <summary>Sends a message that takes several, and knows which parts of it stand already: a retry goes on where it stopped.</summary>
internal sealed class PartedSending
{
    private readonly ConcurrentDictionary<string, (int Count, MessageReference Last)> _sent = new(StringComparer.Ordinal);

    /// <param name="send">Sends a part, given the one before it.</param>
    public async Task<SendOutcome> SendAsync<T>(string messageId, IReadOnlyList<T> parts, Func<T, MessageReference?, Task<MessageReference>> send)
    {
        if (parts.Count == 0)
        {
            return new SendOutcome.Rejected("The card is empty.");
        }

        // The last part has the buttons, so it is the one to be edited.
        var (count, last) = _sent.TryGetValue(messageId, out var known) ? (known.Count, known.Last) : (0, (MessageReference?)null);
        var at = Math.Min(count, parts.Count - 1);
        for (; at < parts.Count - 1; at++)
        {
            last = await send(parts[at], last);
            _sent[messageId] = (at + 1, last);
        }

        var delivered = new SendOutcome.Delivered(await send(parts[at], last));
        Forget(messageId);
        return delivered;
    }

    /// <summary>Nothing more of the message will be sent.</summary>
    public void Forget(string messageId) => _sent.TryRemove(messageId, out _);
}
