using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline;

/// <summary>What people added in chat beside deals and leads.</summary>
public interface IRecordHistory
{
    /// <summary>What a turn added or changed last; null when it did neither, or somebody has changed it since.</summary>
    Task<MadeRecord?> FindMadeAsync(string turn, CancellationToken cancellationToken);
}
