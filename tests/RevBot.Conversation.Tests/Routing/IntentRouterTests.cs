using RevBot.Conversation.Memory;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Tests.Routing;

public sealed class IntentRouterTests
{
    [Theory]
    [InlineData("ask:0.6 move:0.95", "move")]
    [InlineData("ask:0.93 move:0.95", "ask")]
    [InlineData("ask:0.49 move:none", null)]
    [InlineData("ask:0.5", "ask")]
    [InlineData("a:0.90 b:0.92 c:0.94", "b")]
    public async Task The_surest_intent_is_taken_and_of_equals_the_first(string offers, string? taken)
    {
        var router = new IntentRouter(offers.Split(' ').Select(offer => new Offering(offer.Split(':')[0], offer.Split(':')[1])));
        var context = new TurnContext
        {
            Turn = new Turn
            {
                Id = "1",
                ReceivedAt = DateTimeOffset.UnixEpoch,
                Actor = new Actor("slack", "", "dana"),
                Conversation = new ConversationReference("slack", "", "C1"),
                Input = new TurnInput.Said("x"),
            },
            Profile = new ActorProfile(null, null, null),
            Now = DateTimeOffset.UnixEpoch,
            Dates = default,
            Memory = ConversationMemory.Empty("", ""),
        };
        var found = await router.RouteAsync(Utterance.Of("x"), context, CancellationToken.None);
        Assert.Equal(taken, found?.Intent.Description.Name);
    }

    private sealed class Offering(string name, string score) : IIntent
    {
        public IntentDescription Description { get; } = new(name, "", []);

        public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(score == "none" ? null : new Recognition(double.Parse(score, System.Globalization.CultureInfo.InvariantCulture), name));

        public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
