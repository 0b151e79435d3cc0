using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Slots;

/// <summary>Which deal words mean.</summary>
public abstract record DealMatch
{
    private DealMatch()
    {
    }

    /// <summary>One deal. <paramref name="Exact"/> is false when only a slip of the keyboard explains the words: then nothing is written before somebody agrees.</summary>
    public sealed record One(Deal Deal, bool Exact) : DealMatch;

    /// <summary>Several, the likeliest first.</summary>
    public sealed record Several(IReadOnlyList<Deal> Deals) : DealMatch;

    /// <summary>None; <paramref name="FindNearest"/> looks for those that come closest, at most three, when somebody is to be told.</summary>
    public sealed record None(Func<IReadOnlyList<Deal>> FindNearest) : DealMatch;
}
