using RevBot.Conversation.Memory;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Tests.Routing;

public sealed class IntentRouterTests
{
    private static TurnContext Context { get; } = new()
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

    [Theory]
    [InlineData("ask:0.6 move:0.95", "move")]
    [InlineData("ask:0.93 move:0.95", "ask")]
    [InlineData("ask:0.49 move:none", null)]
    [InlineData("ask:0.5", "ask")]
    [InlineData("a:0.90 b:0.92 c:0.94", "b")]
    public async Task The_surest_intent_is_taken_and_of_equals_the_first(string offers, string? taken)
    {
        var router = new IntentRouter(offers.Split(' ').Select(offer => new Offering(offer.Split(':')[0], offer.Split(':')[1])));
        var found = await router.RouteAsync(Utterance.Of("x"), Context, CancellationToken.None);
        Assert.Equal(taken, found?.Intent.Description.Name);
    }

    [Fact]
    public async Task Words_said_again_are_read_only_by_whoever_offered_to_take_them()
    {
        var (ask, move, help) = (new Offering("ask", "0.6"), new Offering("move", "none"), new Offering("help", "0.3"));
        var router = new IntentRouter([ask, move, help], new RememberedOffers());

        Assert.Equal("ask", (await router.RouteAsync(Utterance.Of("x"), Context, CancellationToken.None))?.Intent.Description.Name);
        Assert.Equal("ask", (await router.RouteAsync(Utterance.Of("x"), Context, CancellationToken.None))?.Intent.Description.Name);

        Assert.Equal([2, 1, 1], [ask.Reads, move.Reads, help.Reads]);
    }

    [Fact]
    public async Task Words_that_nobody_wanted_are_wanted_by_nobody_when_said_again()
    {
        var move = new Offering("move", "none");
        var router = new IntentRouter([move], new RememberedOffers());

        Assert.Null(await router.RouteAsync(Utterance.Of("x"), Context, CancellationToken.None));
        Assert.Null(await router.RouteAsync(Utterance.Of("x"), Context, CancellationToken.None));

        Assert.Equal(1, move.Reads);
    }

    private sealed class RememberedOffers : IRecentOffers
    {
        private readonly OffersMade _made = new();

        public ValueTask<OffersMade?> OfAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) => ValueTask.FromResult<OffersMade?>(_made);
    }

    private sealed class Offering(string name, string score) : IIntent
    {
        public int Reads { get; private set; }

        public IntentDescription Description { get; } = new(name, "", []);

        public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
        {
            Reads++;
            return ValueTask.FromResult(score == "none" ? null : new Recognition(double.Parse(score, System.Globalization.CultureInfo.InvariantCulture), name));
        }

        public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
