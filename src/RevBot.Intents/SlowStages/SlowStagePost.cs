using RevBot.Conversation.Turns;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics.Drift;

namespace RevBot.Intents.SlowStages;

/// <summary>A slower stage that is told.</summary>
/// <param name="Mark">Of the card that stands already, which gets a new face where it has changed; null when none does.</param>
/// <param name="Rooms">Where it is told now, for the first time.</param>
public sealed record SlowStagePost(StageDrift Drift, AlertSubject Subject, AlertMark? Mark, IReadOnlyList<ConversationReference> Rooms);
