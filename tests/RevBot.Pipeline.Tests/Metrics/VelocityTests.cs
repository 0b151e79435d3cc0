using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class VelocityTests
{
    private static readonly Question Compared = new() { Measure = "velocity.daily", Period = Asking.Quarter, CompareWith = Asking.LastQuarter };

    [Fact]
    public void What_moved_it_adds_up_exactly()
    {
        var answer = Company().Ask(Compared);

        // One open deal; 1 of 2 won at 9,000 after 10 days, before that 1 of 3 at 7,000 after 21.
        Assert.Equal((1 * .5m * 9_000 / 10, Math.Round(1 / 3m * 7_000 / 21, 6)), (answer.Value, Math.Round(answer.Compared!.Value, 6)));
        Assert.Equal(answer.Value - answer.Compared, answer.Parts.Sum(part => part.Moved));
    }

    [Fact]
    public void Each_factor_moves_it_by_its_logarithm()
    {
        var answer = Company().Ask(Compared);
        var scale = (double)(answer.Value!.Value - answer.Compared!.Value) / Math.Log((double)(answer.Value.Value / answer.Compared.Value));

        Assert.Equal(["Open deals", "Win rate", "Average deal size", "Sales cycle"], answer.Parts.Select(part => part.Title));
        Assert.Equal([0, scale * Math.Log(1.5), scale * Math.Log(9 / 7d), scale * Math.Log(21 / 10d)], answer.Parts.Select(part => (double)part.Moved!.Value), (left, right) => Math.Abs(left - right) < 1e-6);
    }

    [Fact]
    public void The_deals_are_those_that_were_open_when_the_period_ended()
    {
        var pipeline = Company()
            .Deal("D-7", "Lost since", "2025-08-01", then: story => story.Loses("2025-11-03"))
            .Deal("D-8", "Reopened", "2025-08-01", then: story => story.Loses("2025-08-20").Reopens("2025-11-03", "discovery"));
        var answer = pipeline.Ask(Compared);

        // Now D-1 and D-8; on 30 September D-1, D-7 and nobody yet of the October deals.
        Assert.Equal((2m, 2m), (answer.Parts[0].Value, answer.Parts[0].Compared));
        Assert.Equal(["D-1", "D-7"], pipeline.Ask(Compared with { Period = Asking.LastQuarter, CompareWith = null }).Deals.Select(deal => deal.Value));
    }

    [Fact]
    public void By_month_each_has_the_deals_open_at_its_own_end()
    {
        var answer = Company()
            .Deal("D-7", "Won in July", "2025-07-01", amount: 7_000m, then: story => story.Wins("2025-07-31T15:00"))
            .Deal("D-8", "Came in October", "2025-10-20")
            .Ask(Compared with { CompareWith = null, Breakdown = [Dimension.Month] });

        // October: D-1 and D-8 open, 1 of 2 won at 9,000 after 10 days. Nothing closed in November.
        Assert.Equal(["Oct 2025=900", "Nov 2025=no data"], answer.Lines());
    }

    [Fact]
    public void Without_a_comparison_nothing_has_moved() =>
        Assert.All(Company().Ask(Compared with { CompareWith = null }).Parts, part => Assert.Null(part.Moved));

    [Fact]
    public void A_factor_that_is_not_known_leaves_nothing_to_tell() =>
        Assert.All(new APipeline().Deal("D-1", "Open", "2025-10-06").Ask(Compared).Parts, part => Assert.Null(part.Moved));

    private static APipeline Company() => new APipeline()
        .Deal("D-1", "Open", "2025-06-01", amount: 1_000m)
        .Deal("D-2", "Won", "2025-10-06", amount: 9_000m, then: story => story.Wins("2025-10-16"))
        .Deal("D-3", "Lost", "2025-10-06", amount: 9_000m, then: story => story.Loses("2025-10-16"))
        .Deal("D-4", "Won", "2025-07-01", amount: 7_000m, then: story => story.Wins("2025-07-22"))
        .Deal("D-5", "Lost", "2025-07-01", amount: 7_000m, then: story => story.Loses("2025-07-22"))
        .Deal("D-6", "Lost", "2025-07-01", amount: 7_000m, then: story => story.Loses("2025-07-22"));
}
