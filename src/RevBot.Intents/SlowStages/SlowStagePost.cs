using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics.Drift;

namespace RevBot.Intents.SlowStages;

/// <summary>A slower stage that is told.</summary>
/// <param name="Mark">Of the card that stands already, which gets a new face where it has changed; null when none does.</param>
/// <param name="Rooms">Where it is told now, for the first time.</param>
public sealed record SlowStagePost(StageDrift Drift, AlertSubject Subject, AlertMark? Mark, IReadOnlyList<ConversationReference> Rooms)
{
    /// <summary>Who is told the details in person, since not everybody in a room of theirs may see them.</summary>
    public IReadOnlyList<KnownPerson> Details { get; init; } = [];

    /// <summary>How many people that is in all, those told before among them.</summary>
    public int InPerson { get; init; }
}
