using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Tests.Deals;

public sealed class UndoConversations
{
    [Theory]
    [InlineData("undo")]
    [InlineData("undo that")]
    [InlineData("Take that back!")]
    public async Task The_last_change_is_taken_back_by_a_word(string sentence)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        Assert.Equal("confirm", await office.SaysAsync("dana", sentence));
        office.Bot.Sees("Put Globex back as it was before ");
        office.Bot.Sees("$80,000 → $30,000");
        office.Bot.Sees("Changed by Dana Reyes · now → back to · nothing is put back yet");
        Assert.Equal(new Money(80_000m, "USD"), office.Deal("D-2").Amount);

        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(new Money(30_000m, "USD"), office.Deal("D-2").Amount);
        office.Bot.Sees("$80,000 → $30,000");
        office.Bot.Sees("Undone by Dana Reyes");
        Assert.Equal(3, office.History("D-2").Count);
    }

    [Fact]
    public async Task The_button_works_for_its_author_for_a_day()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "move Globex to proposal");
        office.Time.Advance(TimeSpan.FromHours(23));
        office.Bot.User = "mo";
        await office.Bot.ClicksAsync("Undo");
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Undo");
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(new StageId("discovery"), office.Deal("D-2").Stage);
    }

    [Fact]
    public async Task After_a_day_it_is_too_late()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "move Globex to proposal");
        office.Time.Advance(TimeSpan.FromHours(25));
        await office.Bot.ClicksAsync("Undo");
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
        office.Bot.Sees("24 hours");
    }

    [Fact]
    public async Task With_nothing_remembered_nothing_is_undone()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", "undo"));
    }

    [Fact]
    public async Task Undoing_a_loss_says_what_each_field_was()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "Acme closed lost");
        await office.Bot.ClicksAsync("Give loss reason");
        await office.Bot.SubmitsAsync(("loss_reason", "price/too_expensive"));
        Assert.Equal(DealStatus.Lost, office.Deal("D-1").Status);
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        office.Bot.Sees("21 Nov 2026 → 20 Dec 2026");
        office.Bot.Sees("Price: Too expensive → none");
    }

    [Fact]
    public async Task A_second_undo_says_that_only_the_last_change_is_remembered()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal("refused", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("only your last change");
    }

    [Theory]
    [InlineData("undo the last change to Globex")]
    [InlineData("Revert the last change of Globex please")]
    [InlineData("please take back the latest change on the Globex deal")]
    [InlineData("undo Globex's last change")]
    [InlineData("undo Globex")]
    [InlineData("undo the amount change of Globex")]
    [InlineData("roll back the last change to the amount of Globex")]
    [InlineData("undo the last change of #D-2")]
    [InlineData("undo my last change to Globex")]
    [InlineData("undo what I changed on Globex")]
    [InlineData("undo Dana's last change to Globex")]
    [InlineData("undo what Dana did to Globex")]
    public async Task The_newest_change_of_a_named_deal_is_taken_back(string sentence)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        await office.SaysAsync("dana", "set Initech amount to 70k");
        Assert.Equal((sentence, "confirm"), (sentence, await office.SaysAsync("dana", sentence)));
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal((new Money(30_000m, "USD"), new Money(70_000m, "USD")), (office.Deal("D-2").Amount, office.Deal("D-3").Amount));
    }

    [Fact]
    public async Task Operations_take_back_what_anybody_changed_days_ago_and_see_first_what_goes_back()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "move Globex to proposal");
        office.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("confirm", await office.SaysAsync("ops", "undo the last move of Globex"));
        office.Bot.Sees("Put Globex back as it was before ");
        office.Bot.Sees("Proposal → Discovery");
        office.Bot.Sees("Changed by Dana Reyes · now → back to · nothing is put back yet");
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);

        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(new StageId("discovery"), office.Deal("D-2").Stage);
        office.Bot.Sees("Undone by Olga Petrova");
    }

    [Fact]
    public async Task What_is_kept_stays()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        await office.SaysAsync("ops", "undo the last change to Globex");
        await office.Bot.ClicksAsync("Keep");
        Assert.Equal(new Money(80_000m, "USD"), office.Deal("D-2").Amount);
        office.Bot.Sees("Globex stays changed");
        office.Bot.Sees("$30,000 → $80,000");
        office.Bot.Sees("nothing was put back");

        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(new Money(30_000m, "USD"), office.Deal("D-2").Amount);
    }

    [Fact]
    public async Task Of_several_changes_one_goes_back_and_the_other_stays()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        var undo = office.Bot.Channel.Screen[^1].Message.Card.Buttons.First(button => button.Label == "Undo");
        await office.SaysAsync("mo", "set close date of Globex to 15 Jan 2027");
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(undo);
        office.Bot.Sees("$80,000 → $30,000");
        Assert.Equal(new Money(80_000m, "USD"), office.Deal("D-2").Amount);
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal((new Money(30_000m, "USD"), new DateOnly(2027, 1, 15)), (office.Deal("D-2").Amount, office.Deal("D-2").CloseDate));
    }

    [Fact]
    public async Task What_somebody_built_on_in_between_is_not_put_back()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        await office.SaysAsync("ops", "undo the last change to Globex");
        await office.SaysAsync("mo", "set Globex amount to 90k");
        office.Bot.User = "ops";
        await office.Bot.ClicksAsync("Put it back");
        office.Bot.Sees("has been changed since by Mo Larsen");
        Assert.Equal(new Money(90_000m, "USD"), office.Deal("D-2").Amount);
    }

    [Theory]
    [InlineData("omar", "undo the last change to Globex", "only who made it or operations may undo it")]
    [InlineData("mo", "undo the last change to Globex", "only who made it or operations may undo it")]
    [InlineData("dana", "undo the last change to Initech", "Nobody has changed Initech in a way that could be undone.")]
    [InlineData("dana", "undo the last change of the close date of Globex", "Nobody has changed the ")]
    [InlineData("dana", "undo the last change to Wonkatronics", "I know no deal or account called “Wonkatronics”.")]
    [InlineData("ops", "undo what Mo did to Globex", "Mo Larsen has not changed Globex in a way that could be undone.")]
    [InlineData("ops", "undo what Zacharias did to Globex", "I know nobody called “Zacharias”.")]
    public async Task What_cannot_be_undone_is_said(string who, string said, string sees)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");
        Assert.Equal("refused", await office.SaysAsync(who, said));
        office.Bot.Sees(sees);
        Assert.Equal(new Money(80_000m, "USD"), office.Deal("D-2").Amount);
    }
}
