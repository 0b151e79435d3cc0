using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>One pass over the deals for one question. Per deal there is no allocation and no text: filters and groups work on numbers.</summary>
internal sealed class Evaluation
{
    private readonly DealMetric _rule;
    private readonly Measure _measure;
    private readonly bool _needsAmount;
    private readonly Question _question;
    private readonly PipelineView _view;
    private readonly Column<DealFacts> _facts;
    private readonly bool _converts;
    private readonly DealScope _scope;
    private readonly DimensionReader[] _readers;
    private readonly DayRange _mainDays;
    private readonly DayRange _comparedDays;
    private readonly Tallies _main;
    private readonly Tallies? _compared;
    private readonly EvaluationGroups _groups = new();
    private readonly DealSet _deals;
    private readonly Exclusions _exclusions;
    private readonly int _own;
    private bool _converted;
    private int _currency;
    private int _won;
    private int _signed;
    private int _overdue;

    private Evaluation(DealMetric rule, Question question, PipelineView view, bool converts)
    {
        _rule = rule;
        (_measure, _needsAmount) = (rule.Measure, rule.Measure.NeedsAmount);
        _question = question;
        _view = view;
        _converts = converts;
        _own = view.Columns.Currencies.Find(view.Company.Currency);
        _facts = view.Columns.Facts;
        if (rule.Measure.CountsStays)
        {
            // Before the scope: it must know the stages of all stays.
            _ = view.Columns.Stays;
        }

        var losses = rule.Population == DealPopulation.Lost;
        _scope = new DealScope(question.Filters, view, losses);
        _readers = [.. question.Breakdown.Select(dimension => new DimensionReader(dimension, view, losses))];
        _mainDays = DayRange.Of(question.Period);
        _comparedDays = question.CompareWith is { } period ? DayRange.Of(period) : DayRange.None;
        _main = new Tallies(_measure);
        _compared = question.CompareWith is null ? null : new Tallies(_measure);
        _deals = new DealSet(view.Snapshot);
        _exclusions = new Exclusions(view.Company.Currency);
    }

    /// <summary>How long a deal can have been followed for in the younger of two periods; a single period sets no limit.</summary>
    private int Horizon => _compared is null || _mainDays.IsAll || _comparedDays.IsAll ? int.MaxValue : _view.Today - Math.Max(_mainDays.First, _comparedDays.First);

    /// <summary>"Why do we lose?" is about the deals of which somebody said why.</summary>
    private bool TellsShares => _question.Breakdown is [Dimension.LossReason] && _rule is { Population: DealPopulation.Lost, Metric.Additive: true };

