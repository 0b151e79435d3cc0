namespace RevBot.Pipeline.Alerts;

/// <summary>Remembers what was told and what is snoozed.</summary>
public interface IAlertStore
{
    Task<IReadOnlyList<AlertMark>> GetMarksAsync(string kind, CancellationToken cancellationToken);
}
