using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Alerts;

/// <summary>One alert as its subject stands now.</summary>
/// <param name="Name">For a sentence: "Acme", "Proposal is slower".</param>
/// <param name="Title">For the struck line of a card that is quiet or over: "Acme · Proposal".</param>
/// <param name="Standing">Its card while it is so; null when it is over.</param>
/// <param name="Over">Its card once it is over.</param>
/// <param name="Refusal">Why whoever looks may not press its buttons; null when they may.</param>
public sealed record AlertView(AlertSubject Subject, string Name, string Title, Card? Standing, Card Over, Denial? Refusal)
{
    /// <summary>The deal it is about; null where it is about more than one.</summary>
    public DealId? Deal { get; init; }

    /// <summary>How long a snooze lasts when nothing else is said.</summary>
    public required int SnoozeDays { get; init; }
}
