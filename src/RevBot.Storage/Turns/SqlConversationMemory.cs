using System.Collections.Immutable;
using System.Text.Json;
using RevBot.Conversation.Memory;

namespace RevBot.Storage.Turns;

/// <summary>What people and conversations spoke of.</summary>
internal sealed class SqlConversationMemory(ISqlDatabase database) : IConversationMemory
{
    private const string FindSql = "SELECT items FROM memory WHERE actor_key = $1 AND conversation_key = $2";
    private const string ForgetSql = "DELETE FROM memory WHERE actor_key = $1 AND conversation_key = $2";

    private const string PutSql =
        """
        INSERT INTO memory (actor_key, conversation_key, items, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (actor_key, conversation_key) DO UPDATE SET items = excluded.items, expires_at = excluded.expires_at
        """;

    public ValueTask<ConversationMemory> GetAsync(string actorKey, string conversationKey, CancellationToken cancellationToken)
    {
        var items = database.Read(session => session[FindSql].Scalar(actorKey, conversationKey)) is string json
            ? JsonSerializer.Deserialize(json, StorageJson.Default.ImmutableDictionaryStringMemoryItem)
            : null;
        return ValueTask.FromResult(new ConversationMemory(actorKey, conversationKey, items ?? ImmutableDictionary<string, MemoryItem>.Empty));
    }

    internal static string Write(ConversationMemory memory) => JsonSerializer.Serialize(memory.Items, StorageJson.Default.ImmutableDictionaryStringMemoryItem);

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Put(SqlSession session, ConversationMemory memory, string json)
    {
        if (memory.Items.IsEmpty)
        {
            session[ForgetSql].Run(memory.ActorKey, memory.ConversationKey);
        }
        else
        {
            session[PutSql].Run(memory.ActorKey, memory.ConversationKey, json, SqlValues.Milliseconds(memory.Items.Values.Max(item => item.ExpiresAt)));
        }
    }
}
