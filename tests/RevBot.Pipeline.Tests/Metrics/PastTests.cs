using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Bridge;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

/// <summary>What was expected once: slippage, pushes, and the way from one moment to another.</summary>
public sealed class PastTests
{
    private static readonly Period Third = new(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30), "Q3");
    private static readonly DateTimeOffset Now = APipeline.At("2026-11-20T12:00");

    [Fact]
    public void What_was_due_and_has_a_later_date_has_slipped()
    {
        var pipeline = Quarter();

        Assert.Equal((.5m, 4), (Ask(pipeline, "slippage.rate").Value.GetValueOrDefault(), Ask(pipeline, "slippage.rate").Receipt.Deals));
        Assert.Equal(3_000m, Ask(pipeline, "slippage.amount").Value);
        Assert.Equal(["lostLate", "pushed"], Ask(pipeline, "slippage.amount").Deals.Select(deal => deal.Value).Order());
        Assert.Equal(1m, Ask(pipeline, "slippage.pushes").Value);
    }

    [Fact]
    public void Opening_and_steps_add_up_to_closing()
    {
        var pipeline = Quarter().Deal("new", "New", "2026-08-01", amount: 700, closeDate: "2026-09-01");

        var bridge = new BridgeQuery { From = APipeline.At("2026-07-01"), To = APipeline.At("2026-10-15"), Window = Third }.Run(pipeline.Snapshot(), pipeline.Company, Now);

        Assert.Equal((10_000m, 4), (bridge.Opening, bridge.OpeningDeals));
        Assert.Equal(bridge.Closing, bridge.Opening + bridge.Steps.Sum(step => step.Amount));
        Assert.Equal(
            ["Created 700", "PulledIn 0", "Upsized 500", "Downsized 0", "Pushed -1000", "Lost -2000", "Won -3000"],
            bridge.Steps.Select(step => FormattableString.Invariant($"{step.Kind} {step.Amount:0}")));
    }

    private static Answer Ask(APipeline pipeline, string measure) =>
        new MetricCatalog().Evaluate(new Question { Measure = measure, Period = Third }, pipeline.Snapshot(), pipeline.Company, Now);

    private static APipeline Quarter() => new APipeline()
        .Deal("pushed", "Pushed", "2026-06-01", amount: 1_000, closeDate: "2026-08-15", then: deal => deal
            .Add(APipeline.At("2026-08-15"), stamp => new DealEvent.CloseDateChanged(new DateOnly(2026, 8, 15), new DateOnly(2026, 12, 1)) { Deal = deal.Id, Stamp = stamp }))
        .Deal("lostLate", "Lost late", "2026-06-01", amount: 2_000, closeDate: "2026-09-15", then: deal => deal.Loses("2026-10-10"))
        .Deal("won", "Won", "2026-06-01", amount: 3_000, closeDate: "2026-09-20", then: deal => deal.Wins("2026-08-20"))
        .Deal("grown", "Grown", "2026-06-01", amount: 4_000, closeDate: "2026-09-25", then: deal => deal
            .Add(APipeline.At("2026-08-01"), stamp => new DealEvent.AmountChanged(new Money(4_000, "USD"), new Money(4_500, "USD")) { Deal = deal.Id, Stamp = stamp }))
        .Deal("later", "Later", "2026-06-01", amount: 9_000, closeDate: "2026-12-20");
}
