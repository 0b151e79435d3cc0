using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>How good the reasons are that losses are given. It is Saturday, 21 November 2026.</summary>
public sealed class LossReasonConversations
{
    [Fact]
    public async Task A_card_says_how_many_say_why_and_what_to_do_about_the_others()
    {
        await using var office = new Office(pipeline => Lost(pipeline, (14, "competitor", "features"), (9, "no_decision", "went_silent"), (6, "price", "no_budget"), (4, "other", null)));
        Assert.Equal("answered", await office.SaysAsync("mo", "how good are our loss reasons?"));
        office.Bot.Sees("34 of 34 losses in the last 12 months say why");
        office.Bot.Sees("14 of 34 (41.2%)");
        office.Bot.Sees("9 of 34 (26.5%)");
        office.Bot.Sees("4 of 34 (11.8%)");
        office.Bot.Sees("Lost to a competitor: Missing features, 14 of 34");
        office.Bot.Sees("Price: Too expensive, Lost to a competitor: Stayed with the incumbent and No decision: Not a priority");
        office.Bot.Sees("Do next: read the notes of the 4 that say Other");
    }

    [Fact]
    public async Task Who_asks_for_a_team_hears_of_its_losses_and_few_are_only_counted()
    {
        await using var office = new Office(pipeline => Lost(pipeline, (3, "price", "no_budget"), (2, null, null)));
        await office.SaysAsync("mo", "loss reason quality in team EMEA");
        office.Bot.Sees("4 of 6 losses of team EMEA in the last 12 months say why");
        office.Bot.Sees("0 of 4");
        Assert.DoesNotContain("%", office.Bot.LastText, StringComparison.Ordinal);
        office.Bot.Sees("Do next: let the owners of the 2 losses without a reason say why");
        await office.Bot.ClicksAsync("Hygiene audit");
        office.Bot.Sees("Lost");
        await office.SaysAsync("omar", "loss reason quality in team AMER");
        office.Bot.Sees("No deals of team AMER in the last 12 months were lost");
    }

    [Fact]
    public async Task The_loss_review_has_a_line_of_it_that_tells_no_decision_from_lost_to()
    {
        await using var office = new Office(pipeline => Lost(pipeline, (3, "competitor", "features"), (2, "no_decision", "went_silent"), (1, "other", null)));
        await office.SaysAsync("mo", "loss review");
        office.Bot.Sees("7 of 7 losses of team EMEA in the last 12 months say why: 3 lost to a competitor, 2 to no decision and 1 Other");
        await office.Bot.ClicksAsync("Reason quality");
        office.Bot.Sees("wait: of 7 given reasons nothing can be told yet");
    }

    [Fact]
    public async Task Strangers_are_told_nothing()
    {
        await using var office = new Office();
        Assert.Equal("refused", await office.SaysAsync("zed", "loss reason quality"));
    }

    private static APipeline Lost(APipeline pipeline, params (int Count, string? Reason, string? Detail)[] losses)
    {
        var number = 0;
        foreach (var (count, reason, detail) in losses)
        {
            for (var one = 0; one < count; one++)
            {
                pipeline.Deal($"L-{++number}", $"Lost {number}", "2026-05-01", "proposal", "dana", amount: 5_000m, then: deal => deal.Loses("2026-10-05T09:00:00Z", reason, detail));
            }
        }

        return pipeline;
    }
}
