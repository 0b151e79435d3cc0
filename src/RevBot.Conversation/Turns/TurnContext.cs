using RevBot.Conversation.Memory;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Turns;

/// <summary>What a handler may know of the turn it answers.</summary>
public sealed record TurnContext
{
    public required Turn Turn { get; init; }

    public required ActorProfile Profile { get; init; }

    /// <summary>The moment the answer is for: the turn's <see cref="Turn.AsOf"/>, else the clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How days in what was said or filled in are meant.</summary>
    public required DateSense Dates { get; init; }

    /// <summary>What this person and this conversation spoke of before.</summary>
    public required ConversationMemory Memory { get; init; }

    /// <summary>1 at first; 2 when the first try met a conflict and is run again on the newer state.</summary>
    public int Attempt { get; init; } = 1;
}
