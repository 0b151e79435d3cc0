namespace RevBot.Pipeline.Process;

/// <summary>The loss reasons a person may choose from.</summary>
public sealed class LossReasonCatalog(IReadOnlyList<LossReason> reasons)
{
    public IReadOnlyList<LossReason> Reasons { get; } = reasons;

    public LossReason? Find(string key) =>
        Reasons.FirstOrDefault(reason => string.Equals(reason.Key, key, StringComparison.OrdinalIgnoreCase));
}
