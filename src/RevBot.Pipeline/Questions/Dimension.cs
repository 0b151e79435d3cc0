namespace RevBot.Pipeline.Questions;

/// <summary>What a question can filter or break down by.</summary>
public enum Dimension
{
    Owner,
    Team,
    Manager,
    Stage,
    StageGroup,
    Source,
    Segment,
    Region,
    Industry,
    Account,
    Product,
    DealType,
    ForecastCategory,
    LossReason,
    Competitor,
    Currency,
    Week,
    Month,
    Quarter,
    Year,

    /// <summary>How far a lead has come; deals have none.</summary>
    Lifecycle,
}
