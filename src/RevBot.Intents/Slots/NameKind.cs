namespace RevBot.Intents.Slots;

/// <summary>What a name in a sentence may stand for.</summary>
public enum NameKind
{
    Person,
    Account,
    Deal,
    Stage,
    Source,
    Segment,
    Region,
    Industry,
    DealType,
    Product,
    Team,
    Competitor,
    LossReason,
    ForecastCategory,
    Currency,
}
