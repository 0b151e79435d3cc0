using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Economics;

/// <summary>A metric over imported spend and revenue. Each row is reckoned as a question of its own: these figures never add up.</summary>
internal sealed class EconomicMetric(Metric metric, EconomicMeasure measure) : MetricRule(metric)
{
    public override string? Obstacle(Question question, PipelineSnapshot snapshot)
    {
        var (spend, revenue) = (measure.NeedsSpend && snapshot.Spend.Count == 0, measure.NeedsRevenue && snapshot.Revenue.Count == 0);
        const string Spend = "what was spent (revbot import spend FILE.csv, with month, category sales or marketing, amount and currency)";
        const string Revenue = "what customers pay (revbot import revenue FILE.csv, with customer, month, MRR and, where known, gross margin)";
        if (spend || revenue)
        {
            return $"I can't compute {Metric.Title} yet: import {(spend && revenue ? $"{Spend} and {Revenue}" : spend ? Spend : Revenue)}.";
        }

        var wrong = question.Breakdown.Concat(question.Filters.OfType<DealFilter.In>().Select(filter => filter.Dimension)).Where(dimension => !CanSplit(dimension)).Select(AnswerFacts.Words).FirstOrDefault()
            ?? (question.Filters.All(filter => filter is DealFilter.In { Dimension: not (Dimension.Month or Dimension.Quarter or Dimension.Year) }) ? null : "that");
        return wrong is null ? null : $"{Metric.Title} can be split and filtered by {string.Join(", ", measure.Splits.Select(AnswerFacts.Words))}, and split by month, quarter or year, not by {wrong}: what was imported does not say it.";
    }

    public override Answer Answer(Question question, PipelineView view)
    {
        if (Obstacle(question, view.Snapshot) is { } obstacle)
        {
            return NoAnswer(question, view, obstacle);
        }

        var book = EconomyBook.Of(view);
        foreach (var filter in question.Filters.OfType<DealFilter.In>())
        {
            book = book.Only(filter.Dimension, filter.Values.Select(value => value.Key).ToHashSet(StringComparer.OrdinalIgnoreCase), filter.Negated);
        }

        var span = SpanOf(question.Period, book, view);
        var rates = view.Company.Rates;
        var whole = measure.Of(book, span, rates);
        var before = question.CompareWith is { } with ? measure.Of(book, SpanOf(with, book, view), rates) : null;
        var (rows, inAll) = RowOrder.Of(
            question.Breakdown.Length > 0 ? RowsOf(question, view, book, span) : [], [.. question.Breakdown.Select(dimension => new RowDimension(dimension, view))], question.Ranking);
        return new Answer
        {
            Question = question,
            Metric = Metric,
            Value = whole.Value,
            Currency = Metric.Unit == MetricUnit.Money ? view.Company.Currency : null,
            Compared = before?.Value,
            NoData = whole.Value is null ? whole.NoData : null,
            Parts = [.. whole.Parts.Select((part, place) => part with { Compared = before?.Parts.ElementAtOrDefault(place)?.Value })],
            Rows = rows,
            RowsInAll = inAll,
            SoWhat = Metric.BandOf(whole.Value, int.MaxValue)?.SoWhat,
            Receipt = ReceiptOf(question, view, whole.Customers) with
            {
                Excluded = book.Excluded,
                Remarks = whole.Remarks,
            },
            Deals = FirstDeals(book, span, view),
        };
    }

    private bool CanSplit(Dimension dimension) => measure.Splits.Contains(dimension) || dimension is Dimension.Month or Dimension.Quarter or Dimension.Year;

    /// <summary>The deals that made customers, where those are counted.</summary>
    private DealSet FirstDeals(EconomyBook book, MonthSpan span, PipelineView view)
    {
        var deals = new DealSet(view.Snapshot);
        foreach (var customer in measure.NeedsSpend ? book.NewCustomers.Where(customer => customer.Day >= span.First && customer.Day <= span.Last) : [])
        {
            deals.Add(customer.Position);
        }

        return deals;
    }

    /// <summary>An open end reaches as far as there is data.</summary>
    private static MonthSpan SpanOf(Calendar.Period? period, EconomyBook book, PipelineView view)
    {
        var months = book.Costs.Select(cost => cost.Month).Concat(book.Paying.SelectMany(customer => customer.Months.Keys)).DefaultIfEmpty(DateOnly.FromDayNumber(view.Today)).ToList();
        return new MonthSpan(period?.Start ?? months.Min(), period?.End ?? DateOnly.FromDayNumber(view.Today));
    }

    private List<AnswerRow> RowsOf(Question question, PipelineView view, EconomyBook book, MonthSpan span)
    {
        var slices = new List<(DimensionValue[] Keys, EconomyBook Book, MonthSpan Span)> { ([], book, span) };
        foreach (var dimension in question.Breakdown)
        {
            slices = [.. slices.SelectMany(slice => Cut(slice, dimension, view))];
        }

        var rows = new List<AnswerRow>();
        foreach (var (keys, part, days) in slices)
        {
            var figure = measure.Of(part, days, view.Company.Rates);
            var isTime = question.Breakdown.Any(dimension => dimension.IsTime);
            var before = question.CompareWith is { } with && !isTime ? measure.Of(part, SpanOf(with, part, view), view.Company.Rates).Value : null;
            if (figure.Value is not null || figure.Customers > 0)
            {
                rows.Add(new AnswerRow(keys, figure.Value, before, figure.Customers));
            }
        }

        return rows;
    }

    private IEnumerable<(DimensionValue[] Keys, EconomyBook Book, MonthSpan Span)> Cut((DimensionValue[] Keys, EconomyBook Book, MonthSpan Span) slice, Dimension dimension, PipelineView view)
    {
        if (TimeBucket.For(dimension, view.Company.Fiscal) is { } bucket)
        {
            var days = Enumerable.Range(slice.Span.First.DayNumber, Math.Max(0, slice.Span.Last.DayNumber - slice.Span.First.DayNumber + 1)).Select(DateOnly.FromDayNumber);
            return days.GroupBy(bucket.KeyOf).Select(group => ((DimensionValue[])[.. slice.Keys, new DimensionValue(group.Key, bucket.LabelOf(group.Key))], slice.Book, new MonthSpan(group.First(), group.Last())));
        }

        var values = new RowDimension(dimension, view);
        return slice.Book.KeysOf(dimension, measure.NeedsSpend, measure.NeedsRevenue)
            .Select(key => ((DimensionValue[])[.. slice.Keys, values.ValueOf(key)], slice.Book.Only(dimension, new HashSet<string>([key], StringComparer.OrdinalIgnoreCase), false), slice.Span));
    }
}
