using System.Globalization;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Audits;

/// <summary>Holds what owners say of a deal's chances against how deals of its stage, segment and age have fared. Only deals that carry a probability or the forecast category "commit" say anything.</summary>
internal sealed class ClaimedOdds(PipelineView view)
{
    /// <summary>What "commit" says: four of five come in.</summary>
    public const double Commit = .8;

    /// <summary>Fewer past stays of this length say nothing against it.</summary>
    public const int LeastPast = 20;

    /// <summary>A company's own field of this name is taken for the owner's probability.</summary>
    private const string ProbabilityField = "probability";

    private const double Confidence = .9;

    private readonly Lazy<TravelHistory> _travel = new(() => view.Columns.TravelUntil(view.Today, view.Company.Process));
    private List<double>[]? _stays;

    /// <summary>How many claims could not be judged for want of history.</summary>
    public int Unjudged { get; private set; }

    /// <summary>Null where nothing is claimed, where history bears it, and where history is too short.</summary>
    public AuditIssue.Overstated? Of(int position)
    {
        var deal = view.Snapshot.Deals.Span[position];
        if (ClaimOf(deal) is not var (claim, category) || deal.Visits is not [.., { IsOpen: true } visit])
        {
            return null;
        }

        var travel = _travel.Value;
        var stage = travel.OrdinalOf(visit.Stage);
        var age = travel.AgeOf(visit.EnteredAt.UtcTicks, deal);
        var past = stage < 0 ? 0 : PastOf(stage, age);
        if (past < LeastPast)
        {
            Unjudged++;
            return null;
        }

        var odds = travel.OddsWithinAYear(stage, TravelHistory.SegmentOf(view.Columns.Of(Dimension.Segment).Ordinals[position]), age);
        return claim > WilsonInterval.Around(new Proportion(odds, past), Confidence).High ? new AuditIssue.Overstated(deal, claim, category, odds, past) : null;
    }

    /// <summary>0 to 1; null when nothing is said.</summary>
    private static (double Claim, string? Category)? ClaimOf(Deal deal)
    {
        if (deal.Fields.TryGetValue(ProbabilityField, out var text)
            && double.TryParse(text.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && (number > 1 || text.Contains('%', StringComparison.Ordinal) ? number / 100 : number) is >= 0 and <= 1 and var claim)
        {
            return (claim, null);
        }

        return string.Equals(deal.ForecastCategory, "commit", StringComparison.OrdinalIgnoreCase) ? (Commit, deal.ForecastCategory) : null;
    }

    /// <summary>Ended stays in a stage that lasted at least as long.</summary>
    private int PastOf(int stage, double age)
    {
        var lengths = (_stays ??= Learn())[stage];
        var first = lengths.BinarySearch(age);
        return lengths.Count - (first < 0 ? ~first : first);
    }

    /// <summary>By stage how long the stays lasted that the odds were learned from, the shortest first.</summary>
    private List<double>[] Learn()
    {
        var travel = _travel.Value;
        List<double>[] lengths = [.. travel.Process.OpenStages.Select(_ => new List<double>())];
        var since = view.Company.Work.StartOf(DateOnly.FromDayNumber(travel.Day - TravelHistory.HistoryDays));
        foreach (var deal in view.Snapshot.Deals.Span)
        {
            for (var index = deal.HistoryKnown ? 0 : 1; index < deal.Visits.Length; index++)
            {
                var visit = deal.Visits[index];
                if (visit.EnteredAt >= since && visit.ExitedAt is { } left && left < travel.Morning && travel.OrdinalOf(visit.Stage) is >= 0 and var stage)
                {
                    lengths[stage].Add(StayClock.Days(deal, visit.EnteredAt, left, view.Company.Work));
                }
            }
        }

        Array.ForEach(lengths, found => found.Sort());
        return lengths;
    }
}
