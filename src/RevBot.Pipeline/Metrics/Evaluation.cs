using System.Runtime.InteropServices;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Metrics;

/// <summary>One pass over the deals for one question. Per deal there is no allocation and no text: filters and groups work on numbers.</summary>
internal sealed class Evaluation
{
    private readonly MetricRule _rule;
    private readonly Question _question;
    private readonly PipelineView _view;
    private readonly bool _converts;
    private readonly DealScope _scope;
    private readonly DimensionReader[] _readers;
    private readonly DayRange _main;
    private readonly DayRange _compared;
    private readonly EvaluationGroup _total = new(0, 0);
    private readonly Dictionary<long, EvaluationGroup> _groups = [];
    private readonly EvaluationGroup?[] _groupsByOrdinal = new EvaluationGroup?[64];
    private readonly List<int> _positions = [];
    private readonly Exclusions _exclusions;
    private string? _currency;
    private int _won;
    private int _signed;
    private int _overdue;

    private Evaluation(MetricRule rule, Question question, PipelineView view, bool converts)
    {
        _rule = rule;
        _question = question;
        _view = view;
        _converts = converts;
        _currency = converts ? view.Company.Currency : null;
        _scope = new DealScope(question.Filters, view);
        _readers = [.. question.Breakdown.Select(dimension => new DimensionReader(dimension, view))];
        _main = DayRange.Of(question.Period);
        _compared = question.CompareWith is { } period ? DayRange.Of(period) : DayRange.None;
        _exclusions = new Exclusions(view.Company.Currency);
    }

    /// <exception cref="ArgumentException">The question breaks down by more than two dimensions.</exception>
    public static Answer Of(MetricRule rule, Question question, PipelineView view)
    {
        if (question.Breakdown.Length > 2)
        {
            throw new ArgumentException("A question breaks down by at most two dimensions.", nameof(question));
        }

        // Most pipelines speak one currency: that is tried first and given up at the first deal in another.
        var evaluation = new Evaluation(rule, question, view, converts: false);
        if (!evaluation.TryCount())
        {
            evaluation = new Evaluation(rule, question, view, converts: true);
            evaluation.TryCount();
        }

        return evaluation.ToAnswer();
    }

