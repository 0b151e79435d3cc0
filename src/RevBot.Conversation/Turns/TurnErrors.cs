using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
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

    public static Reply Failed(Turn turn) => Refusal($"Something went wrong (ref {ReferenceOf(turn)}). Nothing was changed.", RefusalClass.Failed);

    public static Reply Busy() => Refusal("Somebody else is changing this right now. Nothing was changed; please try again in a moment.", RefusalClass.Conflict);

    private static Reply.Say Refusal(string sentence, RefusalClass ground) => new(Card.Text(sentence))
    {
        Audit = new AuditNote(AuditKind.Refused, AuditEntry.NoIntent, Class: ground),
        Data = new JsonObject { ["intent"] = null, ["outcome"] = "refused", ["text"] = sentence },
    };
}
