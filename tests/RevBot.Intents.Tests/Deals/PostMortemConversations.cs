using RevBot.Conversation.Replies;
using RevBot.Intents.DealAlerts;
using RevBot.Intents.PostMortems;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>What is learned from large losses. It is Saturday, 21 November 2026.</summary>
public sealed class PostMortemConversations
{
    private static readonly string[] Keys = ["post_mortem_why", "post_mortem_lost_to", "post_mortem_sign", "post_mortem_next_time", "post_mortem_return"];

    [Fact]
    public async Task Five_questions_are_asked_with_what_is_known_filled_in_and_the_answers_are_kept()
    {
        await using var office = Lossy();
        await office.SaysAsync("dana", "post-mortems of last month");
        office.Bot.Sees("0 of 2 large losses from last month have a post-mortem");
        office.Bot.Sees("1. Stark · $90k · Dana Reyes: lost 20 Oct 2026, Lost to a competitor");
        await office.Bot.ClicksAsync("1. Post-mortem");
        var fields = office.Bot.Form!.Form.Fields;
        Assert.Equal(Keys, fields.Select(field => field.Id));
        Assert.Equal(["Lost to a competitor: Missing features", "Acumen", null, null, null], fields.Select(field => field.Initial));
        await office.Bot.SubmitsAsync((Keys[0], "No SSO"), (Keys[1], "Acumen"), (Keys[2], "In the demo, 3 Sep"));
        office.Bot.Sees("Stark: post-mortem kept");
        office.Bot.Sees("By Dana Reyes");

        await office.SaysAsync("dana", "tell me about Stark");
        office.Bot.Sees("When we could have known");
        office.Bot.Sees("In the demo, 3 Sep");
        await office.SaysAsync("mo", "loss review");
        office.Bot.Sees("1 of 2 large losses from last month has a post-mortem");

        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        await office.SaysAsync("dana", "post-mortems of last month");
        office.Bot.Sees("0 of 2 large losses");
    }

    [Fact]
    public async Task A_second_press_shows_the_answers_and_a_deal_that_is_won_back_has_none_to_give()
    {
        await using var office = Lossy();
        await office.SaysAsync("dana", "which large losses have no post-mortem?");
        await office.Bot.ClicksAsync("1. Post-mortem");
        await office.Bot.SubmitsAsync((Keys[0], "No SSO"));
        await office.Bot.ClicksAsync("1. Post-mortem");
        Assert.Equal("No SSO", office.Bot.Form!.Form.Fields[0].Initial);
        office.Happens("D-8", stamp => new DealEvent.Reopened(new StageId("lost"), new StageId("proposal"), null) { Deal = new DealId("D-8"), Stamp = stamp }, "mo");
        await office.Bot.ClicksAsync("1. Post-mortem");
        office.Bot.Sees("Stark is in Proposal and not lost, so there is no loss to look back on.");
    }

    [Fact]
    public async Task Who_may_not_change_the_deal_only_reads()
    {
        await using var office = Lossy();
        await office.SaysAsync("eli", "post-mortems");
        office.Bot.Sees("1. Stark");
        await office.Bot.ClicksAsync("1. Open");
        office.Bot.User = "omar";
        await office.Bot.ClicksAsync(new CardButton("Post-mortem", OpenPostMortemAction.Id, "D-8"));
        office.Bot.Sees("Stark belongs to Dana Reyes");
        await office.SaysAsync("omar", "post-mortems");
        office.Bot.Sees("There are no large losses from the last 90 days.");
    }

    [Fact]
    public async Task The_card_of_a_large_loss_has_the_button()
    {
        await using var office = Lossy();
        var rule = new AlertRule(AlertKind.LargeLoss);
        var card = DealAlertCards.Alert(new Finding.Closed(rule, office.Deal("D-8"), 90_000m), new APipeline().Snapshot(), TestCompany.Profile);
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(card.Buttons.Single(button => button.Label == "Post-mortem"));
        Assert.Equal(Keys, office.Bot.Form!.Form.Fields.Select(field => field.Id));
    }

    private static Office Lossy() => new(
        pipeline => pipeline
            .Deal("D-8", "Stark", "2026-05-01", "proposal", "dana", amount: 90_000m, then: deal => deal.Loses("2026-10-20T09:00:00Z", "competitor", "features", "Acumen"))
            .Deal("D-9", "Wayne", "2026-05-01", "proposal", "dana", amount: 80_000m, then: deal => deal.Loses("2026-10-21T09:00:00Z"))
            .Deal("D-10", "Small", "2026-05-01", "proposal", "dana", amount: 8_000m, then: deal => deal.Loses("2026-10-21T09:00:00Z")),
        company: TestCompany.Profile with { Alerts = new AlertSettings { Rules = [new AlertRule(AlertKind.LargeLoss) { Threshold = 50_000 }] } });
}
