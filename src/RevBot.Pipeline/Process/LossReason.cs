namespace RevBot.Pipeline.Process;

/// <summary>Why a deal was lost, first level, with its second level.</summary>
/// <param name="AsksForCompetitor">True when the competitor must be named with this reason.</param>
/// <param name="NeedsNote">True when words are mandatory (always so for Other).</param>
public sealed record LossReason(string Key, string Name, IReadOnlyList<LossDetail> Details, bool AsksForCompetitor, bool NeedsNote)
{
    /// <summary>True when the reason cannot be given without words.</summary>
    public bool IsNoteMandatory => NeedsNote || string.Equals(Key, "other", StringComparison.OrdinalIgnoreCase);
}
