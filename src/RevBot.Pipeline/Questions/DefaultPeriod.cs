namespace RevBot.Pipeline.Questions;

/// <summary>The period a metric takes when a question names none.</summary>
public enum DefaultPeriod
{
    /// <summary>No period: all open deals.</summary>
    AllTime,
    ThisQuarter,
    Last90Days,
    Last365Days,

    /// <summary>The last four quarters that are over.</summary>
    LastFourQuarters,
}
