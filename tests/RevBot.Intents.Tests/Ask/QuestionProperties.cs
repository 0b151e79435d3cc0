using RevBot.Intents.Ask;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

public sealed class QuestionProperties
{
    private static readonly string[] Measures = ["win rate", "won amount", "open pipeline", "created pipeline", "lost amount", "sales cycle", "average deal size"];
    private static readonly string[] Periods = ["", "last quarter", "in Q3", "since January", "over the last 6 weeks", "in March 2024", "this year", "between 1 March and 15 April"];
    private static readonly string[] Filters = ["", "for EMEA", "from partners", "for Priya", "over 50k", "excluding renewals", "for Enterprise", "with no next step", "for \"Initech\"",
        "not touched for 2 weeks", "older than 90 days", "in stage longer than 30 days", "pushed at least twice", "never pushed", "between 20k and 50k", "in EMEA or over 50k"];
    private static readonly string[] Splits = ["", "by source", "by owner and segment", "per region"];

    [Fact]
    public void Parts_are_read_independently_of_each_other()
    {
        foreach (var measure in Measures)
        {
            foreach (var period in Periods)
            {
                var plain = Understood($"{measure} {period}");
                foreach (var filter in Filters)
                {
                    foreach (var split in Splits)
                    {
                        var text = $"{measure} {split} {filter} {period}";
                        var full = Understood(text);
                        Assert.True(full.Measure == plain.Measure, text);
                        Assert.True(full.Period == plain.Period, text);
                        Assert.True(full.Filters.Length == (filter.Length > 0 ? 1 : 0), text);
                        Assert.True(full.Breakdown.IsEmpty == (split.Length == 0), text);
                    }
                }
            }
        }
    }

    [Fact]
    public void Two_filters_are_read_as_each_of_them_alone()
    {
        foreach (var first in Filters.Where(filter => filter.Length > 0 && !filter.Contains(" or ", StringComparison.Ordinal)))
        {
            foreach (var second in Filters.Where(filter => filter.Length > 0 && !filter.Contains(" or ", StringComparison.Ordinal) && filter != first && !SameKind(filter, first)))
            {
                var text = $"win rate {first}, {second}, last quarter";
                var both = Understood(text);
                Assert.True(both.Period == Understood("win rate last quarter").Period, text);
                Assert.True(both.Filters.ToHashSet().SetEquals([.. Understood($"win rate {first}").Filters, .. Understood($"win rate {second}").Filters]), text);
            }
        }
    }

    /// <summary>Every metric of the catalogue by its own name, with every pair of parts in an order of its own.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_two_parts_leave_each_other_as_they_are_with_every_metric(int seed)
    {
        foreach (var metric in AskCompany.Catalog.Metrics.Where(metric => metric.Thing != "lead" && !metric.Id.StartsWith("economics.", StringComparison.Ordinal)))
        {
            var random = new Random(seed);
            for (var round = 0; round < 12; round++)
            {
                var (filter, split, period) = (Pick(random, Filters), Pick(random, Splits), Pick(random, Periods));
                var text = string.Join(' ', new[] { metric.Title.ToLowerInvariant() }.Concat(new[] { split, filter, period }.Where(part => part.Length > 0).OrderBy(_ => random.Next())));
                if (AskCompany.Read($"{metric.Title} {period}") is not QuestionReading.Understood { Question: var plain } || AskCompany.Read(text) is not QuestionReading.Understood { Question: var full })
                {
                    // A metric that takes no filter of the kind says so; it must not read something else.
                    continue;
                }

                Assert.True(full.Measure == plain.Measure || MeasureIds.CountOf(full.Measure) == MeasureIds.CountOf(plain.Measure), $"{text}: {full.Measure}");
                Assert.True(full.Period == plain.Period || plain.PeriodIsDefault, $"{text}: {full.Period}");
                Assert.True(full.Filters.Length == (filter.Length > 0 ? 1 : 0), $"{text}: {full.Filters.Length}");
                Assert.True(split.Length == 0 || full.Breakdown.Intersect(Understood($"win rate {split}").Breakdown).SequenceEqual(Understood($"win rate {split}").Breakdown), text);
            }
        }
    }

    /// <summary>Joined by "and", commas or nothing, and in any order.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Filters_are_the_same_in_any_order_and_number(int seed)
    {
        var random = new Random(seed);
        var single = Filters.Where(filter => filter.Length > 0 && !filter.Contains(" or ", StringComparison.Ordinal) && !filter.Contains("between", StringComparison.Ordinal)).ToArray();
        for (var round = 0; round < 60; round++)
        {
            var chosen = single.OrderBy(_ => random.Next()).Take(3).ToList();
            if (chosen.Exists(one => chosen.Exists(other => one != other && SameKind(one, other))))
            {
                continue;
            }

            var text = $"open pipeline by source {chosen[0]}{Pick(random, [" ", ", ", " and "])}{chosen[1]}{Pick(random, [", ", " and "])}{chosen[2]}";
            var read = Understood(text);
            Assert.True(read.Measure == MeasureIds.OpenAmount && read.Breakdown is [Dimension.Source] && read.Period is null, text);
            Assert.True(read.Filters.ToHashSet().SetEquals(chosen.SelectMany(filter => Understood($"open pipeline {filter}").Filters)), text);
        }
    }

    [Fact]
    public void Rows_sum_to_the_total_wherever_the_measure_is_additive()
    {
        foreach (var metric in AskCompany.Catalog.Metrics.Where(metric => metric.Additive))
        {
            foreach (var split in Enum.GetValues<Dimension>())
            {
                var question = new Question { Measure = metric.Id, Breakdown = [split] };
                var answer = AskCompany.Catalog.Evaluate(question, AskCompany.Snapshot, TestCompany.Profile, AskCompany.Now);
                if (answer.NoData is null && answer.Rows.Count > 0)
                {
                    Assert.True(answer.Value == answer.Rows.Sum(row => row.Value), $"{metric.Id} by {split}");
                }
            }
        }
    }

    private static string Pick(Random random, string[] of) => of[random.Next(of.Length)];

    /// <summary>Values of one kind said one after the other are alternatives.</summary>
    private static bool SameKind(string one, string other) => Understood($"win rate {one}").Filters.Any(filter => Understood($"win rate {other}").Filters.Any(like => like.GetType() == filter.GetType()
        && (filter is not DealFilter.In named || like is not DealFilter.In { Dimension: var dimension } || named.Dimension == dimension)));

    private static Question Understood(string text) =>
        AskCompany.Read(text) is QuestionReading.Understood understood ? understood.Question : throw new InvalidOperationException($"Not understood: {text}");
}
