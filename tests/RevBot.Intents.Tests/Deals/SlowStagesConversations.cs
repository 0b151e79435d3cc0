using System.Globalization;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.SlowStages;
using RevBot.Pipeline.Deals;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>From 21 September to the end of November proposals take twice as long as before and after; the office's clock stands at 21 November 2026.</summary>
public sealed class SlowStagesConversations
{
    private static readonly int[] Days = [1, 2, 3, 4, 4, 5, 7, 12];

    [Fact]
    public async Task A_stage_that_has_become_slower_is_told_once_in_every_team_s_room()
    {
        await using var office = Slowed();
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.Bot.DeliverAsync();
        var posts = office.Bot.Channel.Sent.Where(message => message.Kind == OutboundKind.Post).ToList();
        Assert.Equal(["C0AMER", "C0EMEA"], posts.Select(message => message.To.RoomId).Order(StringComparer.Ordinal));
        Assert.Matches(@"^Proposal is slower: [34](\.\d)? → ([6-9](\.\d)?|about [6-9](\.\d)?) business days since \d+ (Sep|Oct) 2026$", posts[0].Card.Summary);
        office.Bot.Sees("its own past makes expect");
        office.Bot.Sees("Acme is in it longest");

        office.Time.Advance(TimeSpan.FromDays(1));
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.Bot.DeliverAsync();
        Assert.Equal(2, office.Bot.Channel.Sent.Count(message => message.Kind == OutboundKind.Post));
    }

    [Fact]
    public async Task Its_single_deals_fold_into_it_unless_they_are_escalated()
    {
        await using var office = Slowed(office => office.Deal("D-60", "Tyrell", "2026-10-30", "proposal", "dana"));
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.RunAlertsAsync();
        Assert.DoesNotContain(office.Marks, mark => mark.Subject is { Kind: "stalled-deal", Id: "D-60" });
        Assert.Contains(office.Marks, mark => mark.Subject is { Kind: "stalled-deal", Id: "D-1" });

        await using var unwarned = Slowed(office => office.Deal("D-60", "Tyrell", "2026-10-30", "proposal", "dana"));
        await unwarned.RunAlertsAsync();
        Assert.Contains(unwarned.Marks, mark => mark.Subject is { Kind: "stalled-deal", Id: "D-60" });
    }

