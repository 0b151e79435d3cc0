using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace RevBot.Intents.AssistedReading;

/// <summary>All that leaves the process for one sentence: the prompt with the names of the catalogue, the schema, and the message with what must not leave replaced.</summary>
internal sealed record ReadingRequest(string Instruction, JsonElement Schema, string Message)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadingRequest Of(MaskedMessage message, ReadingVocabulary vocabulary) =>
        new(vocabulary.Instruction, vocabulary.Schema, new JsonObject { ["message"] = message.Text }.ToJsonString(Plain));

    public IEnumerable<ChatMessage> Messages() => [new(ChatRole.System, Instruction), new(ChatRole.User, Message)];
}
