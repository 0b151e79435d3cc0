using System.Security.Cryptography;
using System.Text.Json;

namespace RevBot.Testing.Teams;

/// <summary>Keeps every card the tests see go out in the folder <c>REVBOT_EMITTED_CARDS</c> names, for <c>.ci/run</c> to hold them all against Microsoft's renderer afterwards. Does nothing without it.</summary>
public static class EmittedCards
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("REVBOT_EMITTED_CARDS");

    /// <summary>All cards in what was sent or answered.</summary>
    public static void KeepIn(JsonElement sent)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return;
        }

        if (sent.ValueKind == JsonValueKind.Array)
        {
            sent.EnumerateArray().ToList().ForEach(KeepIn);
        }
        else if (sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "AdaptiveCard")
        {
            Keep(sent);
        }
        else if (sent.ValueKind == JsonValueKind.Object)
        {
            sent.EnumerateObject().ToList().ForEach(member => KeepIn(member.Value));
        }
    }

    /// <summary>Equal cards are kept once.</summary>
    public static void Keep(JsonElement card)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(card);
        Directory.CreateDirectory(Folder);
        try
        {
            using var file = new FileStream(Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 12)) + ".json"), FileMode.CreateNew);
            file.Write(json);
        }
        catch (IOException)
        {
            // It was kept already.
        }
    }
}
