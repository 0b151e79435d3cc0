namespace RevBot.Intents.DealLookup;

/// <summary>What somebody wants to know of a deal; said first.</summary>
internal enum LookupTopic
{
    Everything,
    Owner,
    CloseDate,
    Amount,
    Stage,
    NextStep,
    History,
}
