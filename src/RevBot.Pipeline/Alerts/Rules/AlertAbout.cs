namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>What a kind of alert is about; decides who may be its reader, which scope it has and who may press its buttons.</summary>
public enum AlertAbout
{
    Deal,

    /// <summary>A stage as a whole.</summary>
    Stage,

    Lead,

    /// <summary>A team, or the whole company (<see cref="SalesUnit"/>).</summary>
    Unit,
}
