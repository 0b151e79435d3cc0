using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>What a rule would have done at one threshold.</summary>
/// <param name="Rules">The rules of the kind as they were tested, in the order they are asked in; more than one where the company has more.</param>
/// <param name="IsInUse">Whether they are the company's own.</param>
/// <param name="IsAsked">Whether the threshold is the one that was asked for.</param>
/// <param name="Tellings">What would have been told, day by day: each time something is so, or happens, is one.</param>
/// <param name="Told">What became of the deals that would have been told.</param>
/// <param name="Rest">And of the others that the rule is for.</param>
public sealed record BacktestRow(
    IReadOnlyList<AlertRule> Rules, bool IsInUse, bool IsAsked, IReadOnlyList<BacktestTelling> Tellings, DealsAfter Told, DealsAfter Rest)
{
    /// <summary>Fewer deals on either side say nothing.</summary>
    private const int Least = 10;

    public int Alerts => Tellings.Count;

    /// <summary>Whether what it tells is worth looking at, by what became of it.</summary>
    public BacktestVerdict Verdict
    {
        get
        {
            var kind = Rules[0].Kind;
            if (kind is AlertKind.LargeWin or AlertKind.LargeLoss)
            {
                return BacktestVerdict.News;
            }

            // That a passed close date has slipped is no finding.
            var slips = kind == AlertKind.CloseDatePassed ? null : Change(Rest.Slipped, Rest.Open, Told.Slipped, Told.Open);
            var wins = Change(Rest.Won, Rest.Closed, Told.Won, Told.Closed);
            return slips is { Interval.Low: > 0 } || wins is { Interval.High: < 0 } ? BacktestVerdict.Tells
                : slips is null && wins is null ? BacktestVerdict.TooFew
                : BacktestVerdict.DoesNotTell;
        }
    }

    private static RateChange? Change(int restHits, int rest, int toldHits, int told) =>
        rest >= Least && told >= Least && Proportion.Of(restHits, rest) is { } before && Proportion.Of(toldHits, told) is { } after ? RateChange.Between(before, after) : null;
}
