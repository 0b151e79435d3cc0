using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What came in: deals created, by amount and number, whatever became of them.</summary>
internal static class CreatedPipeline
{
    private const string Nothing = "No deals were created";

    public static DealMetric Amount { get; } = new(
        new Metric
        {
            Id = "pipeline.created_amount",
            Title = "Created pipeline",
            Definition = "The amount, as it stands now, of deals created in the period, whatever became of them; this quarter when no period is named.",
            Formula = "sum of amount over deals created in the period",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.Created,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            Additive = true,
            Synonyms =
            [
                "created pipeline", "pipeline created", "pipeline generated", "generated pipeline", "pipeline generation", "pipegen", "pipe gen", "pipeline creation",
                "new pipeline", "pipeline added", "added pipeline", "sourced pipeline", "pipeline sourced", "pipeline built", "pipeline opened", "amount created", "value created",
                "pipeline did we create", "pipeline did we generate", "pipeline did we add", "pipeline was created", "pipeline was generated", "created amount", "new deal value", "new deal amount",
            ],
        },
        DealPopulation.All,
        new Measure.Amount(),
        Nothing);

    public static DealMetric Count { get; } = new(
        new Metric
        {
            Id = "pipeline.created_count",
            Title = "Deals created",
            Definition = "The number of deals created in the period, whatever became of them; this quarter when no period is named.",
            Formula = "number of deals created in the period",
            Unit = MetricUnit.Count,
            Basis = TimeBasis.Created,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            Additive = true,
            Synonyms =
            [
                "deal created", "created deal", "new deal", "new opportunity", "new opp", "opportunity created", "opp created", "created opportunity", "deal opened",
                "opened deal", "opportunity opened", "deal added", "opportunity added", "deal generated", "opportunity generated", "number of new deal", "number of deal created",
                "how many new deal", "how many deal were created", "how many deal did we create", "deal were created", "deal did we create", "created count", "deal come in", "deal came in",
            ],
        },
        DealPopulation.All,
        new Measure.Count(),
        Nothing);

    public static IReadOnlyList<MetricRule> Rules { get; } = [Amount, Count];
}
