using RevBot.Conversation.Turns;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics.Drift;

namespace RevBot.Intents.SlowStages;

/// <summary>A slower stage that is told.</summary>
/// <param name="Stands">Whether a card of it stands already, which then gets a new face.</param>
/// <param name="Rooms">Where it is told now, for the first time.</param>
public sealed record SlowStagePost(StageDrift Drift, AlertSubject Subject, bool Stands, IReadOnlyList<ConversationReference> Rooms);
