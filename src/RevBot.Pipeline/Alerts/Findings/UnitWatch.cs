using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>Holds the teams' quarters, and the company's, against the company's rules as of one moment.</summary>
public sealed class UnitWatch
{
    /// <summary>Enough coverage where the company's bands do not say.</summary>
    private const decimal UsualCoverage = 3;

    private const int Week = 7;

    private readonly PipelineSnapshot _snapshot;
    private readonly CompanyProfile _company;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;
    private readonly (DateOnly Start, DateOnly End) _quarter;

    public UnitWatch(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        (_snapshot, _company, _now) = (snapshot, company, now);
        _today = company.Work.DateAt(now);
        _quarter = FreezeCalendar.QuarterOf(company.Fiscal, _today);
        Teams = [.. snapshot.People.Values.Where(person => person.Active).Select(person => person.Team).OfType<string>().Where(team => team.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The teams that somebody works in.</summary>
    public IReadOnlyList<string> Teams { get; }

    /// <summary>What there is to tell of all teams and the company.</summary>
    /// <param name="since">From when on a forecast that was kept is new.</param>
    public IReadOnlyList<UnitFinding> All(DateTimeOffset since) => [.. Units.SelectMany(unit => Of(unit, since))];

    /// <summary>What there is to tell of one.</summary>
    public IEnumerable<UnitFinding> Of(SalesUnit unit, DateTimeOffset since)
    {
        if (ForecastMoved(unit, since) is { } moved)
        {
            yield return moved;
        }

        foreach (var low in CoverageLow(unit))
        {
            yield return low;
        }
    }

    private IEnumerable<SalesUnit> Units => Teams.Select(team => new SalesUnit(team)).Prepend(new SalesUnit(null));

    /// <summary>The forecast of a quarter that was kept last, beside that of the same quarter a week before.</summary>
    private UnitFinding.ForecastMoved? ForecastMoved(SalesUnit unit, DateTimeOffset since)
    {
        if (Rule(AlertKind.ForecastMoved, unit) is not { } rule)
        {
            return null;
        }

        FrozenForecast? last = null;
        foreach (var frozen in _snapshot.FrozenForecasts)
        {
            last = IsOf(frozen, unit) && frozen.Start == _quarter.Start && FreezeCalendar.IsWeekly(_company.Fiscal, frozen.FrozenOn) && frozen.At <= _now && !(frozen.FrozenOn < last?.FrozenOn) ? frozen : last;
        }

        var before = last is null || last.At < since ? null : _snapshot.FrozenForecasts.FirstOrDefault(frozen => IsOf(frozen, unit) && frozen.Start == last.Start && frozen.FrozenOn == last.FrozenOn.AddDays(-Week));
        return last is not null && before is { Amount: > 0 } && Math.Abs(last.Amount - before.Amount) * 100 >= before.Amount * rule.Threshold
            ? new UnitFinding.ForecastMoved(rule, unit, new Period(_quarter.Start, _quarter.End, "this quarter"), before, last)
            : null;
    }

    /// <summary>Of this quarter, and of the next one from this one's last third on. Of teams only: the company's is the sum of theirs, and each is to close its own.</summary>
    private IEnumerable<UnitFinding.CoverageLow> CoverageLow(SalesUnit unit)
    {
        if ((unit.Team is null && Teams.Count > 0) || Rule(AlertKind.CoverageLow, unit) is not { } rule)
        {
            yield break;
        }

        var view = new PipelineView(_snapshot, _company, _now);
        var length = _quarter.End.DayNumber - _quarter.Start.DayNumber + 1;
        Period[] quarters = [new(_quarter.Start, _quarter.End, "this quarter"), .. 3 * (_today.DayNumber - _quarter.Start.DayNumber) >= 2 * length ? [new Period(_quarter.End.AddDays(1), _quarter.End.AddDays(1).AddMonths(3).AddDays(-1), "next quarter")] : Array.Empty<Period>()];
        foreach (var quarter in quarters)
        {
            var answer = Coverage.Remaining.Answer(new Question { Measure = Coverage.Remaining.Metric.Id, Period = quarter, Filters = FiltersOf(unit) }, view);
            if (answer.Value is { } coverage && coverage < LimitOf(rule) && answer.Parts.FirstOrDefault(part => part.Title == "Left to win")?.Value is { } left)
            {
                yield return new UnitFinding.CoverageLow(rule, unit, quarter, coverage, LimitOf(rule), answer.Parts.FirstOrDefault(part => part.Title == "Open pipeline")?.Value ?? 0, left);
            }
        }
    }

    /// <summary>The deals of a team; of the company all.</summary>
    public static System.Collections.Immutable.ImmutableArray<DealFilter> FiltersOf(SalesUnit unit) =>
        unit.Team is { } team ? [new DealFilter.In(Dimension.Team, [new DimensionValue(team, team)])] : [];

    private static bool IsOf(FrozenForecast frozen, SalesUnit unit) =>
        frozen.Method == ForecastMethod.Simulated && (unit.Team is { } team ? frozen.By == Dimension.Team && string.Equals(frozen.Key, team, StringComparison.OrdinalIgnoreCase) : frozen.By is null);

    /// <summary>The highest limit of the company's bands for coverage: from there on it is enough.</summary>
    private decimal LimitOf(AlertRule rule) => rule.Threshold ?? _company.Word(Coverage.Remaining.Metric).Bands.Max(band => band.UpTo) ?? UsualCoverage;

    private AlertRule? Rule(AlertKind kind, SalesUnit unit) => _company.Alerts.RuleFor(kind, unit) is { When: not AlertTiming.Off } rule ? rule : null;
}
