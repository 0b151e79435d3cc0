using RevBot.Conversation.Outbox;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>A process that asks for more than fields filled in, as people meet it.</summary>
public sealed class ProcessConversations
{
    [Fact]
    public async Task People_and_a_yes_are_asked_for_in_the_form()
    {
        await using var office = new Office(company: Strict());
        Assert.Equal("form", await office.SaysAsync("dana", "move Acme to negotiation"));
        office.Bot.Sees("Acme needs quote sent and contacts before it moves to Negotiation.");
        await office.Bot.ClicksAsync("Fill in 2 fields");
        await office.Bot.SubmitsAsync(("quote_sent", "no"), ("contacts", "Jo Kim"));
        Assert.Equal(["Negotiation needs quote sent to be yes.", "Negotiation needs at least 2 contacts."], office.Bot.Last.Errors.Select(error => error.Message));
        await office.Bot.SubmitsAsync(("quote_sent", "yes"), ("contacts", "Jo Kim; Ada Lee"));
        Assert.Equal(("negotiation", "Jo Kim, Ada Lee"), (office.Deal("D-1").Stage.Value, office.Deal("D-1").Fields["contacts"]));
    }

    [Fact]
    public async Task What_is_known_of_people_stands_in_the_form_and_is_added_to()
    {
        await using var office = new Office(company: Strict());
        Assert.Equal("done", await office.SaysAsync("dana", "set contacts of Acme to Jo Kim"));
        Assert.Equal("done", await office.SaysAsync("dana", "set quote sent of Acme to yes"));
        await office.SaysAsync("dana", "move Acme to negotiation");
        await office.Bot.ClicksAsync("Fill in contacts");
        Assert.Equal("Jo Kim", Assert.Single(office.Bot.Form!.Form.Fields).Initial);
    }

    [Fact]
    public async Task A_form_grows_by_what_is_filled_in()
    {
        await using var office = new Office(company: Strict());
        await office.SaysAsync("dana", "move Umbrella to proposal");
        await office.Bot.ClicksAsync("Fill in 2 fields");
        Assert.Equal(["amount", "contacts"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        await office.Bot.SubmitsAsync(("amount", "80000"), ("contacts", "Jo Kim, Ada Lee"));
        Assert.Equal("budget", Assert.Single(office.Bot.Last.Errors).FieldId);
        Assert.Equal(["amount", "contacts", "budget"], office.Bot.Last.Form!.Form.Fields.Select(field => field.Id));
        Assert.Equal("Proposal needs a budget (over 50,000 USD)", office.Bot.Last.Form.Form.Fields[2].Hint);
        await office.Bot.SubmitsAsync(("amount", "80000"), ("contacts", "Jo Kim, Ada Lee"), ("budget", "approved"));
        Assert.Equal("proposal", office.Deal("D-4").Stage.Value);
    }

    [Fact]
    public async Task An_interview_asks_for_what_an_answer_brings_up()
    {
        await using var office = new Office(company: Strict(), abilities: ChannelAbilities.None);
        await office.SaysAsync("dana", "move Umbrella to proposal");
        await office.SaysAsync("dana", "80k");
        await office.SaysAsync("dana", "Jo Kim and Ada Lee");
        office.Bot.Sees("Budget?");
        await office.SaysAsync("dana", "approved");
        Assert.Equal(("proposal", "approved"), (office.Deal("D-4").Stage.Value, office.Deal("D-4").Fields["budget"]));
    }

    [Fact]
    public async Task A_larger_amount_is_asked_what_it_brings_up_before_it_is_written()
    {
        await using var office = new Office(company: Strict());
        Assert.Equal("form", await office.SaysAsync("dana", "set Acme amount to 80k"));
        Assert.Equal(50_000m, office.Deal("D-1").Amount!.Value.Amount);
        await office.Bot.ClicksAsync("Fill it in");
        await office.Bot.SubmitsAsync(("budget", "approved"));
        Assert.Equal((80_000m, "approved"), (office.Deal("D-1").Amount!.Value.Amount, office.Deal("D-1").Fields["budget"]));
    }

    [Fact]
    public async Task Going_back_says_why_in_the_sentence_or_in_the_form()
    {
        await using var office = new Office(company: Strict(back: MoveConsent.WithReason));
        Assert.Equal("done", await office.SaysAsync("dana", "move Acme back to discovery because the champion left"));
        office.Bot.Sees("Reason: the champion left");
        Assert.Equal("the champion left", Assert.IsType<DealEvent.StageChanged>(office.History("D-1")[^1]).Reason);
        Assert.Equal("form", await office.SaysAsync("dana", "move Globex to qualification"));
        await office.Bot.ClicksAsync("Fill in reason");
        Assert.Equal("Going back to Qualification needs a reason", Assert.Single(office.Bot.Form!.Form.Fields).Hint);
        await office.Bot.SubmitsAsync(("move_reason", "budget was cut"));
        Assert.Equal("qualification", office.Deal("D-2").Stage.Value);
        await office.SaysAsync("dana", "history of Globex");
        office.Bot.Sees("moved from Discovery to Qualification (budget was cut)");
    }

    [Fact]
    public async Task A_skip_that_is_refused_is_not_offered_either()
    {
        await using var office = new Office(company: Strict(skip: MoveConsent.Refused));
        Assert.Equal("refused", await office.SaysAsync("dana", "move Globex to negotiation"));
        office.Bot.Sees("Globex cannot skip a stage: Proposal lies between Discovery and Negotiation. From Discovery it may go to Qualification, Proposal or Closed Lost.");
        Assert.Equal("discovery", office.Deal("D-2").Stage.Value);
    }

    [Fact]
    public async Task A_win_is_told_what_won_it()
    {
        await using var office = new Office(company: TestCompany.Profile with { WinReasons = ["Product", "Price"] });
        await office.SaysAsync("dana", "Acme won");
        await office.Bot.ClicksAsync("Fill in win reason");
        Assert.Contains("win_reason", office.Bot.Form!.Form.Fields.Select(field => field.Id));
        await office.Bot.SubmitsAsync(("close_date", "2026-11-03"), ("amount", "50000"), ("win_reason", "Product"));
        Assert.Equal("Product", office.Deal("D-1").Fields[DealFields.WinReason]);
    }

    private static CompanyProfile Strict(MoveConsent skip = MoveConsent.Allowed, MoveConsent back = MoveConsent.Allowed) => TestCompany.Profile with
    {
        Process = new SalesProcess(
            [
                .. TestCompany.Profile.Process.Stages.Select(stage => stage.Id.Value switch
                {
                    "proposal" => stage with { RequiredToEnter = [DealFields.Amount, new Criterion("contacts") { AtLeast = 2, FromHereOn = true }, new Criterion("budget") { When = new DealCondition { AmountOver = 50_000 } }] },
                    "negotiation" => stage with { RequiredToEnter = ["quote_sent"] },
                    _ => stage,
                }),
            ],
            new MovePolicy(skip, back, [])),
        Fields = [new DealField("contacts", "Contacts", FieldKind.People, []), new DealField("quote_sent", "Quote sent", FieldKind.YesNo, []), new DealField("budget", "Budget", FieldKind.Text, [])],
    };
}
