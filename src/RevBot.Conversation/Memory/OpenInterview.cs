using System.Text.Json;
using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Memory;

/// <summary>The interview a person is in, kept between turns.</summary>
internal static class OpenInterview
{
    public const string Key = "turn.interview";

    public static InterviewState? From(ConversationMemory memory, DateTimeOffset now) =>
        memory.Recall(Key, now) is { } json ? JsonSerializer.Deserialize(json, MemoryJson.Default.InterviewState) : null;

    public static string ToJson(InterviewState state) => JsonSerializer.Serialize(state, MemoryJson.Default.InterviewState);
}
