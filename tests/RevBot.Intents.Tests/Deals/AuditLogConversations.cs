using RevBot.Conversation.AuditLog;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

/// <summary>What the audit log keeps of what is said and pressed.</summary>
public sealed class AuditLogConversations
{
    [Fact]
    public async Task A_change_is_kept_with_who_made_it_through_which_door_and_what_it_changed()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "set Globex amount to 80k");

        var entry = Assert.Single(office.Bot.Store.Log);
        Assert.Equal((AuditKind.Write, "update-deal", "slack", "slack:T1:dana", "dana", "C1", 1, null), (entry.Kind, entry.Intent, entry.Door, entry.Actor, entry.Person, entry.Room, entry.Deals, entry.Class));
        Assert.Equal("turn-1", entry.Turn);
        Assert.Equal("D-2: amount 30000 USD → 80000 USD", entry.Reading);
    }

    [Fact]
    public async Task An_undo_is_a_change_too()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "move Globex to proposal");
        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal(
            [(AuditKind.Write, "move-deal", "D-2: stage discovery → proposal"), (AuditKind.Asked, "undo-last-change", "D-2: stage proposal → discovery"), (AuditKind.Write, "undo-last-change", "D-2: stage proposal → discovery")],
            office.Bot.Store.Log.Select(entry => (entry.Kind, entry.Intent, entry.Reading)));
    }

    [Theory]
    [InlineData("omar", "move Acme to negotiation", "move-deal", RefusalClass.Rights)]
    [InlineData("eli", "set Globex amount to 80k", "update-deal", RefusalClass.Rights)]
    [InlineData("omar", "pause Globex until 10 Jan 2027 because of the budget", "pause-deal", RefusalClass.Rights)]
    [InlineData("dana", "resume Globex", "pause-deal", RefusalClass.Rule)]
    [InlineData("dana", "undo", "undo-last-change", RefusalClass.Rule)]
    [InlineData("nobody", "move Acme to negotiation", "help", RefusalClass.Rights)]
    [InlineData("dana", "fizzle the wumpus sideways", "none", RefusalClass.Unread)]
    public async Task What_was_refused_is_kept_with_its_ground_and_without_its_words(string who, string said, string intent, RefusalClass ground)
    {
        await using var office = new Office();
        await office.SaysAsync(who, said);

        var entry = Assert.Single(office.Bot.Store.Log);
        Assert.Equal((AuditKind.Refused, intent, ground, ""), (entry.Kind, entry.Intent, entry.Class, entry.Reading));
        Assert.Equal(who == "nobody" ? null : who, entry.Person);
    }

    [Fact]
    public async Task A_button_somebody_may_not_press_is_a_refusal()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "tell me about Globex");
        office.Bot.User = "omar";
        await office.Bot.ClicksAsync("Pause");
        Assert.Equal((AuditKind.Refused, RefusalClass.Rights, "omar"), (office.Bot.Store.Log[^1].Kind, office.Bot.Store.Log[^1].Class, office.Bot.Store.Log[^1].Person));
    }

    [Fact]
    public async Task What_is_still_missing_is_kept_by_its_fields_and_the_answer_as_a_change()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "Acme closed lost");
        await office.Bot.ClicksAsync("Give loss reason");
        await office.Bot.SubmitsAsync(("loss_note", "zebra"));
        await office.Bot.SubmitsAsync(("loss_reason", "price/too_expensive"));

        var log = office.Bot.Store.Log;
        Assert.Equal([AuditKind.Asked, AuditKind.Asked, AuditKind.Refused, AuditKind.Write], log.Select(entry => entry.Kind));
        Assert.All(log.Take(3), entry => Assert.Equal(RefusalClass.Missing, entry.Class));
        Assert.All(log.Take(3), entry => Assert.Contains("loss_reason", entry.Reading, StringComparison.Ordinal));
        Assert.Contains("loss_reason none → price", log[3].Reading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_second_is_refused_for_a_conflict()
    {
        await using var office = new Office();
        office.BeforeNextCommit(() => office.Happens("D-2", stamp => new DealEvent.NextStepChanged("before", null, "call", null) { Deal = new("D-2"), Stamp = stamp }, "mo"));
        await office.SaysAsync("dana", "set next step of Globex to send the offer");

        var entry = Assert.Single(office.Bot.Store.Log);
        Assert.Equal((AuditKind.Refused, RefusalClass.Conflict), (entry.Kind, entry.Class));
    }

    [Fact]
    public async Task A_turn_that_never_gets_through_is_kept_as_a_conflict()
    {
        await using var office = new Office();
        office.Bot.Store.ConflictsToCome = 3;
        await office.SaysAsync("dana", "set Globex amount to 80k");
        Assert.Equal((AuditKind.Refused, RefusalClass.Conflict), (office.Bot.Store.Log[^1].Kind, office.Bot.Store.Log[^1].Class));
    }

    [Theory]
    [InlineData("open pipeline by stage", "ask", "pipeline.open_amount: Open pipeline by stage", 5)]
    [InlineData("list open deals", "list-deals", "Open deals", 6)]
    [InlineData("tell me about Globex", "deal-lookup", "Deal D-2: Everything", 1)]
    [InlineData("my digest", "digest", "Digest of Dana Reyes", null)]
    [InlineData("hygiene audit of my deals", "hygiene-audit", "Hygiene audit of your deals", 4)]
    [InlineData("open pipeline; bookings this year", "several", " | ", null)]
    public async Task An_answer_is_kept_with_how_it_was_read_and_how_many_deals_are_behind_it(string said, string intent, string reading, int? deals)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", said);

        var entry = Assert.Single(office.Bot.Store.Log);
        Assert.Equal((AuditKind.Answer, intent), (entry.Kind, entry.Intent));
        Assert.Contains(reading, entry.Reading, StringComparison.Ordinal);
        Assert.Equal(deals ?? entry.Deals, entry.Deals);
    }

    [Fact]
    public async Task Nobodys_own_words_are_in_the_log()
    {
        await using var office = new Office();
        foreach (var said in new[]
        {
            "set next step of Globex to call the zebra", "note on Globex: the zebra called", "pause Globex until 10 Jan 2027 because the zebra is away", "move zebra to proposal", "tell me about zebra",
            "win rate for zebra last year", "what does zebra mean", "move Globex to zebra", "zebra", "pipeline of zebra and zebra", "snooze zebra for 900 days",
        })
        {
            await office.SaysAsync("dana", said);
        }

        Assert.True(office.Bot.Store.Log.Count >= 11);
        Assert.All(office.Bot.Store.Log, entry => Assert.DoesNotContain("zebra", entry.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Cancelling_and_a_second_delivery_leave_no_entry()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "Acme closed lost");
        await office.Bot.ClicksAsync("Cancel");
        office.Bot.User = "dana";
        await office.Bot.SaysAsync("open pipeline", "same");
        await office.Bot.SaysAsync("open pipeline", "same");
        Assert.Equal([AuditKind.Asked, AuditKind.Answer], office.Bot.Store.Log.Select(entry => entry.Kind));
    }
}
