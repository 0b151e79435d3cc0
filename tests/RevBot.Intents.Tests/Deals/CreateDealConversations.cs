using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

/// <summary>New deals, on Saturday 21 November 2026.</summary>
public sealed class CreateDealConversations
{
    [Theory]
    [InlineData("new deal Acme Renewal 40k closing 15 March", "Acme Renewal", "40000 USD", "2027-03-15", null)]
    [InlineData("create a deal Stark Rollout worth $50,000 closing on 2027-02-01", "Stark Rollout", "50000 USD", "2027-02-01", null)]
    [InlineData("please create a new deal called \"Acme 2027 Renewal\" for Acme, 80k EUR, close date 31 Jan", "Acme 2027 Renewal", "80000 EUR", "2027-01-31", "a-acme")]
    [InlineData("can you add a new opportunity for Hooli", null, null, null, "a-hooli")]
    [InlineData("open a deal with Acme worth 1.2m", null, "1200000 USD", null, "a-acme")]
    [InlineData("new deal: Acme Upsell, 25k, closes Friday", "Acme Upsell", "25000 USD", "2026-11-27", null)]
    [InlineData("log a new deal Hooli Cloud for 30k", "Hooli Cloud", "30000 USD", null, null)]
    [InlineData("I want to create a renewal deal for Acme Corp closing in 30 days", null, null, "2026-12-21", "a-acme")]
    [InlineData("add a deal", null, null, null, null)]
    [InlineData("new deal", null, null, null, null)]
    [InlineData("new opportunity for acme", null, null, null, "a-acme")]
    public async Task What_is_said_is_not_asked_again(string sentence, string? name, string? amount, string? closeDate, string? account)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "form"), (sentence, await office.SaysAsync("dana", sentence)));
        var seed = Assert.IsType<Reply.Ask>(office.Bot.Last.Reply).Seed;
        Assert.Equal(
            (sentence, name, amount, closeDate, account),
            (sentence, seed.GetValueOrDefault("fact.name"), seed.GetValueOrDefault("fact.amount"), seed.GetValueOrDefault("fact.close_date"), seed.GetValueOrDefault("fact.account")));
        await office.Bot.ClicksAsync(office.Bot.Channel.Screen[^1].Message.Card.Buttons[0].Label);
        Assert.DoesNotContain(office.Bot.Form!.Form.Fields, field => seed.ContainsKey("fact." + field.Id));
    }

    [Theory]
    [InlineData("new deals this quarter")]
    [InlineData("new deal count by region")]
    [InlineData("how many new deals did we open?")]
    [InlineData("average open deal")]
    [InlineData("open deal amount by stage")]
    public async Task A_question_about_new_deals_makes_none(string sentence)
    {
        await using var office = new Office();
        Assert.NotEqual((sentence, "form"), (sentence, await office.SaysAsync("dana", sentence)));
    }

    [Fact]
    public async Task The_form_asks_for_what_is_missing_and_makes_the_deal()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "new deal Acme Expansion 40k closing 15 March");
        office.Bot.Sees("Acme Expansion");
        office.Bot.Sees("15 Mar 2027");
        await office.Bot.ClicksAsync("Look and create");
        Assert.Equal(["account", "stage", "source", "next_step", "next_step_date"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        var account = Assert.IsType<ChoiceField>(office.Bot.Form.Form.Fields[0]);
        Assert.Equal(("a-acme", "Acme Corp · Enterprise · EMEA"), (account.Initial, account.Options.First(option => option.Key == account.Initial).Label));

        await office.Bot.SubmitsAsync(("account", "a-acme"), ("stage", "qualification"), ("source", "Partner"), ("next_step", "Send the offer"), ("next_step_date", "2026-11-27"));
        office.Bot.Sees("Acme Expansion is created in Qualification");
        office.Bot.Sees("$40,000");
        office.Bot.Sees("By Dana Reyes · #RB-1");
        var deal = office.Deal("RB-1");
        Assert.Equal(("Acme Expansion", "a-acme", "dana", 40_000m, "USD", "Partner", "Send the offer"), (deal.Name, deal.Account?.Value, deal.Owner?.Value, deal.Amount?.Amount, deal.Amount?.Currency, deal.Source, deal.NextStep));
        Assert.Equal((new DateOnly(2027, 3, 15), "qualification", 1), (deal.CloseDate, deal.Stage.Value, deal.Version));
        var created = Assert.IsType<DealEvent.Created>(Assert.Single(office.History("RB-1")));
        Assert.Equal(("dana", "slack"), (created.Stamp.By?.Value, created.Stamp.Door));

        await office.SaysAsync("dana", "status of Acme Expansion");
        office.Bot.Sees("Acme Expansion");
        await office.SaysAsync("dana", "move Acme Expansion to discovery");
        Assert.Equal("discovery", office.Deal("RB-1").Stage.Value);
    }

    [Fact]
    public async Task An_account_that_nobody_knows_is_made_along_with_the_deal()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "create a deal Stark Rollout for Stark Industries 40k closing 15 March");
        await office.Bot.ClicksAsync(office.Bot.Channel.Screen[^1].Message.Card.Buttons[0].Label);
        var account = (ChoiceField)office.Bot.Form!.Form.Fields[0];
        Assert.Equal(("new:Stark Industries", "Create account “Stark Industries”"), (account.Initial, account.Options[0].Label));
        Assert.Equal("Stark Industries", office.Bot.Form.Form.Fields.Single(field => field.Id == "account_name").Initial);
        await office.Bot.SubmitsAsync(("account", "new:Stark Industries"), ("account_name", "Stark Industries"), ("account_segment", "Enterprise"), ("stage", "qualification"));
        office.Bot.Sees("Stark Industries (new)");
        var made = office.Snapshot.Accounts[office.Deal("RB-1").Account!.Value];
        Assert.Equal(("Stark Industries", "Enterprise"), (made.Name, made.Segment));

        await office.SaysAsync("dana", "create a deal Acme Two closing 15 March");
        await office.Bot.ClicksAsync(office.Bot.Channel.Screen[^1].Message.Card.Buttons[0].Label);
        await office.Bot.SubmitsAsync(("account", "new:"), ("account_name", "Acme Corporation"), ("stage", "qualification"));
        Assert.Equal("Acme Corp is there already; choose it as the account.", office.Bot.Last.Errors.Single().Message);
    }

    [Fact]
    public async Task A_later_stage_asks_for_what_it_needs()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "create a deal Hooli Cloud for Hooli closing 15 March in negotiation");
        await office.Bot.ClicksAsync("Fill in the deal");
        Assert.Equal(["amount", "next_step"], office.Bot.Form!.Form.Fields.Where(field => field.Required && field is not ChoiceField).Select(field => field.Id));
        await office.Bot.SubmitsAsync(("amount", "30k"));
        Assert.Equal(["next_step"], office.Bot.Last.Errors.Select(error => error.FieldId));
        await office.Bot.SubmitsAsync(("amount", "30k"), ("currency", "EUR"), ("next_step", "Call legal"));
        var deal = office.Deal("RB-1");
        Assert.Equal(("negotiation", new Money(30_000m, "EUR")), (deal.Stage.Value, deal.Amount));
    }

    [Fact]
    public async Task The_stage_that_is_chosen_brings_its_fields()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "new deal Hooli Cloud for Hooli closing 15 March");
        await office.Bot.ClicksAsync("Look and create");
        Assert.DoesNotContain(office.Bot.Form!.Form.Fields, field => field is { Id: "amount", Required: true });
        await office.Bot.SubmitsAsync(("stage", "proposal"));
        var error = Assert.Single(office.Bot.Last.Errors);
        Assert.Equal("amount", error.FieldId);
        Assert.DoesNotContain(office.Deals, deal => deal.Name == "Hooli Cloud");
    }

    [Fact]
    public async Task An_open_deal_of_that_name_is_shown_before_another_is_made()
    {
        await using var office = new Office(pipeline => pipeline.Deal("D-8", "Acme Renewal", "2026-10-01", "proposal", "priya", "a-acme", 50_000m));
        await office.SaysAsync("dana", "new deal Renewal Acme for Acme 40k closing 15 March");
        office.Bot.Sees("Acme Corp has an open deal “Acme Renewal” already (#D-8, Proposal, Priya Shah). Create Renewal Acme all the same?");
        await office.Bot.ClicksAsync("Fill in the deal");
        var anyway = office.Bot.Form!.Form.Fields.Single(field => field.Id == "create_anyway");
        Assert.Equal("Acme Corp has an open deal “Acme Renewal” already (#D-8, Proposal, Priya Shah)", anyway.Hint);
        await office.Bot.SubmitsAsync(("stage", "qualification"), ("create_anyway", "no"));
        Assert.Contains("has an open deal", office.Bot.Last.Errors.Single().Message, StringComparison.Ordinal);
        await office.Bot.SubmitsAsync(("stage", "qualification"), ("create_anyway", "yes"));
        Assert.Equal("Renewal Acme", office.Deal("RB-1").Name);
    }

    [Theory]
    [InlineData("eli", "I keep executives' access to reading, so no deal was created. Please ask a sales manager or operations.")]
    [InlineData("zed", "")]
    public async Task Who_may_not_change_deals_makes_none(string who, string refusal)
    {
        await using var office = new Office();
        Assert.NotEqual("form", await office.SaysAsync(who, "new deal Acme Expansion 40k"));
        office.Bot.Sees(refusal);
    }

    [Fact]
    public async Task A_rep_makes_their_own_deals_and_a_manager_those_of_the_team()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", "new deal Hooli Cloud for Hooli owned by Omar"));
        office.Bot.Sees("You can't make deals for Omar Haddad.");
        await office.SaysAsync("mo", "new deal Acme Cloud for Acme closing 15 March");
        await office.Bot.ClicksAsync("Look and create");
        Assert.Equal("mo", office.Bot.Form!.Form.Fields.Single(field => field.Id == "owner").Initial);
        await office.Bot.SubmitsAsync(("owner", "omar"), ("stage", "qualification"));
        Assert.Contains("You can't make deals for Omar Haddad.", office.Bot.Last.Errors.Single(error => error.FieldId == "owner").Message, StringComparison.Ordinal);
        await office.Bot.SubmitsAsync(("owner", "priya"), ("stage", "qualification"));
        Assert.Equal("priya", office.Deal("RB-1").Owner?.Value);
    }

    [Fact]
    public async Task Two_who_create_at_once_get_two_deals()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "new deal Hooli Cloud for Hooli closing 15 March");
        await office.Bot.ClicksAsync("Look and create");
        office.BeforeNextCommit(() => office.Creates("RB-1", "Somebody else's", "omar"));
        await office.Bot.SubmitsAsync(("stage", "qualification"));
        Assert.Equal("Somebody else's", office.Deal("RB-1").Name);
        Assert.Single(office.Deals, deal => deal.Name == "Hooli Cloud" && deal.Id.Value.StartsWith("RB-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_made_by_mistake_is_taken_back_and_counts_nowhere()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "new deal Hooli Cloud for Hooli 40k closing 15 March");
        await office.Bot.ClicksAsync("Look and create");
        await office.Bot.SubmitsAsync(("stage", "qualification"));
        office.Bot.Sees("can be undone for 24 hours");

        Assert.Equal("confirm", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("Take Hooli Cloud back, made ");
        office.Bot.Sees("as if it had never been made");
        await office.Bot.ClicksAsync("Keep");
        office.Bot.Sees("Hooli Cloud stays");
        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Take it back");
        office.Bot.Sees("Hooli Cloud is taken back");
        Assert.DoesNotContain(office.Deals, deal => deal.Name == "Hooli Cloud");
        Assert.Equal(["Created", "Removed"], office.History("RB-1").Select(happened => happened.GetType().Name));

        await office.SaysAsync("dana", "status of Hooli Cloud");
        Assert.DoesNotContain("$40,000", office.Bot.LastText, StringComparison.Ordinal);
        await office.SaysAsync("dana", "new deal Hooli Cloud for Hooli 40k closing 15 March");
        await office.Bot.ClicksAsync("Look and create");
        await office.Bot.SubmitsAsync(("stage", "qualification"));
        Assert.Equal("RB-2", office.Deals.Single(deal => deal.Name == "Hooli Cloud").Id.Value);
    }

    [Fact]
    public async Task What_was_worked_on_since_stays()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "new deal Hooli Cloud for Hooli 40k closing 15 March");
        await office.Bot.ClicksAsync("Look and create");
        await office.Bot.SubmitsAsync(("stage", "qualification"));
        office.Happens("RB-1", stamp => new DealEvent.NoteAdded("they called") { Deal = new DealId("RB-1"), Stamp = stamp }, "mo");
        Assert.Equal("refused", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("Hooli Cloud was made by that change and has been worked on since by Mo Larsen on 21 Nov 2026, so it cannot be taken back. Close it as lost instead.");
    }

    [Theory]
    [InlineData("new deal Hooli Cloud closing 1 Nov 2026", "Close date 1 Nov 2026 is past")]
    [InlineData("new deal Hooli Cloud owned by Nemo", "I know nobody called “Nemo”")]
    public async Task What_cannot_be_is_refused_with_the_fix(string sentence, string refusal)
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("dana", sentence));
        office.Bot.Sees(refusal);
    }

    [Fact]
    public async Task In_the_terminal_it_is_asked_field_by_field()
    {
        await using var office = new Office(abilities: Conversation.Outbox.ChannelAbilities.None);
        await office.SaysAsync("dana", "create a deal for Acme");
        office.Bot.Sees("Name?");
        await office.SaysAsync("dana", "Acme Pilot");
        office.Bot.Sees("Amount?");
        await office.SaysAsync("dana", "40k");
        await office.SaysAsync("dana", "keep");
        office.Bot.Sees("Close date?");
        await office.SaysAsync("dana", "15 March");
        office.Bot.Sees("Stage?");
        await office.SaysAsync("dana", "keep");
        await office.SaysAsync("dana", "skip");
        await office.SaysAsync("dana", "skip");
        await office.SaysAsync("dana", "skip");
        office.Bot.Sees("Acme Pilot is created in Qualification");
        Assert.Equal("2027-03-15", office.Deal("RB-1").CloseDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