    /// <returns>False when a second currency turned up and amounts must be converted.</returns>
    private bool TryCount()
    {
        var deals = _view.Snapshot.Deals.Span;
        var staysCount = _rule.Measure.CountsStays;
        var basis = _rule.Metric.Basis;
        for (var position = 0; position < deals.Length; position++)
        {
            if (staysCount && !_view.Stays.MayCount(position, _main, _compared, _view.Today.DayNumber))
            {
                continue;
            }

            var deal = deals[position];
            if (_rule.Population != DealPopulation.All && !Holds(_rule.Population, deal.Status))
            {
                continue;
            }

            var counted = staysCount
                ? TryCountStays(position, deal)
                : TryCount(new Observation(_view, deal, position, _view.DayOf(deal, basis)) { FromWhereLost = _rule.Population == DealPopulation.Lost });
            if (!counted)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(DealPopulation population, DealStatus status) => population switch
    {
        DealPopulation.Open => status == DealStatus.Open,
        DealPopulation.Won => status == DealStatus.Won,
        DealPopulation.Lost => status == DealStatus.Lost,
        DealPopulation.Closed => status != DealStatus.Open,
        _ => true,
    };

    private bool TryCountStays(int position, Deal deal)
    {
        var stays = _view.Stays;
        var isMadeUp = stays.IsMadeUp(position);
        if (isMadeUp && stays.CountOf(position) == 0)
        {
            return TryCount(new Observation(_view, deal, position, _view.DayOf(deal)) { Unseen = true });
        }

        if (!_scope.HoldsForDeal(new Observation(_view, deal, position, null)))
        {
            return true;
        }

        // The deals lie scattered in memory and the columns do not: as long as no filter asks, the deal itself is not touched.
        for (var index = 0; index < stays.CountOf(position); index++)
        {
            var left = stays.LeftDay(position, index) ?? _view.Today.DayNumber;
            if (!_main.Contains(left) && !_compared.Contains(left))
            {
                continue;
            }

            var observation = new Observation(_view, deal, position, left, index) { Unseen = index == 0 && isMadeUp };
            if (!TryCount(observation, dealHolds: true))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryCount(in Observation observation, bool dealHolds = false)
    {
        var inMain = _main.Contains(observation.Day);
        var inCompared = _compared.Contains(observation.Day);
        if ((!inMain && !inCompared && observation.Day is not null) || !(dealHolds ? _scope.HoldsForStay(observation) : _scope.Holds(observation)))
        {
            return true;
        }

        var amount = 0m;
        if (WhyNot(observation, inMain || inCompared) is { } reason)
        {
            return Exclude(reason, inMain || observation.Day is null);
        }

        if (_rule.Measure.NeedsAmount && observation.Deal.Amount is { } money)
        {
            if (!_converts)
            {
                _currency ??= money.Currency;
                if (_currency != money.Currency)
                {
                    return false;
                }

                amount = money.Amount;
            }
            else if (_view.Convert(money, observation.Deal) is { } converted)
            {
                amount = converted;
            }
            else
            {
                if (inMain)
                {
                    _exclusions.AddWithoutRate(money.Currency);
                }

                return true;
            }
        }

        Add(observation, amount, inMain, inCompared);
        return true;
    }

    private string? WhyNot(in Observation observation, bool dated)
    {
        if (!dated)
        {
            return _rule.Population == DealPopulation.Open ? "no expected close date" : "no close date";
        }

        if (_rule.Measure.NeedsAmount && observation.Deal.Amount is null)
        {
            return "no amount";
        }

        return _rule.Measure.Obstacle(observation);
    }

    private bool Exclude(string reason, bool counts)
    {
        if (counts)
        {
            _exclusions.Add(reason);
        }

        return true;
    }

    private void Add(in Observation observation, decimal amount, bool inMain, bool inCompared)
    {
        var group = _readers.Length == 0 ? null : GroupOf(observation);
        if (inMain)
        {
            if (_total.Main.Meet(observation.Position))
            {
                _positions.Add(observation.Position);
                if (observation.VisitIndex < 0)
                {
                    Note(observation.Deal);
                }
            }

            _rule.Measure.Add(_total.Main, observation, amount);
            if (group is not null)
            {
                group.Main.Meet(observation.Position);
                _rule.Measure.Add(group.Main, observation, amount);
            }
        }

        if (inCompared)
        {
            _total.Compared.Meet(observation.Position);
            _rule.Measure.Add(_total.Compared, observation, amount);
            if (group is not null)
            {
                group.Compared.Meet(observation.Position);
                _rule.Measure.Add(group.Compared, observation, amount);
            }
        }
    }

    private EvaluationGroup GroupOf(in Observation observation)
    {
        var first = _readers[0].OrdinalOf(observation);
        if (_readers.Length == 1 && first < _groupsByOrdinal.Length)
        {
            // Most breakdowns have few values: an array is found faster than a hash.
            return _groupsByOrdinal[first] ??= _groups[first] = new EvaluationGroup(first, 0);
        }

        var second = _readers.Length > 1 ? _readers[1].OrdinalOf(observation) : 0;
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, ((long)second << 32) | (uint)first, out _);
        return group ??= new EvaluationGroup(first, second);
    }

    private void Note(Deal deal)
    {
        _won += deal.Status == DealStatus.Won ? 1 : 0;
        _signed += deal is { Status: DealStatus.Won, SignedDate: not null } ? 1 : 0;
        _overdue += deal.Status == DealStatus.Open && deal.CloseDate < _view.Today ? 1 : 0;
    }

    private Answer ToAnswer()
    {
        var (metric, measure) = (_rule.Metric, _rule.Measure);
        var compares = _question.CompareWith is not null;
        var value = measure.Value(_total.Main);
        var excluded = _exclusions.All();
        var (rows, inAll) = _readers.Length == 0
            ? ([], 0)
            : new AnswerRows(_readers, measure, _question.Ranking).Of(_groups.Values, compares);
        var facts = new AnswerFacts(_rule, _question, _view)
        {
            Deals = _total.Main.Deals,
            ComparedDeals = _total.Compared.Deals,
            Won = _won,
            Signed = _signed,
            Overdue = _overdue,
            Converted = _converts,
        };
        return new Answer
        {
            Question = _question,
            Metric = metric,
            Value = value,
            Currency = metric.Unit == MetricUnit.Money ? _currency ?? _view.Company.Currency : null,
            Compared = compares ? measure.Value(_total.Compared) : null,
            NoData = _total.Main.Deals == 0 ? facts.Nothing(excluded) : value is null ? measure.NoValue(_total.Main) : null,
            Rows = rows,
            RowsInAll = inAll,
            SoWhat = value is { } number && _total.Main.Deals >= metric.MinimumSample
                ? metric.Bands.FirstOrDefault(band => band.UpTo is null || number < band.UpTo)?.SoWhat
                : null,
            Receipt = new Receipt
            {
                MetricId = metric.Id,
                Definition = metric.Definition,
                Owner = OwnerOf(metric.Id),
                Basis = metric.Basis,
                Period = _question.Period is { } period && !_main.IsAll ? period : null,
                PeriodIsDefault = _question.PeriodIsDefault,
                Filters = _question.Filters,
                AsOf = _view.Now,
                Deals = _total.Main.Deals,
                Excluded = excluded,
                Remarks = facts.Remarks(rows, _groups.Values, _readers),
            },
            Deals = new CountedDeals(_view.Snapshot.Deals, _positions),
        };
    }

    private string OwnerOf(string id) =>
        _view.Company.MetricOwners.GetValueOrDefault(id)
        ?? _view.Company.MetricOwners.GetValueOrDefault(id[..id.IndexOf('.', StringComparison.Ordinal)])
        ?? _view.Company.DefaultMetricOwner;
}
