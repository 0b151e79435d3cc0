using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>Holds one deal after the other against the company's rules as of one moment.</summary>
/// <remarks>Nothing is found of a deal while it is paused. What is so (a date has passed, a step is missing) is found as long as it is so, also where it was before the rule; what happened is found when it happened in the time looked at.</remarks>
public sealed class DealWatch
{
    /// <summary>Fewer wins in a year say not what a large one is.</summary>
    private const int LeastWins = 10;

    /// <summary>Of ten wins of a year one is large, where the company says no amount.</summary>
    private const double LargeShare = .9;

    /// <summary>A review date is told for so many days; after them the other rules speak of the deal.</summary>
    private const int ReviewDays = 14;

    private readonly PipelineSnapshot _snapshot;
    private readonly CompanyProfile _company;
    private readonly StageClock _clock;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;
    private readonly StageCriteria _criteria;
    private readonly Lazy<decimal?> _large;

    /// <param name="clock">What is typical of each stage.</param>
    public DealWatch(PipelineSnapshot snapshot, CompanyProfile company, StageClock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        (_snapshot, _company, _clock, _now) = (snapshot, company, clock, now);
        _today = company.Work.DateAt(now);
        _criteria = new StageCriteria(company, snapshot, _today);
        _large = new Lazy<decimal?>(LearnLarge);
    }

    /// <summary>What happened so long ago is no news; a weekend and runs that were missed are made up for.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(5);

    /// <summary>The kinds that are found of one deal, in the order they are told in.</summary>
    public static readonly IReadOnlyList<AlertKind> Kinds =
    [
        AlertKind.PauseOver, AlertKind.StalledDeal, AlertKind.CloseDatePassed, AlertKind.CloseDatePushed, AlertKind.AmountChanged, AlertKind.MovedBack,
        AlertKind.CriteriaMissing, AlertKind.NoNextStep, AlertKind.NoActivity, AlertKind.LargeWin, AlertKind.LargeLoss,
    ];

    /// <summary>From which amount on a win or loss is large where the company says none; null while there were too few wins to learn it from.</summary>
    public decimal? Large => _large.Value;

    /// <summary>What there is to tell of a deal.</summary>
    /// <param name="since">From when on what happened is new.</param>
    public IEnumerable<Finding> Of(Deal deal, DateTimeOffset since) => Kinds.Select(kind => Of(kind, deal, since)).OfType<Finding>();

    /// <summary>What the rules of one kind find of a deal; null for nothing.</summary>
    /// <param name="since">From when on what happened is new.</param>
    public Finding? Of(AlertKind kind, Deal deal, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(deal);
        if (deal.Status != DealStatus.Open)
        {
            return kind == (deal.Status == DealStatus.Won ? AlertKind.LargeWin : AlertKind.LargeLoss) ? Closed(kind, deal, since) : null;
        }

        return deal.IsPausedOn(_today) ? null : kind switch
        {
            AlertKind.PauseOver => PauseOver(deal),
            AlertKind.StalledDeal => Stalled(deal),
            AlertKind.CloseDatePassed => CloseDatePassed(deal),
            AlertKind.CloseDatePushed => CloseDatePushed(deal, since),
            AlertKind.AmountChanged => AmountChanged(deal, since),
            AlertKind.MovedBack => MovedBack(deal, since),
            AlertKind.CriteriaMissing => CriteriaMissing(deal),
            AlertKind.NoNextStep => NoNextStep(deal),
            AlertKind.NoActivity => NoActivity(deal),
            _ => null,
        };
    }

    /// <summary>What is lost, in the company's currency, if nothing is done about what was found: the amount times what it takes from the odds of winning. 0 for a deal without an amount.</summary>
    public decimal Worth(Deal deal, IEnumerable<Finding> findings)
    {
        if (deal.Amount is not { } amount || _company.Rates.Convert(amount, _today) is not { } value)
        {
            return 0;
        }

        var odds = Math.Clamp((double)(_company.Process.Find(deal.Stage)?.Probability ?? .5m), .02, .98);
        var points = Math.Min(40, findings.Sum(finding => finding.Points));
        var after = 1 / (1 + Math.Exp(-(Math.Log(odds / (1 - odds)) - (points / 10))));
        return value * (decimal)(odds - after);
    }

    /// <summary>Whoever changes the deal from its review date on has looked at it.</summary>
    private Finding.PauseOver? PauseOver(Deal deal) =>
        deal.Pause is { } pause && _today.DayNumber - pause.Until.DayNumber is >= 0 and < ReviewDays && deal.ChangedAt < _company.Work.StartOf(pause.Until) && Rule(AlertKind.PauseOver, deal) is { } rule
            ? new Finding.PauseOver(rule, deal, pause)
            : null;

