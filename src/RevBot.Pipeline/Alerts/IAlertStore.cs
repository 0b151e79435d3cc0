namespace RevBot.Pipeline.Alerts;

/// <summary>Remembers what was told where, and what is snoozed.</summary>
public interface IAlertStore
{
    Task<IReadOnlyList<AlertMark>> GetMarksAsync(string kind, CancellationToken cancellationToken);

    /// <summary>What arrived or is still on its way; not what could not be sent or was no longer true when it was to be.</summary>
    Task<IReadOnlyList<AlertTelling>> GetTellingsAsync(string kind, CancellationToken cancellationToken);
}
