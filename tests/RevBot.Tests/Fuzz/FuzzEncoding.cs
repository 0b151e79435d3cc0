using System.Text;
using System.Text.Json.Nodes;

namespace RevBot.Tests.Fuzz;

/// <summary>Writes a payload as its address takes it, and breaks the writing now and then.</summary>
internal static class FuzzEncoding
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    private static readonly string?[] Types = [Json, Form, null, "text/plain", "application/json; charset=utf-16", "multipart/form-data; boundary=x", "application/octet-stream", "application/x-www-form-urlencoded; charset=latin1", "/"];

    private static readonly string[] Keys = ["type", "event", "user", "actions", "view", "event_id", "trigger_id", "channel", "team"];

    /// <summary>As Slack writes it.</summary>
    public static (byte[] Body, string ContentType) Write(FuzzDoor door, JsonObject payload) => door switch
    {
        FuzzDoor.Events => (Encoding.UTF8.GetBytes(payload.ToJsonString()), Json),
        FuzzDoor.Commands => (FormOf(payload), Form),
        _ => (Encoding.UTF8.GetBytes($"payload={Uri.EscapeDataString(payload.ToJsonString())}"), Form),
    };

    public static (byte[] Body, string? ContentType) Write(FuzzDoor door, JsonObject payload, Random random)
    {
        var type = door == FuzzDoor.Events ? Json : Form;
        var body = door == FuzzDoor.Commands ? FormOf(payload) : BodyOf(door, Text(payload, random), random);
        return (random.Next(10) == 0 ? Broken(body, random) : body, random.Next(20) == 0 ? FuzzCorpus.Any(random, Types) : type);
    }

    /// <summary>What is cut off before its end is no JSON any more; of a command nothing is sure.</summary>
    public static byte[] Cut(byte[] body, Random random) => body[..random.Next(1, Math.Max(2, body.Length - 8))];

    private static string Text(JsonObject payload, Random random)
    {
        var text = payload.ToJsonString();
        return random.Next(25) switch
        {
            // Once more by the same name, half an emoji, an escape that is none.
            0 => text.Insert(1, $"\"{FuzzCorpus.Any(random, Keys)}\":{FuzzCorpus.Any(random, (string[])["1", "null", "{}", "[[]]", "\"x\"", "{\"id\":null}"])},"),
            1 => AfterQuote(text, "\\ud800", random),
            2 => AfterQuote(text, "\\x", random),
            3 => $"[{text}]",
            4 => text + text,
            _ => text,
        };
    }

    private static string AfterQuote(string text, string what, Random random) =>
        text.IndexOf(":\"", random.Next(text.Length), StringComparison.Ordinal) is > 0 and var at ? text.Insert(at + 2, what) : text;

    private static byte[] BodyOf(FuzzDoor door, string text, Random random) => Encoding.UTF8.GetBytes(door == FuzzDoor.Events ? text : random.Next(40) switch
    {
        0 => $"Payload={Uri.EscapeDataString(text)}",
        1 => $"payload={Uri.EscapeDataString(Uri.EscapeDataString(text))}",
        2 => $"payload={Uri.EscapeDataString(text)}&payload={Uri.EscapeDataString(text)}",
        3 => $"payload={text}",
        4 => "payload=%zz" + Uri.EscapeDataString(text),
        5 => text,
        _ => $"payload={Uri.EscapeDataString(text)}",
    });

    private static byte[] FormOf(JsonObject payload) =>
        Encoding.UTF8.GetBytes(string.Join('&', payload.Select(field => $"{Escaped(field.Key)}={Escaped(field.Value?.ToString() ?? "")}")));

    private static string Escaped(string text) => Uri.EscapeDataString(text.Length > 60_000 ? text[..60_000] : text);

    private static byte[] Broken(byte[] body, Random random)
    {
        if (body.Length == 0)
        {
            return body;
        }

        switch (random.Next(6))
        {
            case 0:
                return body[..random.Next(body.Length)];
            case 1:
                var flipped = body.ToArray();
                for (var flips = random.Next(1, 6); flips > 0; flips--)
                {
                    flipped[random.Next(body.Length)] = (byte)random.Next(256);
                }

                return flipped;
            case 2:
                var at = random.Next(body.Length);
                var noise = new byte[random.Next(1, 40)];
                random.NextBytes(noise);
                return [.. body[..at], .. noise, .. body[at..]];
            case 3:
                var from = random.Next(body.Length);
                return [.. body[..from], .. body[random.Next(from, body.Length)..]];
            case 4:
                return [0xEF, 0xBB, 0xBF, .. body];
            default:
                return [.. body, 0, 0xFF, (byte)'}'];
        }
    }
}
