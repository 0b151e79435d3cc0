using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Pipeline.Bridge;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.PipelineChanges;

/// <summary>What somebody wants to know of how the pipeline changed, read from a sentence.</summary>
/// <param name="Created">What was created in those days and of those deals; a question for "that time" finds its days by it.</param>
/// <param name="Days">The days in which it changed; the last one ends now when it is today.</param>
/// <param name="IsDefault">True when no days were named.</param>
internal sealed record ChangeQuestion(AskedQuestion Asked, AskedQuestion Created, Period Days, bool IsDefault, BridgeQuery Query)
{
    private const int DefaultDays = 7;

    /// <summary>Null when the sentence does not ask it.</summary>
    /// <param name="like">The sentence, and what was said on from it, with what it is read against.</param>
    public static ChangeQuestion? Read(AskedQuestion like, QuestionReader reader)
    {
        if (QuestionThread.Split(like.Text) is not [var first, .. var further])
        {
            return null;
        }

        return reader.Cores(further.Count == 0 ? like : reader.ReadLike(like, first)).Select(ChangeWords.Rewrite).OfType<string>()
            .Select(core => further.Aggregate((AskedQuestion?)reader.ReadLike(like, core), (last, said) => last is null ? null : reader.Continue(last, reader.ReadLike(like, said))))
            .Select(created => created is null ? null : Of(like, created))
            .FirstOrDefault(question => question is not null);
    }

    private static ChangeQuestion? Of(AskedQuestion like, AskedQuestion created)
    {
        if (created.Reading is not QuestionReading.Understood { Question: { Measure: MeasureIds.CreatedAmount or MeasureIds.CreatedCount, Breakdown: [], CompareWith: null, Ranking: null } question })
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
        return new ChangeQuestion(like, created, new Period(first, last, days.Label), question.PeriodIsDefault, new BridgeQuery
        {
            Filters = question.Filters,
            From = work.StartOf(first),
            To = last == today ? like.Now : work.StartOf(last.AddDays(1)),
            Window = ChangeWords.AsksForAllDates(like.Text) ? null : new Period(quarter, quarter.AddMonths(3).AddDays(-1), "the quarter"),
        });
    }
}
