using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Tests.Moves;

public sealed class EditRulesTests
{
    [Fact]
    public void Several_fields_change_at_once()
    {
        var acme = new Acme(amount: 5_000);

        var events = acme.Edits((DealFields.CloseDate, "2026-12-15"), (DealFields.Amount, "80000"), (DealFields.Owner, "priya"), (DealFields.Source, "partner"), (DealFields.Note, "spoke to Jo")).Accepted();

        Assert.Equal(["AmountChanged", "CloseDateChanged", "OwnerChanged", "FieldSet", "NoteAdded"], events.Kinds());
        Assert.Equal((new Money(80_000, "USD"), Acme.Priya, "Partner"), (acme.Deal.Amount, acme.Deal.Owner, acme.Deal.Source));
    }

    [Fact]
    public void An_amount_stays_in_the_deal_s_currency_unless_another_is_named()
    {
        var acme = new Acme();

        acme.Edits((DealFields.Amount, "5000 eur")).Accepted();
        acme.Edits((DealFields.Amount, "6000.5")).Accepted();

        Assert.Equal(new Money(6_000.5m, "EUR"), acme.Deal.Amount);
    }

    [Fact]
    public void A_next_step_takes_its_date_along()
    {
        var acme = new Acme();

        acme.Edits((DealFields.NextStep, "legal review"), (DealFields.NextStepDate, "2026-11-06")).Accepted();
        Assert.Equal(("legal review", new DateOnly(2026, 11, 6)), (acme.Deal.NextStep, acme.Deal.NextStepDate));

        acme.Edits((DealFields.NextStepDate, "2026-11-09")).Accepted();
        Assert.Equal(("legal review", new DateOnly(2026, 11, 9)), (acme.Deal.NextStep, acme.Deal.NextStepDate));

        acme.Edits((DealFields.NextStep, "sign")).Accepted();
        Assert.Equal(("sign", null), (acme.Deal.NextStep, acme.Deal.NextStepDate));
    }

    [Theory]
    [InlineData(DealFields.Amount, "5000", "Amount of Acme already is 5,000 USD.")]
    [InlineData(DealFields.Owner, "dana", "Owner of Acme already is Dana Scott.")]
    [InlineData(DealFields.CloseDate, "2026-12-01", "Close date of Acme already is 1 Dec 2026.")]
    [InlineData(DealFields.Product, null, "Acme has no product already.")]
    [InlineData(DealFields.Owner, "zoe", "Owner “zoe” is nobody known here. Choose one of our people.")]
    [InlineData(DealFields.Owner, "gone", "Gus Gone no longer works here. Choose somebody who does.")]
    [InlineData(DealFields.Stage, "won", "The stage is not edited. Move Acme to the stage instead.")]
    [InlineData(DealFields.Account, "A-9", "There is no account “A-9”. Import it, or check the name.")]
    [InlineData(DealFields.Region, "Mars", "Region “Mars” is not known. Choose from AMER, EMEA and APAC.")]
    [InlineData(DealFields.Amount, "0", "Amount “0” is not more than zero. Give the deal's whole amount.")]
    [InlineData(DealFields.CloseDate, "2026-11-02", "Close date 2 Nov 2026 is past; an open deal closes today or later.")]
    [InlineData(DealFields.LossReason, "price", "Acme is not lost, so it has no loss reason. Move it to a lost stage first.")]
    [InlineData(DealFields.Name, "", "Name cannot be empty. Give a value.")]
    public void What_cannot_be_changed_is_refused_with_the_reason(string field, string? value, string reason)
    {
        var acme = new Acme(amount: 5_000, closeDate: "2026-12-01");
        var before = acme.State();

        Assert.Equal(reason, acme.Edits((field, value)).Refused());
        Assert.Equal(before, acme.State());
    }

    [Fact]
    public void An_unknown_field_is_refused_with_the_known_ones() =>
        Assert.StartsWith("Deals here have no field “mood”. Fields are Name, Account, Owner, Amount, Close date", new Acme().Edits(("mood", "good")).Refused(), StringComparison.Ordinal);

    [Fact]
    public void What_the_stage_asked_for_cannot_be_cleared()
    {
        var acme = new Acme(amount: 5_000);
        acme.Moves("proposal").Accepted();

        Assert.Equal("Proposal needs an amount, so it cannot be cleared. Give another value, or move Acme back first.", acme.Edits((DealFields.Amount, null)).Refused());

        acme.Moves("discovery").Accepted();
        Assert.Equal(["AmountChanged"], acme.Edits((DealFields.Amount, null)).Accepted().Kinds());
    }

    [Fact]
    public void The_reason_of_a_lost_deal_is_put_right_under_the_same_rules()
    {
        var acme = new Acme();
        acme.Moves("lost", (DealFields.LossReason, "price/no_budget")).Accepted();

        Assert.Equal([DealFields.LossDetail, DealFields.Competitor], acme.Edits((DealFields.LossReason, "competitor")).Asked());
        acme.Edits((DealFields.LossReason, "competitor/features"), (DealFields.Competitor, "Bluefin")).Accepted();

        Assert.Equal(("competitor", "features", "Bluefin"), (acme.Deal.LossReason, acme.Deal.LossDetail, acme.Deal.Competitor));
    }

    [Fact]
    public void What_the_loss_reason_asked_for_cannot_be_cleared()
    {
        var acme = new Acme();
        acme.Moves("lost", (DealFields.LossReason, "competitor/features"), (DealFields.Competitor, "Acumen")).Accepted();

        Assert.Equal("Closed Lost needs a competitor, so it cannot be cleared. Give another value, or move Acme back first.", acme.Edits((DealFields.Competitor, null)).Refused());
    }

    [Fact]
    public void The_day_a_deal_closed_is_not_in_the_future()
    {
        var acme = new Acme(amount: 5_000);
        acme.Moves("won").Accepted();

        Assert.Contains("is in the future", acme.Edits((DealFields.CloseDate, "2026-12-01")).Refused(), StringComparison.Ordinal);
        Assert.Equal("Close date cannot be empty. Give a value.", acme.Edits((DealFields.CloseDate, null)).Refused());
    }
}
