using RevBot.Conversation.Replies;

namespace RevBot.Intents.BulkUpdate;

/// <summary>What the words for a change come to.</summary>
internal abstract record BulkReading
{
    private BulkReading()
    {
    }

    public sealed record Read(BulkWish Wish) : BulkReading;

    /// <param name="Choices">Each with the value's words of one reading.</param>
    public sealed record Unclear(string Question, IReadOnlyList<Choice> Choices) : BulkReading;

    public sealed record Wrong(string Problem) : BulkReading;
}
