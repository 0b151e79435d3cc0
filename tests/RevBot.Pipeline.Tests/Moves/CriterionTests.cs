using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>What a company may ask for besides a field that is filled in: enough people, a yes, and only of some deals.</summary>
public sealed class CriterionTests
{
    private static readonly (string Field, string Value) Two = ("contacts", "Jo Kim, Ada Lee");

    [Fact]
    public void A_criterion_counts_people()
    {
        var acme = new Acme(amount: 5_000, company: StrictCompany.Of());

        Assert.Equal("Proposal needs at least 2 contacts", Assert.Single(acme.Moves("proposal").Missing()).Why);
        Assert.Equal(["contacts"], acme.Moves("proposal", ("contacts", "Jo Kim")).Asked());
        Assert.Equal(["contacts"], acme.Moves("proposal", ("contacts", "Jo Kim, jo kim")).Asked());
        acme.Moves("proposal", ("contacts", " Jo  Kim and Ada Lee ")).Accepted();
        Assert.Equal("Jo Kim, Ada Lee", DealValues.Of(acme.Deal, "contacts"));
        Assert.Equal("Proposal needs at least 2 contacts, so “Jo Kim” is not enough. Give another value, or move Acme back first.", acme.Edits(("contacts", "Jo Kim")).Refused());
        Assert.Equal("Contacts “12, 13” are no names. Write them with commas between, as in Jo Kim, Ada Lee.", acme.Edits(("contacts", "12, 13")).Refused());
    }

    [Fact]
    public void A_yes_no_must_say_yes()
    {
        var acme = new Acme(amount: 5_000, company: StrictCompany.Of());
        acme.Moves("proposal", Two).Accepted();

        var need = Assert.Single(acme.Moves("negotiation").Missing());
        Assert.Equal(("Negotiation needs quote sent to be yes", FieldKind.YesNo), (need.Why, need.Field.Kind));
        Assert.Equal(["yes", "no"], need.Options.Select(option => option.Key));
        Assert.Equal(["quote_sent"], acme.Moves("negotiation", ("quote_sent", "not yet")).Asked());
        Assert.Equal("Quote sent “maybe” is neither yes nor no. Write yes or no.", acme.Moves("negotiation", ("quote_sent", "maybe")).Refused());
        acme.Moves("negotiation", ("quote_sent", "TRUE")).Accepted();
        Assert.Equal("Negotiation needs quote sent to be yes, so “no” is not enough. Give another value, or move Acme back first.", acme.Edits(("quote_sent", "no")).Refused());
    }

    [Fact]
    public void Of_whom_it_is_asked_is_looked_at_with_what_the_move_fills_in()
    {
        Assert.Equal(["contacts"], new Acme(amount: 50_000, company: StrictCompany.Of()).Moves("proposal").Asked());
        Assert.Equal(["contacts", "budget"], new Acme(amount: 50_001, company: StrictCompany.Of()).Moves("proposal").Asked());
        Assert.Equal(["budget"], new Acme(company: StrictCompany.Of()).Moves("proposal", Two, (DealFields.Amount, "60000")).Asked());

        // 50,000 EUR are 55,000 USD.
        var need = Assert.Single(new Acme(company: StrictCompany.Of()).Moves("proposal", Two, (DealFields.Amount, "50000 EUR")).Missing());
        Assert.Equal("Proposal needs a budget (over 50,000 USD)", need.Why);
    }

    [Fact]
    public void An_edit_that_makes_a_stage_ask_for_more_is_asked_for_it()
    {
        var acme = new Acme(amount: 5_000, company: StrictCompany.Of());
        acme.Moves("proposal", Two).Accepted();

        Assert.Equal(["budget"], acme.Edits((DealFields.Amount, "80000")).Asked());
        acme.Edits((DealFields.Amount, "80000"), ("budget", "board approved")).Accepted();
        Assert.Equal("Proposal needs a budget (over 50,000 USD), so it cannot be cleared. Give another value, or move Acme back first.", acme.Edits(("budget", null)).Refused());
        acme.Edits((DealFields.Amount, "40000"), ("budget", null)).Accepted();
    }

    [Theory]
    [InlineData("Enterprise", null, null, true)]
    [InlineData("enterprise", "EMEA", "Renewal", true)]
    [InlineData("SMB", null, null, false)]
    [InlineData(null, "AMER", null, false)]
    [InlineData(null, null, "Expansion", false)]
    public void A_condition_holds_when_all_that_it_names_does(string? segment, string? region, string? type, bool holds)
    {
        var snapshot = new APipeline().Account("a-1", "Acme Inc", "Enterprise", "EMEA").Deal("D-9", "Nine", "2026-09-01", "discovery", account: "a-1", amount: 50_000m).Snapshot();
        var deal = snapshot.Deals.Span[0] with { DealType = type ?? "Renewal" };
        var condition = new DealCondition
        {
            AmountAtLeast = 50_000,
            Segments = segment is null ? [] : [segment],
            Regions = region is null ? [] : [region],
            DealTypes = ["Renewal", "New Business"],
        };

        Assert.Equal(holds, condition.Holds(deal, snapshot, TestCompany.Profile, Acme.Today));
    }

    [Fact]
    public void What_is_asked_from_a_stage_on_cannot_be_jumped_over_nor_taken_away_later()
    {
        var acme = new Acme(amount: 5_000, company: StrictCompany.Of());

        Assert.Equal(["quote_sent", "contacts"], acme.Moves("negotiation").Asked());
        Assert.Equal(["contacts"], acme.Moves("won").Asked());
        Assert.Equal([DealFields.LossReason], acme.Moves("lost").Asked());
        acme.Moves("negotiation", Two, ("quote_sent", "yes")).Accepted();
        Assert.Equal("Negotiation needs at least 2 contacts, so it cannot be cleared. Give another value, or move Acme back first.", acme.Edits(("contacts", null)).Refused());
        acme.Moves("discovery").Accepted();
        acme.Edits(("contacts", null)).Accepted();
    }

    [Fact]
    public void A_win_asks_what_won_it_where_the_company_lists_reasons()
    {
        var acme = new Acme(amount: 5_000, company: TestCompany.Profile with { WinReasons = ["Product", "Price"] });

        var need = Assert.Single(acme.Moves("won").Missing());
        Assert.Equal("Closed Won needs to be told what won it", need.Why);
        Assert.Equal(["Product", "Price"], need.Options.Select(option => option.Key));
        Assert.Equal("Win reason belongs to a won deal, and Proposal is not a won stage. Leave it out.", acme.Moves("proposal", (DealFields.WinReason, "Price")).Refused());
        acme.Moves("won", (DealFields.WinReason, "price")).Accepted();
        Assert.Equal("Closed Won needs a win reason, so it cannot be cleared. Give another value, or move Acme back first.", acme.Edits((DealFields.WinReason, null)).Refused());
        acme.Moves("discovery").Accepted();
        Assert.Null(DealValues.Of(acme.Deal, DealFields.WinReason));
        acme.Undoes(acme.LastTurn).Accepted();
        Assert.Equal("Price", DealValues.Of(acme.Deal, DealFields.WinReason));
    }
}
