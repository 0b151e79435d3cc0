namespace RevBot.Pipeline.Deals;

/// <summary>Whether a deal is still in play. Always the group of the stage it is in.</summary>
public enum DealStatus
{
    Open,
    Won,
    Lost,
}
