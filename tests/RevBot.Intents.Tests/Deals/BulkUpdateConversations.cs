using RevBot.Conversation.AuditLog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

public sealed class BulkUpdateConversations
{
    [Theory]
    [InlineData("push all my December deals to January", "Open deals, owner Dana Reyes, closing 1 Dec – 31 Dec 2026 · 2 of 2, $62k", "20 Dec 2026 → 20 Jan 2027", "31 Dec 2026 → 31 Jan 2027")]
    [InlineData("Push all my December deals to February 2027!", "2 deals would change: close date to February 2027, same day", "20 Dec 2026 → 20 Feb 2027", "31 Dec 2026 → 28 Feb 2027")]
    [InlineData("push my December deals out by two weeks", "2 deals would change: close date 2 weeks later", "20 Dec 2026 → 3 Jan 2027", "31 Dec 2026 → 14 Jan 2027")]
    [InlineData("please move all of my deals closing in December to 15 January", "2 deals would change: close date to 15 Jan 2027", "20 Dec 2026 → 15 Jan 2027", "31 Dec 2026 → 15 Jan 2027")]
    [InlineData("change the close date of my December deals to next quarter", "close date to January 2027 – March 2027, same day", "20 Dec 2026 → 20 Mar 2027", "31 Dec 2026 → 31 Mar 2027")]
    [InlineData("set the next step of my December deals to 'Talk to the CFO'", "2 deals would change: next step to “Talk to the CFO”", "Acme (#D-1)", "none → Talk to the CFO")]
    [InlineData("raise the amount of my December deals by 10%", "2 deals would change: amount up by 10%", "$50,000 → $55,000", "$12,000 → $13,200")]
    public async Task Many_deals_are_shown_before_anything_is_written(string said, params string[] sees)
    {
        await using var office = December();
        Assert.Equal((said, "confirm"), (said, await office.SaysAsync("dana", said)));
        Assert.All(sees, office.Bot.Sees);
        office.Bot.Sees("nothing is changed yet");
        Assert.Empty(Written(office));
        Assert.Equal(["Change 2 deals", "Show the deals", "Cancel"], office.Bot.Channel.Screen[^1].Message.Card.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task Deals_that_go_to_somebody_else_at_once_are_told_of_in_one_message_and_so_is_their_way_back()
    {
        await using var office = December();
        office.Reach("dana", "UTC");
        office.Reach("priya", "UTC");
        await office.SaysAsync("mo", "assign Dana's December deals to Priya");
        await office.Bot.ClicksAsync("Change 2 deals");
        Assert.Equal(["dana: 2 deals of yours went to Priya Shah · by Mo Larsen", "priya: 2 deals are yours now · by Mo Larsen"], (await office.SentAsync()).Order());

        await office.SaysAsync("mo", "undo");
        await office.Bot.ClicksAsync("Put 2 back");
        Assert.Equal(["dana: 2 deals are yours now · by Mo Larsen", "priya: 2 deals of yours went to Dana Reyes · by Mo Larsen"], (await office.SentAsync()).Skip(2).Order());
    }

    [Fact]
    public async Task Agreed_to_all_are_changed_in_one_turn_and_taken_back_in_one()
    {
        await using var office = December();
        await office.SaysAsync("dana", "push all my December deals to January");
        await office.Bot.ClicksAsync("Change 2 deals");
        office.Bot.Sees("2 deals changed: close date to January 2027, same day");
        office.Bot.Sees("By Dana Reyes · can be undone for 24 hours");
        Assert.Equal((new DateOnly(2027, 1, 20), new DateOnly(2027, 1, 31)), (office.Deal("D-1").CloseDate, office.Deal("D-11").CloseDate));
        Assert.Single(Written(office).Select(happened => happened.Stamp.Turn).Distinct());
        var entry = office.Bot.Store.Log[^1];
        Assert.Equal((AuditKind.Write, "bulk-update", 2, "2 deals: close_date; D-1, D-11"), (entry.Kind, entry.Intent, entry.Deals, entry.Reading));

        Assert.Equal("confirm", (string?)(await office.Bot.ClicksAsync("Undo")).Reply?.Data?["outcome"]);
        office.Bot.Sees("Put 2 deals back as they were before ");
        office.Bot.Sees("close date 20 Jan 2027 → 20 Dec 2026");
        await office.Bot.ClicksAsync("Keep");
        office.Bot.Sees("2 deals stay changed");
        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put 2 back");
        office.Bot.Sees("2 deals put back as they were");
        Assert.Equal((new DateOnly(2026, 12, 20), new DateOnly(2026, 12, 31)), (office.Deal("D-1").CloseDate, office.Deal("D-11").CloseDate));
    }

    [Fact]
    public async Task A_yes_is_pressed_once_and_only_by_whoever_asked()
    {
        await using var office = December();
        await office.SaysAsync("dana", "push all my December deals to January");
        var agree = office.Bot.Channel.Screen[^1].Message.Card.Buttons[0];
        office.Bot.User = "mo";
        await office.Bot.ClicksAsync(agree);
        office.Bot.Sees("This was offered to somebody else");
        Assert.Empty(Written(office));
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(agree);
        await office.Bot.ClicksAsync(agree);
        office.Bot.Sees("This was answered already");
        Assert.Equal(2, Written(office).Count);
    }

    [Fact]
    public async Task Cancel_changes_nothing()
    {
        await using var office = December();
        await office.SaysAsync("dana", "push all my December deals to January");
        await office.Bot.ClicksAsync("Cancel");
        office.Bot.Sees("Cancelled. Nothing was changed.");
        Assert.Empty(Written(office));
    }

    [Fact]
    public async Task Those_that_cannot_be_changed_are_named_with_the_reason()
    {
        await using var office = December();
        await office.SaysAsync("mo", "push all open deals to January");
        office.Bot.Sees("2 deals would change");
        office.Bot.Sees("belongs to Omar Haddad");
        office.Bot.Sees("has no close date to count from");
        await office.SaysAsync("dana", "move all my deals in Discovery to Negotiation");
        office.Bot.Sees("None of 3 deals can be changed: stage to Negotiation.");
        office.Bot.Sees("Negotiation needs a close date and a next step");
        await office.SaysAsync("eli", "push all open deals to January");
        office.Bot.Sees("You may read deals here and not change them.");
        Assert.Empty(Written(office));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_left_and_named()
    {
        await using var office = December();
        await office.SaysAsync("dana", "push all my December deals to January");
        var agree = office.Bot.Channel.Screen[^1].Message.Card.Buttons[0];
        await office.SaysAsync("mo", "set close date of Wayne to 11 Jan 2027");
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(agree);
        office.Bot.Sees("1 deal changed: close date to January 2027, same day");
        office.Bot.Sees("1 deal stayed as it was:");
        office.Bot.Sees("Mo Larsen changed the close date of Wayne at ");
        Assert.Equal((new DateOnly(2027, 1, 20), new DateOnly(2027, 1, 11)), (office.Deal("D-1").CloseDate, office.Deal("D-11").CloseDate));
    }

    [Fact]
    public async Task One_that_moves_on_at_the_very_moment_is_left_too_and_no_half_is_written()
    {
        await using var office = December();
        await office.SaysAsync("dana", "push all my December deals to January");
        office.BeforeNextCommit(() => office.Happens("D-11", stamp => new DealEvent.CloseDateChanged(new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 12)) { Deal = new DealId("D-11"), Stamp = stamp }, "mo"));
        await office.Bot.ClicksAsync("Change 2 deals");
        office.Bot.Sees("1 deal changed");
        Assert.Equal((new DateOnly(2027, 1, 20), new DateOnly(2027, 1, 12)), (office.Deal("D-1").CloseDate, office.Deal("D-11").CloseDate));
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_once_for_all_of_them()
    {
        await using var office = December();
        Assert.Equal("form", await office.SaysAsync("dana", "move all my deals in Discovery without activity for 30 days to Closed Lost"));
        office.Bot.Sees("3 deals would change: stage to Closed Lost");
        await office.Bot.ClicksAsync("Give loss reason");
        Assert.Equal(["loss_reason"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        await office.Bot.SubmitsAsync((DealFields.LossReason, "price/too_expensive"));
        office.Bot.Sees("3 deals changed: stage to Closed Lost · Price: Too expensive");
        Assert.All(new[] { "D-2", "D-3", "D-11" }, id => Assert.Equal((DealStatus.Lost, "price"), (office.Deal(id).Status, office.Deal(id).LossReason)));
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put 3 back");
        Assert.All(new[] { "D-2", "D-3", "D-11" }, id => Assert.Equal((DealStatus.Open, (string?)null), (office.Deal(id).Status, office.Deal(id).LossReason)));
    }

    [Fact]
    public async Task A_value_that_was_not_said_is_asked_for()
    {
        await using var office = December();
        Assert.Equal("form", await office.SaysAsync("ops", "hand over all of Omar's deals"));
        await office.Bot.ClicksAsync("Give owner");
        await office.Bot.SubmitsAsync((DealFields.Owner, "priya"));
        Assert.All(new[] { "D-5", "D-6" }, id => Assert.Equal(new PersonId("priya"), office.Deal(id).Owner));
    }

    [Theory]
    [InlineData("my deals closing in December", "push these to January")]
    [InlineData("list my deals closing in December", "move them all to January")]
    [InlineData("open pipeline of Dana closing in December", "push all of those to January")]
    public async Task What_was_shown_is_meant_by_these(string asked, string said)
    {
        await using var office = December();
        await office.SaysAsync("dana", asked);
        Assert.Equal((said, "confirm"), (said, await office.SaysAsync("dana", said)));
        office.Bot.Sees("2 deals would change: close date to January 2027, same day");
    }

    [Theory]
    [InlineData("push these to January", "I can't tell which deals “these” are: I have shown no list here lately.")]
    [InlineData("push all wumpus deals to January", "I can't tell which deals “all wumpus deals” are: I don't know what “wumpus” means here.")]
    [InlineData("push all my deals to Wonderland", "not what “Wonderland” is to them")]
    [InlineData("set the stage of all my deals to Limbo", "There is no stage “Limbo”.")]
    [InlineData("push my deals closing in July 2027 to August 2027", "No deals match:")]
    [InlineData("hand over all my deals to Zacharias", "I know nobody called “Zacharias”.")]
    public async Task What_cannot_be_read_is_said_and_nothing_is_changed(string said, string sees)
    {
        await using var office = December();
        Assert.Equal((said, "refused"), (said, await office.SaysAsync("dana", said)));
        office.Bot.Sees(sees);
        Assert.Empty(Written(office));
    }

    [Fact]
    public async Task So_many_that_nobody_looks_them_over_are_refused()
    {
        await using var office = new Office(pipeline => Enumerable.Range(0, 201).Aggregate(pipeline, (more, at) => more.Deal($"E-{at}", $"Deal{at}", "2026-09-01", "discovery", "dana", amount: 1_000m, closeDate: "2026-12-10")));
        Assert.Equal("refused", await office.SaysAsync("dana", "push all my December deals to January"));
        office.Bot.Sees("That is 202 deals");
        office.Bot.Sees("at most 200 at once");
    }

    [Fact]
    public async Task Push_moves_nothing_earlier()
    {
        await using var office = December();
        await office.SaysAsync("dana", "set close date of Globex to 11 Mar 2027");
        await office.SaysAsync("dana", "push all my deals in Discovery to January");
        office.Bot.Sees("closes later already, on 11 Mar 2027");
        office.Bot.Sees("31 Dec 2026 → 31 Jan 2027");
    }

    [Fact]
    public async Task Undo_leaves_what_was_changed_since_alone_and_operations_may_undo_it_days_later()
    {
        await using var office = December();
        await office.SaysAsync("dana", "push all my December deals to January");
        await office.Bot.ClicksAsync("Change 2 deals");
        var undo = office.Bot.Channel.Screen[^1].Message.Card.Buttons[0];
        await office.SaysAsync("mo", "set close date of Wayne to 11 Feb 2027");
        office.Time.Advance(TimeSpan.FromDays(2));
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(undo);
        office.Bot.Sees("more than 24 hours old, so only operations can still undo it");
        office.Bot.User = "omar";
        await office.Bot.ClicksAsync(undo);
        office.Bot.Sees("changed by Dana Reyes, and only who did it or operations may undo it");

        await office.SaysAsync("ops", "undo what Dana did to Acme");
        await office.Bot.ClicksAsync("All 2 deals");
        office.Bot.Sees("Put 1 deal back as it was before ");
        office.Bot.Sees("1 deal is left alone:");
        office.Bot.Sees("has been changed since by Mo Larsen");
        await office.Bot.ClicksAsync("Put 1 back");
        Assert.Equal((new DateOnly(2026, 12, 20), new DateOnly(2027, 2, 11)), (office.Deal("D-1").CloseDate, office.Deal("D-11").CloseDate));
    }

    [Fact]
    public async Task One_deal_of_many_is_taken_back_alone()
    {
        await using var office = December();
        await office.SaysAsync("dana", "push all my December deals to January");
        await office.Bot.ClicksAsync("Change 2 deals");
        await office.SaysAsync("dana", "undo the last change to Acme");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal((new DateOnly(2026, 12, 20), new DateOnly(2027, 1, 31)), (office.Deal("D-1").CloseDate, office.Deal("D-11").CloseDate));
        office.Bot.User = "dana";
        await office.SaysAsync("dana", "undo the last change to Wayne");
        await office.Bot.ClicksAsync("All 2 deals");
        office.Bot.Sees("has already been undone");
        await office.Bot.ClicksAsync("Put 1 back");
        Assert.Equal(new DateOnly(2026, 12, 31), office.Deal("D-11").CloseDate);
    }

    private static Office December() => new(pipeline => pipeline.Deal("D-11", "Wayne", "2026-09-01", "discovery", "dana", amount: 12_000m, closeDate: "2026-12-31"));

    /// <summary>What came of chat.</summary>
    private static List<DealEvent> Written(Office office) =>
        [.. new[] { "D-1", "D-2", "D-3", "D-4", "D-5", "D-6", "D-11" }.SelectMany(office.History).Where(happened => happened.Stamp.Door == "slack")];
}
