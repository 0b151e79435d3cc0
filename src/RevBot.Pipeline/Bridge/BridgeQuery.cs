using System.Collections.Immutable;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Bridge;

/// <summary>Asks what changed in the open pipeline between two moments.</summary>
/// <remarks>Deals that have stood still since the first moment are at both ends alike and are read from columns only. Filters are held against the deals as they are in the snapshot.</remarks>
public sealed record BridgeQuery
{
    public ImmutableArray<DealFilter> Filters { get; init; } = [];

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Expected close dates that are looked at; null for all open deals.</summary>
    public Period? Window { get; init; }

    /// <summary>Pure: the same arguments give the same bridge.</summary>
    public PipelineBridge Run(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var view = new PipelineView(snapshot, company, now);
        var scope = new DealScope(Filters, view, losses: false);
        var (from, to, window, day) = (From.UtcTicks, To.UtcTicks, DayRange.Of(Window), company.Work.DateAt(To));
        var (opening, closing) = ((Amount: 0m, Deals: 0), (Amount: 0m, Deals: 0));
        var (steps, exclusions, converted) = (Enum.GetValues<BridgeStepKind>().ToDictionary(kind => kind, _ => new List<(Deal Deal, decimal Amount)>()), new Exclusions(company.Currency), false);
        for (var position = 0; position < snapshot.Deals.Length; position++)
        {
            ref readonly var facts = ref view.Columns.Facts[position];
            var turned = view.Columns.LastTurns[position];
            var still = turned <= from;
            if ((still && (facts.Status != DealStatus.Open || !window.Contains(facts.CloseDay))) || turned == DealPast.NeverOpen
                || !scope.Holds(new Observation(view, in facts, position, facts.CloseDay)))
            {
                continue;
            }

            var deal = snapshot.Deals.Span[position];
            var before = Worth(deal, from, window, company, day, exclusions, ref converted, count: false);
            var after = still ? before : Worth(deal, to, window, company, day, exclusions, ref converted, count: false);
            if (before is { } was)
            {
                opening = (opening.Amount + was, opening.Deals + 1);
            }

            if (after is { } stands)
            {
                closing = (closing.Amount + stands, closing.Deals + 1);
            }
            else
            {
                _ = Worth(deal, to, window, company, day, exclusions, ref converted, count: true);
            }

            if (before != after)
            {
                steps[KindOf(deal, before, after, from, to, window)].Add((deal, (after ?? 0) - (before ?? 0)));
            }
        }

        return new PipelineBridge(
            From, To, Window, opening.Amount, opening.Deals, closing.Amount, closing.Deals,
            [.. steps.Select(step => new BridgeStep(step.Key, step.Value.Sum(change => change.Amount), [.. step.Value.OrderByDescending(change => Math.Abs(change.Amount)).ThenBy(change => change.Deal.Id.Value, StringComparer.Ordinal).Select(change => change.Deal)]))],
            exclusions.All(),
            converted);
    }

    /// <summary>What a deal was worth in the pipeline at a moment; null when it was not in it, or cannot be counted.</summary>
    private static decimal? Worth(Deal deal, long ticks, DayRange window, CompanyProfile company, DateOnly rateDay, Exclusions exclusions, ref bool converted, bool count)
    {
        if (!IsIn(deal, ticks, window))
        {
            return null;
        }

        if (DealPast.AmountAt(deal, ticks) is not { } money)
        {
            if (count)
            {
                exclusions.Add("no amount");
            }

            return null;
        }

        var worth = company.Rates.Convert(money, rateDay);
        converted |= money.Currency != company.Currency;
        if (worth is null && count)
        {
            exclusions.AddWithoutRate(money.Currency);
        }

        return worth;
    }

    private static bool IsIn(Deal deal, long ticks, DayRange window) =>
        DealPast.IsOpenAt(deal, ticks) && window.Contains(DealPast.CloseDateAt(deal, ticks)?.DayNumber ?? DealFacts.NoDay);

    private static BridgeStepKind KindOf(Deal deal, decimal? before, decimal? after, long from, long to, DayRange window)
    {
        if (IsIn(deal, from, window) && IsIn(deal, to, window))
        {
            return (after ?? 0) > (before ?? 0) ? BridgeStepKind.Upsized : BridgeStepKind.Downsized;
        }

        if (after is not null)
        {
            return DealPast.IsOpenAt(deal, from) ? BridgeStepKind.PulledIn : BridgeStepKind.Created;
        }

        return DealPast.ClosingAt(deal, to) switch
        {
            ExitKind.Won => BridgeStepKind.Won,
            ExitKind.Lost => BridgeStepKind.Lost,
            _ => BridgeStepKind.Pushed,
        };
    }
}
