using System.Globalization;
using System.Runtime.InteropServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Analytics.Backtest;

/// <summary>Plays the rule of stalled deals through past days as if it had run on each of them, knowing each day only what was known by then.</summary>
/// <remarks>What is typical is learned anew each week, as of its beginning. What became of a deal is as of the last day.</remarks>
public static class StallBacktest
{
    private const int Week = 7;

    /// <summary>Spreads above typical, on a log scale: watch, alert (in use), between, escalate.</summary>
    private static readonly double[] Spreads = [1.5, 1.75, 2, 2.25];

    /// <summary>In use.</summary>
    private const double Shipped = 1.75;

    /// <summary>What others ship.</summary>
    private const double FixedDays = 14;

    /// <param name="now">The end of the time.</param>
    /// <param name="days">Its length in days of the calendar, at least 7.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below 7.</exception>
    public static BacktestReport Run(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now, int days)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, Week);
        var from = now.AddDays(-days);
        var watched = OpenSince(snapshot, from, now);
        var columns = Spreads.Select(spread => new Column(string.Create(CultureInfo.InvariantCulture, $"learned, {spread} spreads"), spread == Shipped)).Append(new Column(string.Create(CultureInfo.InvariantCulture, $"{FixedDays} business days"), false)).ToArray();
        for (var week = from; week < now; week = week.AddDays(Week))
        {
            var clock = StallDetector.Learn(snapshot, company, week);
            for (var at = week; at < week.AddDays(Week) && at < now; at = at.AddDays(1))
            {
                if (company.Work.IsWorkDay(company.Work.DateAt(at)))
                {
                    Look(watched, snapshot, company, clock, at, columns);
                }
            }
        }

        var people = watched.Select(deal => deal.Owner).OfType<PersonId>().Distinct().Count();
        return new BacktestReport(
            company.Work.DateAt(from), company.Work.DateAt(now), watched.Count, people, [.. columns.Select(column => column.Row(watched, days / (double)Week, people, now, company))]);
    }

    private static List<Deal> OpenSince(PipelineSnapshot snapshot, DateTimeOffset from, DateTimeOffset now)
    {
        var open = new List<Deal>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Visits is [{ EnteredAt: var begun }, ..] && begun < now && !(deal.Visits[^1].ExitedAt <= from))
            {
                open.Add(deal);
            }
        }

        return open;
    }

    /// <summary>One morning's run.</summary>
    private static void Look(List<Deal> deals, PipelineSnapshot snapshot, CompanyProfile company, StageClock clock, DateTimeOffset at, Column[] columns)
    {
        foreach (var deal in deals)
        {
            for (var place = 0; place < deal.Visits.Length; place++)
            {
                var visit = deal.Visits[place];
                if (visit.EnteredAt > at || visit.ExitedAt <= at)
                {
                    continue;
                }

                if (WasPausedAt(deal, at, company))
                {
                    continue;
                }

                var age = StayClock.Days(deal, visit.EnteredAt, at, company.Work);
                var verdict = clock.Judge(visit.Stage, snapshot.SegmentOf(deal), age);
                for (var column = 0; column < columns.Length; column++)
                {
                    if (column < Spreads.Length ? Exceeds(verdict, Spreads[column]) : age > FixedDays)
                    {
                        columns[column].Tell(deal, place, at);
                    }
                }
            }
        }
    }

    private static bool WasPausedAt(Deal deal, DateTimeOffset at, CompanyProfile company)
    {
        foreach (var pause in deal.Pauses)
        {
            if (pause.Since <= at && at < pause.EndBy(company.Work.StartOf(pause.Until)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Exceeds(StayVerdict verdict, double spreads) =>
        verdict.Z is { } z ? verdict.Level != StallLevel.None && z >= spreads : verdict.Level >= StallLevel.Alert;

    /// <summary>What one threshold would have told.</summary>
    private sealed class Column(string threshold, bool isShipped)
    {
        private readonly HashSet<(DealId Deal, int Visit)> _told = [];
        private readonly Dictionary<DealId, DateTimeOffset> _first = [];
        private readonly Dictionary<(PersonId Owner, int Week), int> _weeks = [];

        public void Tell(Deal deal, int visit, DateTimeOffset at)
        {
            if (!_told.Add((deal.Id, visit)))
            {
                return;
            }

            _first.TryAdd(deal.Id, at);
            if (deal.Owner is { } owner)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_weeks, (owner, (int)(at.UtcTicks / TimeSpan.TicksPerDay / Week)), out _)++;
            }
        }

        public BacktestRow Row(List<Deal> deals, double weeks, int people, DateTimeOffset now, CompanyProfile company) => new(
            threshold,
            isShipped,
            _told.Count,
            _told.Count / weeks,
            people == 0 ? 0 : _told.Count / weeks / people,
            _weeks.Values.DefaultIfEmpty().Max(),
            After(deals.Where(deal => _first.ContainsKey(deal.Id)), now, company),
            After(deals.Where(deal => !_first.ContainsKey(deal.Id)), now, company));

        private DealsAfter After(IEnumerable<Deal> deals, DateTimeOffset now, CompanyProfile company)
        {
            var (won, lost, open, slipped) = (0, 0, 0, 0);
            foreach (var deal in deals)
            {
                var isOpen = deal.Status == DealStatus.Open || !(deal.Visits[^1].ExitedAt <= now);
                won += !isOpen && deal.Status == DealStatus.Won ? 1 : 0;
                lost += !isOpen && deal.Status == DealStatus.Lost ? 1 : 0;
                open += isOpen ? 1 : 0;
                slipped += isOpen && HasSlipped(deal, now, company) ? 1 : 0;
            }

            return new DealsAfter(won, lost, open, slipped);
        }

        /// <summary>Since it would have been told; for one that would not, since it was first seen.</summary>
        private bool HasSlipped(Deal deal, DateTimeOffset now, CompanyProfile company)
        {
            var then = DealPast.CloseDateAt(deal, _first.GetValueOrDefault(deal.Id, deal.Visits[0].EnteredAt).UtcTicks);
            var last = DealPast.CloseDateAt(deal, now.UtcTicks);
            return last < company.Work.DateAt(now) || (then is { } planned && last > planned);
        }
    }
}
