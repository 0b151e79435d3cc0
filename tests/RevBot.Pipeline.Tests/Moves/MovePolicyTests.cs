using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>Skipping, going back and single moves, as the company says.</summary>
public sealed class MovePolicyTests
{
    [Fact]
    public void A_refused_skip_names_what_lies_between_and_the_way()
    {
        var company = StrictCompany.Of(skip: MoveConsent.Refused);
        var acme = new Acme(amount: 5_000, company: company);

        Assert.Equal(
            "Acme cannot skip stages: Discovery and Proposal lie between Qualification and Negotiation. From Qualification it may go to Discovery or Closed Lost.",
            acme.Moves("negotiation").Refused());
        Assert.StartsWith("Acme cannot skip stages: Discovery, Proposal and Negotiation lie between Qualification and Closed Won.", acme.Moves("won").Refused(), StringComparison.Ordinal);
        acme.Moves("discovery").Accepted();
        Assert.StartsWith("Acme cannot skip a stage: Proposal lies between Discovery and Negotiation.", acme.Moves("negotiation").Refused(), StringComparison.Ordinal);
        acme.Moves("lost", (DealFields.LossReason, "price/no_budget")).Accepted();

        // Reopened further on than it was closed: that would be a skip too.
        Assert.StartsWith("Acme cannot skip a stage: Proposal lies between Discovery and Negotiation.", acme.Moves("negotiation").Refused(), StringComparison.Ordinal);
        acme.Moves("discovery").Accepted();
    }

    [Fact]
    public void Going_back_may_be_refused()
    {
        var acme = new Acme(stage: "discovery", company: StrictCompany.Of(back: MoveConsent.Refused));

        Assert.Equal(
            "Acme cannot go back: Qualification comes before Discovery. From Discovery it may go to Proposal, Negotiation, Closed Won or Closed Lost.",
            acme.Moves("qualification").Refused());
        Assert.False(MoveRules.MayMove(acme.Deal, acme.Company.Process.Stages[0], acme.Company, Acme.Today));
    }

    [Fact]
    public void A_reason_is_asked_for_and_kept_in_the_history()
    {
        var acme = new Acme(amount: 5_000, stage: "proposal", company: StrictCompany.Of(MoveConsent.WithReason, MoveConsent.WithReason));

        var need = Assert.Single(acme.Moves("discovery").Missing());
        Assert.Equal((DealFields.MoveReason, "Going back to Discovery needs a reason"), (need.Field.Key, need.Why));
        var moved = Assert.IsType<DealEvent.StageChanged>(Assert.Single(acme.Moves("discovery", (DealFields.MoveReason, "the champion left")).Accepted()));
        Assert.Equal("the champion left", moved.Reason);
        Assert.Equal("Skipping Proposal and Negotiation needs a reason", acme.Moves("won", ("contacts", "A B, C D")).Missing()[0].Why);
        Assert.Equal("they signed at once", acme.Moves("won", ("contacts", "A B, C D"), (DealFields.MoveReason, "they signed at once")).Accepted().OfType<DealEvent.Won>().Single().Reason);
        Assert.Empty(acme.Deal.Fields.Keys.Except(["contacts"]));
    }

    [Fact]
    public void One_move_may_need_something_of_its_own()
    {
        var company = StrictCompany.Of(terms: [StrictCompany.Terms("discovery", "won", null, new Criterion("contract") { When = new DealCondition { AmountAtLeast = 10_000 } })]);

        Assert.Equal(["contacts", "contract"], new Acme(amount: 10_000, stage: "discovery", company: company).Moves("won").Asked());
        Assert.Equal(["contacts"], new Acme(amount: 9_999, stage: "discovery", company: company).Moves("won").Asked());
        Assert.Equal(["contacts"], new Acme(amount: 10_000, company: company).Moves("won").Asked());
    }

    [Fact]
    public void What_is_said_of_one_move_goes_before_what_is_said_of_all()
    {
        var company = StrictCompany.Of(
            skip: MoveConsent.Refused,
            terms: [StrictCompany.Terms("qualification", "proposal", MoveConsent.Allowed), StrictCompany.Terms(null, "discovery", MoveConsent.Refused), StrictCompany.Terms("proposal", "discovery", MoveConsent.Allowed)]);
        var acme = new Acme(amount: 5_000, company: company);

        Assert.Equal("Acme cannot move from Qualification to Discovery: the process has no such move. From Qualification it may go to Proposal or Closed Lost.", acme.Moves("discovery").Refused());
        acme.Moves("proposal", ("contacts", "A B, C D")).Accepted();
        acme.Moves("discovery").Accepted();
    }

    [Fact]
    public void A_reopened_deal_goes_on_from_where_it_was_closed()
    {
        var company = StrictCompany.Of();
        company = company with { Process = new SalesProcess([.. company.Process.Stages.Select(stage => stage.Id.Value == "discovery" ? stage with { RequiredToLeave = ["budget"] } : stage)]) };
        var acme = new Acme(amount: 5_000, stage: "discovery", company: company);
        acme.Moves("lost", (DealFields.LossReason, "price/no_budget")).Accepted();

        Assert.Equal(["contacts", "budget"], acme.Moves("proposal").Asked());
        acme.Moves("discovery").Accepted();
    }

    [Fact]
    public void Nobody_unknown_becomes_the_owner_on_the_way() =>
        Assert.Equal("Owner “nobody” is nobody known here. Choose one of our people.", new Acme().Moves("discovery", (DealFields.Owner, "nobody")).Refused());
}