    [Fact]
    public async Task A_manager_may_snooze_it_and_a_rep_may_not()
    {
        await using var office = Slowed();
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.Bot.DeliverAsync();
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync("Snooze 30 days");
        office.Bot.Sees("ask a manager or operations");
        Assert.Null(Assert.Single(office.Marks).SnoozedUntil);

        office.Bot.User = "mo";
        var card = office.Bot.Channel.Screen.First(shown => shown.Message.To.RoomId == "C0EMEA").Message.Card;
        await office.Bot.ClicksAsync(card.Buttons.Single(button => button.Label == "Snooze 30 days"));
        office.Bot.Sees("Snoozed until 21 Dec 2026 by Mo Larsen");
        Assert.All(office.Bot.Channel.Screen.Where(shown => shown.Message.To.RoomId.StartsWith("C0", StringComparison.Ordinal)), shown => Assert.Contains("snoozed until", shown.Message.Card.Summary, StringComparison.Ordinal));

        await office.Bot.ClicksAsync("Wake");
        Assert.Null(Assert.Single(office.Marks).SnoozedUntil);
        Assert.All(office.Bot.Channel.Screen.Where(shown => shown.Message.To.RoomId.StartsWith("C0", StringComparison.Ordinal)), shown => Assert.StartsWith("Proposal is slower: ", shown.Message.Card.Summary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_card_is_struck_once_the_stage_is_itself_again()
    {
        await using var office = Slowed();
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.Bot.DeliverAsync();
        office.Time.Advance(TimeSpan.FromDays(100));
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        await office.Bot.DeliverAsync();
        Assert.All(office.Bot.Channel.Screen, shown => Assert.Equal("Proposal is slower no longer", shown.Message.Card.Summary));
        Assert.Null(Assert.Single(office.Marks).CardKey);
    }

    [Fact]
    public async Task What_is_no_longer_true_when_it_is_sent_is_dropped()
    {
        await using var office = Slowed();
        await office.RunAlertsAsync(SlowStagesAlert.JobName);
        office.Time.Advance(TimeSpan.FromDays(100));
        await office.Bot.DeliverAsync();
        Assert.Empty(office.Bot.Channel.Sent);
        Assert.Equal(2, office.Bot.Store.Dropped.Count);
        Assert.All(office.Bot.Store.Dropped, dropped => Assert.Equal("The stage is as fast as its past makes expect.", dropped.Reason));
    }

    [Theory]
    [InlineData("which stages are slowing down?")]
    [InlineData("Is any stage getting slower?")]
    [InlineData("any of our stages taking longer than usual")]
    [InlineData("stage drift")]
    [InlineData("what's slowing us down?")]
    public async Task It_is_answered_when_somebody_asks(string text)
    {
        await using var office = Slowed();
        Assert.Equal("answered", await office.SaysAsync("eli", text));
        office.Bot.Sees("Proposal is slower: ");
        office.Bot.Sees("too little volume to say of");
    }

    [Fact]
    public async Task Where_nothing_has_changed_that_is_said()
    {
        await using var office = new Office();
        Assert.Equal("answered", await office.SaysAsync("eli", "which stages are slowing down?"));
        office.Bot.Sees("No stage has changed its pace.");
    }

    [Theory]
    [InlineData("which segments are slowing down?")]
    [InlineData("stage drift by segment")]
    [InlineData("Is any segment getting slower?")]
    [InlineData("which segments and regions have become slower lately")]
    [InlineData("in which segments are deals taking longer than before?")]
    [InlineData("which stages are slowing down by segment?")]
    public async Task Which_segments_slow_down_is_answered_of_all_that_were_looked_at(string text)
    {
        await using var office = Slowed(segmented: true);
        Assert.Equal("answered", await office.SaysAsync("eli", text));
        Assert.Matches(@"^Proposal · Enterprise is slower: \d+(\.\d)? → \d+(\.\d)? business days, \d+ stays, 1 of \d+ looked at, false alarms kept to 1 in 10$", Assert.IsType<Reply.Say>(office.Bot.Last.Reply).Card.Summary);
        office.Bot.Sees("Do next: ask what Enterprise deals in Proposal wait for");
        await office.Bot.ClicksAsync("In Proposal · Enterprise");
        office.Bot.Sees("Proposal");
    }

    [Fact]
    public async Task Which_segments_slow_down_is_said_beside_the_stages_and_in_the_weekly_review()
    {
        await using var office = Slowed(segmented: true);
        await office.SaysAsync("eli", "which stages are slowing down?");
        office.Bot.Sees("By segment and region: Proposal · Enterprise is slower: ");
        await office.Bot.ClicksAsync("By segment and region");
        office.Bot.Sees("false alarms kept to 1 in 10");
        await office.SaysAsync("eli", "weekly review");
        office.Bot.Sees("Where deals break down");
        office.Bot.Sees("Proposal · Enterprise is slower: ");
        await office.Bot.ClicksAsync("Where deals break down");
        office.Bot.Sees("Do next: ask what Enterprise deals in Proposal wait for");
        await office.SaysAsync("mo", "team review");
        office.Bot.Sees("Proposal · Enterprise is slower: ");
    }

    [Fact]
    public async Task Where_no_segment_has_volume_that_is_said()
    {
        await using var office = new Office();
        await office.SaysAsync("eli", "which regions are slowing down?");
        office.Bot.Sees("Not enough volume to tell");
    }

    /// <summary>Three deals come into Proposal each work day, from September 2025 to April 2027.</summary>
    /// <param name="segmented">Whether only those of Enterprise, every third, become slower.</param>
    internal static Office Slowed(Func<APipeline, APipeline>? more = null, bool segmented = false)
    {
        var office = new Office(pipeline => Proposals(more?.Invoke(pipeline) ?? pipeline, segmented));
        foreach (var team in new[] { "AMER", "EMEA" })
        {
            office.Bot.Channel.Rooms[team] = new ConversationReference("slack", "T1", $"C0{team}");
        }

        return office;
    }

    private static APipeline Proposals(APipeline office, bool segmented)
    {
        var work = office.Company.Work;
        var (begins, ends) = (new DateOnly(2026, 9, 21), new DateOnly(2026, 11, 30));
        var number = 0;
        for (var day = new DateOnly(2025, 9, 1); day < new DateOnly(2027, 4, 30); day = work.NextWorkDay(day))
        {
            for (var one = 0; one < 3; one++)
            {
                var at = work.StartOf(day).AddHours(9 + one);
                var (isSlow, segment) = (day >= begins && day < ends && (!segmented || one == 2), one == 2 ? "Enterprise" : "SMB");
                var left = work.AddBusinessDays(at, Days[number * 5 % Days.Length] * (isSlow ? 2 : 1));
                office = office.Deal($"P-{number++}", $"Deal {number}", Moment(at), "proposal", fields: segmented ? new() { [DealFields.Segment] = segment } : null, then: deal => deal.Moves(Moment(left), "negotiation"));
            }
        }

        return office;
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
