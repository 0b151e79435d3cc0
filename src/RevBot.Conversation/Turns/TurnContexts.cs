using RevBot.Conversation.Memory;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Turns;

/// <summary>Gathers what a handler may know of a turn: who it is, which day it is, what was spoken of before.</summary>
public sealed class TurnContexts(ActorProfiles profiles, ICompanyDays days, TimeProvider time)
{
    public async Task<TurnContext> OpenAsync(Turn turn, IConversationMemory memory, CancellationToken cancellationToken) =>
        Make(
            turn,
            await profiles.GetAsync(turn.Actor, turn.Client, cancellationToken),
            await memory.GetAsync(turn.Actor.Key, turn.Conversation.Key, cancellationToken));

    /// <summary>Asks nobody: for what must be said whatever fails.</summary>
    public TurnContext Bare(Turn turn) => Make(turn, ActorProfiles.Unknown, ConversationMemory.Empty(turn.Actor.Key, turn.Conversation.Key));

    private TurnContext Make(Turn turn, ActorProfile profile, ConversationMemory memory)
    {
        var now = turn.AsOf ?? time.GetUtcNow();
        return new TurnContext
        {
            Turn = turn,
            Profile = profile,
            Now = now,
            Dates = new DateSense(days.DayOf(now), DateSense.OrderOf(profile.Locale)),
            Memory = memory,
        };
    }
}