    private Finding.Stalled? Stalled(Deal deal) =>
        !deal.Visits.IsEmpty && Rule(AlertKind.StalledDeal, deal) is { } rule && StallDetector.Measure(deal, _snapshot, _company, _clock, _now) is { Level: >= StallLevel.Alert } stall
            ? new Finding.Stalled(rule, deal, stall)
            : null;

    private Finding.CloseDatePassed? CloseDatePassed(Deal deal) =>
        deal.CloseDate is { } date && date < _today && Rule(AlertKind.CloseDatePassed, deal) is { } rule && _today.DayNumber - date.DayNumber >= rule.Threshold
            ? new Finding.CloseDatePassed(rule, deal, date, _today.DayNumber - date.DayNumber)
            : null;

    private Finding.CloseDatePushed? CloseDatePushed(Deal deal, DateTimeOffset since)
    {
        if (deal.CloseDatePushes == 0 || Rule(AlertKind.CloseDatePushed, deal) is not { } rule || deal.CloseDatePushes < rule.Threshold)
        {
            return null;
        }

        var dates = deal.PastCloseDates;
        for (var index = dates.Length - 1; index >= 0 && dates[index].UntilTicks >= since.UtcTicks; index--)
        {
            var next = index + 1 < dates.Length ? dates[index + 1].Date : deal.CloseDate;
            if (dates[index].IsReplanned && next > dates[index].Date)
            {
                return new Finding.CloseDatePushed(rule, deal, deal.CloseDatePushes, dates[0].Date);
            }
        }

        return null;
    }

    private Finding.AmountChanged? AmountChanged(Deal deal, DateTimeOffset since)
    {
        if (deal.PastAmounts.IsEmpty || deal.PastAmounts[^1].UntilTicks < since.UtcTicks || deal.Amount is not { } after || Rule(AlertKind.AmountChanged, deal) is not { } rule)
        {
            return null;
        }

        var before = deal.PastAmounts.First(past => past.UntilTicks >= since.UtcTicks).Amount;
        return before is { Amount: > 0 } was && was.Currency == after.Currency && Math.Abs(after.Amount - was.Amount) * 100 >= was.Amount * rule.Threshold
            ? new Finding.AmountChanged(rule, deal, was, after)
            : null;
    }

    private Finding.MovedBack? MovedBack(Deal deal, DateTimeOffset since) =>
        deal.Visits is [.., { Exit: ExitKind.Regressed } before, _] && before.ExitedAt >= since && Rule(AlertKind.MovedBack, deal) is { } rule
            ? new Finding.MovedBack(rule, deal, before.Stage)
            : null;

    private Finding.CriteriaMissing? CriteriaMissing(Deal deal) =>
        _criteria.Missing(deal) is { Count: > 0 } fields && Rule(AlertKind.CriteriaMissing, deal) is { } rule ? new Finding.CriteriaMissing(rule, deal, fields) : null;

    private Finding.NoNextStep? NoNextStep(Deal deal) =>
        (string.IsNullOrWhiteSpace(deal.NextStep) || deal.NextStepDate < _today) && Rule(AlertKind.NoNextStep, deal) is { } rule
            ? new Finding.NoNextStep(rule, deal, string.IsNullOrWhiteSpace(deal.NextStep) ? null : deal.NextStepDate)
            : null;

    private Finding.NoActivity? NoActivity(Deal deal)
    {
        // While it was paused nothing was to happen.
        var days = _today.DayNumber - Math.Max(_company.Work.DateAt(deal.ChangedAt).DayNumber, deal.Pause?.Until.DayNumber ?? 0);
        return Rule(AlertKind.NoActivity, deal) is { } rule && days >= rule.Threshold ? new Finding.NoActivity(rule, deal, days) : null;
    }

    private Finding.Closed? Closed(AlertKind kind, Deal deal, DateTimeOffset since) =>
        deal.Visits is [.., { ExitedAt: { } at }] && at >= since && deal.Amount is { } amount && _company.Rates.Convert(amount, _today) is { } value
        && Rule(kind, deal) is { } rule && value >= (rule.Threshold ?? _large.Value)
            ? new Finding.Closed(rule, deal, value)
            : null;

    private AlertRule? Rule(AlertKind kind, Deal deal) =>
        _company.Alerts.RuleFor(kind, deal, _snapshot, _company, _today) is { When: not AlertTiming.Off } rule ? rule : null;

    /// <summary>Nine of ten wins of the last year were smaller.</summary>
    private decimal? LearnLarge()
    {
        var (since, amounts) = (_today.AddYears(-1), new List<decimal>());
        foreach (var deal in _snapshot.Deals.Span)
        {
            if (deal.Status == DealStatus.Won && deal.ClosedOn >= since && deal.ClosedOn <= _today && deal.Amount is { } amount && _company.Rates.Convert(amount, _today) is { } value)
            {
                amounts.Add(value);
            }
        }

        amounts.Sort();
        return amounts.Count < LeastWins ? null : amounts[(int)(LargeShare * (amounts.Count - 1))];
    }
}
