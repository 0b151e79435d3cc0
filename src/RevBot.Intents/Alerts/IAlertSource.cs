using RevBot.Conversation.Replies;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>Finds what the rules of some kinds say is to be told at once, says who reads it, and shows it.</summary>
public interface IAlertSource
{
    IReadOnlyList<AlertKind> Kinds { get; }

    /// <summary>Names the guard that looks once more when a card is sent; it is given the card's key.</summary>
    string Guard { get; }

    /// <summary>What is found now, the weightiest first.</summary>
    /// <param name="since">What happened before is not told.</param>
    IReadOnlyList<IFinding> Find(PipelineSnapshot snapshot, DateTimeOffset since, DateTimeOffset now);

    /// <summary>Where a finding is told: rooms, or chats of people; none where nobody can be told.</summary>
    Task<IReadOnlyList<TeamRooms>> ReadersAsync(IFinding finding, PipelineSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>Whether one who was told is told no more wherever they read: of what one person reads.</summary>
    bool IsForOne(IFinding finding);

    /// <summary>What is told together, in one line for each place.</summary>
    IReadOnlyList<AlertBundle> Bundle(IReadOnlyList<AlertWish> wishes, PipelineSnapshot snapshot);

    Card Alert(IFinding finding, PipelineSnapshot snapshot);

    /// <summary>The last face of a card; null when its subject is not there any more.</summary>
    Card? Over(AlertSubject subject, PipelineSnapshot snapshot);
}
