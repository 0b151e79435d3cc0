namespace RevBot.Conversation.Memory;

/// <summary>Reads what was remembered; written through <see cref="Turns.ITurnTransaction.Remember"/>.</summary>
public interface IConversationMemory
{
    ValueTask<ConversationMemory> GetAsync(string actorKey, string conversationKey, CancellationToken cancellationToken);
}
