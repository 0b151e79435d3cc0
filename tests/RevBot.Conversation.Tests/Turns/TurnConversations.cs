using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Turns;

public sealed class TurnConversations
{
    [Fact]
    public async Task A_question_is_answered_in_its_conversation()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("Pipeline?");
        bot.Sees("$1.2M");
        Assert.Equal(bot.Conversation, Assert.Single(bot.Channel.Sent).To);
    }

    [Fact]
    public async Task What_nobody_takes_is_met_with_help()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("colourless green ideas");
        bot.Sees("I did not get that.");
        await bot.SaysAsync("  ");
        bot.Sees("I did not get that.");
        await bot.DoesAsync(new TurnInput.Welcome());
        bot.Sees("Hello!");
    }

    [Fact]
    public async Task A_turn_that_comes_twice_is_handled_once()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("pipeline", "slack:Ev1");
        var again = await bot.SaysAsync("pipeline", "slack:Ev1");
        Assert.True(again.Duplicate);
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_conflict_is_decided_anew_on_the_newer_state()
    {
        await using var bot = SampleBot.Rich();
        bot.Store.ConflictsToCome = 1;
        await bot.SaysAsync("pipeline");
        bot.Sees("says attempt 2");
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task After_three_conflicts_the_person_is_told()
    {
        await using var bot = SampleBot.Rich();
        bot.Store.ConflictsToCome = 3;
        await bot.SaysAsync("pipeline");
        bot.Sees("Somebody else is changing this right now");
    }

    [Fact]
    public async Task A_failure_gives_a_reference_and_no_details()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("crash", "slack:Ev9");
        bot.Sees("Something went wrong (ref ");
        bot.Sees("Nothing was changed.");
        Assert.DoesNotContain("secret", bot.LastText, StringComparison.Ordinal);
        Assert.Contains("slack:Ev9", bot.Store.HandledTurns);
    }

    [Fact]
    public async Task A_clarification_is_picked_by_click_once_and_by_its_asker_only()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose Acme");
        bot.Sees("Which Acme?");
        var (_, question) = bot.Channel.Screen[^1];

        bot.User = "eve";
        await bot.ClicksAsync("Acme Inc");
        bot.Sees("offered to somebody else");

        bot.User = "dana";
        bot.Time.Advance(TimeSpan.FromHours(2));
        await bot.ClicksAsync("Acme Inc");
        Assert.NotNull(bot.Form);
        Assert.Equal("#d-2", bot.Form.Session.Seed["deal"]);
        bot.Sees("Which Acme? Acme Inc.");

        await bot.ClicksAsync(question.Card.Buttons[0]);
        bot.Sees("answered already");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData("the second one")]
    [InlineData("acme inc")]
    [InlineData("Acme Imc")]
    public async Task A_clarification_is_picked_by_number_or_name(string said)
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose Acme");
        await bot.SaysAsync(said);
        bot.Sees("Closing #d-2 as lost.");
        Assert.Contains(bot.Channel.Screen, shown => PlainTextRenderer.Render(shown.Message.Card) == "Which Acme? Acme Inc.");
    }

    [Fact]
    public async Task A_number_out_of_range_asks_again()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose Acme");
        await bot.SaysAsync("7");
        bot.Sees("Choose a number from 1 to 2.");
        await bot.SaysAsync("1");
        bot.Sees("Closing #d-1 as lost.");
    }

    [Fact]
    public async Task Another_sentence_closes_the_choices()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose Acme");
        await bot.SaysAsync("pipeline");
        await bot.SaysAsync("2");
        bot.Sees("I did not get that.");
    }

    [Fact]
    public async Task In_the_terminal_buttons_are_picked_by_number_or_label_and_asked_twice_where_it_matters()
    {
        await using var bot = SampleBot.InTerminal();
        await bot.SaysAsync("pipeline");
        bot.Sees("[1] Undo  [2] Wipe");
        await bot.SaysAsync("2");
        bot.Sees("Wipe all?");
        await bot.SaysAsync("no");
        bot.Sees("All right.");
        await bot.SaysAsync("pipeline");
        await bot.SaysAsync("undo");
        bot.Sees("Undone.");
        Assert.Equal(["undo x"], bot.Services.GetRequiredService<SampleBot.Ledger>().Written);
        Assert.Empty(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_click_replaces_its_message()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("pipeline");
        await bot.ClicksAsync("Undo");
        Assert.Equal("Undone.", PlainTextRenderer.Render(Assert.Single(bot.Channel.Screen).Message.Card));
    }

    [Fact]
    public async Task An_unknown_button_says_so()
    {
        await using var bot = SampleBot.Rich();
        await bot.ClicksAsync(new CardButton("Old", "gone.action", "1"));
        bot.Sees("no longer known");
    }

    [Fact]
    public async Task A_whisper_is_for_one_person_where_the_channel_can()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("whisper");
        Assert.Equal((OutboundKind.Whisper, "dana"), (bot.Channel.Sent[^1].Kind, bot.Channel.Sent[^1].OnlyFor?.UserId));

        await using var plain = SampleBot.With(ChannelAbilities.None);
        await plain.SaysAsync("whisper");
        Assert.Equal(OutboundKind.Post, plain.Channel.Sent[^1].Kind);
    }

    [Fact]
    public async Task A_live_card_in_another_room_gets_its_new_face_there()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("post");
        var alert = bot.Channel.Screen.Single(shown => shown.At.RoomId == "C-alerts");
        Assert.Equal("Snoozed.", alert.Message.Card.Summary);
    }

    [Fact]
    public async Task What_is_remembered_fades_and_is_the_persons_own()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("remember blue");
        await bot.SaysAsync("recall");
        bot.Sees("blue");
        bot.User = "eve";
        await bot.SaysAsync("recall");
        bot.Sees("Nothing.");
        bot.User = "dana";
        bot.Time.Advance(TimeSpan.FromMinutes(31));
        await bot.SaysAsync("recall");
        bot.Sees("Nothing.");
    }

    [Fact]
    public async Task A_profile_is_asked_once_and_again_after_hours()
    {
        await using var bot = SampleBot.Rich();
        bot.Channel.Profiles["dana"] = new ActorProfile("Dana", "dana@acme.test", "Europe/Berlin");
        await bot.SaysAsync("pipeline");
        await bot.SaysAsync("pipeline");
        Assert.Equal(1, bot.Channel.ProfilesAsked);
        bot.Time.Advance(TimeSpan.FromHours(7));
        await bot.SaysAsync("pipeline");
        Assert.Equal(2, bot.Channel.ProfilesAsked);
    }

    [Fact]
    public async Task What_a_client_tells_with_a_turn_is_kept_with_the_profile_and_asks_nobody()
    {
        await using var bot = SampleBot.Rich();
        bot.Channel.Profiles["dana"] = new ActorProfile("Dana", "dana@acme.test", null);
        bot.Client = new ClientInfo("Europe/Berlin", "en-GB");
        await bot.SaysAsync("pipeline");
        Assert.Equal(new ActorProfile("Dana", "dana@acme.test", "Europe/Berlin", Locale: "en-GB"), await StoredAsync(bot));

        // Hours later the platform is asked again, by a press that tells nothing: what was told stands.
        bot.Client = null;
        bot.Time.Advance(TimeSpan.FromHours(7));
        await bot.SaysAsync("pipeline");
        Assert.Equal(("Europe/Berlin", "en-GB", 2), ((await StoredAsync(bot)).TimeZone, (await StoredAsync(bot)).Locale, bot.Channel.ProfilesAsked));

        // Dana travels.
        bot.Client = new ClientInfo("Asia/Tokyo", null);
        await bot.SaysAsync("pipeline");
        Assert.Equal(("Asia/Tokyo", "en-GB", 2), ((await StoredAsync(bot)).TimeZone, (await StoredAsync(bot)).Locale, bot.Channel.ProfilesAsked));
    }

    private static async Task<ActorProfile> StoredAsync(TestBot bot) =>
        (await ((IActorProfileStore)bot.Store).FindAsync(new Actor("slack", "T1", "dana"), CancellationToken.None))!.Profile;
}
