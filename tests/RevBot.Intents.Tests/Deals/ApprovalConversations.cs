using RevBot.Conversation.Outbox;
using RevBot.Intents.Approvals;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Deals that lack something and are let through, and deals that somebody must agree to. It is Saturday, 21 November 2026.</summary>
public sealed class ApprovalConversations
{
    [Fact]
    public async Task A_rep_asks_the_manager_agrees_and_one_tap_moves_the_deal()
    {
        await using var office = Reachable();
        await office.SaysAsync("dana", "move Umbrella to proposal");
        office.Bot.Sees("Umbrella needs amount before it moves to Proposal.");
        await office.Bot.ClicksAsync("Ask for an exception");
        Assert.Equal(["approval_reason", "approval_until"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        Assert.Equal("2026-12-05", office.Bot.Form.Form.Fields[1].Initial);
        await office.Bot.SubmitsAsync(("approval_reason", "the board meets on Friday"), ("approval_until", "2026-12-01"));
        Shown(office, "Umbrella: asked for Proposal without amount. Waits for Mo Larsen or Olga Petrova, until 1 Dec 2026");
        Assert.Equal(
            ["mo: Dana Reyes asks to let Umbrella into Proposal without amount: waits for Mo Larsen or Olga Petrova", "ops: Dana Reyes asks to let Umbrella into Proposal without amount: waits for Mo Larsen or Olga Petrova"],
            await office.SentAsync());

        office.Bot.User = "mo";
        await office.Bot.ClicksAsync(ButtonOf(office, "mo", "Approve"));
        Shown(office, "approved by Mo Larsen, until 1 Dec 2026");
        Assert.Equal("dana: Umbrella may go to Proposal without amount. Approved by Mo Larsen until 1 Dec 2026: the board meets on Friday", (await office.SentAsync()).Find(line => line.StartsWith("dana", StringComparison.Ordinal)));
        Assert.All(office.Bot.Channel.Screen.Where(shown => shown.Message.To.RoomId is "D-mo" or "D-ops"), shown => Assert.Contains("approved by Mo Larsen", shown.Message.Card.Summary, StringComparison.Ordinal));

        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(ButtonOf(office, "dana", "Move to Proposal"));
        office.Bot.Sees("Umbrella moved to Proposal");
        Assert.Equal("proposal", office.Deal("D-4").Stage.Value);
        await office.SaysAsync("dana", "tell me about Umbrella");
        office.Bot.Sees("approved, by Mo Larsen");
        office.Bot.Sees("exception asked for Proposal: the board meets on Friday, by Dana Reyes");
    }

    [Fact]
    public async Task Asked_again_nothing_is_sent_twice_and_it_can_be_taken_back()
    {
        await using var office = Reachable();
        await office.SaysAsync("dana", "exception for Umbrella to proposal until 1 Dec: the board meets on Friday");
        Shown(office, "Umbrella: asked for Proposal without amount");
        Assert.Equal(2, (await office.SentAsync()).Count);
        await office.SaysAsync("dana", "ask for an exception for Umbrella to proposal until 2 Dec because I say so");
        office.Bot.Sees("Asked by Dana Reyes on 21 Nov 2026; nothing was asked again");
        await office.SaysAsync("dana", "move Umbrella to proposal");
        await office.Bot.ClicksAsync("Ask for an exception");
        office.Bot.Sees("nothing was asked again");
        Assert.Equal(2, (await office.SentAsync()).Count);
        Assert.Single(office.Deal("D-4").Approvals);

        await office.Bot.ClicksAsync("Take back");
        Shown(office, "Umbrella: Proposal without amount is not asked for any more");
        office.Bot.User = "mo";
        await office.Bot.ClicksAsync(new Conversation.Replies.CardButton("Approve", "approvals.approve", "D-4|1"));
        office.Bot.Sees("It has been taken back by Dana Reyes.");
    }

    [Fact]
    public async Task Where_fields_are_asked_one_by_one_the_exception_is_asked_for_by_the_name_of_its_button()
    {
        await using var office = new Office(abilities: ChannelAbilities.AnswersInPlace);
        await office.SaysAsync("dana", "move Umbrella to proposal");
        office.Bot.Sees("Amount?");
        office.Bot.Sees("Or say \"Ask for an exception\" or \"cancel\".");
        await office.SaysAsync("dana", "a lot");
        office.Bot.Sees("Or say \"Ask for an exception\" or \"cancel\".");
        await office.SaysAsync("dana", "ask for an exception");
        office.Bot.Sees("Reason?");
        await office.SaysAsync("dana", "the board meets on Friday");
        await office.SaysAsync("dana", "1 Dec");
        office.Bot.Sees("Umbrella: asked for Proposal without amount");
        Assert.Equal("the board meets on Friday", Assert.Single(office.Deal("D-4").Approvals).Request.Reason);
    }

    [Fact]
    public async Task A_manager_lets_a_deal_through_at_once_and_a_no_says_why()
    {
        await using var office = Reachable();
        await office.SaysAsync("mo", "let Umbrella through to proposal until 1 Dec: the champion left");
        office.Bot.Sees("Umbrella may go to Proposal without amount");
        await office.Bot.ClicksAsync("Move to Proposal");
        Assert.Equal("proposal", office.Deal("D-4").Stage.Value);

        await office.SaysAsync("dana", "exception for Acme to negotiation until 1 Dec: legal is slow");
        Assert.Equal("answered", await office.SaysAsync("ops", "what waits for my approval?"));
        office.Bot.Sees("1 request waits for your approval");
        office.Bot.Sees("Acme: Negotiation without next step, until 1 Dec 2026 (Dana Reyes: legal is slow)");
        await office.SaysAsync("ops", "decline Acme");
        await office.Bot.ClicksAsync("Say why");
        await office.Bot.SubmitsAsync(("approval_note", "write down the next step"));
        Shown(office, "declined by Olga Petrova: write down the next step");
        Assert.Contains("dana: Acme may not go to Negotiation without next step. Declined by Olga Petrova on 21 Nov 2026: write down the next step", await office.SentAsync());
        await office.SaysAsync("mo", "approve Acme");
        office.Bot.Sees("Nothing about Acme waits for an approval.");
    }

    [Fact]
    public async Task Who_is_not_asked_cannot_answer_and_who_may_not_change_the_deal_cannot_ask()
    {
        await using var office = Reachable();
        await office.SaysAsync("dana", "exception for Umbrella to proposal until 1 Dec: the board meets on Friday");
        await office.SaysAsync("dana", "approve Umbrella");
        office.Bot.Sees("This is for Mo Larsen");
        await office.SaysAsync("omar", "approve Umbrella");
        office.Bot.Sees("This is for Mo Larsen");
        Assert.Equal("refused", await office.SaysAsync("omar", "exception for Globex to proposal until 1 Dec: please"));
        Assert.Empty(office.Deal("D-2").Approvals);
        office.Bot.Channel.Profiles.Remove("zed");
        Assert.Equal("refused", await office.SaysAsync("zed", "what waits for my approval?"));
    }

    [Fact]
    public async Task A_gate_asks_for_its_approvers_in_order_and_carries_what_was_said()
    {
        await using var office = Reachable(Gated);
        await office.SaysAsync("dana", "move Globex to proposal amount 400k");
        await office.Bot.ClicksAsync("Ask for approval");
        await office.Bot.SubmitsAsync(("approval_reason", "three years at once"), ("approval_until", "2026-12-01"));
        Shown(office, "Globex: asked for Proposal (Large deals: amount $400,000). Waits for Mo Larsen, until");
        Assert.Equal(["mo"], (await office.SentAsync()).Select(line => line.Split(':')[0]));
        await office.SaysAsync("eli", "approve Globex");
        office.Bot.Sees("It is not your turn yet: Mo Larsen must answer first.");
        await office.SaysAsync("mo", "approve Globex");
        Assert.Contains(await office.SentAsync(), line => line.StartsWith("eli: Dana Reyes asks to approve Globex", StringComparison.Ordinal));
        await office.SaysAsync("eli", "approve Globex");
        await office.SentAsync();
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(ButtonOf(office, "dana", "Move to Proposal"));
        Assert.Equal(("proposal", 400_000m), (office.Deal("D-2").Stage.Value, office.Deal("D-2").Amount!.Value.Amount));

        // A higher amount needs them again, in the stage it is in.
        await office.SaysAsync("dana", "set the amount of Globex to 450k");
        office.Bot.Sees("Globex needs an approval for Proposal (Large deals: amount $450,000).");
        Assert.Equal(400_000m, office.Deal("D-2").Amount!.Value.Amount);
    }

    [Fact]
    public async Task What_nobody_answers_lapses_and_what_runs_out_is_told_to_the_owner()
    {
        await using var office = Reachable();
        await office.SaysAsync("dana", "exception for Umbrella to proposal until 24 Nov: the board meets on Friday");
        await office.SaysAsync("mo", "let Globex through to negotiation until 24 Nov: the champion left");
        await office.SaysAsync("dana", "move Globex to negotiation");
        Assert.Equal("negotiation", office.Deal("D-2").Stage.Value);
        var before = (await office.SentAsync()).Count;
        office.Time.Advance(TimeSpan.FromDays(3));
        await office.RunAlertsAsync(ApprovalsJob.JobName);
        var told = (await office.SentAsync())[before..];
        Assert.Contains("dana: Umbrella: nobody answered about Proposal without amount. It ended on 24 Nov 2026; ask again if it is still needed", told);
        Assert.Contains("dana: Globex: the exception for Negotiation without close date and next step ran out. It held until 24 Nov 2026", told);
        Assert.Contains("mo: Dana Reyes asks to let Umbrella into Proposal without amount: nobody answered by 24 Nov 2026", told);

        await office.SaysAsync("ops", "exception report");
        office.Bot.Sees("2 exceptions asked for this month, 1 let through");
        office.Bot.Sees("Mo Larsen 1");
        office.Bot.Sees("1 not answered in time");
        office.Bot.Sees("let the owners fill in what 1 deal still lacks though the exception ran out: Globex");
        await office.SaysAsync("ops", "exception report for last month");
        office.Bot.Sees("No exceptions were asked for last month");
    }

    private static Conversation.Replies.CardButton ButtonOf(Office office, string who, string label) =>
        office.Bot.Channel.Screen.Last(shown => shown.Message.To.RoomId == $"D-{who}" && shown.Message.Card.Buttons.Any(button => button.Label == label)).Message.Card.Buttons.First(button => button.Label == label);

    /// <summary>Among what was sent to several.</summary>
    private static void Shown(Office office, string text) => Assert.Contains(office.Bot.Channel.Sent, message => message.Card.Summary.Contains(text, StringComparison.Ordinal));

    private static Office Reachable() => Reachable(TestCompany.Profile);

    private static Office Reachable(CompanyProfile company)
    {
        var office = new Office(company: company);
        foreach (var person in new[] { "dana", "mo", "ops", "eli" })
        {
            office.Reach(person, "UTC");
        }

        return office;
    }

    private static CompanyProfile Gated => TestCompany.Profile with
    {
        Approvals = new ApprovalPolicy(
            null,
            [new ApprovalGate("large", "Large deals", [new StageId("proposal")], new DealCondition { AmountOver = 250_000 }, null, new ApprovalTerms([ApproverDirectory.Manager, "executive"], ApprovalManner.InOrder, 30))]),
    };
}
