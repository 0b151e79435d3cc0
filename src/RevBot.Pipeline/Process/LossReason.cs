namespace RevBot.Pipeline.Process;

/// <summary>Why a deal was lost, first level, with its second level.</summary>
/// <param name="AsksForCompetitor">True when the competitor must be named with this reason.</param>
/// <param name="NeedsNote">True when words are mandatory (always so for Other).</param>
public sealed record LossReason(string Key, string Name, IReadOnlyList<LossDetail> Details, bool AsksForCompetitor, bool NeedsNote)
{
    /// <summary>True when it says no more than that it is none of the others.</summary>
    public bool IsOther => string.Equals(Key, "other", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the buyer bought nothing at all: known by its name or its key.</summary>
    public bool IsNoDecision => Name.Contains("no decision", StringComparison.OrdinalIgnoreCase) || Key.Contains("no_decision", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the reason cannot be given without words.</summary>
    public bool IsNoteMandatory => NeedsNote || IsOther;
}
