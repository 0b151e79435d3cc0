using System.Text.Json;
using System.Text.Json.Serialization;

namespace RevBot.Intents.AssistedReading;

/// <summary>Reads a record to the letter: what is missing, doubled, of another type or not in the schema makes all of it worthless.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = 8)]
[JsonSerializable(typeof(QuestionRecord))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>Null when it is none.</summary>
    public static QuestionRecord? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Default.QuestionRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
