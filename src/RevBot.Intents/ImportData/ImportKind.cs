namespace RevBot.Intents.ImportData;

/// <summary>What a file holds.</summary>
public enum ImportKind
{
    People,
    Accounts,
    Deals,
    DealHistory,
    Leads,
    Quotas,
    Forecasts,
    Spend,
    Revenue,
}
