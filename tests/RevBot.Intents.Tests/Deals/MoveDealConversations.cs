using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

public sealed class MoveDealConversations
{
    [Fact]
    public async Task A_move_whose_facts_are_there_is_written_and_shown_before_and_after()
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", "move Globex to proposal"));
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
        office.Bot.Sees("Discovery → Proposal");
        office.Bot.Sees("By Dana Reyes");
    }

    [Theory]
    [InlineData("please move Globex to proposal")]
    [InlineData("Globex -> proposal")]
    [InlineData("Globex to Proposal")]
    [InlineData("set the stage of Globex to propsal")]
    [InlineData("can you put the Globex deal into Proposal?")]
    [InlineData("move #D-2 to Proposal")]
    [InlineData("advance Globex to the next stage")]
    [InlineData("update Globex's stage to proposal")]
    [InlineData("move Globex to proposal and set amount to 80k")]
    public async Task It_is_said_in_many_ways(string sentence)
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", sentence));
        Assert.Equal(new StageId("proposal"), office.Deal("D-2").Stage);
    }

    [Fact]
    public async Task What_the_stage_still_needs_is_asked_for_and_nothing_is_written_before()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "move Acme to negotiation"));
        Assert.Equal(new StageId("proposal"), office.Deal("D-1").Stage);
        await office.Bot.ClicksAsync("Fill in next step");
        Assert.Equal(["next_step"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        await office.Bot.SubmitsAsync(("next_step", "Legal review"));
        Assert.Equal(new StageId("negotiation"), office.Deal("D-1").Stage);
        Assert.Equal("Legal review", office.Deal("D-1").NextStep);
    }

    [Theory]
    [InlineData("Acme closed lost")]
    [InlineData("mark Acme as lost")]
    [InlineData("we lost Acme")]
    [InlineData("move Acme to Closed Lost")]
    [InlineData("close Acme lost")]
    public async Task A_deal_cannot_be_lost_without_a_reason(string sentence)
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", sentence));
        await office.Bot.ClicksAsync("Give loss reason");
        await office.Bot.SubmitsAsync();
        Assert.Equal("loss_reason", Assert.Single(office.Bot.Last.Errors).FieldId);
        Assert.Equal(DealStatus.Open, office.Deal("D-1").Status);
        await office.Bot.SubmitsAsync(("loss_reason", "price/no_budget"));
        Assert.Equal(DealStatus.Lost, office.Deal("D-1").Status);
        office.Bot.Sees("Acme moved to Closed Lost · Price");
        office.Bot.Sees("Price: No budget this year");
    }

    [Fact]
    public async Task The_competitor_is_asked_for_when_the_reason_does()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "Acme closed lost");
        await office.Bot.ClicksAsync("Give loss reason");
        await office.Bot.SubmitsAsync(("loss_reason", "competitor/features"));
        Assert.Equal("competitor", Assert.Single(office.Bot.Last.Errors).FieldId);
        Assert.Equal(DealStatus.Open, office.Deal("D-1").Status);
    }

    [Fact]
    public async Task A_reason_said_with_the_loss_is_filled_in_and_looked_at_once_more()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "lost Acme because of no budget this year"));
        Assert.Equal(DealStatus.Open, office.Deal("D-1").Status);
        await office.Bot.ClicksAsync("Look and confirm");
        Assert.Equal("price/no_budget", office.Bot.Form!.Form.Fields[0].Initial);
    }

    [Fact]
    public async Task A_reason_without_its_detail_asks_for_the_detail_only()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "lost Acme because of price");
        await office.Bot.ClicksAsync("Fill in loss detail");
        Assert.Equal(["loss_detail"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        await office.Bot.SubmitsAsync(("loss_detail", "no_budget"));
        Assert.Equal("no_budget", office.Deal("D-1").LossDetail);
    }

    [Fact]
    public async Task A_win_is_confirmed_with_its_amount_and_dates()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "mark Globex as won"));
        await office.Bot.ClicksAsync("Confirm the win");
        Assert.Equal(["amount", "close_date", "signed_date"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        Assert.Equal("2026-11-21", office.Bot.Form.Form.Fields[1].Initial);
        await office.Bot.SubmitsAsync(("amount", "90000"), ("close_date", "2026-11-20"));
        Assert.Equal(new Money(90_000m, "USD"), office.Deal("D-2").Amount);
        Assert.Equal(DealStatus.Won, office.Deal("D-2").Status);
    }

    [Fact]
    public async Task Wrong_values_keep_the_form_open_at_their_field()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "mark Globex as won");
        await office.Bot.ClicksAsync("Confirm the win");
        await office.Bot.SubmitsAsync(("amount", "soon"), ("close_date", "2027-05-01"));
        Assert.Equal(["amount", "close_date"], office.Bot.Last.Errors.Select(error => error.FieldId).Order());
        Assert.Equal(DealStatus.Open, office.Deal("D-2").Status);
    }

    [Theory]
    [InlineData("close the deal")]
    [InlineData("win")]
    [InlineData("win the deal")]
    [InlineData("close it")]
    [InlineData("close Acme")]
    public async Task Closing_without_deal_or_outcome_is_asked_about(string sentence)
    {
        await using var office = new Office();
        Assert.Equal("clarify", await office.SaysAsync("dana", sentence));
        Assert.All(["D-1", "D-2", "D-3"], id => Assert.Equal(DealStatus.Open, office.Deal(id).Status));
    }

    [Fact]
    public async Task Several_deals_of_a_name_are_asked_about_and_the_choice_is_exact()
    {
        await using var office = new Office();
        Assert.Equal("clarify", await office.SaysAsync("ops", "move Hooli to proposal"));
        var choices = Assert.IsType<Reply.Clarify>(office.Bot.Last.Reply).Choices;
        Assert.All(choices, choice => Assert.Contains("#D-", choice.Utterance, StringComparison.Ordinal));
        await office.SaysAsync("ops", "1");
        Assert.Single(new[] { "D-5", "D-6" }, id => office.Deal(id).Stage == new StageId("proposal"));
    }

    [Fact]
    public async Task A_misspelt_name_is_agreed_to_before_anything_is_written()
    {
        await using var office = new Office();
        Assert.Equal("clarify", await office.SaysAsync("dana", "move Globxe to proposal"));
        Assert.Equal(new StageId("discovery"), office.Deal("D-2").Stage);
    }

    [Fact]
    public async Task An_unknown_deal_is_refused_with_the_nearest()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", "move Globular Systems to proposal"));
        office.Bot.Sees("Globex (#D-2)");
    }

    [Fact]
    public async Task An_unknown_stage_is_refused_with_the_known_ones()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", "move Globex to moon"));
        office.Bot.Sees("Qualification, Discovery, Proposal");
    }

    [Theory]
    [InlineData("omar", "belongs to Dana Reyes")]
    [InlineData("eli", "executives' access")]
    [InlineData("stranger", "I don't know you yet")]
    public async Task Who_may_not_is_told_who_may(string who, string sentence)
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync(who, "move Globex to proposal"));
        office.Bot.Sees(sentence);
        Assert.Equal(new StageId("discovery"), office.Deal("D-2").Stage);
    }

    [Fact]
    public async Task Reopening_goes_back_to_where_the_deal_was()
    {
        await using var office = new Office();
        Assert.Equal("done", await office.SaysAsync("dana", "reopen Vandelay"));
        office.Bot.Sees("Vandelay reopened in Proposal");
        Assert.Equal(DealStatus.Open, office.Deal("D-7").Status);
    }

    [Fact]
    public async Task A_closed_deal_is_not_reopened_by_the_way()
    {
        await using var office = new Office();
        Assert.Equal("clarify", await office.SaysAsync("dana", "move Vandelay to discovery"));
        Assert.Equal(DealStatus.Lost, office.Deal("D-7").Status);
    }

    [Fact]
    public async Task Of_two_people_at_once_the_second_is_told_who_was_first()
    {
        await using var office = new Office();
        office.BeforeNextCommit(() => office.Happens("D-2", stamp => new DealEvent.StageChanged(new StageId("discovery"), new StageId("qualification")) { Deal = new DealId("D-2"), Stamp = stamp }, "mo"));
        Assert.Equal("refused", await office.SaysAsync("dana", "move Globex to proposal"));
        office.Bot.Sees("Mo Larsen moved Globex to Qualification at 09:00");
        Assert.Equal(new StageId("qualification"), office.Deal("D-2").Stage);
    }

    [Fact]
    public async Task A_form_that_was_overtaken_changes_nothing()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "Acme closed lost");
        await office.Bot.ClicksAsync("Give loss reason");
        office.Happens("D-1", stamp => new DealEvent.StageChanged(new StageId("proposal"), new StageId("discovery")) { Deal = new DealId("D-1"), Stamp = stamp }, "mo");
        await office.Bot.SubmitsAsync(("loss_reason", "price/no_budget"));
        office.Bot.Sees("Mo Larsen moved Acme to Discovery");
        Assert.Equal(DealStatus.Open, office.Deal("D-1").Status);
    }

    [Fact]
    public async Task Without_dialogs_the_form_is_an_interview()
    {
        await using var office = new Office(abilities: ChannelAbilities.None);
        Assert.Equal("form", await office.SaysAsync("dana", "Acme closed lost"));
        office.Bot.Sees("Loss reason?");
        await office.SaysAsync("dana", "No budget this year");
        Assert.Equal(DealStatus.Lost, office.Deal("D-1").Status);
        Assert.Equal("no_budget", office.Deal("D-1").LossDetail);
    }

    [Theory]
    [InlineData("what's our pipeline this quarter?")]
    [InlineData("deals closed won last quarter")]
    [InlineData("win rate by source")]
    [InlineData("lost deals this quarter")]
    [InlineData("revenue closed won")]
    [InlineData("is Acme in negotiation?")]
    public async Task Questions_are_not_moves(string question)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", question);
        Assert.NotEqual("move-deal", (string?)office.Bot.Last.Reply?.Data?["intent"]);
    }
}
