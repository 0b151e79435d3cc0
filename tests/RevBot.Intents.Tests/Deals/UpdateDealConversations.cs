using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

public sealed class UpdateDealConversations
{
    [Fact]
    public async Task Several_fields_change_in_one_sentence()
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", "set Globex amount to 80k and close date to 15 Dec"));
        Assert.Equal(new Money(80_000m, "USD"), office.Deal("D-2").Amount);
        Assert.Equal(new DateOnly(2026, 12, 15), office.Deal("D-2").CloseDate);
        office.Bot.Sees("$30,000 → $80,000");
        office.Bot.Sees("none → 15 Dec 2026");
    }

    [Theory]
    [InlineData("change the close date of Acme to next Friday", "2026-11-27")]
    [InlineData("push Acme to 15 Jan", "2027-01-15")]
    [InlineData("Acme: close date 15 Jan 2027", "2027-01-15")]
    [InlineData("set Acme's close date from 20 Dec to 15 Jan", "2027-01-15")]
    [InlineData("move Acme close date to 15 Jan", "2027-01-15")]
    public async Task A_close_date_is_said_in_many_ways(string sentence, string day)
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", sentence));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), office.Deal("D-1").CloseDate);
    }

    [Theory]
    [InlineData("push Acme by 2 weeks", "2027-01-03")]
    [InlineData("push Acme out 2 weeks", "2027-01-03")]
    [InlineData("please push out Acme by two weeks", "2027-01-03")]
    [InlineData("delay the close date of Acme by a month", "2027-01-20")]
    [InlineData("move Acme's close date back by a quarter", "2027-03-20")]
    [InlineData("move Acme close date 3 days later", "2026-12-23")]
    [InlineData("add 3 days to the close date of Acme", "2026-12-23")]
    [InlineData("pull Acme in by 10 days", "2026-12-10")]
    [InlineData("bring Acme forward by 10 days", "2026-12-10")]
    [InlineData("move #D-1 up by 10 days", "2026-12-10")]
    [InlineData("push \"Acme\" 10 days earlier", "2026-12-10")]
    public async Task A_close_date_is_moved_by_so_much(string sentence, string day)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "done"), (sentence, await office.SaysAsync("dana", sentence)));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), office.Deal("D-1").CloseDate);
        office.Bot.Sees("20 Dec 2026 → ");
        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(new DateOnly(2026, 12, 20), office.Deal("D-1").CloseDate);
    }

    [Theory]
    [InlineData("raise Globex by 10 %", 33_000)]
    [InlineData("raise Globex by 10 percent", 33_000)]
    [InlineData("bump the amount of Globex by 10%", 33_000)]
    [InlineData("bump Globex's amount up by 5k", 35_000)]
    [InlineData("add 5k to Globex", 35_000)]
    [InlineData("add $5,000 to Globex's amount", 35_000)]
    [InlineData("lower Globex by 12.5%", 26_250)]
    [InlineData("take 5k off Globex", 25_000)]
    [InlineData("knock 10% off the amount of Globex", 27_000)]
    public async Task An_amount_is_changed_by_so_much(string sentence, int amount)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "done"), (sentence, await office.SaysAsync("dana", sentence)));
        Assert.Equal(new Money(amount, "USD"), office.Deal("D-2").Amount);
        office.Bot.Sees("$30,000 → ");
    }

    [Theory]
    [InlineData("push Globex by 2 weeks", "Globex has no close date yet to count from. Give the value itself: set Globex close date to 15 Dec. Nothing was changed.")]
    [InlineData("raise Umbrella by 10%", "Umbrella has no amount yet to count from. Give the value itself: set Umbrella amount to 80k. Nothing was changed.")]
    [InlineData("add 5k EUR to Initech", "Initech is in USD, so I can't change it by an amount in EUR. Say the difference in USD. Nothing was changed.")]
    [InlineData("pull Acme in by 6 weeks", "Close date 8 Nov 2026 is past; an open deal closes today or later. Nothing was changed.")]
    [InlineData("take 30k off Globex", "is not more than zero. Give the deal's whole amount. Nothing was changed.")]
    [InlineData("push Hooli Search by 2 weeks", "belongs to Omar Haddad")]
    [InlineData("set foo of Acme to bar", "Deals here have no field “foo”. Fields are Name, Account, Owner, Amount,")]
    [InlineData("set Acme's foo to bar", "Deals here have no field “foo”.")]
    [InlineData("change the win chance for Acme to 50%", "Deals here have no field “win chance”.")]
    public async Task A_step_that_cannot_be_is_refused_with_the_fix(string sentence, string why)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "refused"), (sentence, await office.SaysAsync("dana", sentence)));
        office.Bot.Sees(why);
    }

    [Theory]
    [InlineData("push Acme forward by 2 weeks")]
    [InlineData("pull Acme back by 2 weeks")]
    public async Task What_people_disagree_on_changes_nothing(string sentence)
    {
        await using var office = new Office();
        Assert.NotEqual("done", await office.SaysAsync("dana", sentence));
        Assert.Equal(new DateOnly(2026, 12, 20), office.Deal("D-1").CloseDate);
    }

    [Fact]
    public async Task A_step_of_one_of_several_deals_is_asked_about_and_then_taken()
    {
        await using var office = new Office();
        Assert.Equal("clarify", await office.SaysAsync("omar", "add 5k to Hooli"));
        await office.Bot.ClicksAsync(office.Bot.Channel.Screen[^1].Message.Card.Buttons.First(button => button.Label.StartsWith("Hooli Search", StringComparison.Ordinal)).Label);
        Assert.Equal((new Money(15_000m, "USD"), new Money(15_000m, "USD")), (office.Deal("D-5").Amount, office.Deal("D-6").Amount));
    }

    [Fact]
    public async Task A_next_step_keeps_its_day_apart()
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", "next step for Initech: legal review on Friday"));
        Assert.Equal("legal review", office.Deal("D-3").NextStep);
        Assert.Equal(new DateOnly(2026, 11, 27), office.Deal("D-3").NextStepDate);
    }

    [Fact]
    public async Task Words_of_a_next_step_are_left_whole()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "next step for Initech: confirm the amount Joe will update");
        Assert.Equal("confirm the amount Joe will update", office.Deal("D-3").NextStep);
    }

    [Theory]
    [InlineData("assign Umbrella to Priya")]
    [InlineData("hand Umbrella over to priya@example.com")]
    [InlineData("set Umbrella owner to Priya Shah")]
    public async Task A_deal_is_given_to_a_colleague(string sentence)
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", sentence));
        Assert.Equal(new PersonId("priya"), office.Deal("D-4").Owner);
        office.Bot.Sees("Dana Reyes → Priya Shah");
    }

    [Fact]
    public async Task A_note_is_kept_as_it_was_written()
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", "note on Acme: sent pricing, amount to be confirmed"));
        Assert.Equal("sent pricing, amount to be confirmed", Assert.IsType<DealEvent.NoteAdded>(office.History("D-1")[^1]).Text);
    }

    [Fact]
    public async Task A_value_that_was_not_said_is_asked_for()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "set Globex amount"));
        await office.Bot.ClicksAsync("Fill it in");
        await office.Bot.SubmitsAsync(("amount", "80k"));
        Assert.Equal(new Money(80_000m, "USD"), office.Deal("D-2").Amount);
    }

    [Theory]
    [InlineData("set Globex amount to soon", "is not an amount")]
    [InlineData("set Globex close date to whenever", "is not a day")]
    [InlineData("set Globex close date to 1 Nov 2026", "Nothing was changed")]
    [InlineData("assign Globex to Nobody Inparticular", "I know nobody called")]
    public async Task What_cannot_be_is_refused_and_nothing_is_changed(string sentence, string why)
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", sentence));
        office.Bot.Sees(why);
        Assert.Single(office.History("D-2"));
    }

    [Fact]
    public async Task Somebody_else_s_deal_is_not_changed()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("omar", "set Globex amount to 80k"));
        Assert.Equal(new Money(30_000m, "USD"), office.Deal("D-2").Amount);
    }

    [Theory]
    [InlineData("what is the amount of Globex")]
    [InlineData("open pipeline amount by owner")]
    [InlineData("average deal size this quarter")]
    public async Task Questions_are_not_changes(string question)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", question);
        Assert.NotEqual("update-deal", (string?)office.Bot.Last.Reply?.Data?["intent"]);
    }

    [Fact]
    public async Task Several_changes_said_as_news_are_all_made()
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", "globex amount is now 5k, close date jan 15 and next step legal review on friday"));
        Assert.Equal(new Money(5_000m, "USD"), office.Deal("D-2").Amount);
        Assert.Equal(new DateOnly(2027, 1, 15), office.Deal("D-2").CloseDate);
        Assert.Equal("legal review", office.Deal("D-2").NextStep);
    }

    [Theory]
    [InlineData("note on Acme: sent pricing", "Acme: note added")]
    [InlineData("move it to negotiation", "I can't tell which deal “it” is")]
    [InlineData("delete Acme", "I don't delete deals")]
    [InlineData("push all my deals to January", "1 deal would change: close date to January 2027, same day")]
    [InlineData("Globex won on 20 Nov", "Closed Won")]
    [InlineData("moved Globex to proposal", "Globex moved to Proposal")]
    [InlineData("Globex is ready for proposal", "Globex moved to Proposal")]
    public async Task It_is_taken_as_it_is_meant(string said, string seen)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", said);
        office.Bot.Sees(seen);
    }

    [Fact]
    public async Task A_misspelt_name_is_asked_about_once_and_a_yes_is_enough()
    {
        await using var office = new Office(abilities: Conversation.Outbox.ChannelAbilities.AnswersInPlace);
        await office.SaysAsync("dana", "move Globxe to proposal");
        Assert.Single(office.Bot.LastText.Split("Yes, Globex").Skip(1));
        Assert.Equal("done", await office.SaysAsync("dana", "yes"));
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
    }
}
