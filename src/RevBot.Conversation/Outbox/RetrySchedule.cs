using System.Security.Cryptography;
using System.Text;

namespace RevBot.Conversation.Outbox;

/// <summary>When a message that could not be sent is tried again: after 1, 2, 4 … seconds up to ten minutes, spread a little so that not all come back at once, for a day.</summary>
public static class RetrySchedule
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>When to try next, or null to give up.</summary>
    /// <param name="attempts">Tries so far, the failed one included.</param>
    /// <param name="after">The platform's own wait, which wins.</param>
    public static DateTimeOffset? NextAttempt(OutboundMessage message, int attempts, TimeSpan? after, DateTimeOffset now)
    {
        if (now - (message.NotBefore ?? message.CreatedAt) >= GiveUpAfter)
        {
            return null;
        }

        var seconds = Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)));
        var wait = after ?? TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, seconds * (0.8 + (0.4 * Spread(message.Id, attempts)))));
        return now + (wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
    }

    /// <summary>0 to 1, the same for the same message and attempt.</summary>
    private static double Spread(string id, int attempts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        return hash[attempts % hash.Length] / 255.0;
    }
}
