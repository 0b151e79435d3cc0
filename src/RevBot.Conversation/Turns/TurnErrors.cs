using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Turns;

/// <summary>What people read when something broke: a reference to quote, never the exception.</summary>
public static class TurnErrors
{
    /// <summary>Short, sayable, and found in the log beside the turn's id.</summary>
    public static string ReferenceOf(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(turn.Id)).AsSpan(0, 4));
    }

    public static Reply Failed(Turn turn) => Refusal($"Something went wrong (ref {ReferenceOf(turn)}). Nothing was changed.");

    public static Reply Busy() => Refusal("Somebody else is changing this right now. Nothing was changed; please try again in a moment.");

    private static Reply.Say Refusal(string sentence) => new(Card.Text(sentence))
    {
        Data = new JsonObject { ["intent"] = null, ["outcome"] = "refused", ["text"] = sentence },
    };
}
