using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leads;

/// <summary>A metric that is counted over leads, by the day they were created, in one pass.</summary>
internal sealed class LeadMetric(Metric metric, LeadMeasure measure) : MetricRule(metric)
{
    public override string? Obstacle(Question question, PipelineSnapshot snapshot) =>
        LeadScope.WhyNot(question) ?? measure.WhyNot(question)
        ?? (snapshot.Leads.Count == 0 ? "There are no leads here yet: import them with revbot import leads FILE.csv." : measure.Lacks(snapshot.Leads));

    public override Answer Answer(Question question, PipelineView view)
    {
        if (Obstacle(question, view.Snapshot) is { } obstacle)
        {
            return NoAnswer(question, view, obstacle);
        }

        var dimensions = question.Breakdown.Select(dimension => new LeadDimension(dimension, view)).ToArray();
        var (days, work) = (new DayClock(view.Company.Work), view.Company.Work);
        var scope = new LeadScope(question.Filters, view);
        var (mainDays, comparedDays) = (DayRange.Of(question.Period), question.CompareWith is { } with ? DayRange.Of(with) : DayRange.None);
        var (main, compared) = (new LeadTally(), question.CompareWith is null ? null : new LeadTally());
        var rows = new Dictionary<(string, string), LeadRow>();
        var leads = view.Snapshot.Leads;
        var set = new LeadSet(leads);
        var exclusions = new Exclusions(view.Company.Currency);
        for (var position = 0; position < leads.Count; position++)
        {
            var lead = leads[position];
            var day = days.DayOf(lead.CreatedAt);
            var (inMain, inCompared) = (mainDays.Contains(day), comparedDays.Contains(day));
            if ((!inMain && !inCompared) || !scope.Holds(lead, day) || !measure.Takes(lead))
            {
                continue;
            }

            if (measure.Obstacle(lead) is { } reason)
            {
                if (inMain)
                {
                    exclusions.Add(reason);
                }

                continue;
            }

            var row = dimensions.Length == 0 ? null : RowOf(rows, dimensions, lead, day);
            var convertedOn = lead.ConvertedAt is { } at ? days.DayOf(at) : DealFacts.NoDay;
            var inBucket = Array.TrueForAll(dimensions, dimension => !dimension.Dimension.IsTime || dimension.KeyOfDay(convertedOn) == dimension.KeyOf(lead, day));
            if (inMain)
            {
                set.Add(position);
                measure.Add(main, lead, work, view.Now, convertedOn > 0 && mainDays.Contains(convertedOn));
                if (row is not null)
                {
                    measure.Add(row.Main, lead, work, view.Now, convertedOn > 0 && inBucket && mainDays.Contains(convertedOn));
                }
            }

            if (inCompared && compared is not null)
            {
                measure.Add(compared, lead, work, view.Now, convertedOn > 0 && comparedDays.Contains(convertedOn));
                if (row is not null)
                {
                    measure.Add(row.Compared, lead, work, view.Now, convertedOn > 0 && inBucket && comparedDays.Contains(convertedOn));
                }
            }
        }

        return ToAnswer(question, view, main, compared, dimensions, [.. rows.Values.Select(row => Value(row, dimensions, question))], set, exclusions);
    }

    private static LeadRow RowOf(Dictionary<(string, string), LeadRow> rows, LeadDimension[] dimensions, Lead lead, int day)
    {
        var key = (dimensions[0].KeyOf(lead, day), dimensions.Length > 1 ? dimensions[1].KeyOf(lead, day) : "");
        if (!rows.TryGetValue(key, out var row))
        {
            rows[key] = row = new LeadRow(key.Item1, key.Item2);
        }

        return row;
    }

    private AnswerRow Value(LeadRow row, LeadDimension[] dimensions, Question question) => new(
        [.. dimensions.Select((dimension, place) => dimension.ValueOf(place == 0 ? row.First : row.Second))],
        measure.Value(row.Main),
        question.CompareWith is null ? null : measure.Value(row.Compared),
        row.Main.Leads);

    private Answer ToAnswer(Question question, PipelineView view, LeadTally main, LeadTally? compared, LeadDimension[] dimensions, IReadOnlyList<AnswerRow> rows, LeadSet leads, Exclusions exclusions)
    {
        var value = measure.Value(main);
        var excluded = exclusions.All();
        // Who has no leads in the period is not the lowest.
        var (shown, inAll) = RowOrder.Of([.. rows.Where(row => question.Ranking is null || row.Deals > 0)], dimensions, question.Ranking);
        return new Answer
        {
            Question = question,
            Metric = Metric,
            Value = value,
            Compared = compared is null ? null : measure.Value(compared),
            NoData = main.Leads == 0 ? Metric.Nothing(measure.Nothing, question, excluded) : value is null ? measure.NoValue : null,
            Range = main.Leads == 0 ? null : measure.Range(main),
            Rows = shown,
            RowsInAll = inAll,
            SoWhat = Metric.BandOf(value, main.Leads)?.SoWhat,
            Receipt = ReceiptOf(question, view, main.Leads) with
            {
                Excluded = excluded,
                Remarks = [.. Remarks(main, compared, rows, inAll).OfType<string>()],
            },
            Deals = new DealSet(view.Snapshot),
            Leads = leads,
        };
    }

    private IEnumerable<string?> Remarks(LeadTally main, LeadTally? compared, IReadOnlyList<AnswerRow> rows, int ranked) =>
    [
        main.Leads > 0 ? measure.Remark(main) : null,
        Metric.FewRemark(main.Leads),
        Metric.FewInRowsRemark(rows.Count(row => Metric.IsFew(row.Deals)), rows.Count),
        rows.Count > ranked ? $"not ranked: {rows.Count - ranked} rows without a name or a value" : null,
        compared is null ? null : Metric.ComparedRemark(compared.Leads),
    ];

    private sealed record LeadRow(string First, string Second)
    {
        public LeadTally Main { get; } = new();

        public LeadTally Compared { get; } = new();
    }
}
