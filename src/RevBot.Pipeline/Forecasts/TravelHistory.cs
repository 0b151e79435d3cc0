using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Forecasts;

/// <summary>How deals travelled up to the morning of a day: what all forecasts made on that day are played by. What happens in the course of the day teaches from the next one on.</summary>
internal sealed class TravelHistory
{
    /// <summary>Stays that began earlier say little of how deals travel now.</summary>
    public const int HistoryDays = 365;

    /// <summary>Rarer segments have one pace together.</summary>
    private const int MostSegments = 32;

    private readonly Dictionary<StageId, sbyte> _ordinals = [];
    private readonly ConcurrentDictionary<double, WinOdds> _odds = new();
    private readonly WorkCalendar _work;
    private readonly long _morning;

    private TravelHistory(int day, WorkCalendar work, SalesProcess process)
    {
        (Day, Process, _work, Morning) = (day, process, work, work.StartOf(DateOnly.FromDayNumber(day)));
        _morning = Morning.UtcTicks;
        foreach (var stage in process.OpenStages)
        {
            _ordinals[stage.Id] = (sbyte)_ordinals.Count;
        }
    }

    public int Day { get; }

    public SalesProcess Process { get; }

    /// <summary>The moment up to which history counts.</summary>
    public DateTimeOffset Morning { get; }

    public PipelinePace Pace { get; private set; } = PipelinePace.Learn([], [], [], [], 1, 1);

    /// <summary>Stays it was learned from.</summary>
    public int Stays { get; private set; }

    /// <summary>Those of them that had ended.</summary>
    public int Exits { get; private set; }

    /// <param name="segments">Of each deal, by the numbers of a vocabulary.</param>
    public static TravelHistory Until(int day, ReadOnlySpan<Deal> deals, OrdinalColumn segments, WorkCalendar work, SalesProcess process)
    {
        var history = new TravelHistory(day, work, process);
        history.Learn(deals, segments);
        return history;
    }

    /// <summary>Place of an open stage; -1 for any other.</summary>
    public sbyte OrdinalOf(StageId stage) => _ordinals.GetValueOrDefault(stage, (sbyte)-1);

    public static byte SegmentOf(int ordinal) => ordinal < MostSegments ? (byte)ordinal : (byte)0;

    /// <summary>Business days from a moment to the morning.</summary>
    /// <param name="deal">Whose days they are: those it was paused on do not count.</param>
    public double AgeOf(long sinceTicks, Deal? deal = null)
    {
        var since = new DateTimeOffset(sinceTicks, TimeSpan.Zero);
        return deal is null ? _work.BusinessDaysBetween(since, Morning) : StayClock.Days(deal, since, Morning, _work);
    }

    /// <summary>The odds of being won by the end of a day, and not before the start of another (today, where none is said); where that comes later there are none.</summary>
    private WinOdds? OddsBy(int lastDay, int? from = null) => lastDay < (from ?? Day) ? null
        : _odds.GetOrAdd(_work.BusinessDaysBetween(_work.StartOf(DateOnly.FromDayNumber(from ?? Day)), _work.StartOf(DateOnly.FromDayNumber(lastDay + 1))), days => WinOdds.Within(Pace, days));

    /// <summary>The odds of being won in a stretch: until its end, but not before it begins; by stage, segment and age.</summary>
    /// <param name="from">The day from which on deals can be won: today, or later for those that are paused.</param>
    public Func<int, int, double, double> OddsIn(ForecastSpan span, int from)
    {
        var (until, before) = (OddsBy(span.Last, from), span.First > from ? OddsBy(span.First - 1, from) : null);
        return (stage, segment, age) => Math.Max(0, (until?.Of(stage, segment, age) ?? 0) - (before?.Of(stage, segment, age) ?? 0));
    }

    /// <summary>The odds of being won in the coming year; 0 while nothing is known.</summary>
    public double OddsWithinAYear(int stage, int segment, double age) => OddsBy(Day + 365)?.Of(stage, segment, age) ?? 0;

    /// <summary>True when a deal that has changed since has the same past.</summary>
    /// <param name="before">Null for a new deal.</param>
    public bool SeesNoDifference(Deal? before, Deal after)
    {
        if (before is not null && (before.Segment != after.Segment || before.Account != after.Account || before.HistoryKnown != after.HistoryKnown))
        {
            return false;
        }

        if (!SeenPausesOf(before).SequenceEqual(SeenPausesOf(after)))
        {
            return false;
        }

        for (var index = 0; ; index++)
        {
            var (old, now) = (SeenOf(before, index), SeenOf(after, index));
            if (old != now)
            {
                return false;
            }

            if (now is null)
            {
                return true;
            }
        }
    }

    /// <summary>A stay as it looked in the morning; null when it had not begun.</summary>
    private StageVisit? SeenOf(Deal? deal, int index) => deal is null || index >= deal.Visits.Length || deal.Visits[index].EnteredAt.UtcTicks >= _morning ? null
        : deal.Visits[index] is var visit && visit.ExitedAt?.UtcTicks < _morning ? visit
        : visit with { ExitedAt = null, Exit = ExitKind.None };

    private IEnumerable<DealPause> SeenPausesOf(Deal? deal) => deal is null || deal.Pauses.IsEmpty
        ? []
        : deal.Pauses.Where(pause => pause.Since.UtcTicks < _morning).Select(pause => pause.EndedAt?.UtcTicks >= _morning ? pause with { EndedAt = null } : pause);

    private void Learn(ReadOnlySpan<Deal> deals, OrdinalColumn segments)
    {
        var (stages, cells, days, to) = (new List<sbyte>(), new List<byte>(), new List<double>(), new List<sbyte>());
        var since = _work.StartOf(DateOnly.FromDayNumber(Day - HistoryDays)).UtcTicks;
        for (var position = 0; position < deals.Length; position++)
        {
            var deal = deals[position];
            var segment = SegmentOf(segments.Ordinals[position]);
            for (var index = deal.HistoryKnown ? 0 : 1; index < deal.Visits.Length; index++)
            {
                var visit = deal.Visits[index];
                var entered = visit.EnteredAt.UtcTicks;
                if (entered < since || entered >= _morning || OrdinalOf(visit.Stage) is not (>= 0 and var stage) || WayOf(deal, index, visit) is not { } way)
                {
                    continue;
                }

                stages.Add(stage);
                cells.Add(segment);
                days.Add(StayClock.Days(deal, visit.EnteredAt, way == Destination.Running ? Morning : visit.ExitedAt ?? Morning, _work));
                to.Add(way);
                Exits += way == Destination.Running ? 0 : 1;
            }
        }

        Stays = stages.Count;
        Pace = PipelinePace.Learn(
            CollectionsMarshal.AsSpan(stages), CollectionsMarshal.AsSpan(cells), CollectionsMarshal.AsSpan(days), CollectionsMarshal.AsSpan(to), Math.Max(1, _ordinals.Count), MostSegments);
    }

    /// <summary>Where a stay had led by the morning; null when it led to a stage the process does not have any more.</summary>
    private sbyte? WayOf(Deal deal, int index, in StageVisit visit)
    {
        if (visit.ExitedAt is not { } left || left.UtcTicks >= _morning)
        {
            return Destination.Running;
        }

        return visit.Exit switch
        {
            ExitKind.Won => Destination.Won,
            ExitKind.Lost => Destination.Lost,
            _ => index + 1 < deal.Visits.Length && OrdinalOf(deal.Visits[index + 1].Stage) is >= 0 and var next ? next : null,
        };
    }
}
