using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Forms about deals that were left half-filled. It is Saturday, 21 November 2026.</summary>
public sealed class DraftsConversations
{
    [Theory]
    [InlineData("my drafts")]
    [InlineData("show me my drafts please")]
    [InlineData("continue my form")]
    [InlineData("my unfinished forms")]
    [InlineData("what form did I not finish?")]
    [InlineData("continue")]
    public async Task What_was_left_is_listed_and_goes_on_from_there(string sentence)
    {
        await using var office = new Office();
        await HalfFillAsync(office, "Globex closed lost", ("loss_reason", "other"));
        await office.SaysAsync("dana", sentence);
        office.Bot.Sees("half-filled");
        office.Bot.Sees("1 of ");
        office.Bot.Sees("Nothing of it is written until you submit it, and only you see it.");
        Assert.Equal(OutboundKind.Whisper, office.Bot.Channel.Sent[^1].Kind);

        await office.Bot.ClicksAsync("Continue");
        Assert.Equal("other", office.Bot.Form!.Values["loss_reason"]);
        Assert.Contains(office.Bot.Form.Form.Intro.OfType<CardElement.Note>(), note => note.Text.StartsWith("As you left it at ", StringComparison.Ordinal));
        Assert.Equal(DealStatus.Open, office.Deal("D-2").Status);
    }

    [Fact]
    public async Task Several_are_told_apart_and_one_is_discarded_with_the_message_that_offered_it()
    {
        await using var office = new Office();
        await HalfFillAsync(office, "Globex closed lost", ("loss_reason", "other"));
        office.Time.Advance(TimeSpan.FromMinutes(10));
        await HalfFillAsync(office, "Initech closed lost", ("loss_reason", "other"));
        await office.SaysAsync("dana", "my drafts");
        office.Bot.Sees("You left 2 forms half-filled");
        Assert.Equal(["Continue 1", "Discard 1", "Continue 2", "Discard 2"], office.Bot.Channel.Sent[^1].Card.Buttons.Select(button => button.Label));
        var (first, second) = (office.Bot.Channel.Sent[^1].Card.Buttons[1], office.Bot.Channel.Sent[^1].Card.Buttons[3]);

        await office.Bot.ClicksAsync("Discard 1");
        Assert.Contains(office.Bot.Channel.Sent, message => message.Card.Summary.StartsWith("You left ", StringComparison.Ordinal) && message.Card.Buttons.Count == 2);
        Assert.Contains(office.Bot.Channel.Screen, shown => shown.Message.Card.Summary == "Cancelled. Nothing was changed.");
        await office.Bot.ClicksAsync(second);
        Assert.Contains(office.Bot.Channel.Sent, message => message.Card.Summary == "Discarded. Nothing was changed.");
        await office.Bot.ClicksAsync(first);
        office.Bot.Sees("This form is over already");
        await office.SaysAsync("dana", "my drafts");
        office.Bot.Sees("You have no drafts");
        Assert.Equal((DealStatus.Open, DealStatus.Open), (office.Deal("D-2").Status, office.Deal("D-3").Status));
    }

    [Fact]
    public async Task Nobody_sees_or_discards_a_draft_of_somebody_else()
    {
        await using var office = new Office();
        await HalfFillAsync(office, "Globex closed lost", ("loss_reason", "other"));
        await office.SaysAsync("dana", "my drafts");
        var discard = office.Bot.Channel.Sent[^1].Card.Buttons[1];

        await office.SaysAsync("mo", "my drafts");
        office.Bot.Sees("You have no drafts");
        await office.Bot.ClicksAsync(discard);
        office.Bot.Sees("somebody else's");
        await office.SaysAsync("mo", "continue");
        Assert.DoesNotContain("draft", office.Bot.LastText, StringComparison.Ordinal);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Continue");
        Assert.NotNull(office.Bot.Form);
    }

    [Fact]
    public async Task Rights_are_decided_again_when_it_is_submitted()
    {
        await using var office = new Office();
        await HalfFillAsync(office, "Globex closed lost", ("loss_reason", "other"));
        office.Happens("D-2", stamp => new DealEvent.OwnerChanged(new PersonId("dana"), new PersonId("omar")) { Deal = new DealId("D-2"), Stamp = stamp }, "ops");
        await office.SaysAsync("dana", "my drafts");
        Assert.DoesNotContain("Globex", office.Bot.LastText, StringComparison.Ordinal);
        Assert.Equal(DealStatus.Open, office.Deal("D-2").Status);
    }

    [Fact]
    public async Task Where_fields_are_asked_one_by_one_the_answers_so_far_are_kept()
    {
        await using var office = new Office(abilities: ChannelAbilities.AnswersInPlace);
        await office.SaysAsync("dana", "Globex closed lost");
        office.Bot.Sees("Loss reason?");
        await office.SaysAsync("dana", "other");
        await office.SaysAsync("dana", "later");
        office.Bot.Sees("brings it back");
        await office.SaysAsync("dana", "my drafts");
        office.Bot.Sees("[1] Continue  [2] Discard");
        await office.SaysAsync("dana", "1");
        office.Bot.Sees("As you left it at ");
        Assert.DoesNotContain("Loss reason?", office.Bot.LastText, StringComparison.Ordinal);
    }

    private static async Task HalfFillAsync(Office office, string sentence, params (string Field, string Value)[] values)
    {
        await office.SaysAsync("dana", sentence);
        await office.Bot.ClicksAsync(office.Bot.Channel.Screen[^1].Message.Card.Buttons[0]);
        await office.Bot.DoesAsync(new TurnInput.FormOpening(office.Bot.Form!.Session.Id, new FormValues(values.ToDictionary(value => value.Field, value => value.Value)), null));
    }
}
