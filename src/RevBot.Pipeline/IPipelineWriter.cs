namespace RevBot.Pipeline;

/// <summary>Adds to a deal's history, as part of the turn it is called in: events, current state, outbox and inbox are committed together or not at all.
/// When the deal has moved on from <see cref="DealChange.ExpectedVersion"/> by then, nothing is written and the turn runs again on the newer state.</summary>
public interface IPipelineWriter
{
    void Append(DealChange change);
}
