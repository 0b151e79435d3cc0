using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Outbox;

public sealed class ChannelDirectoryTests
{
    private const string Maya = "maya@acme.test";

    private readonly FakeTime _time = new();
    private readonly FakeChannel _page = new("page") { IsStandIn = true };
    private readonly FakeChannel _slack = new("slack");
    private readonly FakeChannel _teams = new("teams");
    private readonly InMemoryConversationStore _store;
    private readonly ChannelDirectory _directory;

    public ChannelDirectoryTests()
    {
        _store = new InMemoryConversationStore(_time);
        _directory = new ChannelDirectory([_page, _slack, _teams], _store);
    }

    [Fact]
    public async Task A_person_is_spoken_to_where_they_were_last_heard()
    {
        Knows(_slack, _teams, _page);
        await HeardAsync("slack", hour: 1);
        await HeardAsync("teams", hour: 2);
        await HeardAsync("page", hour: 3);
        Assert.Equal("teams", await PlaceAsync());

        await HeardAsync("slack", hour: 4);
        Assert.Equal("slack", await PlaceAsync());
    }

    [Fact]
    public async Task Whoever_was_never_heard_is_spoken_to_on_the_first_platform_that_knows_them()
    {
        Knows(_page, _teams);
        Assert.Equal("teams", await PlaceAsync());
        Knows(_slack);
        Assert.Equal("slack", await PlaceAsync());
    }

    [Fact]
    public async Task Where_a_platform_cannot_reach_them_any_more_the_next_one_does()
    {
        Knows(_slack);
        await HeardAsync("teams", hour: 1);
        Assert.Equal("slack", await PlaceAsync());
    }

    [Fact]
    public async Task On_the_page_only_those_whom_no_platform_knows_are_spoken_to()
    {
        Knows(_page);
        Assert.Equal("page", await PlaceAsync());
    }

    [Fact]
    public async Task Having_been_heard_as_a_guest_does_not_count()
    {
        Knows(_slack, _teams);
        await _store.SaveAsync(new Actor("teams", "T", "maya"), new ActorProfile("Maya", Maya, null, IsGuest: true), _time.GetUtcNow(), default);
        Assert.Equal("slack", await PlaceAsync());
    }

    [Fact]
    public async Task Nobody_is_reached_without_a_reason_told()
    {
        var search = await _directory.FindPersonAsync(Maya, default);
        Assert.Null(search.Found);
        Assert.Equal(["maya@acme.test is not known on slack", "maya@acme.test is not known on teams", "maya@acme.test is not known on page"], search.WhyNot);
        Assert.NotEmpty((await new ChannelDirectory([], _store).FindPersonAsync(Maya, default)).WhyNot);
    }

    [Fact]
    public void A_chat_to_be_opened_names_whose_it_is()
    {
        var actor = new Actor("teams", "T", "29:1:a");
        Assert.Equal(actor, ConversationReference.ChatWith(actor).ToOpenWith);
        Assert.Null(new ConversationReference("teams", "T", "a:1", IsDirect: true).ToOpenWith);
        Assert.Equal(actor, Actor.FromKey(actor.Key));
    }

    private static void Knows(params FakeChannel[] channels)
    {
        foreach (var channel in channels)
        {
            var actor = new Actor(channel.Name, "T", "maya");
            channel.People[Maya] = new KnownPerson(actor, null, ConversationReference.ChatWith(actor));
        }
    }

    private Task HeardAsync(string channel, int hour) =>
        _store.SaveAsync(new Actor(channel, "T", "maya"), new ActorProfile("Maya", "Maya@acme.test", null), _time.GetUtcNow().AddHours(hour), default);

    private async Task<string?> PlaceAsync() => (await _directory.FindPersonAsync(Maya, default)).Found?.Chat.Channel;
}
