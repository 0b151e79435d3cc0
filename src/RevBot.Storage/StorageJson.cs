using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Storage;

/// <summary>How what is stored as JSON is written: turns, messages, form sessions, memory, event payloads.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Turn))]
[JsonSerializable(typeof(OutboundMessage))]
[JsonSerializable(typeof(MessageReference))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(FormSession))]
[JsonSerializable(typeof(ActorProfile))]
[JsonSerializable(typeof(ImmutableDictionary<string, MemoryItem>))]
[JsonSerializable(typeof(ImmutableDictionary<string, string>))]
[JsonSerializable(typeof(Deals.EventPayload))]
[JsonSerializable(typeof(Leads.LeadPayload))]
[JsonSerializable(typeof(Deals.StoredContact))]
[JsonSerializable(typeof(Deals.StoredApproval))]
[JsonSerializable(typeof(Deals.StoredAnswer[]))]
internal sealed partial class StorageJson : JsonSerializerContext;
