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
            if (Rules[0].Kind is AlertKind.LargeWin or AlertKind.LargeLoss)
            {
                return BacktestVerdict.News;
            }

            return SlipsMore || WonLess ? BacktestVerdict.Tells
                : Wins is null && Slips is null ? BacktestVerdict.TooFew
                : BacktestVerdict.DoesNotTell;
        }
    }

    /// <summary>Deals told were won less often than the rest, by more than chance.</summary>
    public bool WonLess => Wins is { Interval.High: < 0 };

    /// <summary>They were won more often, by more than chance.</summary>
    public bool WonMore => Wins is { Interval.Low: > 0 };

    /// <summary>They slipped more often, by more than chance.</summary>
    public bool SlipsMore => Slips is { Interval.Low: > 0 };

    private RateChange? Wins => Change(Rest.Won, Rest.Closed, Told.Won, Told.Closed);

    /// <summary>That a passed close date has slipped is no finding.</summary>
    private RateChange? Slips => Rules[0].Kind == AlertKind.CloseDatePassed ? null : Change(Rest.Slipped, Rest.Open, Told.Slipped, Told.Open);

    private static RateChange? Change(int restHits, int rest, int toldHits, int told) =>
        rest >= Least && told >= Least && Proportion.Of(restHits, rest) is { } before && Proportion.Of(toldHits, told) is { } after ? RateChange.Between(before, after) : null;
}
