using System.Globalization;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Tests.Metrics;

/// <summary>A large company's stays are counted by two threads, each its half of the deals: that may not change a figure.</summary>
public sealed class ManyDealsTests
{
    private const int FewestDeals = 9_000;

    [Theory]
    [InlineData("time_in_stage.typical")]
    [InlineData("time_in_stage.completed")]
    [InlineData("conversion.next_stage")]
    [InlineData("conversion.to_won")]
    public void The_same_deals_many_times_over_give_the_same_shares_and_medians(string measure)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var random = new RandomPipeline(seed);
            var (pipeline, question) = (random.Build(), random.Question(measure));
            var few = pipeline.Snapshot();
            if (few.Deals.IsEmpty)
            {
                continue;
            }

            var times = (FewestDeals / few.Deals.Length) + 1;
            foreach (var asked in new[] { question, question with { Breakdown = [Dimension.Stage] }, question with { Breakdown = [Dimension.Owner, Dimension.Stage] }, question with { Breakdown = [Dimension.Month] } })
            {
                var once = new MetricCatalog().Evaluate(asked, few, pipeline.Company, Asking.Now);
                var often = new MetricCatalog().Evaluate(asked, Times(few, times), pipeline.Company, Asking.Now);

                Assert.Equal(Rounded(once.Value), Rounded(often.Value));
                Assert.Equal(once.Receipt.Deals * times, often.Receipt.Deals);
                Assert.Equal(once.Deals.Count * times, often.Deals.Count);
                Assert.Equal(once.Receipt.Excluded.Select(left => left with { Deals = left.Deals * times }), often.Receipt.Excluded);
                Assert.Equal(once.Rows.Select(row => Line(row, times)), often.Rows.Select(row => Line(row, 1)));
            }
        }
    }

    private static string Line(AnswerRow row, int times) => $"{string.Join('/', row.Keys.Select(key => key.Key))}={Rounded(row.Value)} of {row.Deals * times}";

    private static string? Rounded(decimal? value) => value?.ToString("0.#########", CultureInfo.InvariantCulture);

    private static PipelineSnapshot Times(PipelineSnapshot few, int times)
    {
        Deal[] deals = [.. Enumerable.Range(0, times).SelectMany(time => few.Deals.ToArray().Select(deal => deal with { Id = new DealId($"{deal.Id.Value}-{time}") }))];
        return new PipelineSnapshot
        {
            Version = few.Version,
            DirectoryVersion = few.DirectoryVersion,
            Deals = deals,
            DealPositions = deals.Index().ToDictionary(deal => deal.Item.Id, deal => deal.Index),
            Accounts = few.Accounts,
            People = few.People,
        };
    }
}
