namespace RevBot.Pipeline.Counting;

/// <summary>Which deals a metric looks at, by the state they are in.</summary>
internal enum DealPopulation
{
    Open,
    Won,
    Lost,
    Closed,
    All,
}
