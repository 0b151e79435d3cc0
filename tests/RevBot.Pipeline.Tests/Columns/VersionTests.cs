using System.Collections.Frozen;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Tests.Metrics;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Columns;

/// <summary>Columns are taken over from version to version; every answer must be as if they were made anew.</summary>
public sealed class VersionTests
{
    private static readonly MetricCatalog Catalog = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_version_that_follows_others_answers_like_one_that_stands_alone(int seed)
    {
        var random = new Random(seed);
        var questions = new RandomPipeline(seed);
        var deals = Deals(seed, 3_000);
        var snapshot = Version(null, deals);
        for (var version = 0; version < 6; version++)
        {
            foreach (var metric in Catalog.Metrics)
            {
                var question = questions.Question(metric.Id);
                Same(question, snapshot, Version(null, deals));
                var missing = new DealQuery { Filters = [new DealFilter.Missing(DealFields.Segment)], Order = DealOrder.TimeInStage };
                Assert.Equal(missing.Run(Version(null, deals), TestCompany.Profile, Asking.Now).Deals, missing.Run(snapshot, TestCompany.Profile, Asking.Now).Deals);
            }

            var others = Deals(seed + 100 + version, 400);
            deals = [.. deals, .. others[..random.Next(0, 200)]];
            for (var change = 0; change < 50; change++)
            {
                deals[random.Next(deals.Length)] = others[200 + random.Next(200)];
            }

            // Every second version is never asked: the next one takes over from the one before it.
            snapshot = Version(version % 2 == 0 ? snapshot : Version(snapshot, [.. deals]), deals);
        }
    }

    private static void Same(Question question, PipelineSnapshot one, PipelineSnapshot other)
    {
        var (left, right) = (Catalog.Evaluate(question, one, TestCompany.Profile, Asking.Now), Catalog.Evaluate(question, other, TestCompany.Profile, Asking.Now));
        Assert.Equal(right.Value, left.Value);
        Assert.Equal(right.Lines(), left.Lines());
        Assert.Equal(right.Receipt.Excluded, left.Receipt.Excluded);
        Assert.Equal(right.Deals, left.Deals);
    }

    private static Deal[] Deals(int seed, int count)
    {
        var deals = new List<Deal>();
        for (; deals.Count < count; seed += 1_000)
        {
            deals.AddRange(new RandomPipeline(seed).Build().Snapshot().Deals.Span);
        }

        return [.. deals.Take(count)];
    }

    private static PipelineSnapshot Version(PipelineSnapshot? before, Deal[] deals)
    {
        var directory = before ?? new RandomPipeline(0).Build().Snapshot();
        return new PipelineSnapshot(before)
        {
            Version = 1,
            DirectoryVersion = 1,
            Deals = deals,
            DealPositions = FrozenDictionary<DealId, int>.Empty,
            Accounts = directory.Accounts,
            People = directory.People,
        };
    }
}
