using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.ListDeals;

/// <summary>Finds the deals behind a question and shows a page of them.</summary>
public sealed class DealListQuery(AskQuery query, MetricCatalog catalog)
{
    /// <summary>The page of deals that <paramref name="text"/> asks for.</summary>
    /// <param name="asked">A question that was understood.</param>
    /// <param name="reader">The turn it is shown in.</param>
    public Reply Page(AskedQuestion asked, AskedText text, TurnContext reader)
    {
        if (asked.Reading is not QuestionReading.Understood understood || catalog.Find(understood.Question.Measure) is not { } metric)
        {
            return Refusal.Of(ListDealsIntent.Name, "I can't read that as a list of deals.", []);
        }

        if (query.Obstacle(understood.Question, asked.Snapshot) is { } obstacle)
        {
            return Refusal.Of(ListDealsIntent.Name, obstacle, []);
        }

        if (metric.Thing == "lead")
        {
            var answer = query.Evaluate(understood.Question, asked.Snapshot, asked.Company, asked.Now);
            return new LeadListCard(asked, answer, text, ReaderClock.Of(reader, asked.Company.Work)).ToReply();
        }

        if (text.Part is { } part)
        {
            var parts = query.Evaluate(understood.Question, asked.Snapshot, asked.Company, asked.Now).Parts;
            return parts.ElementAtOrDefault(part) is { Deals: { } counted, Title: var title }
                ? new DealListCard(asked, understood, metric, DealQuery.Among(counted, query.Counted(understood.Question, asked.Snapshot), asked.Company, asked.Now), text, ReaderClock.Of(reader, asked.Company.Work)) { Part = title }.ToReply()
                : Refusal.Of(ListDealsIntent.Name, "I can't read that as a list of deals.", []);
        }

        var listing = Listing(asked, understood, metric);
        return new DealListCard(asked, understood, metric, listing, text, ReaderClock.Of(reader, asked.Company.Work)).ToReply();
    }

    /// <summary>All deals a question is about, and how it was read; null when it is about none that can be shown.</summary>
    public (DealListing Listing, string Reading)? Find(AskedQuestion asked) =>
        asked.Reading is QuestionReading.Understood understood && catalog.Find(understood.Question.Measure) is { Thing: not "lead" } metric && query.Obstacle(understood.Question, asked.Snapshot) is null
            ? (Listing(asked, understood, metric), ReadingText.Of(understood.Question with { CompareWith = null }, metric, asked.Company.Currency))
            : null;

    private DealListing Listing(AskedQuestion asked, QuestionReading.Understood understood, Metric metric) =>
        understood.Shape == QuestionShape.DealList && Orders(metric) ? List(asked, understood.Question, metric) : Behind(asked, understood.Question);

    /// <summary>True where a list is found and put in order by itself; else it is what a number was counted from.</summary>
    internal static bool Orders(Metric metric) => metric.Id == MeasureIds.Age || MeasureIds.CountOf(metric.Id) is not (null or MeasureIds.SlippageRate);

    internal static DealListing List(AskedQuestion asked, Question question, Metric metric)
    {
        var ranking = question.Ranking;
        return new DealQuery
        {
            Filters = question.Filters,
            Status = StatusOf(question.Measure),
            Period = question.Period,
            Basis = metric.Basis,
            Order = metric.Id == MeasureIds.Age || (ranking is { ByDay: true } && metric.Basis == TimeBasis.Created) ? DealOrder.Age
                : ranking is { ByDay: true } ? DealOrder.CloseDate
                : ranking is not null || metric.Basis != TimeBasis.ExpectedClose ? DealOrder.Amount : DealOrder.CloseDate,
            Reversed = ranking is { ByDay: true } ? ranking.Highest : ranking is { Highest: false },
            Limit = ranking?.Count,
        }.Run(asked.Snapshot, asked.Company, asked.Now);
    }

    /// <summary>Exactly the deals a number was computed from.</summary>
    private DealListing Behind(AskedQuestion asked, Question question)
    {
        var answer = query.Evaluate(question, asked.Snapshot, asked.Company, asked.Now);
        return DealQuery.Behind(answer, query.Counted(question, asked.Snapshot), asked.Company, asked.Now);
    }

    private static DealStatus? StatusOf(string measure) => measure switch
    {
        MeasureIds.WonCount or MeasureIds.WonAmount => DealStatus.Won,
        MeasureIds.LostCount or MeasureIds.LostAmount => DealStatus.Lost,
        MeasureIds.OpenCount or MeasureIds.OpenAmount or MeasureIds.Age => DealStatus.Open,
        _ => null,
    };
}
