namespace RevBot.Pipeline.Alerts;

/// <summary>Writes marks and tellings as part of the turn or job it is called in.</summary>
public interface IAlertWriter
{
    /// <summary>Replaces the mark for the same subject.</summary>
    void Put(AlertMark mark);

    /// <summary>Replaces the telling for the same subject and place.</summary>
    void Put(AlertTelling telling);
}
