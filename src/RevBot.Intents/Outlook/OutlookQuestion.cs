using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Pipeline.Forecasts;

namespace RevBot.Intents.Outlook;

/// <summary>What somebody wants to know of a period to come, read from a sentence.</summary>
/// <param name="Asked">The sentence as a question for the forecast, which a follow-up goes on from.</param>
internal sealed record OutlookQuestion(AskedQuestion Asked, OutlookQuery Query)
{
    /// <summary>A sentence about what lies farther ahead means something else.</summary>
    private const int FarthestDays = 190;

    /// <summary>Null when the sentence does not ask it.</summary>
    public static OutlookQuestion? Read(AskedQuestion like, QuestionReader reader) =>
        reader.Cores(like).Select(core => Read(like, core, reader)).FirstOrDefault(question => question is not null);

    private static OutlookQuestion? Read(AskedQuestion like, string text, QuestionReader reader)
    {
        if (OutlookWords.Find(text) is not var (around, outright))
        {
            return null;
        }

        var rest = OutlookWords.Dated(around);

        // "What does the pipeline look like" names what is to be measured, and so is a question for that.
        var asked = reader.ReadLike(like, $"{OutlookWords.Phrase} {rest}");
        if (asked.Reading is not QuestionReading.Understood { Question: { Measure: MeasureIds.Simulated, Breakdown: [], CompareWith: null, Ranking: null, Period: { } period } question }
            || reader.ReadLike(like, rest).Reading is QuestionReading.Understood { Shape: QuestionShape.Figure, Score: > Fragment.Score })
        {
            return null;
        }

        // What is over has been, whatever it looks like; only an outlook asked for outright is told so.
        var today = like.Company.Work.DateAt(like.Now);
        var isAhead = period.End is { } end && end >= today && end.DayNumber - today.DayNumber < FarthestDays;
        return (isAhead && !question.PeriodIsDefault) || outright
            ? new OutlookQuestion(asked, new OutlookQuery { Filters = question.Filters, Period = period, PeriodIsDefault = question.PeriodIsDefault })
            : null;
    }
}