    /// <exception cref="ArgumentException">The question breaks down by more than two dimensions.</exception>
    public static Answer Of(DealMetric rule, Question question, PipelineView view)
    {
        if (question.Breakdown.Length > 2)
        {
            throw new ArgumentException("A question breaks down by at most two dimensions.", nameof(question));
        }

        // Most pipelines speak one currency: that is tried first and given up at the first deal in another.
        var evaluation = new Evaluation(rule, question, view, view.Converts);
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
        if (_measure.CountsStays)
        {
            var survey = new StaySurvey(_view, _scope, _readers, _groups, _mainDays, Horizon, _main, _deals, _exclusions);
            _measure.CountStays(survey);
            if (_compared is not null)
            {
                _measure.CountStays(survey with { Days = _comparedDays, Tallies = _compared, Deals = null, Exclusions = null });
            }

            return true;
        }

        var (basis, statuses) = (_rule.Metric.Basis, StatusesOf(_rule.Population));
        for (int page = 0, first = 0; page < _facts.Pages; page++, first += Paging.Size)
        {
            var deals = _facts.OnPage(page)[..Math.Min(Paging.Size, _view.Snapshot.Deals.Length - first)];
            for (var at = 0; at < deals.Length; at++)
            {
                ref readonly var deal = ref deals[at];
                if (((statuses >> (int)deal.Status) & 1) == 0)
                {
                    continue;
                }

                var day = deal.DayBy(basis);
                var (inMain, inCompared) = (_mainDays.Contains(day), _comparedDays.Contains(day));
                if ((inMain || inCompared || day == DealFacts.NoDay) && !TryCount(new Observation(_view, in deal, first + at, day), inMain, inCompared))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Which statuses belong to a population, one bit for each: nine deals of ten are left at one glance.</summary>
    private static int StatusesOf(DealPopulation population) => population switch
    {
        DealPopulation.Open => 1 << (int)DealStatus.Open,
        DealPopulation.Won => 1 << (int)DealStatus.Won,
        DealPopulation.Lost => 1 << (int)DealStatus.Lost,
        DealPopulation.Closed => (1 << (int)DealStatus.Won) | (1 << (int)DealStatus.Lost),
        _ => -1,
    };

    private bool TryCount(in Observation observation, bool inMain, bool inCompared) => !_scope.Holds(observation) || TryAdd(observation, inMain, inCompared);

    /// <summary>Counts what belongs to the question, or says why it cannot be counted.</summary>
    private bool TryAdd(in Observation observation, bool inMain, bool inCompared)
    {
        if (WhyNot(observation, inMain || inCompared) is { } reason)
        {
            return Exclude(reason, inMain || observation.Day == DealFacts.NoDay);
        }

        var amount = 0m;
        if (_needsAmount)
        {
            ref readonly var deal = ref observation.Deal;
            if (!_converts)
            {
                if (_currency != deal.Currency && _currency != Vocabulary.None)
                {
                    return false;
                }

                (_currency, amount) = (deal.Currency, deal.Amount);
            }
            else if (_view.ValueOf(deal) is { } value)
            {
                amount = value;
                _converted |= deal.Currency != _own;
            }
            else
            {
                if (inMain)
                {
                    _exclusions.AddWithoutRate(_view.Columns.Currencies[deal.Currency]);
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

        return _needsAmount && !observation.Deal.HasAmount ? "no amount" : _measure.Obstacle(observation);
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
        var row = _groups.RowOf(_readers, observation);
        if (inMain && _main.Add(row, observation, amount))
        {
            _deals.Add(observation.Position);
            Note(in observation.Deal);
        }

        if (inCompared)
        {
            _compared?.Add(row, observation, amount);
        }
    }

    private void Note(ref readonly DealFacts deal)
    {
        _won += deal.Status == DealStatus.Won ? 1 : 0;
        _signed += deal is { Status: DealStatus.Won, IsSigned: true } ? 1 : 0;
        _overdue += deal.Status == DealStatus.Open && deal.CloseDay != DealFacts.NoDay && deal.CloseDay < _view.Today ? 1 : 0;
    }

    private Answer ToAnswer()
    {
        var metric = _rule.Metric;
        ref var whole = ref _main[0];
        var value = _main.ValueOf(0);
        var excluded = _exclusions.All();
        var (rows, inAll) = new AnswerRows(_readers, _groups, _main, _compared, _question.Ranking, TellsShares).Of();
        var facts = new AnswerFacts(_rule, _question, _view)
        {
            Tallies = _main,
            Deals = whole.Deals,
            ComparedDeals = _compared?[0].Deals ?? 0,
            Won = _won,
            Signed = _signed,
            Overdue = _overdue,
            Converted = _converted,
            Horizon = Horizon,
            TellsShares = TellsShares,
        };
        return new Answer
        {
            Question = _question,
            Metric = metric,
            Value = value,
            Currency = metric.Unit == MetricUnit.Money ? (_currency == Vocabulary.None ? _view.Company.Currency : _view.Columns.Currencies[_currency]) : null,
            Compared = _compared?.ValueOf(0),
            Range = value is null ? null : _measure.Range(whole),
            Change = _compared is null ? null : _main.ChangeFrom(_compared, 0),
            NoData = whole.Deals == 0 ? facts.Nothing(excluded) : value is null ? _measure.NoValue(whole) : null,
            Parts = _rule.Parts is { } parts && value is not null ? parts(_deals, _view) : [],
            Rows = rows,
            RowsInAll = inAll,
            SoWhat = metric.BandOf(value, whole.Deals)?.SoWhat,
            Receipt = _rule.ReceiptOf(_question, _view, whole.Deals) with
            {
                Excluded = excluded,
                Converted = _converted,
                Remarks = facts.Remarks(rows, _groups, _readers),
            },
            Deals = _deals,
        };
    }
}
