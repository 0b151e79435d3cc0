using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Moves;

public sealed class MoveRulesTests
{
    [Fact]
    public void A_deal_moves_on_when_its_stage_asks_for_nothing()
    {
        var acme = new Acme();

        var happened = Assert.IsType<DealEvent.StageChanged>(Assert.Single(acme.Moves("discovery").Accepted()));

        Assert.Equal((new StageId("qualification"), new StageId("discovery")), (happened.From, happened.To));
        Assert.Equal(Acme.Dana, happened.Stamp.By);
    }

    [Fact]
    public void A_stage_asks_for_every_field_it_needs_and_says_why()
    {
        var missing = new Acme().Moves("negotiation").Missing();

        Assert.Equal(["Negotiation needs an amount", "Negotiation needs a close date", "Negotiation needs a next step"], missing.Select(need => need.Why));
        Assert.Equal([FieldKind.Money, FieldKind.Date, FieldKind.Text], missing.Select(need => need.Field.Kind));
    }

    [Fact]
    public void What_the_deal_has_is_not_asked_again() =>
        Assert.Equal([DealFields.CloseDate, DealFields.NextStep], new Acme(amount: 5_000).Moves("negotiation").Asked());

    [Fact]
    public void An_amount_of_nothing_is_no_amount() =>
        Assert.Equal([DealFields.Amount], new Acme(amount: 0).Moves("proposal").Asked());

    [Fact]
    public void What_is_filled_in_is_written_before_the_move()
    {
        var acme = new Acme();

        var events = acme.Moves("negotiation", (DealFields.NextStep, "legal review"), (DealFields.Amount, "80000"), (DealFields.CloseDate, "2026-12-15")).Accepted();

        Assert.Equal(["AmountChanged", "CloseDateChanged", "NextStepChanged", "StageChanged"], events.Kinds());
        Assert.Equal((new Money(80_000, "USD"), new DateOnly(2026, 12, 15), "legal review"), (acme.Deal.Amount, acme.Deal.CloseDate, acme.Deal.NextStep));
    }

    [Fact]
    public void What_is_filled_in_blank_is_still_missing() =>
        Assert.Equal([DealFields.Amount], new Acme().Moves("proposal", (DealFields.Amount, "  ")).Asked());

    [Fact]
    public void Stages_jumped_over_ask_for_nothing()
    {
        var acme = new Acme(amount: 5_000);

        Assert.Equal(["Won"], acme.Moves("won").Accepted().Kinds());
    }

    [Fact]
    public void Leaving_a_stage_may_need_something_too_but_not_on_the_way_back()
    {
        var company = TestCompany.Profile with
        {
            Process = new SalesProcess(
            [
                .. TestCompany.Profile.Process.Stages.Select(stage => stage.Id.Value == "discovery" ? stage with { RequiredToLeave = ["budget"] } : stage),
            ]),
            Fields = [new DealField("budget", "Budget", FieldKind.Choice, ["Approved", "Planned"])],
        };
        var acme = new Acme(amount: 5_000, stage: "discovery");

        MoveDecision Move(string to, params (string Field, string Value)[] facts) => MoveRules.Decide(
            acme.Deal, new StageMove(new StageId(to), facts.ToDictionary(fact => fact.Field, fact => fact.Value)), company, Acme.Directory, Acme.Today, acme.Deal.Visits.Length > 0 ? acme.History[0].Stamp : null!);

        var need = Assert.Single(Move("proposal").Missing());
        Assert.Equal("Leaving Discovery needs a budget", need.Why);
        Assert.Equal(["Approved", "Planned"], need.Options.Select(option => option.Key));
        Assert.Equal(["budget"], Move("won").Asked());
        Assert.Equal(["StageChanged"], Move("qualification").Accepted().Kinds());
        Assert.Equal([DealFields.LossReason], Move("lost").Asked());
        Assert.Equal(["FieldSet", "StageChanged"], Move("proposal", ("budget", "approved")).Accepted().Kinds());
        Assert.Equal("Budget “maybe” is not known. Choose from Approved and Planned.", Move("proposal", ("budget", "maybe")).Refused());
    }

