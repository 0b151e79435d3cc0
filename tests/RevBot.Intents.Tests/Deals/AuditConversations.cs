using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Hygiene audits, and what their buttons put right. It is Saturday, 21 November 2026.</summary>
public sealed class AuditConversations
{
    [Theory]
    [InlineData("hygiene audit")]
    [InlineData("audit my deals")]
    [InlineData("my hygiene")]
    [InlineData("run a hygiene audit please")]
    [InlineData("hygiene audit for Dana")]
    [InlineData("audit Dana's deals")]
    [InlineData("what's wrong with my deals?")]
    public async Task A_rep_is_told_of_the_own_deals_by_check(string said)
    {
        await using var office = Late();
        Assert.Equal("answered", await office.SaysAsync("dana", said));
        office.Bot.Sees("0.0% clean: 0 of your");
        office.Bot.Sees("4 open deals have no issue; worst: no close date (3 deals, $50k)");
        office.Bot.Sees("1 deal, $50k, 1 severe");
        office.Bot.Sees("the hygiene score counts five");
        Assert.DoesNotContain("Omar", office.Bot.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managers_have_their_team_s_executives_all_and_both_a_line_a_rep()
    {
        await using var office = Late();
        await office.SaysAsync("mo", "hygiene audit");
        office.Bot.Sees("0 of your team's 4 open deals");
        office.Bot.Sees("Dana Reyes: 0.0% clean, 4 of 4 with an issue, $100k");
        Assert.DoesNotContain("Omar", office.Bot.LastText, StringComparison.Ordinal);
        await office.SaysAsync("eli", "hygiene audit");
        office.Bot.Sees("0 of the company's 6 open deals");
        office.Bot.Sees("Omar Haddad:");
        await office.SaysAsync("eli", "hygiene audit of team AMER");
        office.Bot.Sees("0 of team AMER's 2 open deals");
        await office.SaysAsync("ops", "hygiene audit for Omar Haddad");
        office.Bot.Sees("0 of Omar Haddad's 2 open deals");
    }

    [Theory]
    [InlineData("dana", "hygiene audit of team EMEA", "I go through team EMEA's deals only with its manager, executives and operations. Say “hygiene audit” for yours.")]
    [InlineData("dana", "hygiene audit for Omar", "I go through Omar Haddad's deals only with Omar, their manager, executives and operations.")]
    [InlineData("mo", "audit team AMER", "I go through team AMER's deals only with its manager")]
    [InlineData("mo", "audit Omar's deals", "I go through Omar Haddad's deals only")]
    [InlineData("mo", "hygiene audit for Zaphod Beeblebrox", "I know nobody and no team called “Zaphod Beeblebrox”.")]
    public async Task Nobody_has_an_audit_of_deals_that_are_not_theirs_to_look_after(string who, string said, string refusal)
    {
        await using var office = Late();
        Assert.Equal("refused", await office.SaysAsync(who, said));
        office.Bot.Sees(refusal);
    }

    [Fact]
    public async Task A_stale_date_is_moved_with_one_tap_and_a_second_one_is_told_so()
    {
        await using var office = Late();
        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("Close date passed");
        office.Bot.Sees("1. Acme · $50k · Proposal: close date 20 Oct 2026 passed 32 days ago");
        await office.Bot.ClicksAsync("1. Move to 31 Dec");
        office.Bot.Sees("Acme: close date updated");
        office.Bot.Sees("By Dana Reyes");
        Assert.Equal(new DateOnly(2026, 12, 31), office.Deal("D-1").CloseDate);

        await office.Bot.ClicksAsync("1. Move to 31 Dec");
        office.Bot.Sees("You changed the close date of Acme at");
        office.Bot.Sees("Nothing was changed just now.");
        Assert.Equal(2, office.History("D-1").Count(happened => happened is DealEvent.CloseDateChanged));

        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(new DateOnly(2026, 10, 20), office.Deal("D-1").CloseDate);
        await office.Bot.ClicksAsync("All issues");
        office.Bot.Sees("1 deal, $50k, 1 severe");
    }

    [Fact]
    public async Task A_deal_that_moved_meanwhile_is_left_as_it_is()
    {
        await using var office = Late();
        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("Close date passed");
        office.Happens("D-1", stamp => new DealEvent.Lost(new StageId("proposal"), new StageId("lost"), new DateOnly(2026, 11, 20), "price", "no_budget", null, null, new DateOnly(2026, 10, 20)) { Deal = new DealId("D-1"), Stamp = stamp }, "mo");
        await office.Bot.ClicksAsync("1. Move to 31 Dec");
        office.Bot.Sees("Mo Larsen moved Acme to Closed Lost at");
        await office.Bot.ClicksAsync("1. Other date");
        office.Bot.Sees("Mo Larsen moved Acme to Closed Lost at");
        Assert.Null(office.Bot.Form);
    }

    [Fact]
    public async Task Another_date_a_next_step_and_an_amount_are_asked_for_and_nothing_else()
    {
        await using var office = Late();
        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("Close date passed");
        await office.Bot.ClicksAsync("1. Other date");
        Assert.Equal(["close_date"], FieldIds(office));
        await office.Bot.SubmitsAsync(("close_date", "2026-12-11"));
        office.Bot.Sees("Acme: close date updated");
        Assert.Equal(new DateOnly(2026, 12, 11), office.Deal("D-1").CloseDate);

        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("No next step ahead");
        office.Bot.Sees("1. Acme · $50k · Proposal: no next step");
        await office.Bot.ClicksAsync("1. Next step");
        Assert.Equal(["next_step", "next_step_date"], FieldIds(office));
        Assert.All(office.Bot.Form!.Form.Fields, field => Assert.True(field.Required));
        await office.Bot.SubmitsAsync(("next_step", "Legal review"), ("next_step_date", "2026-11-30"));
        Assert.Equal("Legal review", office.Deal("D-1").NextStep);

        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("No amount");
        await office.Bot.ClicksAsync("1. Give amount");
        Assert.Equal(["amount"], FieldIds(office));
    }

    [Fact]
    public async Task A_loss_without_a_reason_asks_for_it_and_for_what_the_reason_asks()
    {
        await using var office = new Office(pipeline => pipeline.Deal("D-8", "Wayne", "2026-05-01", "proposal", "dana", amount: 5_000m, then: deal => deal.Loses("2026-08-01T09:00:00Z", null)));
        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("Lost without a reason");
        office.Bot.Sees("1. Wayne · $5,000 · Closed Lost: lost 1 Aug 2026, nobody says why");
        await office.Bot.ClicksAsync("1. Give reason");
        Assert.Equal(["loss_reason"], FieldIds(office));
        await office.Bot.SubmitsAsync(("loss_reason", "competitor/features"));
        Assert.Contains(office.Bot.Last.Errors, error => error.FieldId == "competitor");
        await office.Bot.SubmitsAsync(("loss_reason", "competitor/features"), ("competitor", "Acumen"));
        Assert.Equal(("competitor", "features", "Acumen"), (office.Deal("D-8").LossReason, office.Deal("D-8").LossDetail, office.Deal("D-8").Competitor));
        await office.Bot.ClicksAsync("1. Give reason");
        office.Bot.Sees("Nothing was changed just now.");
    }

    [Fact]
    public async Task A_duplicate_names_the_other_and_is_marked_lost_with_a_reason()
    {
        await using var office = new Office(pipeline => pipeline.Deal("D-8", "ACME!", "2026-11-20", "discovery", "dana", "a-acme", 5_000m));
        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("Possible duplicates");
        office.Bot.Sees("1. ACME! · $5,000 · Discovery: same account and nearly the name as Acme (#D-1), which is older");
        await office.Bot.ClicksAsync("1. Mark lost");
        Assert.Contains("loss_reason", FieldIds(office));
        await office.Bot.SubmitsAsync(("loss_reason", "no_decision/no_priority"));
        office.Bot.Sees("ACME! moved to Closed Lost");
        Assert.Equal(DealStatus.Lost, office.Deal("D-8").Status);
    }

    [Fact]
    public async Task Who_only_reads_is_offered_no_fix_and_a_foreign_press_changes_nothing()
    {
        await using var office = Late();
        await office.SaysAsync("dana", "hygiene audit");
        await office.Bot.ClicksAsync("Close date passed");
        var button = office.Bot.Channel.Screen.SelectMany(shown => shown.Message.Card.Buttons).Last(shown => shown.Label == "1. Move to 31 Dec");
        foreach (var (who, why) in new[] { ("omar", "belongs to Dana Reyes"), ("eli", "executives' access to reading"), ("ghost", "") })
        {
            office.Bot.User = who;
            await office.Bot.ClicksAsync(button);
            office.Bot.Sees(why);
            Assert.Equal(new DateOnly(2026, 10, 20), office.Deal("D-1").CloseDate);
        }

        await office.SaysAsync("eli", "hygiene audit");
        await office.Bot.ClicksAsync("Close date passed");
        office.Bot.Sees("Acme · $50k · Proposal · Dana Reyes: close date");
        Assert.DoesNotContain(office.Bot.Channel.Screen[^1].Message.Card.Buttons, shown => shown.Label.Contains("Move", StringComparison.Ordinal));
        await office.Bot.ClicksAsync("1. Open");
        office.Bot.Sees("Acme Corp");
    }

    [Fact]
    public async Task A_page_holds_five_and_goes_on()
    {
        await using var office = new Office();
        await office.SaysAsync("ops", "hygiene audit");
        await office.Bot.ClicksAsync("No next step ahead");
        office.Bot.Sees("No next step ahead: 6 of the company's deals");
        office.Bot.Sees("1–5 of 6");
        await office.Bot.ClicksAsync("Next");
        office.Bot.Sees("6. ");
        office.Bot.Sees("6–6 of 6");
        Assert.True(office.Bot.Channel.Screen.All(shown => shown.Message.Card.Buttons.Count <= 12));
    }

    [Fact]
    public async Task The_week_s_review_of_a_manager_tells_of_the_audit()
    {
        await using var office = new Office();
        await office.SaysAsync("mo", "weekly review");
        office.Bot.Sees("0 of your team's 4 open deals have no issue");
        await office.Bot.ClicksAsync("Hygiene");
        office.Bot.Sees("Do first,");
    }

    /// <summary>Acme was to close a month ago.</summary>
    private static Office Late()
    {
        var office = new Office();
        office.Happens("D-1", stamp => new DealEvent.CloseDateChanged(new DateOnly(2026, 12, 20), new DateOnly(2026, 10, 20)) { Deal = new DealId("D-1"), Stamp = stamp }, "mo");
        return office;
    }

    private static IEnumerable<string> FieldIds(Office office) => office.Bot.Form!.Form.Fields.Select(field => field.Id);
}
