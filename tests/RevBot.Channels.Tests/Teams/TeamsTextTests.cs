using RevBot.Channels.Teams;
using RevBot.Channels.Teams.Protocol;

namespace RevBot.Channels.Tests.Teams;

public sealed class TeamsTextTests
{
    private static readonly ChannelAccount Bot = new() { Id = "28:app", Name = "RevBot" };
    private static readonly ChannelAccount Priya = new() { Id = "29:priya", Name = "Priya Patel" };

    [Theory]
    [InlineData("<at>RevBot</at> pipeline", "pipeline")]
    [InlineData("<at>RevBot</at>\u00A0pipeline\n", "pipeline")]
    [InlineData("<at>RevBot</at>&nbsp;pipeline", "pipeline")]
    [InlineData("<at>RevBot</at>, move Acme to negotiation", "move Acme to negotiation")]
    [InlineData("<at>RevBot</at>: undo", "undo")]
    [InlineData("hey <at>RevBot</at> pipeline", "hey  pipeline")]
    [InlineData("pipeline <at>RevBot</at>\r\n", "pipeline")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("R&D pipeline", "R&D pipeline")]
    [InlineData("<b>not a mention</b>", "<b>not a mention</b>")]
    [InlineData("<attachment>x</attachment>", "<attachment>x</attachment>")]
    [InlineData("<at>unfinished", "<at>unfinished")]
    [InlineData("<at>Nobody we were told of</at> is out", "Nobody we were told of is out")]
    [InlineData("", "")]
    public void The_bots_own_mention_goes_and_the_rest_stays(string text, string expected) =>
        Assert.Equal(expected, TeamsText.ToPlain(Message(text, Mention(Bot, "<at>RevBot</at>"))));

    [Fact]
    public void A_mark_with_attributes_is_found_by_its_name() =>
        Assert.Equal("pipeline", TeamsText.ToPlain(Message("<at id=\"0\">RevBot</at> pipeline", Mention(Bot, "<at>RevBot</at>"))));

    [Fact]
    public void Two_mentions_of_the_bot_both_go() =>
        Assert.Equal("thanks", TeamsText.ToPlain(Message("<at>RevBot</at> thanks <at>RevBot</at>", Mention(Bot, "<at>RevBot</at>"), Mention(Bot, "<at>RevBot</at>"))));

    [Fact]
    public void Somebody_elses_mention_becomes_their_name() =>
        Assert.Equal("assign Acme to Priya Patel", TeamsText.ToPlain(Message("<at>RevBot</at> assign Acme to <at>Priya</at>", Mention(Bot, "<at>RevBot</at>"), Mention(Priya, "<at>Priya</at>"))));

    [Fact]
    public void Somebody_who_calls_themselves_like_the_bot_is_not_the_bot()
    {
        var twin = Mention(new ChannelAccount { Id = "29:twin", Name = "RevBot" }, "<at>RevBot</at>");

        Assert.False(TeamsText.IsMentioned(Message("<at>RevBot</at> pipeline", twin)));
        Assert.Equal("RevBot pipeline", TeamsText.ToPlain(Message("<at>RevBot</at> pipeline", twin)));
    }

    [Fact]
    public void A_name_of_markup_stays_text() =>
        Assert.Equal("assign Acme to <at>RevBot</at> & Co", TeamsText.ToPlain(Message("assign Acme to <at>x</at>", Mention(new ChannelAccount { Id = "29:x", Name = "<at>RevBot</at> & Co" }, "<at>x</at>"))));

    [Fact]
    public void A_mention_whose_text_is_not_there_changes_nothing() =>
        Assert.Equal("pipeline", TeamsText.ToPlain(Message("pipeline", Mention(Bot, "<at>RevBot</at>"), Mention(Priya, ""), new Entity { Type = "mention" })));

    [Theory]
    [InlineData("<at")]
    [InlineData("<at>")]
    [InlineData("<at >a</at>")]
    [InlineData("&lt;")]
    public void A_message_made_to_be_slow_is_read_in_time(string part)
    {
        var started = TimeProvider.System.GetTimestamp();
        var mentions = Enumerable.Repeat(Mention(Bot, "<at>RevBot</at>"), 5_000).ToArray();

        TeamsText.ToPlain(Message(string.Concat(Enumerable.Repeat(part, 20_000)), mentions));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    private static Activity Message(string text, params Entity[] entities) => new() { Type = "message", Text = text, Recipient = Bot, Entities = entities };

    private static Entity Mention(ChannelAccount who, string text) => new() { Type = "mention", Mentioned = who, Text = text };
}