    [Fact]
    public void A_deal_cannot_be_lost_without_a_reason()
    {
        var need = Assert.Single(new Acme().Moves("lost").Missing());

        Assert.Equal((DealFields.LossReason, "Closed Lost needs a loss reason"), (need.Field.Key, need.Why));
        Assert.Equal(
            ["price/too_expensive", "price/no_budget", "competitor/features", "competitor/incumbent", "no_decision/no_priority", "no_decision/went_silent", "other"],
            need.Options.Select(option => option.Key));
        Assert.Equal(["Price", "Price", "Lost to a competitor", "Lost to a competitor", "No decision", "No decision", null], need.Options.Select(option => option.Group));
    }

    [Fact]
    public void A_reason_with_details_needs_one_of_them()
    {
        var need = Assert.Single(new Acme().Moves("lost", (DealFields.LossReason, "price")).Missing());

        Assert.Equal((DealFields.LossDetail, "Loss reason Price needs its detail"), (need.Field.Key, need.Why));
        Assert.Equal(["too_expensive", "no_budget"], need.Options.Select(option => option.Key));
    }

    [Fact]
    public void A_detail_alone_is_no_reason() =>
        Assert.Equal(new MoveDecision.Refused("A loss detail needs its loss reason. Give the reason too.", DealFields.LossReason), new Acme().Moves("lost", (DealFields.LossDetail, "features")));

    [Fact]
    public void The_competitor_is_asked_for_only_once_the_reason_says_so()
    {
        Assert.Equal([DealFields.Competitor], new Acme().Moves("lost", (DealFields.LossReason, "competitor/features")).Asked());
        Assert.Equal(
            "Competitor “Nobody” is not known. Choose from Acumen and Bluefin.",
            new Acme().Moves("lost", (DealFields.LossReason, "competitor/features"), (DealFields.Competitor, "Nobody")).Refused());
    }

