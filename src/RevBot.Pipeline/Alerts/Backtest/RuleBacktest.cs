using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>Plays the rules of one kind through past work days as if they had run on each morning, knowing each morning only what was known by then.</summary>
/// <remarks>What is typical of stages is learned anew each week, from its first morning. What became of a deal is as of the last day. A rule is asked as it is asked every day (<see cref="DealWatch"/>).</remarks>
public static class RuleBacktest
{
    /// <summary>Fewer days say nothing.</summary>
    public const int LeastDays = 7;

    public const int MostDays = 730;

    private const int Week = 7;

    /// <summary>The kinds that can be tested: those that are told of one deal.</summary>
    public static IReadOnlyList<AlertKind> Kinds => DealWatch.Kinds;

    /// <param name="asked">A threshold to test besides, in the unit of the kind; null for none.</param>
    /// <param name="days">How many company days back, today included: <see cref="LeastDays"/> to <see cref="MostDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range, or <paramref name="kind"/> not told of one deal.</exception>
    public static async Task<BacktestReport> RunAsync(AlertKind kind, decimal? asked, IPipelineReader reader, CompanyProfile company, DateTimeOffset now, int days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(company);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, LeastDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        if (!Kinds.Contains(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only what is told of one deal can be played through the past.");
        }

        var from = company.Work.DateAt(now).AddDays(1 - days);
        var mornings = Mornings(from, company, now);
        var replay = await PipelineReplay.ReadAsync(reader, [.. mornings, now], company.Process.PositionOf, cancellationToken);
        var large = kind is AlertKind.LargeWin or AlertKind.LargeLoss ? new DealWatch(await reader.GetSnapshotAsync(now, cancellationToken), company, StageClock.Learn([], company.Alerts.DefaultStageDays), now).Large : null;
        var columns = RuleLadder.Of(kind, company, asked, large).Select(rung => new BacktestColumn(rung, RuleLadder.With(company, rung))).ToList();
        var population = new BacktestPopulation(kind, columns[0].Company, company.Work.StartOf(from));
        var clock = StageClock.Learn([], company.Alerts.DefaultStageDays);
        var (morning, learned) = (0, -1);
        foreach (var snapshot in replay.Play())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (morning == mornings.Count)
            {
                var after = population.After(snapshot, now);
                return new BacktestReport(kind, from, company.Work.DateAt(now), mornings.Count == 0 ? null : company.Work.DateAt(mornings[0]), population.Deals, population.People, !company.Alerts.Tells(kind), large, [.. columns.Select(column => column.Row(after))]);
            }

            var at = mornings[morning++];
            var today = company.Work.DateAt(at);
            if (kind == AlertKind.StalledDeal && learned != (today.DayNumber - from.DayNumber) / Week)
            {
                (clock, learned) = (StallDetector.Learn(snapshot, company, at), (today.DayNumber - from.DayNumber) / Week);
            }

            Look(population, columns, snapshot, clock, at, today);
        }

        throw new InvalidOperationException("The last moment of a replay is now.");
    }

    /// <summary>When the morning's digests come, on each work day that has come.</summary>
    private static List<DateTimeOffset> Mornings(DateOnly from, CompanyProfile company, DateTimeOffset now)
    {
        var mornings = new List<DateTimeOffset>();
        for (var day = from; company.Work.StartOf(day) + company.Alerts.DigestAt.ToTimeSpan() is var at && at < now; day = day.AddDays(1))
        {
            if (company.Work.IsWorkDay(day))
            {
                mornings.Add(at);
            }
        }

        return mornings;
    }

    private static void Look(BacktestPopulation population, List<BacktestColumn> columns, PipelineSnapshot snapshot, StageClock clock, DateTimeOffset at, DateOnly today)
    {
        var since = population.Begin > at - DealWatch.News ? population.Begin : at - DealWatch.News;
        DealWatch[] watches = [.. columns.Select(column => new DealWatch(snapshot, column.Company, clock, at))];
        foreach (var deal in snapshot.Deals.Span)
        {
            if (!population.Holds(deal, snapshot, today))
            {
                continue;
            }

            for (var place = 0; place < watches.Length; place++)
            {
                if (watches[place].Of(population.Kind, deal, since) is { } finding)
                {
                    columns[place].Tell(finding, BacktestPopulation.ReaderOf(finding.Rule, deal, snapshot), today);
                }
            }
        }
    }
}
