namespace RevBot.Pipeline.Analytics;

/// <summary>How much exits count in a log-rank test, by how long stays had lasted.</summary>
public enum LogRankWeight
{
    /// <summary>All alike: the log-rank test itself.</summary>
    Even,

    /// <summary>By the share that still went on (Peto and Peto): the better one where everything takes so many times as long, and where the younger group was not followed for long.</summary>
    Early,
}
