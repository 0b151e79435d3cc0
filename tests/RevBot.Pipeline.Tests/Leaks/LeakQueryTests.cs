using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leaks;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Tests.Metrics;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Leaks;

/// <summary>Deals of July and August 2025, and of September and October, held against one another on 12 November.</summary>
public sealed class LeakQueryTests
{
    private readonly APipeline _pipeline = new();
    private int _deals;

    [Fact]
    public void Nothing_broke_where_both_periods_did_alike()
    {
        Past("SMB", 60, wentOn: 40);
        Now("SMB", 60, wentOn: 38);

        var report = Run();

        Assert.Empty(report.Leaks);
        Assert.Empty(report.Gains);
        Assert.Equal((60, 60), report.Deals);
        Assert.Contains(report.Stages, flow => flow.Stage.Key == "qualification");
    }

    [Fact]
    public void A_stage_that_lets_fewer_through_is_accused_with_what_that_costs()
    {
        Past("SMB", 60, wentOn: 48);
        Now("SMB", 60, wentOn: 18);

        var leak = Assert.Single(Run().Leaks, found => found.Part is null);

        Assert.Equal((LeakKind.Conversion, "qualification"), (leak.Kind, leak.Stage.Key));
        Assert.Equal((.8, .3), (leak.Before, leak.After), new Within(1e-9));
        // Sixty deals of 1,000 came in; at the rate of before half of them more would have got further.
        Assert.Equal(30_000m, leak.AtStake, 3);
        Assert.True(leak.Interval.High < 0);
    }

    [Fact]
    public void Where_one_segment_broke_it_is_named_and_the_others_are_not()
    {
        Past("SMB", 60, wentOn: 45);
        Past("Enterprise", 60, wentOn: 45);
        Now("SMB", 60, wentOn: 44);
        Now("Enterprise", 60, wentOn: 9);

        var report = Run();

        Assert.Equal(["Enterprise"], report.Leaks.Where(leak => leak.By == Dimension.Segment).Select(leak => leak.Part!.Value.Label));
    }

    [Fact]
    public void What_changed_as_much_as_its_stage_is_not_named_beside_it()
    {
        Past("SMB", 60, wentOn: 48);
        Past("Enterprise", 60, wentOn: 48);
        Now("SMB", 60, wentOn: 24);
        Now("Enterprise", 60, wentOn: 24);

        Assert.Null(Assert.Single(Run().Leaks).Part);
    }

    [Fact]
    public void Few_deals_are_never_accused()
    {
        Past("SMB", 12, wentOn: 12);
        Now("SMB", 12, wentOn: 1);

        Assert.Empty(Run().Leaks);
    }

    [Fact]
    public void Better_is_told_apart_from_worse()
    {
        Past("SMB", 60, wentOn: 15);
        Now("SMB", 60, wentOn: 45);

        var report = Run();

        Assert.Empty(report.Leaks);
        Assert.Equal("qualification", Assert.Single(report.Gains).Stage.Key);
    }

    [Fact]
    public void Deals_that_stay_longer_are_told_with_what_is_held_up()
    {
        Past("SMB", 60, wentOn: 40, days: 4);
        Now("SMB", 60, wentOn: 40, days: 14);
        _pipeline.Deal("D-open", "Waits", "2025-10-20", amount: 5_000m, fields: new() { [DealFields.Segment] = "SMB" });

        var leak = Assert.Single(Run().Leaks);

        Assert.Equal((LeakKind.TimeInStage, "qualification"), (leak.Kind, leak.Stage.Key));
        // Of what waits there, the part that the pace of before would not have left: 1 - 4/10 business days.
        Assert.Equal((double)(5_000m * (decimal)(1 - (leak.Before / leak.After))), (double)leak.AtStake, 1e-6);
        Assert.True(leak.After > 2 * leak.Before);
    }

    [Fact]
    public void A_total_that_moves_against_every_segment_is_warned_of()
    {
        // Enterprise converts half as often; there is far more of it now, and both segments do better than before.
        Past("SMB", 100, wentOn: 80);
        Past("Enterprise", 20, wentOn: 6);
        Now("SMB", 20, wentOn: 17);
        Now("Enterprise", 100, wentOn: 40);

        var flow = Assert.Single(Run().Stages, stage => stage.Stage.Key == "qualification");

        Assert.True(flow.Shift!.IsAgainstEveryPart);
        Assert.True(flow.Shift.Difference < 0 && flow.Shift.Rate > 0);
        Assert.Equal(flow.Shift.Difference, flow.Shift.Rate + flow.Shift.Mix, 1e-12);
    }

    [Fact]
    public void Filters_mean_what_they_mean_in_any_question()
    {
        Past("SMB", 60, wentOn: 48);
        Now("SMB", 60, wentOn: 18);
        Past("Enterprise", 60, wentOn: 30);
        Now("Enterprise", 60, wentOn: 30);

        Assert.Empty(Run(Asking.Only(Dimension.Segment, "Enterprise")).Leaks);
        Assert.Equal((60, 60), Run(Asking.Only(Dimension.Segment, "Enterprise")).Deals);
    }

    [Fact]
    public void An_empty_pipeline_has_no_leaks() => Assert.Equal((0, 0), Run().Deals);

    private void Past(string segment, int deals, int wentOn, int days = 4) => Add("2025-07", segment, deals, wentOn, days);

    private void Now(string segment, int deals, int wentOn, int days = 4) => Add("2025-09", segment, deals, wentOn, days);

    private LeakReport Run(params DealFilter[] filters) => new LeakQuery
    {
        Filters = [.. filters],
        Period = Asking.Between("2025-09-01", "2025-10-31"),
        Before = Asking.Between("2025-07-01", "2025-08-31"),
    }.Run(_pipeline.Snapshot(), _pipeline.Company, Asking.Now);

    /// <summary>Deals of 1,000 that come in on the first days of a month; some go on and are won, the others are lost.</summary>
    private void Add(string month, string segment, int deals, int wentOn, int days)
    {
        for (var deal = 0; deal < deals; deal++)
        {
            var entered = APipeline.At($"{month}-01T08:00").AddHours(8 * deal);
            var left = entered.AddDays(days).AddMinutes(deal * 7);
            _pipeline.Deal($"D-{++_deals}", "One", Text(entered), amount: 1_000m, fields: new() { [DealFields.Segment] = segment }, then: story => _ = deal < wentOn
                ? story.Wins(Text(left))
                : story.Loses(Text(left)));
        }
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Equal but for rounding.</summary>
    private sealed class Within(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < tolerance && Math.Abs(x.Item2 - y.Item2) < tolerance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
