namespace RevBot.Pipeline.Deals;

/// <summary>Whether a deal is still in play. The group of the stage it is in, unless it was removed.</summary>
public enum DealStatus
{
    Open,
    Won,
    Lost,

    /// <summary>Its making was taken back: from then on it is in no snapshot. Its history stays.</summary>
    Removed,
}
