using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Approvals;

/// <summary>A sentence about an approval, cut into its parts.</summary>
/// <param name="Said">The sentence.</param>
/// <param name="DealStart">Where in it the deal's words stand; their length is 0 for a sentence about no deal.</param>
/// <param name="StageWords">Behind "to"; null where no stage was said.</param>
/// <param name="UntilWords">Behind "until".</param>
/// <param name="Why">The reason, or why not.</param>
public sealed record ApprovalCall(ApprovalWishKind Kind, string Said, int DealStart = 0, int DealLength = 0, string? StageWords = null, string? UntilWords = null, string? Why = null)
{
    public string DealWords => Said.Substring(DealStart, DealLength);

    /// <summary>The same for this deal, named by its id.</summary>
    public string For(Deal deal) => string.Concat(Said.AsSpan(0, DealStart), $"#{deal.Id}", Said.AsSpan(DealStart + DealLength));
}
