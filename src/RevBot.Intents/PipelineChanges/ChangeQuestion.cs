using RevBot.Intents.Ask;
using RevBot.Pipeline.Bridge;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.PipelineChanges;

/// <summary>What somebody wants to know of how the pipeline changed, read from a sentence.</summary>
/// <param name="Days">The days in which it changed; the last one ends now when it is today.</param>
/// <param name="IsDefault">True when no days were named.</param>
internal sealed record ChangeQuestion(AskedQuestion Asked, Period Days, bool IsDefault, BridgeQuery Query)
{
    private const int DefaultDays = 7;

    /// <summary>Null when the sentence does not ask it.</summary>
    /// <param name="like">The sentence with what it is read against.</param>
    public static ChangeQuestion? Read(AskedQuestion like, QuestionReader reader) =>
        reader.Cores(like).Select(core => Read(like, core, reader)).FirstOrDefault(question => question is not null);

    private static ChangeQuestion? Read(AskedQuestion like, string said, QuestionReader reader)
    {
        if (ChangeWords.Rewrite(said) is not { } text
            || reader.ReadLike(like, text).Reading is not QuestionReading.Understood
            {
                Question: { Measure: MeasureIds.CreatedAmount or MeasureIds.CreatedCount, Breakdown: [], CompareWith: null, Ranking: null } question,
            })
        {
            return null;
        }

        var (work, fiscal) = (like.Company.Work, like.Company.Fiscal);
        var today = work.DateAt(like.Now);
        var days = question is { PeriodIsDefault: false, Period: { Start: not null } named } ? named : new Period(today.AddDays(-DefaultDays), today, $"last {DefaultDays} days");
        var (first, last) = (days.Start ?? today, days.End is { } end && end < today ? end : today);
        if (first > last)
        {
            return null;
        }

        var quarter = fiscal.StartOfQuarter(fiscal.FiscalYearOf(last), fiscal.QuarterOf(last));
        return new ChangeQuestion(like, new Period(first, last, days.Label), question.PeriodIsDefault, new BridgeQuery
        {
            Filters = question.Filters,
            From = work.StartOf(first),
            To = last == today ? like.Now : work.StartOf(last.AddDays(1)),
            Window = ChangeWords.AsksForAllDates(like.Text) ? null : new Period(quarter, quarter.AddMonths(3).AddDays(-1), "the quarter"),
        });
    }
}
