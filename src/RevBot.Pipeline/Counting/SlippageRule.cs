using System.Globalization;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>Finds the deals that were due in a period and those of them that slipped out of it. Split by time, every row is what the question would be answered for its days alone.</summary>
internal sealed class SlippageRule(Metric metric, Measure measure, SlippageKind kind) : PastRule(metric, measure)
{
    /// <summary>What slips from one month into the next slips out of the month, and not out of the quarter.</summary>
    protected override bool AddsUpOverTime => false;

    protected override void Count(int position, PastSurvey survey)
    {
        var turned = survey.View.Columns.LastTurns[position];
        ref readonly var facts = ref survey.View.Columns.Facts[position];
        if (turned == DealPast.NeverOpen)
        {
            return;
        }

        if (turned <= survey.StartTicks)
        {
            // It has stood still since before the period: due in it by the date it has, which it keeps.
            if (survey.Days.Contains(facts.CloseDay) && survey.Holds(position, facts.CloseDay))
            {
                Add(position, facts.CloseDay, hasSlipped: false, survey, survey.Days.Last);
                if (survey.IsSplit)
                {
                    AddTo(ref survey.Tallies[survey.RowOf(position, facts.CloseDay)], position, false, survey);
                }
            }

            return;
        }

        Trace(position, survey, facts.CloseDay);
    }

    protected override string NothingOf(PastSurvey survey, IReadOnlyList<Exclusion> excluded) => excluded is [var first, ..]
        ? string.Create(CultureInfo.InvariantCulture, $"No slipped deal could be counted: {first.Deals:N0} with {first.Reason}.")
        : kind == SlippageKind.Rate ? "No deals were due in that period." : "No deals slipped out of that period.";

    protected override IReadOnlyList<AnswerPart> PartsOf(PastSurvey main, PastSurvey? compared) => kind == SlippageKind.Amount ? [] :
    [
        new AnswerPart("Slipped", main.Tallies[0].Won, compared?.Tallies[0].Won, MetricUnit.Count),
        new AnswerPart("Due in the period", main.Tallies[0].Deals, compared?.Tallies[0].Deals, MetricUnit.Count),
    ];

    protected override IReadOnlyList<string> RemarksOf(PastSurvey survey) => survey.Overdue == 0 || kind == SlippageKind.Amount ? [] :
        [string.Create(CultureInfo.InvariantCulture, $"{survey.Overdue:N0} more {(survey.Overdue == 1 ? "is" : "are")} open and still due in the period, though it is over")];

    /// <summary>Goes through the dates the deal was expected to close on while it was open.</summary>
    private void Trace(int position, PastSurvey survey, int final)
    {
        var deal = survey.View.Snapshot.Deals.Span[position];
        var (from, due) = (deal.CreatedAt.UtcTicks, DealFacts.NoDay);
        List<int>? parts = null;
        for (var index = 0; index <= deal.PastCloseDates.Length; index++)
        {
            var isLast = index == deal.PastCloseDates.Length;
            var (until, date) = isLast ? (long.MaxValue, deal.CloseDate) : (deal.PastCloseDates[index].UntilTicks, deal.PastCloseDates[index].Date);
            if (date is { DayNumber: var day } && survey.Days.Contains(day) && until > survey.StartTicks && from < survey.EndTicks && WasOpen(deal, from, until) && survey.Holds(position, day))
            {
                due = day;
                if (survey.IsSplitByTime && survey.PartOf(day) is var part && survey.TicksOf(part) is var (start, end) && until > start && from < end)
                {
                    parts = CountPart(position, day, part, final, survey, parts);
                }
            }

            from = until;
        }

        if (due == DealFacts.NoDay)
        {
            return;
        }

        Add(position, due, HasSlipped(final, survey.Days), survey, survey.Days.Last);
        if (survey is { IsSplit: true, IsSplitByTime: false })
        {
            AddTo(ref survey.Tallies[survey.RowOf(position, due)], position, HasSlipped(final, survey.Days), survey);
        }
    }

    /// <summary>A deal may have been due in one month and then in another, and counts in both; twice in one it counts once.</summary>
    private List<int> CountPart(int position, int day, DayRange part, int final, PastSurvey survey, List<int>? parts)
    {
        var row = survey.RowOf(position, day);
        parts ??= [];
        if (!parts.Contains(row))
        {
            parts.Add(row);
            AddTo(ref survey.Tallies[row], position, HasSlipped(final, part), survey);
        }

        return parts;
    }

    private static bool HasSlipped(int final, DayRange days) => final == DealFacts.NoDay || final > days.Last;

    private static bool WasOpen(Deal deal, long from, long until) =>
        DealPast.IsOpenAt(deal, from) || (until == long.MaxValue ? deal.Status == DealStatus.Open : DealPast.IsOpenAt(deal, until - 1));

    private void Add(int position, int day, bool hasSlipped, PastSurvey survey, int lastDay)
    {
        ref readonly var facts = ref survey.View.Columns.Facts[position];
        if (hasSlipped && kind == SlippageKind.Amount && survey.View.ValueOf(facts) is null)
        {
            if (facts.HasAmount)
            {
                survey.Exclusions.AddWithoutRate(survey.View.Columns.Currencies[facts.Currency]);
            }
            else
            {
                survey.Exclusions.Add("no amount");
            }
        }

        survey.Overdue += !hasSlipped && facts.Status == DealStatus.Open && lastDay < survey.View.Today && day <= lastDay ? 1 : 0;
        AddTo(ref survey.Tallies[0], position, hasSlipped, survey);
        if (hasSlipped && (kind == SlippageKind.Rate || survey.View.ValueOf(facts) is not null))
        {
            survey.Deals.Add(position);
        }
    }

    private void AddTo(ref Tally tally, int position, bool hasSlipped, PastSurvey survey)
    {
        if (kind == SlippageKind.Rate)
        {
            tally.Won += hasSlipped ? 1 : 0;
            tally.Meet(position);
        }
        else if (hasSlipped && survey.View.ValueOf(survey.View.Columns.Facts[position]) is { } value)
        {
            tally.Sum += value;
            tally.Meet(position);
        }
    }
}
