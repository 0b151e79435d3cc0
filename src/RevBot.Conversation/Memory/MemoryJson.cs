using System.Text.Json.Serialization;
using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Memory;

/// <summary>How remembered things are written down.</summary>
[JsonSerializable(typeof(OpenOptions))]
[JsonSerializable(typeof(InterviewState))]
internal sealed partial class MemoryJson : JsonSerializerContext;