    [Fact]
    public void Other_needs_words()
    {
        Assert.Equal([DealFields.LossNote], new Acme().Moves("lost", (DealFields.LossReason, "other")).Asked());
        Assert.Equal("Loss note “-” says too little. Tell what happened in a few words.", new Acme().Moves("lost", (DealFields.LossReason, "other"), (DealFields.LossNote, "-")).Refused());
        Assert.Contains("at most 3,000", new Acme().Moves("lost", (DealFields.LossReason, "other"), (DealFields.LossNote, new string('x', 3001))).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_deal_keeps_why()
    {
        var acme = new Acme(closeDate: "2026-12-01");

        acme.Moves("lost", (DealFields.LossReason, "Competitor/Features"), (DealFields.Competitor, "acumen"), (DealFields.LossNote, "no SSO")).Accepted();

        Assert.Equal(
            (DealStatus.Lost, "competitor", "features", "Acumen", "no SSO", Acme.Today),
            (acme.Deal.Status, acme.Deal.LossReason, acme.Deal.LossDetail, acme.Deal.Competitor, acme.Deal.LossNote, acme.Deal.CloseDate));
    }

    [Theory]
    [InlineData(DealFields.LossReason, "magic", "Loss reason “magic” is not known. Choose from price, competitor, no_decision and other.")]
    [InlineData(DealFields.LossReason, "price/features", "Loss detail “features” does not belong to Price. Choose from too_expensive and no_budget.")]
    [InlineData(DealFields.CloseDate, "2026-11-04", "Close date 4 Nov 2026 is in the future; give the day it happened, 3 Nov 2026 at the latest.")]
    [InlineData(DealFields.CloseDate, "tomorrow", "Close date “tomorrow” is not a date between 1990 and 2100. Write it as 2026-12-31.")]
    [InlineData(DealFields.Amount, "-5", "Amount “-5” is not more than zero. Give the deal's whole amount.")]
    [InlineData(DealFields.Amount, "a lot", "Amount “a lot” is not an amount. Write a number such as 80000 or 80000 EUR.")]
    [InlineData(DealFields.Amount, "80000 XYZ", "Amount “80000 XYZ” is in XYZ, for which there is no exchange rate. Currencies are EUR and USD.")]
    [InlineData("mood", "good", "“mood” is not a field that a move can fill in. Set it by itself, or check its name.")]
    public void A_wrong_fact_is_refused_by_name(string field, string value, string reason)
    {
        var decision = new Acme().Moves("lost", (field, value));

        Assert.Equal(reason, decision.Refused());
        Assert.Equal(field, Assert.IsType<MoveDecision.Refused>(decision).Field);
    }

    [Fact]
    public void A_loss_reason_belongs_to_a_lost_deal() =>
        Assert.Equal("Loss reason belongs to a lost deal, and Discovery is not a lost stage. Leave it out.", new Acme().Moves("discovery", (DealFields.LossReason, "price")).Refused());

    [Fact]
    public void An_open_deal_is_not_expected_to_close_in_the_past() =>
        Assert.Equal("Close date 2 Nov 2026 is past; an open deal closes today or later.", new Acme().Moves("discovery", (DealFields.CloseDate, "2026-11-02")).Refused());

    [Fact]
    public void A_won_deal_closes_today_unless_a_day_is_given()
    {
        var today = new Acme(amount: 5_000, closeDate: "2026-12-24");
        var earlier = new Acme(amount: 5_000);

        var won = Assert.IsType<DealEvent.Won>(Assert.Single(today.Moves("won").Accepted()));
        earlier.Moves("won", (DealFields.CloseDate, "2026-10-30"), (DealFields.SignedDate, "2026-10-28")).Accepted();

        Assert.Equal((Acme.Today, new DateOnly(2026, 12, 24)), (won.CloseDate, won.PreviousCloseDate));
        Assert.Equal((new DateOnly(2026, 10, 30), new DateOnly(2026, 10, 28)), (earlier.Deal.CloseDate, earlier.Deal.ClosedOn));
    }

    [Fact]
    public void A_won_deal_needs_what_winning_needs() => Assert.Equal(["Closed Won needs an amount"], new Acme().Moves("won").Missing().Select(need => need.Why));

    [Fact]
    public void A_deal_is_not_moved_to_where_it_is() =>
        Assert.Equal("Acme is already in Qualification, since 20 Oct 2026.", new Acme().Moves("qualification").Refused());

    [Fact]
    public void A_closed_deal_is_already_closed()
    {
        var acme = new Acme(amount: 5_000);
        acme.Moves("won", (DealFields.CloseDate, "2026-10-30")).Accepted();

        Assert.Equal("Acme is already in Closed Won, since 30 Oct 2026.", acme.Moves("won").Refused());
    }

    [Fact]
    public void A_won_deal_is_reopened_before_it_is_lost()
    {
        var acme = new Acme(amount: 5_000, stage: "proposal");
        acme.Moves("won").Accepted();

        Assert.Equal(
            "Acme is closed: in Closed Won since 3 Nov 2026. Reopen it first by moving it to Proposal, then to Closed Lost.",
            acme.Moves("lost", (DealFields.LossReason, "price/no_budget")).Refused());
    }

    [Fact]
    public void A_closed_deal_can_be_reopened()
    {
        var acme = new Acme(amount: 5_000);
        acme.Moves("lost", (DealFields.LossReason, "price/no_budget")).Accepted();

        Assert.Equal(["Reopened"], acme.Moves("discovery").Accepted().Kinds());
        Assert.Equal((DealStatus.Open, null), (acme.Deal.Status, acme.Deal.LossReason));
    }

    [Fact]
    public void The_day_a_deal_was_lost_is_no_expectation_when_it_is_reopened()
    {
        var acme = new Acme(amount: 5_000);
        acme.Moves("lost", (DealFields.LossReason, "price/no_budget"), (DealFields.CloseDate, "2026-10-30")).Accepted();

        Assert.Equal([DealFields.CloseDate, DealFields.NextStep], acme.Moves("negotiation").Asked());
        acme.Moves("negotiation", (DealFields.CloseDate, "2026-12-01"), (DealFields.NextStep, "new offer")).Accepted();
        Assert.Equal(new DateOnly(2026, 12, 1), acme.Deal.CloseDate);
    }

    [Fact]
    public void An_unknown_stage_is_refused_with_the_known_ones() =>
        Assert.Equal("There is no stage “limbo”. Stages are Qualification, Discovery, Proposal, Negotiation, Closed Won and Closed Lost.", new Acme().Moves("limbo").Refused());
}
