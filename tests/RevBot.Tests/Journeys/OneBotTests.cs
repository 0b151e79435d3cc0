using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>One bot serves Slack and Teams at once: an alert stands in both rooms, and what is done about it on one platform is seen on the other.</summary>
public sealed class OneBotTests(JourneyStand stand) : IClassFixture<JourneyStand>
{
    [Theory]
    [InlineData("teams")]
    [InlineData("slack")]
    public async Task A_deal_moved_on_one_platform_is_seen_to_have_moved_in_both_rooms(string platform)
    {
        await using var bot = await OneBot.StartAsync(stand);
        var stalled = stand.Stalled[0];
        await IsToldAsync(bot, stalled);

        IDoor door = platform == "teams" ? bot.Teams : bot.Slack;
        await door.BecomeAsync(JourneyStand.Person);
        await door.EnterAsync(stalled.Team);
        await door.FindAlertAsync(stalled);
        await door.OpenFormAsync("Update stage");
        await door.FillAsync("New stage", "Closed Lost", "Loss reason");
        await door.FillAsync("Loss reason", "Went silent", null);
        Assert.Contains("moved to Closed Lost", await door.SubmitAsync(), StringComparison.Ordinal);

        var alert = await bot.FindAlertAsync(stalled);
        Assert.Contains($"Resolved: {stalled.Name} moved to Closed Lost · No decision by Sara Lindqvist", alert.Slack, StringComparison.Ordinal);
        Assert.Equal(Facts.Of(alert.Slack), Facts.Of(alert.Teams));
        IsSound(bot);
    }

    [Fact]
    public async Task A_move_that_is_undone_brings_the_alert_back_in_both_rooms()
    {
        await using var bot = await OneBot.StartAsync(stand);
        var stalled = stand.Stalled.First(one => StoreFile.In(bot.Data).One("SELECT stage FROM deals WHERE id = $id", ("$id", one.Id)) != "qualification");
        var before = await bot.FindAlertAsync(stalled);
        await bot.BecomeAsync(JourneyStand.Person);
        Assert.Contains("moved to Qualification", await bot.Slack.SayAsync($"move #{stalled.Id} to Qualification"), StringComparison.Ordinal);
        Assert.Contains("Resolved", (await bot.FindAlertAsync(stalled)).Teams, StringComparison.Ordinal);
        Assert.Contains("nothing is put back yet", await bot.Slack.SayAsync("undo"), StringComparison.Ordinal);
        Assert.Contains("put back as it was", await bot.Slack.PressAsync("Put it back"), StringComparison.Ordinal);

        // Days in a stage go with the clock, and may have ticked over in between.
        var after = await bot.FindAlertAsync(stalled);
        Assert.Contains("business days in", after.Slack, StringComparison.Ordinal);
        Assert.DoesNotContain("Resolved", after.Slack, StringComparison.Ordinal);
        Assert.Equal(Facts.Of(after.Slack), Facts.Of(after.Teams));
        Assert.Equal(before.Slack.Split('\n')[0], after.Slack.Split('\n')[0]);

        await bot.Teams.EnterAsync(stalled.Team);
        Assert.Contains("Snoozed until", await bot.Teams.PressAsync("Snooze 7 days"), StringComparison.Ordinal);
        IsSound(bot);
    }

    [Fact]
    public async Task A_snooze_here_is_seen_there_and_taken_back_there()
    {
        await using var bot = await OneBot.StartAsync(stand);
        var stalled = stand.Stalled[0];
        await bot.BecomeAsync(JourneyStand.Person);
        await bot.Slack.EnterAsync(stalled.Team);
        await bot.Teams.EnterAsync(stalled.Team);

        await bot.Slack.FindAlertAsync(stalled);
        Assert.Contains("Snoozed until", await bot.Slack.PressAsync("Snooze 7 days"), StringComparison.Ordinal);
        var snoozed = await bot.FindAlertAsync(stalled);
        Assert.Contains("by Sara Lindqvist", snoozed.Slack, StringComparison.Ordinal);
        Assert.Equal(Facts.Of(snoozed.Slack), Facts.Of(snoozed.Teams));

        Assert.Contains("business days in", await bot.Teams.PressAsync("Wake"), StringComparison.Ordinal);
        await IsToldAsync(bot, stalled);
        await bot.Teams.FindAlertAsync(stalled);
        Assert.Contains("Snoozed until", await bot.Teams.PressAsync("Snooze 7 days"), StringComparison.Ordinal);
        Assert.Contains("Snoozed until", (await bot.FindAlertAsync(stalled)).Slack, StringComparison.Ordinal);
        IsSound(bot);
    }

    [Fact]
    public async Task Somebody_is_one_person_on_both_platforms_and_each_takes_back_what_was_said_there()
    {
        await using var bot = await OneBot.StartAsync(stand);
        var (rep, deal, name) = (stand.Cast["rep email"], stand.Cast["rep deal"], stand.Cast["rep name"]);
        await bot.BecomeAsync(rep);

        Assert.Contains(name, await bot.Teams.SayAsync("list my deals"), StringComparison.Ordinal);
        Assert.Contains(name, await bot.Slack.SayAsync("list my deals"), StringComparison.Ordinal);
        var changed = await bot.Teams.SayAsync($"set #{deal} amount to 8k");
        Assert.Contains($"By {stand.Cast["rep owner"]}", changed, StringComparison.Ordinal);
        Assert.Contains("$8,000", await bot.Slack.SayAsync($"status of #{deal}"), StringComparison.Ordinal);

        Assert.Contains("I remember only your last change in this conversation", await bot.Slack.SayAsync("undo"), StringComparison.Ordinal);
        Assert.Contains("nothing is put back yet", await bot.Teams.SayAsync("undo"), StringComparison.Ordinal);
        Assert.Contains("put back as it was", await bot.Teams.PressAsync("Put it back"), StringComparison.Ordinal);
        Assert.DoesNotContain("Amount: $8,000", await bot.Slack.SayAsync($"status of #{deal}"), StringComparison.Ordinal);
        IsSound(bot);
    }

    private static async Task IsToldAsync(OneBot bot, Stalled stalled)
    {
        var alert = await bot.FindAlertAsync(stalled);
        Assert.Contains("business days in", alert.Slack, StringComparison.Ordinal);
        Assert.DoesNotContain("noozed until", alert.Slack, StringComparison.Ordinal);
        Assert.Equal(Facts.Of(alert.Slack), Facts.Of(alert.Teams));
    }

    /// <summary>Both platforms took everything they were sent, and nothing was given up.</summary>
    private static void IsSound(OneBot bot)
    {
        bot.Slack.Inspect();
        bot.Teams.Inspect();
        Assert.Equal("0", StoreFile.In(bot.Data).One("SELECT count(*) FROM outbox WHERE state = 2"));
    }
}
