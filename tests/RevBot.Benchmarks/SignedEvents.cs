using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RevBot.Benchmarks;

/// <summary>Slack events as whole HTTP requests, signed ahead of time so that making them does not count into what is measured.</summary>
internal static class SignedEvents
{
    public const string Secret = "benchmark-signing-secret";
    public const string BotUser = "U0BOT";
    public const string Team = "T0BENCH";

    /// <summary>One request for each number; every event is unique and stands in a room of its own.</summary>
    public static byte[][] Build(int first, int count, DateTimeOffset now, Func<int, string> textOf)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Encoding.UTF8.GetBytes(Secret);
        var requests = new byte[count][];
        for (var index = 0; index < count; index++)
        {
            var number = first + index;
            var body = string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"token":"x","team_id":"{{Team}}","api_app_id":"A0","type":"event_callback","event_id":"EvB{{number:d10}}","event_time":{{timestamp}},"event":{"type":"message","channel_type":"im","channel":"D{{number:d10}}","user":"U1","text":"{{textOf(number)}}","ts":"{{timestamp}}.{{number % 1_000_000:d6}}","event_ts":"{{timestamp}}.{{number % 1_000_000:d6}}"},"authorizations":[{"enterprise_id":null,"team_id":"{{Team}}","user_id":"{{BotUser}}","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}""");
            var bytes = Encoding.UTF8.GetBytes(body);
            var signed = Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}");
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, signed));
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0={signature}\r\nContent-Length: {bytes.Length}\r\n\r\n");
            requests[index] = [.. Encoding.ASCII.GetBytes(head), .. bytes];
        }

        return requests;
    }
}
