using System.Text;
using System.Text.Json.Nodes;
using RevBot.Channels.Slack;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackTranslatorTests
{
    [Theory]
    [InlineData("<@UBOT> pipeline", "pipeline")]
    [InlineData("  <@UBOT|revbot>: pipeline", "pipeline")]
    [InlineData("<@UBOT>, pipeline", "pipeline")]
    [InlineData("hey <@UBOT> pipeline", "hey pipeline")]
    [InlineData("<@UBOT>\u00A0pipeline", "pipeline")]
    [InlineData("assign Umbrella to <@U2|priya>", "assign Umbrella to @priya")]
    [InlineData("assign Umbrella to <@U2>", "assign Umbrella to @U2")]
    [InlineData("see <#C1|general> and <#C2|>", "see #general and #C2")]
    [InlineData("mail <mailto:a@b.com|a@b.com>, look at <https://x.com/a?b=1&amp;c=2|x.com>", "mail a@b.com, look at x.com")]
    [InlineData("<https://x.com/a>", "https://x.com/a")]
    [InlineData("<!here> <!subteam^S1|@sales>", "@here @sales")]
    [InlineData("on <!date^1392734382^{date}|18 Feb>", "on 18 Feb")]
    [InlineData("AT&amp;T &lt;big&gt; &amp;lt;", "AT&T <big> &lt;")]
    [InlineData("a < b", "a < b")]
    public void Text_reads_as_the_person_saw_it(string written, string read) => Assert.Equal(read, SlackText.ToPlain(written, "UBOT"));

    [Fact]
    public void A_bare_mention_asks_for_help() =>
        Assert.Equal(new TurnInput.Said("help"), Translate(SlackPayloads.Mention("Ev1", "U1", ""))!.Input);

    [Fact]
    public void A_direct_message_is_answered_without_a_thread()
    {
        var turn = Translate(SlackPayloads.DirectMessage("Ev1", "U1", "pipeline"))!;
        Assert.Equal(new ConversationReference("slack", "T1", "D1", null, IsDirect: true), turn.Conversation);
    }

    [Fact]
    public void A_direct_message_in_a_thread_stays_in_it()
    {
        var turn = Translate(SlackPayloads.DirectMessage("Ev1", "U1", "pipeline"), happened => happened["thread_ts"] = "1765.1")!;
        Assert.Equal("1765.1", turn.Conversation.ThreadId);
    }

    [Fact]
    public void A_mention_in_a_thread_is_answered_in_that_thread() =>
        Assert.Equal("1765.1", Translate(SlackPayloads.Mention("Ev1", "U1", "hi", threadTs: "1765.1"))!.Conversation.ThreadId);

    [Fact]
    public void Of_a_mention_and_its_twin_message_one_is_a_turn()
    {
        Assert.NotNull(Translate(SlackPayloads.Mention("Ev1", "U1", "hi")));
        Assert.Null(Translate(SlackPayloads.Mention("Ev2", "U1", "hi"), happened => (happened["type"], happened["channel_type"]) = ("message", "channel")));
    }

    [Theory]
    [InlineData("bot_id", "B1")]
    [InlineData("user", "UBOT")]
    [InlineData("user", "USLACKBOT")]
    [InlineData("user", null)]
    [InlineData("subtype", "message_changed")]
    [InlineData("subtype", "message_deleted")]
    [InlineData("subtype", "bot_message")]
    [InlineData("subtype", "channel_join")]
    public void Own_messages_other_bots_edits_and_notices_are_no_turns(string field, string? value)
    {
        Assert.Null(Translate(SlackPayloads.DirectMessage("Ev1", "U1", "hi"), happened => happened[field] = value));
        Assert.Null(Translate(SlackPayloads.Mention("Ev1", "U1", "hi"), happened => happened[field] = value));
    }

    [Fact]
    public void An_edited_message_is_no_turn() =>
        Assert.Null(Translate(SlackPayloads.Mention("Ev1", "U1", "hi"), happened => happened["edited"] = new JsonObject { ["user"] = "U1", ["ts"] = "1" }));

    [Theory]
    [InlineData("file_share")]
    [InlineData("thread_broadcast")]
    public void Messages_with_files_or_shown_in_the_room_too_are_turns(string subtype) =>
        Assert.NotNull(Translate(SlackPayloads.DirectMessage("Ev1", "U1", "hi"), happened => happened["subtype"] = subtype));

    [Fact]
    public void Being_invited_to_a_room_is_a_welcome()
    {
        var turn = Translate(Joined("UBOT"))!;
        Assert.Equal(new TurnInput.Welcome(), turn.Input);
        Assert.Equal("U1", turn.Actor.UserId);
        Assert.Null(Translate(Joined("U2")));

        static JsonObject Joined(string user) => SlackPayloads.Event("Ev1", new JsonObject { ["type"] = "member_joined_channel", ["user"] = user, ["channel"] = "C1", ["channel_type"] = "C", ["inviter"] = "U1" });
    }

    [Fact]
    public void The_install_is_told_by_the_authorization_and_not_by_the_author()
    {
        var envelope = SlackPayloads.Mention("Ev1", "U1", "hi");
        envelope["team_id"] = "T-other";
        Assert.Equal("T1", Translate(envelope)!.Actor.Tenant);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("user")]
    [InlineData("ts")]
    [InlineData("thread_ts")]
    public void What_names_a_person_or_a_place_as_slack_never_does_is_no_turn(string field)
    {
        foreach (var id in (string[])["C8\u0000", "C8\r\nX-A: b", new string('C', 5_000)])
        {
            Assert.Null(Translate(SlackPayloads.Mention("Ev1", "U1", "hi"), happened => happened[field] = id));
        }
    }

    private static Turn? Translate(JsonObject envelope, Action<JsonObject>? change = null)
    {
        change?.Invoke(envelope["event"]!.AsObject());
        return SlackTranslator.FromEvent(EventEnvelope.Parse(Encoding.UTF8.GetBytes(envelope.ToJsonString())), ownUserId: null, DateTimeOffset.UnixEpoch);
    }
}
