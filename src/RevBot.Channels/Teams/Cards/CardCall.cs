using System.Text.Json;
using RevBot.Conversation.Forms;

namespace RevBot.Channels.Teams.Cards;

/// <summary>A press on a card of ours as it comes back: what is to be done, and what stood in the card's inputs.</summary>
/// <param name="Do">One of <see cref="CardVerbs"/>.</param>
/// <param name="ActionId">Of a click.</param>
/// <param name="Value">Of a click.</param>
/// <param name="SessionId">Of a form.</param>
/// <param name="Shown">The fields the form had when it was pressed.</param>
/// <param name="Values">The inputs; empty ones are left out.</param>
internal sealed record CardCall(string Do, string ActionId, string Value, string SessionId, IReadOnlyList<string> Shown, FormValues Values)
{
    /// <summary>The value of an option that chooses nothing.</summary>
    public const string Nothing = "revbot:none";

    private const string OursKey = "revbot";

    private const int LongestValue = 20_000;

    /// <summary>Null when it is not ours or cannot be read.</summary>
    public static CardCall? Read(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } sent || IsBroken(sent) || !sent.TryGetProperty(OursKey, out var ours) || ReadTarget(ours) is not { } target)
        {
            return null;
        }

        var call = new CardCall(target.Do, target.Action ?? string.Empty, target.Value ?? string.Empty, target.Session ?? string.Empty, target.Shown ?? [], ReadValues(sent));
        return call switch
        {
            { Do: CardVerbs.Click, ActionId.Length: > 0 } or { Do: CardVerbs.Submit or CardVerbs.Back or CardVerbs.Show, SessionId.Length: > 0 } => call,
            _ => null,
        };
    }

    /// <summary>Teams sends every input as text; an empty one is one that was not filled in. Empty when they cannot be read.</summary>
    public static FormValues ReadValues(JsonElement? data)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data is not { ValueKind: JsonValueKind.Object } sent || IsBroken(sent))
        {
            return FormValues.Empty;
        }

        foreach (var input in sent.EnumerateObject())
        {
            var text = input.Value.ValueKind switch
            {
                JsonValueKind.String => input.Value.GetString()?.Trim(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => input.Value.GetRawText(),
                _ => null,
            };
            if (text is { Length: > 0 and <= LongestValue } and not Nothing)
            {
                values[input.Name] = text;
            }
        }

        return new FormValues(values);
    }

    /// <summary>Whether a name or an input is no text: half a character can be written in JSON, and no program of people's sends one.</summary>
    private static bool IsBroken(JsonElement sent)
    {
        try
        {
            foreach (var input in sent.EnumerateObject())
            {
                _ = input.Name;
                _ = input.Value.ValueKind == JsonValueKind.String ? input.Value.GetString() : null;
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static CallTarget? ReadTarget(JsonElement ours)
    {
        try
        {
            return ours.ValueKind == JsonValueKind.Object ? ours.Deserialize(AdaptiveJson.Default.CallTarget) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
