namespace RevBot.Pipeline.Alerts;

/// <summary>Writes a mark as part of the turn or job it is called in; replaces the one for the same kind, deal and visit.</summary>
public interface IAlertWriter
{
    void Put(AlertMark mark);
}
