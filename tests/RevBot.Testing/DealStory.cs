using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Testing;

/// <summary>What happened to one deal, told in order.</summary>
public sealed class DealStory(DealId id)
{
    private StageId _stage;
    private DateOnly? _closeDate;

    public DealId Id { get; } = id;

    public List<DealEvent> Events { get; } = [];

    public DealStory Moves(string at, string to) =>
        Add(APipeline.At(at), stamp => new DealEvent.StageChanged(_stage, new StageId(to)) { Deal = Id, Stamp = stamp });

    public DealStory Wins(string at, string? signed = null) => Add(
        APipeline.At(at),
        stamp => new DealEvent.Won(_stage, new StageId("won"), Day(at), signed is null ? null : Day(signed), _closeDate) { Deal = Id, Stamp = stamp });

    public DealStory Loses(string at, string? reason = "price", string? detail = null, string? competitor = null) => Add(
        APipeline.At(at),
        stamp => new DealEvent.Lost(_stage, new StageId("lost"), Day(at), reason, detail, null, competitor, _closeDate) { Deal = Id, Stamp = stamp });

    public DealStory Reopens(string at, string to) =>
        Add(APipeline.At(at), stamp => new DealEvent.Reopened(_stage, new StageId(to), null) { Deal = Id, Stamp = stamp });

    /// <param name="until">The review date.</param>
    public DealStory Pauses(string at, string until, string reason = "budget freeze") =>
        Add(APipeline.At(at), stamp => new DealEvent.Paused(DateOnly.Parse(until, CultureInfo.InvariantCulture), reason, null, null) { Deal = Id, Stamp = stamp });

    public DealStory Resumes(string at) => Add(APipeline.At(at), stamp => new DealEvent.Resumed(default, "") { Deal = Id, Stamp = stamp });

    public DealStory Add(DateTimeOffset at, Func<EventStamp, DealEvent> what)
    {
        var happened = what(new EventStamp(at, at, null, $"test-{Events.Count}", "test"));
        Events.Add(happened);
        (_stage, _closeDate) = happened switch
        {
            DealEvent.Created created => (created.Stage, created.CloseDate),
            DealEvent.StageChanged moved => (moved.To, _closeDate),
            DealEvent.Won won => (won.To, won.CloseDate),
            DealEvent.Lost lost => (lost.To, lost.CloseDate),
            DealEvent.Reopened reopened => (reopened.To, reopened.CloseDate ?? _closeDate),
            DealEvent.CloseDateChanged date => (_stage, date.To),
            _ => (_stage, _closeDate),
        };
        return this;
    }

    private static DateOnly Day(string at) => DateOnly.FromDateTime(DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));
}
