using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>Acme on Tuesday 3 November 2026.</summary>
public sealed class PauseRulesTests
{
    private static readonly DateOnly February = new(2027, 2, 1);

    [Fact]
    public void A_pause_needs_a_review_date_and_a_reason()
    {
        Assert.Equal([DealFields.PausedUntil, DealFields.PauseReason], new Acme().Pauses(null, " ").Asked());
        Assert.Equal([DealFields.PauseReason], new Acme().Pauses("2027-02-01", null).Asked());
        Assert.Equal([DealFields.PausedUntil], new Acme().Pauses(null, "budget freeze").Asked());
    }

    [Fact]
    public void A_paused_deal_is_back_on_its_review_date_without_a_write()
    {
        var acme = new Acme();
        acme.Pauses("2027-02-01", "budget freeze.").Accepted();

        Assert.Equal((February, "budget freeze", Acme.Dana, null), (acme.Deal.Pause!.Until, acme.Deal.Pause.Reason, acme.Deal.Pause.By, acme.Deal.Pause.EndedAt));
        Assert.True(acme.Deal.IsPausedOn(February.AddDays(-1)));
        Assert.False(acme.Deal.IsPausedOn(February));
    }

    [Theory]
    [InlineData("2026-11-03", "Review date 3 Nov 2026 is not in the future. Give a day from 4 Nov 2026 to 3 Nov 2027.")]
    [InlineData("2027-11-04", "Review date 4 Nov 2027 is more than 365 days ahead. Give a day from 4 Nov 2026 to 3 Nov 2027.")]
    [InlineData("soon", "Review date “soon”")]
    public void The_review_date_lies_in_the_year_to_come(string until, string problem)
    {
        var acme = new Acme();
        Assert.StartsWith(problem, acme.Pauses(until, "budget freeze").Refused(), StringComparison.Ordinal);
        Assert.Empty(acme.Deal.Pauses);
    }

    [Fact]
    public void The_last_day_of_the_year_to_come_is_allowed() => new Acme().Pauses("2027-11-03", "budget freeze").Accepted();

    [Fact]
    public void Closed_deals_are_not_paused()
    {
        var acme = new Acme();
        acme.Moves("lost", (DealFields.LossReason, "other"), (DealFields.LossNote, "sold")).Accepted();

        Assert.Equal("Acme is closed: in Closed Lost. Only open deals can be paused; reopen it first.", acme.Pauses("2027-02-01", "budget freeze").Refused());
    }

    [Fact]
    public void Pausing_again_takes_the_place_of_the_pause_before_and_undo_brings_it_back()
    {
        var acme = new Acme();
        acme.Pauses("2027-02-01", "budget freeze").Accepted();
        var before = acme.State();
        Assert.Contains("already is paused until 1 Feb 2027", acme.Pauses("2027-02-01", "budget freeze").Refused(), StringComparison.Ordinal);

        acme.Pauses("2027-03-01", "budget freeze").Accepted();
        Assert.Equal([true, false], acme.Deal.Pauses.Select(pause => pause.EndedAt is not null));
        Assert.Equal(["Paused"], acme.Undoes(acme.LastTurn).Accepted().Kinds());

        Assert.Equal(before, acme.State());
        Assert.Single(acme.Deal.Pauses);
    }

    [Fact]
    public void Pausing_and_resuming_are_taken_back()
    {
        var acme = new Acme();
        var start = acme.State();
        acme.Pauses("2027-02-01", "budget freeze").Accepted();
        var (pause, paused) = (acme.LastTurn, acme.State());
        acme.Resumes().Accepted();
        Assert.Null(acme.Deal.Pause);
        Assert.Equal("Acme is not paused.", acme.Resumes().Refused());

        Assert.Equal(["Paused"], acme.Undoes("t2").Accepted().Kinds());
        Assert.Equal(paused, acme.State());
        Assert.Equal(["Resumed"], acme.Undoes(pause).Accepted().Kinds());
        Assert.Equal(start, acme.State());
        Assert.Empty(acme.Deal.Pauses);
    }

    [Fact]
    public void Moving_a_paused_deal_ends_its_pause_and_taking_the_move_back_does_not()
    {
        var acme = new Acme(amount: 5_000);
        acme.Pauses("2027-02-01", "budget freeze").Accepted();
        var before = acme.State();

        acme.Moves("discovery").Accepted();
        Assert.Null(acme.Deal.Pause);
        Assert.Equal("The pause of Acme has been changed since by Dana Scott on 3 Nov 2026, so this cannot be undone. Change it by hand if it should go back.", acme.Undoes("t1").Refused());

        acme.Undoes("t2").Accepted();
        Assert.Equal(before, acme.State());
    }

    [Fact]
    public void Closing_a_paused_deal_ends_its_pause_and_taking_it_back_does_not()
    {
        var acme = new Acme(stage: "proposal");
        acme.Pauses("2027-02-01", "budget freeze").Accepted();
        var before = acme.State();

        acme.Moves("lost", (DealFields.LossReason, "other"), (DealFields.LossNote, "sold")).Accepted();
        Assert.False(acme.Deal.IsPausedOn(Acme.Today));
        Assert.Null(acme.Deal.Pause);

        acme.Undoes(acme.LastTurn).Accepted();
        Assert.Equal(before, acme.State());
        Assert.True(acme.Deal.IsPausedOn(Acme.Today));
    }

    [Fact]
    public void A_move_is_not_taken_back_under_a_pause_made_since()
    {
        var acme = new Acme(amount: 5_000);
        acme.Moves("discovery").Accepted();
        acme.Pauses("2027-02-01", "budget freeze").Accepted();

        Assert.StartsWith("The pause of Acme has been changed since", acme.Undoes("t1").Refused(), StringComparison.Ordinal);
    }
}
