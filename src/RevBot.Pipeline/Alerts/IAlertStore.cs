namespace RevBot.Pipeline.Alerts;

/// <summary>Remembers what was told where, and what is snoozed.</summary>
public interface IAlertStore
{
    /// <summary>All marks of some kinds.</summary>
    Task<IReadOnlyList<AlertMark>> GetMarksAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken);

    /// <summary>All marks of one kind.</summary>
    Task<IReadOnlyList<AlertMark>> GetMarksAsync(string kind, CancellationToken cancellationToken) => GetMarksAsync([kind], cancellationToken);

    /// <summary>Null where nothing is known of the subject.</summary>
    Task<AlertMark?> FindMarkAsync(AlertSubject subject, CancellationToken cancellationToken);

    /// <summary>What arrived or is still on its way; not what could not be sent or was no longer true when it was to be.</summary>
    Task<IReadOnlyList<AlertTelling>> GetTellingsAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken);

    /// <inheritdoc cref="GetTellingsAsync(IReadOnlyCollection{string}, CancellationToken)"/>
    Task<IReadOnlyList<AlertTelling>> GetTellingsAsync(string kind, CancellationToken cancellationToken) => GetTellingsAsync([kind], cancellationToken);
}
