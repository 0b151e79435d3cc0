using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Digests;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Losses that an import brought without a reason, and what deals were won and lost by. It is Saturday, 21 November 2026.</summary>
public sealed class LossConversations
{
    [Fact]
    public async Task Whose_deal_was_lost_is_asked_why_in_the_digest_until_it_is_answered()
    {
        await using var office = new Office(Imported);
        await office.SaysAsync("dana", "my digest");
        office.Bot.Sees("1 lost deal has no reason");
        office.Bot.Sees("Lost, and nobody says why: Wayne (18 Nov 2026, $5,000).");
        await office.Bot.ClicksAsync("Why lost: Wayne");
        Assert.Equal(["loss_reason"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        await office.Bot.SubmitsAsync(("loss_reason", "price/no_budget"));
        Assert.Equal(("price", "no_budget"), (office.Deal("D-8").LossReason, office.Deal("D-8").LossDetail));
        await office.SaysAsync("dana", "my digest");
        Assert.DoesNotContain("nobody says why", office.Bot.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_is_asked_when_the_owner_has_not_answered_for_a_week()
    {
        await using var office = new Office(Imported);
        await office.SaysAsync("mo", "my digest");
        Assert.DoesNotContain("nobody says why", office.Bot.LastText, StringComparison.Ordinal);
        await office.SaysAsync("eli", "my digest");
        Assert.DoesNotContain("nobody says why", office.Bot.LastText, StringComparison.Ordinal);
        office.Time.Advance(TimeSpan.FromDays(5));
        await office.SaysAsync("mo", "my digest");
        office.Bot.Sees("Lost, and nobody says why: Wayne (18 Nov 2026, $5,000, Dana Reyes).");
        await office.Bot.ClicksAsync("Why lost: Wayne");
        await office.Bot.SubmitsAsync(("loss_reason", "no_decision/went_silent"));
        Assert.Equal("no_decision", office.Deal("D-8").LossReason);
    }

    [Fact]
    public async Task Who_has_nothing_else_to_hear_is_asked_each_morning_until_it_is_answered()
    {
        await using var office = new Office(pipeline => pipeline.Deal("D-8", "Wayne", "2026-05-01", "proposal", "priya", then: deal => deal.Loses("2026-11-18T09:00:00Z", null)));
        office.Reach("priya", "Europe/Berlin");
        office.Time.Advance(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero) - office.Time.GetUtcNow());
        foreach (var asked in new[] { 1, 2 })
        {
            await office.RunAlertsAsync(DigestJob.JobName);
            Assert.Equal(Enumerable.Repeat("priya: Priya, 1 lost deal has no reason", asked), await office.SentAsync());
            office.Time.Advance(TimeSpan.FromDays(1));
        }

        office.Bot.User = "priya";
        await office.Bot.ClicksAsync("Why lost: Wayne");
        await office.Bot.SubmitsAsync(("loss_reason", "price/too_expensive"));
        office.Bot.Sees("Wayne: loss detail and loss reason updated");
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Equal(2, (await office.SentAsync()).Count);
    }

    [Fact]
    public async Task Where_nobody_owns_a_deal_a_manager_is_asked_at_once_and_without_a_manager_operations()
    {
        await using var office = new Office(pipeline => pipeline
            .Person("gus", "Gus Gone", "AMER", active: false)
            .Deal("D-8", "Wayne", "2026-05-01", "proposal", "gus", then: deal => deal.Loses("2026-11-18T09:00:00Z", null))
            .Deal("D-9", "Wonka", "2026-05-01", "proposal", null, then: deal => deal.Loses("2026-11-17T09:00:00Z", null)));
        await office.SaysAsync("mo", "my digest");
        office.Bot.Sees("Lost, and nobody says why: Wonka (17 Nov 2026, no owner).");
        await office.SaysAsync("ops", "my digest");
        office.Bot.Sees("Lost, and nobody says why: Wayne (18 Nov 2026, Gus Gone).");
    }

    [Fact]
    public async Task What_was_noted_suggests_a_reason_which_a_person_agrees_to()
    {
        await using var office = new Office(Imported);
        office.Happens("D-8", stamp => new DealEvent.FieldSet(DealFields.LossNote, null, "went silent") { Deal = new DealId("D-8"), Stamp = stamp }, "ops");
        await office.SaysAsync("dana", "my digest");
        await office.Bot.ClicksAsync("Why lost: Wayne");
        Assert.Equal("no_decision/went_silent", Assert.IsType<ChoiceField>(office.Bot.Form!.Form.Fields[0]).Initial);
        Assert.Contains(office.Bot.Form.Form.Intro.OfType<CardElement.Note>(), note => note.Text == "The note reads like No decision: Went silent. Is that why?");
        Assert.Null(office.Deal("D-8").LossReason);
    }

    [Fact]
    public async Task What_won_a_deal_is_read_from_the_sentence_and_agreed_to()
    {
        await using var office = new Office(company: TestCompany.Profile with { WinReasons = ["Product", "Low price"] });
        await office.SaysAsync("dana", "Acme won because of the product");
        await office.Bot.ClicksAsync("Confirm the win");
        Assert.Equal("Product", office.Bot.Form!.Form.Fields.Single(field => field.Id == DealFields.WinReason).Initial);
    }

    private static APipeline Imported(APipeline pipeline) =>
        pipeline.Deal("D-8", "Wayne", "2026-05-01", "proposal", "dana", amount: 5_000m, then: deal => deal.Loses("2026-11-18T09:00:00Z", null));
}
