namespace RevBot.Conversation.Forms.Usage;

/// <summary>Reads how forms were used; written through <see cref="Turns.ITurnTransaction.Note"/>.</summary>
public interface IFormUsage
{
    /// <summary>All steps from <paramref name="from"/> up to and including <paramref name="until"/>, in the order they were taken.</summary>
    Task<IReadOnlyList<FormStep>> GetAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
