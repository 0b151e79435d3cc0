namespace RevBot.Pipeline.Process;

/// <summary>What being in a stage means for a deal.</summary>
public enum StageGroup
{
    Open,
    Won,
    Lost,
}
