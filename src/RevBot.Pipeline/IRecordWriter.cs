using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Targets;

namespace RevBot.Pipeline;

/// <summary>Adds what deals are made with and measured by, as part of the turn it is called in. Each keeps who made it, when and through which turn.</summary>
public interface IRecordWriter
{
    /// <summary>Added; one that is there already, seen by whoever asks or not, stays as it is.</summary>
    void Add(Account account, EventStamp stamp);

    /// <summary>Added, or replaced by account and name.</summary>
    void Put(Contact contact, EventStamp stamp);

    /// <summary>Taken back: as it was before, or gone. Written only while nothing has come to stand on it.</summary>
    void TakeBack(MadeRecord made);

    /// <summary>Added beside those that were submitted before.</summary>
    /// <param name="note">What was said with it, or null.</param>
    void Submit(IReadOnlyList<ForecastSubmission> forecasts, string? note, EventStamp stamp);
}
