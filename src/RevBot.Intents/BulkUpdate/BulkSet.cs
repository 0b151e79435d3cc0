using RevBot.Conversation.Replies;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.BulkUpdate;

/// <summary>Which deals are meant, or why that cannot be told.</summary>
internal abstract record BulkSet
{
    private BulkSet()
    {
    }

    /// <param name="Reading">In words: "Open deals, owner Dana Reyes, closing 1 – 31 Dec 2026".</param>
    /// <param name="ListText">What a button that lists them carries; null where none can.</param>
    public sealed record Found(IReadOnlyList<Deal> Deals, string Reading, string? ListText) : BulkSet;

    /// <param name="Choices">Each with the words for the deals that have one reading.</param>
    public sealed record Unclear(string Question, IReadOnlyList<Choice> Choices) : BulkSet;

    public sealed record Unknown(string Reason) : BulkSet;
}
