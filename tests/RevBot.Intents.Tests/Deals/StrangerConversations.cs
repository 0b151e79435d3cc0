using RevBot.Conversation.Turns;

namespace RevBot.Intents.Tests.Deals;

/// <summary>What somebody hears whom the company does not know: the same sentence whatever they say or press, and of no deal whether it exists.</summary>
public sealed class StrangerConversations
{
    private static readonly ActorProfile Stranger = new("Mallory", "mallory@evil.example", null);
    private static readonly ActorProfile Guest = new("Dana Reyes", "dana@example.com", null, IsGuest: true);
    private static readonly ActorProfile Left = new("Dana Reyes", null, null);

    public static TheoryData<string> Sayings =>
    [
        "what's stuck?", "move Globex to proposal", "move Nowhere to proposal", "Hooli closed lost", "snooze Globex for 7 days", "set Globex amount to 5", "undo",
        "next step for #D-2: call", "assign Globex to Omar Haddad", "tell me about Globex", "pipeline by stage", "deals in proposal", "what do we mean by win rate?", "help", "1",
    ];

    [Theory]
    [MemberData(nameof(Sayings))]
    public async Task Whatever_a_stranger_says_is_told_nothing(string text)
    {
        foreach (var (who, profile) in new[] { ("stranger", Stranger), ("guest", Guest), ("left", Left) })
        {
            await using var office = new Office();
            office.Bot.Channel.Profiles[who] = profile;
            Assert.Equal("refused", await office.SaysAsync(who, text));
            office.Bot.Sees(profile.IsGuest ? "you are a guest here" : "I don't know you yet");
            Assert.DoesNotContain("Globex", office.Bot.LastText, StringComparison.Ordinal);
            Assert.DoesNotContain("Hooli", office.Bot.LastText, StringComparison.Ordinal);
        }
    }
}
