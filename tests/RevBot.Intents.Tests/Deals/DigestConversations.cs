using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Intents.Digests;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Digests and reviews, asked for and sent. It is Saturday, 21 November 2026.</summary>
public sealed class DigestConversations
{
    [Fact]
    public async Task A_rep_hears_of_the_own_deals_the_costliest_first()
    {
        await using var office = new Office();
        Assert.Equal("answered", await office.SaysAsync("dana", "my digest"));
        office.Bot.Sees("Dana, 4 of your 4 open deals need something");
        office.Bot.Sees("1. Acme · $50k · Proposal: 52 business days in Proposal, limit 14; no next step; nothing happened for 72 days");
        office.Bot.Sees("Do first, for Acme: agree a dated step with the buyer, or move it back a stage.");
        Assert.DoesNotContain("Hooli", office.Bot.LastText, StringComparison.Ordinal);
        await office.Bot.ClicksAsync("Acme");
        office.Bot.Sees("Acme Corp");
    }

    [Fact]
    public async Task A_manager_hears_of_the_team_s_with_their_owners_and_an_executive_of_all()
    {
        await using var office = new Office();
        await office.SaysAsync("mo", "what does my team need today?");
        office.Bot.Sees("of your team's 4 open deals");
        office.Bot.Sees("Acme · $50k · Proposal · Dana Reyes:");
        await office.SaysAsync("eli", "brief me");
        office.Bot.Sees("6 of the company's 6 open deals need something");
        await office.Bot.ClicksAsync("Next");
        office.Bot.Sees("6. ");
    }

    [Fact]
    public async Task What_is_due_today_is_said_first_and_whose_deals_are_in_order_is_told_so()
    {
        await using var office = new Office();
        foreach (var id in new[] { "D-5", "D-6" })
        {
            office.Happens(id, stamp => new DealEvent.StageChanged(office.Deal(id).Stage, new StageId("qualification")) { Deal = new DealId(id), Stamp = stamp }, "omar");
            office.Happens(id, stamp => new DealEvent.NextStepChanged(null, null, "Demo", new DateOnly(2026, 11, 23)) { Deal = new DealId(id), Stamp = stamp }, "omar");
        }

        office.Time.Advance(TimeSpan.FromDays(4));
        await office.SaysAsync("omar", "my digest");
        office.Bot.Sees("next step was due Mon 23 Nov");
        office.Happens("D-5", stamp => new DealEvent.NextStepChanged("Demo", null, "Send the quote", new DateOnly(2026, 11, 25)) { Deal = new DealId("D-5"), Stamp = stamp }, "omar");
        office.Happens("D-6", stamp => new DealEvent.NextStepChanged("Demo", null, "Call", new DateOnly(2026, 11, 30)) { Deal = new DealId("D-6"), Stamp = stamp }, "omar");
        await office.SaysAsync("omar", "my digest");
        office.Bot.Sees("Omar, 1 next step is due today");
        office.Bot.Sees("1. Hooli Search · $10k · Qualification: today: Send the quote");
        office.Time.Advance(TimeSpan.FromDays(1));
        office.Happens("D-5", stamp => new DealEvent.NextStepChanged("Send the quote", null, "Sign", new DateOnly(2026, 11, 30)) { Deal = new DealId("D-5"), Stamp = stamp }, "omar");
        await office.SaysAsync("omar", "my digest");
        office.Bot.Sees("All is well: none of your 2 open deals needs anything today.");
    }

    [Fact]
    public async Task A_review_is_a_line_a_question_and_each_opens_its_answer()
    {
        await using var office = new Office();
        await office.SaysAsync("mo", "team review");
        office.Bot.Sees("Weekly review, team EMEA");
        office.Bot.Sees("What changed");
        office.Bot.Sees("Nothing changed: the pipeline is");
        office.Bot.Sees("Stalled deals");
        await office.Bot.ClicksAsync("Stalled deals");
        office.Bot.Sees("in EMEA sit");
        await office.SaysAsync("eli", "weekly review");
        office.Bot.Sees("Where the pipeline is");
        office.Bot.Sees("Next quarter");
        await office.SaysAsync("mo", "loss review");
        office.Bot.Sees("Loss review of last month, team EMEA");
    }

    [Fact]
    public async Task Everybody_is_sent_theirs_in_the_morning_of_their_own_clock_and_once()
    {
        await using var office = Reachable();
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Empty(await office.SentAsync());

        // Monday 08:30 in Berlin: Mo's week; Dana in Lisbon has an hour to go, Omar in New York sleeps.
        office.Time.Advance(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero) - office.Time.GetUtcNow());
        await office.RunAlertsAsync(DigestJob.JobName);
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Equal(["mo: Weekly review, team EMEA"], await office.SentAsync());

        office.Time.Advance(TimeSpan.FromHours(1));
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Equal(["mo: Weekly review, team EMEA", "dana: Dana, 4 of your 4 open deals need something"], await office.SentAsync());

        // Omar's morning was missed: in the afternoon nothing is made up for, and on Tuesday it comes.
        office.Time.Advance(TimeSpan.FromHours(10));
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Equal(2, (await office.SentAsync()).Count);
        office.Time.Advance(TimeSpan.FromHours(20));
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Equal("omar: Omar, 2 of your 2 open deals need something", (await office.SentAsync())[^1]);
    }

    [Fact]
    public async Task Who_wants_none_is_left_alone_until_asked_for_again()
    {
        await using var office = Reachable();
        Assert.Equal("done", await office.SaysAsync("dana", "stop my digest"));
        office.Time.Advance(new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero) - office.Time.GetUtcNow());
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.DoesNotContain(await office.SentAsync(), sent => sent.StartsWith("dana", StringComparison.Ordinal));
        await office.SaysAsync("dana", "my digest");
        office.Bot.Sees("4 of your 4 open deals");
        await office.SaysAsync("dana", "start my digest again");
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Contains(await office.SentAsync(), sent => sent.StartsWith("dana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_company_of_strangers_is_looked_up_some_at_a_time_and_nobody_in_the_night()
    {
        await using var office = new Office(more: pipeline => Enumerable.Range(0, 94).Aggregate(pipeline, (all, number) => all.Person($"rep{number:d2}", $"Rep {number}", "AMER")));
        foreach (var number in Enumerable.Range(0, 94))
        {
            office.Bot.Channel.People[$"rep{number:d2}@example.com"] = new KnownPerson(new Actor("slack", "T1", $"rep{number:d2}"), "Asia/Tokyo", new ConversationReference("slack", "T1", $"D-{number}", IsDirect: true));
        }

        // Saturday, 18:00 in Tokyo: all hundred are strangers, and forty are looked up in one run.
        foreach (var looked in new[] { 40, 80, 100, 100 })
        {
            await office.RunAlertsAsync(DigestJob.JobName);
            Assert.Equal(looked, office.Bot.Channel.PeopleLookedUp);
            office.Time.Advance(TimeSpan.FromMinutes(15));
        }

        // Known, they are not looked up again before the next morning is near.
        office.Time.Advance(TimeSpan.FromHours(6));
        await office.RunAlertsAsync(DigestJob.JobName);
        Assert.Equal(100, office.Bot.Channel.PeopleLookedUp);
    }

    private static Office Reachable()
    {
        var office = new Office();
        foreach (var (id, zone) in new[] { ("dana", "Europe/Lisbon"), ("mo", "Europe/Berlin"), ("omar", "America/New_York") })
        {
            office.Reach(id, zone);
        }

        return office;
    }
}
