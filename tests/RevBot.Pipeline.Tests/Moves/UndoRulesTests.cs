using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Tests.Moves;

public sealed class UndoRulesTests
{
    [Fact]
    public void A_loss_is_taken_back_with_its_old_close_date()
    {
        var acme = new Acme(amount: 5_000, closeDate: "2026-12-24", stage: "proposal");
        var before = acme.State();
        acme.Moves("lost", (DealFields.LossReason, "competitor/features"), (DealFields.Competitor, "Acumen")).Accepted();

        var events = acme.Undoes(acme.LastTurn).Accepted();

        Assert.Equal(["Reopened", "FieldSet"], events.Kinds());
        Assert.All(events, happened => Assert.Equal("t1", happened.Undoes));
        Assert.Equal(before, acme.State());
    }

    [Fact]
    public void A_move_with_all_it_filled_in_is_taken_back()
    {
        var acme = new Acme(closeDate: "2026-12-01");
        var before = acme.State();
        acme.Moves("negotiation", (DealFields.Amount, "80000"), (DealFields.CloseDate, "2026-12-15"), (DealFields.NextStep, "sign"), (DealFields.NextStepDate, "2026-11-09")).Accepted();
        Assert.Equal(1, acme.Deal.CloseDatePushes);

        acme.Undoes(acme.LastTurn).Accepted();

        Assert.Equal(before, acme.State());
        Assert.Equal(0, acme.Deal.CloseDatePushes);
    }

    [Fact]
    public void A_reopening_is_taken_back_with_everything_the_closing_said()
    {
        var acme = new Acme();
        acme.Moves("lost", (DealFields.LossReason, "other"), (DealFields.LossNote, "the company was sold"), (DealFields.CloseDate, "2026-10-30")).Accepted();
        var before = acme.State();
        acme.Moves("discovery", (DealFields.CloseDate, "2026-12-30")).Accepted();

        Assert.Equal(["Lost"], acme.Undoes(acme.LastTurn).Accepted().Kinds());
        Assert.Equal(before, acme.State());
    }

    [Fact]
    public void A_signed_date_comes_back_with_the_win()
    {
        var acme = new Acme(amount: 5_000);
        acme.Moves("won", (DealFields.SignedDate, "2026-10-28")).Accepted();
        var before = acme.State();
        acme.Moves("discovery").Accepted();

        acme.Undoes(acme.LastTurn).Accepted();

        Assert.Equal(before, acme.State());
    }

    [Fact]
    public void Nothing_is_undone_twice()
    {
        var acme = new Acme();
        acme.Moves("discovery").Accepted();
        acme.Undoes("t1").Accepted();

        Assert.Equal("That change to Acme has already been undone by Dana Scott.", acme.Undoes("t1").Refused());
        Assert.Equal("That was an undo itself. Make the change to Acme again instead.", acme.Undoes("t2").Refused());
    }

    [Fact]
    public void Only_the_person_who_did_it_may_undo_it()
    {
        var acme = new Acme();
        acme.Moves("discovery").Accepted();

        Assert.Equal("That change to Acme was made by Dana Scott, and only who made it or operations may undo it. Ask them, or change it by hand.", acme.Undoes("t1", Acme.Priya).Refused());
    }

    [Fact]
    public void After_a_day_it_is_too_late()
    {
        var acme = new Acme();
        acme.Moves("discovery").Accepted();

        Assert.Equal(
            "That change to Acme is more than 24 hours old, so only operations can still undo it. Ask them, or change it by hand.",
            acme.Waits(TimeSpan.FromHours(24)).Undoes("t1").Refused());
    }

