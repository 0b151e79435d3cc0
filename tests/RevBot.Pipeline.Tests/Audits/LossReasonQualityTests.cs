using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Audits;

public sealed class LossReasonQualityTests
{
    [Fact]
    public void What_is_given_is_counted_and_what_nobody_gives_is_named()
    {
        var quality = Of((12, "competitor", "features"), (8, "competitor", "incumbent"), (6, "no_decision", "went_silent"), (2, "other", null), (4, "PRICE", "no_budget"), (1, "rival_bought_them", null), (2, null, null));

        Assert.Equal((35, 33, 2, 20, 6, 1), (quality.Losses, quality.Explained, quality.Others, quality.ToCompetitor, quality.NoDecision, quality.Unlisted));
        Assert.Equal(("Lost to a competitor: Missing features", 12), (quality.Given[0].Name, quality.Given[0].Count));
        Assert.Equal(["Price: Too expensive", "No decision: Not a priority"], quality.Unused.Select(one => one.Name));
        Assert.Equal(LossReasonFlaw.Unused, quality.Flaw);
    }

    [Fact]
    public void A_reason_without_any_of_its_details_is_unused_as_a_whole() =>
        Assert.Equal(["Price", "No decision", "Other"], Of((3, "competitor", "features"), (1, "competitor", "incumbent")).Unused.Select(one => one.Name));

    [Fact]
    public void The_weightiest_flaw_is_told()
    {
        Assert.Equal(LossReasonFlaw.TooFew, Of().Flaw);
        Assert.Equal(LossReasonFlaw.TooFew, Of((9, "price", "no_budget")).Flaw);
        Assert.Equal(LossReasonFlaw.Unexplained, Of((9, "price", "no_budget"), (1, null, null)).Flaw);
        Assert.Equal(LossReasonFlaw.Other, Of((4, "price", "no_budget"), (5, "competitor", "features"), (1, "other", null)).Flaw);
        Assert.Equal(LossReasonFlaw.Concentrated, Of((5, "price", "no_budget"), (4, "competitor", "features"), (1, "no_decision", null)).Flaw);
        Assert.Equal(LossReasonFlaw.None, Of((4, "price", "no_budget"), (4, "competitor", "features"), (4, "no_decision", null)).Flaw);
    }

    [Theory]
    [InlineData("no_decision", "No decision", true)]
    [InlineData("stalled", "No Decision / Non-Responsive", true)]
    [InlineData("no_decision_made", "Nichts entschieden", true)]
    [InlineData("price", "Price", false)]
    public void No_decision_is_known_by_its_name_or_key(string key, string name, bool expected) =>
        Assert.Equal(expected, new LossReason(key, name, [], false, false).IsNoDecision);

    private static LossReasonQuality Of(params (int Count, string? Reason, string? Detail)[] losses)
    {
        var pipeline = new APipeline();
        var number = 0;
        foreach (var (count, reason, detail) in losses)
        {
            for (var one = 0; one < count; one++)
            {
                pipeline.Deal($"D-{++number}", $"Deal {number}", "2026-01-05", "proposal", null, then: deal => deal.Loses("2026-05-01T09:00:00Z", reason, detail));
            }
        }

        return LossReasonQuality.Of(pipeline.Deal("D-0", "Open", "2026-01-05", "proposal", null).Snapshot().Deals.ToArray(), TestCompany.Profile.LossReasons);
    }
}