    [Fact]
    public void Operations_take_back_what_anybody_did_however_long_ago_unless_it_is_built_on()
    {
        var acme = new Acme(amount: 5_000);
        acme.Edits((DealFields.Amount, "6000")).Accepted();
        acme.Edits((DealFields.Product, "Cloud")).Accepted();
        acme.Edits((DealFields.Product, "Edge")).Accepted();
        acme.Waits(TimeSpan.FromDays(90));

        acme.Undoes("t1", Acme.Priya, ofAnybody: true).Accepted();
        Assert.Equal(new Money(5_000, "USD"), acme.Deal.Amount);
        Assert.StartsWith("The product of Acme has been changed since by Dana Scott", acme.Undoes("t2", Acme.Priya, ofAnybody: true).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_turn_is_the_newest_that_still_stands()
    {
        var acme = new Acme(amount: 5_000);
        Assert.Equal(("t0", null), (UndoRules.LastTurn(acme.History), UndoRules.LastTurn(acme.History, DealFields.Amount)));
        acme.Edits((DealFields.Amount, "6000")).Accepted();
        acme.Edits(Acme.Priya, (DealFields.Product, "Cloud")).Accepted();
        acme.Edits((DealFields.Note, "They like it")).Accepted();

        Assert.Equal(("t2", "t1", "t1"), (UndoRules.LastTurn(acme.History), UndoRules.LastTurn(acme.History, DealFields.Amount), UndoRules.LastTurn(acme.History, by: Acme.Dana)));
        acme.Undoes("t2", Acme.Priya).Accepted();
        Assert.Equal("t1", UndoRules.LastTurn(acme.History));
    }

    [Fact]
    public void What_somebody_has_changed_since_stays()
    {
        var acme = new Acme(amount: 5_000);
        acme.Edits((DealFields.Amount, "6000")).Accepted();
        acme.Edits(Acme.Priya, (DealFields.Amount, "7000")).Accepted();

        Assert.Equal(
            "The amount of Acme has been changed since by Priya Rao on 3 Nov 2026, so this cannot be undone. Change it by hand if it should go back.",
            acme.Undoes("t1").Refused());
    }

    [Fact]
    public void What_touches_something_else_does_not_stand_in_the_way()
    {
        var acme = new Acme(amount: 5_000);
        acme.Edits((DealFields.Amount, "6000")).Accepted();
        acme.Edits(Acme.Priya, (DealFields.Product, "Cloud")).Accepted();

        acme.Undoes("t1").Accepted();

        Assert.Equal((new Money(5_000, "USD"), "Cloud"), (acme.Deal.Amount, acme.Deal.Product));
    }

    [Fact]
    public void Two_changes_are_taken_back_one_after_the_other()
    {
        var acme = new Acme(amount: 5_000);
        var before = acme.State();
        acme.Edits((DealFields.Amount, "6000")).Accepted();
        acme.Edits((DealFields.Amount, "7000")).Accepted();

        acme.Undoes("t2").Accepted();
        acme.Undoes("t1").Accepted();

        Assert.Equal(before, acme.State());
    }

    [Fact]
    public void An_amount_the_stage_relies_on_now_is_not_taken_away()
    {
        var acme = new Acme();
        acme.Edits((DealFields.Amount, "6000")).Accepted();
        acme.Moves("proposal").Accepted();

        Assert.Equal("Proposal needs an amount, which Acme would not have after the undo. Set it first, or move the deal.", acme.Undoes("t1").Refused());
    }

    [Fact]
    public void What_a_deal_lacked_in_its_stage_it_may_lack_there_again()
    {
        var acme = new Acme(stage: "proposal");
        var before = acme.State();
        acme.Moves("discovery").Accepted();
        acme.Undoes("t1").Accepted();

        Assert.Equal(before, acme.State());
    }

    [Fact]
    public void A_note_stays()
    {
        var acme = new Acme();
        acme.Edits((DealFields.Note, "spoke to Jo")).Accepted();

        Assert.StartsWith("A note stays", acme.Undoes("t1").Refused(), StringComparison.Ordinal);
        Assert.StartsWith("There is nothing to undo", acme.Undoes("t99").Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deal_that_was_made_is_taken_back_while_nothing_was_done_with_it()
    {
        var acme = new Acme();
        acme.Edits((DealFields.NextStep, "call Jo")).Accepted();
        Assert.StartsWith("That change to Acme is more than 24 hours old", acme.Undoes("t0").Refused(), StringComparison.Ordinal);
        Assert.Equal(
            "Acme was made by that change and has been worked on since by Dana Scott on 3 Nov 2026, so it cannot be taken back. Close it as lost instead.",
            acme.Undoes("t0", Acme.Otto, ofAnybody: true).Refused());

        acme.Undoes("t1").Accepted();
        Assert.Equal(("t0", DealStatus.Removed), (acme.Undoes("t0", Acme.Otto, ofAnybody: true).Accepted().Single().Undoes, acme.Deal.Status));
    }

    [Fact]
    public void An_undo_leaves_the_history_whole_and_no_stay_behind()
    {
        var acme = new Acme();
        var stays = acme.Deal.Visits;
        acme.Moves("discovery").Accepted();
        acme.Undoes("t1").Accepted();

        Assert.Equal(["Created", "StageChanged", "StageChanged"], acme.History.Kinds());
        Assert.Equal(stays.AsEnumerable(), acme.Deal.Visits);
    }
}
