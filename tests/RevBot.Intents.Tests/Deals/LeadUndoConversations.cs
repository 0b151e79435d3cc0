using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.HandleLeads;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Rights;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>What was done with a lead is taken back in conversation, and whoever has it again hears of it.</summary>
public sealed class LeadUndoConversations
{
    [Fact]
    public async Task A_step_has_a_button_that_shows_what_goes_back_before_it_does()
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "disqualify lead Jane Doe: Duplicate");
        office.Bot.Sees("Disqualified by Dana Reyes");
        await office.Bot.ClicksAsync("Undo");
        office.Bot.Sees("Put Jane Doe back as it was before 23 Nov 2026 09:00?");
        office.Bot.Sees("Disqualified → MQL");
        office.Bot.Sees("Duplicate → none");
        office.Bot.Sees("Changed by Dana Reyes · now → back to · nothing is put back yet");
        Assert.Equal(LifecycleStage.Disqualified, office.Lead("L-1").Stage);

        await office.Bot.ClicksAsync("Put it back");
        office.Bot.Sees("As it was before: put back by Dana Reyes");
        office.Bot.Sees("accept or return it by");
        Assert.Equal((LifecycleStage.Mql, null, "dana"), (office.Lead("L-1").Stage, office.Lead("L-1").Life.Reason, office.Lead("L-1").Owner?.Value));
        Assert.Equal(["Disqualified", "PutBack"], office.LeadHistory("L-1").Select(happened => happened.GetType().Name));
        Assert.Equal("done", await office.SaysAsync("dana", "accept lead Jane Doe"));
    }

    [Fact]
    public async Task What_a_form_asked_for_goes_back_with_its_step()
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "accept lead Jane Doe");
        await office.SaysAsync("dana", "qualify Jane Doe");
        await office.Bot.ClicksAsync("Fill in 4 fields");
        await office.Bot.SubmitsAsync(("budget", "50000"), ("authority", "Ann Lee"), ("need", "one report"), ("timeline", "2027-02-01"));
        Assert.Equal("confirm", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("SQL → SAL");
        office.Bot.Sees("$50k → none");
        office.Bot.Sees("Ann Lee → none");
        office.Bot.Sees("1 Feb 2027 → none");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal((LifecycleStage.Sal, 0), (office.Lead("L-1").Stage, office.Lead("L-1").Life.Facts.Count));
        Assert.Equal("refused", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("only your last change");
        await office.SaysAsync("dana", "undo the last change to lead Jane Doe");
        office.Bot.Sees("SAL → MQL");
    }

    [Theory]
    [InlineData("undo")]
    [InlineData("take that back")]
    [InlineData("undo the last change to lead Jane Doe")]
    [InlineData("undo the last change to Jane Doe")]
    [InlineData("undo what Dana did to Jane Doe")]
    [InlineData("undo what I did to lead Jane Doe")]
    [InlineData("revert the return of lead Jane Doe")]
    [InlineData("undo lead #L-1")]
    public async Task The_last_step_is_taken_back_by_a_sentence(string sentence)
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "return lead Jane Doe: Cannot be reached");
        Assert.Equal((sentence, "confirm"), (sentence, await office.SaysAsync("dana", sentence)));
        office.Bot.Sees("nobody → Dana Reyes");
        await office.Bot.ClicksAsync("Put it back");
        Assert.Equal((LifecycleStage.Mql, "dana"), (office.Lead("L-1").Stage, office.Lead("L-1").Owner?.Value));
    }

    [Theory]
    [InlineData("omar", "undo the last change to lead Jane Doe", "refused", "That change to Jane Doe was made by Dana Reyes, and only who made it or operations may undo it.")]
    [InlineData("mo", "undo what Dana did to Jane Doe", "refused", "only who made it or operations may undo it")]
    [InlineData("ops", "undo what Mo did to Jane Doe", "refused", "Mo Larsen has not changed Jane Doe in a way that could be undone.")]
    [InlineData("ops", "undo what Zacharias did to lead Jane Doe", "refused", "I know nobody called “Zacharias”.")]
    [InlineData("ops", "undo the last change to lead Al Roe", "refused", "Nobody has changed Al Roe in a way that could be undone.")]
    [InlineData("ops", "undo the last change to lead Nonsuch", "refused", "I know no lead called “Nonsuch”.")]
    [InlineData("ops", "undo the last change to lead Cy Poe", "clarify", "Which “Cy Poe” do you mean?")]
    [InlineData("ops", "undo the last change to Globex", "refused", "Nobody has changed Globex in a way that could be undone.")]
    public async Task What_cannot_be_undone_is_said(string who, string sentence, string outcome, string seen)
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "accept lead Jane Doe");
        Assert.Equal((sentence, outcome), (sentence, await office.SaysAsync(who, sentence)));
        office.Bot.Sees(seen);
        Assert.Equal(LifecycleStage.Sal, office.Lead("L-1").Stage);
    }

    [Fact]
    public async Task After_a_day_only_operations_do_and_what_is_kept_stays()
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "accept lead Jane Doe");
        office.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal("refused", await office.SaysAsync("dana", "undo the last change to lead Jane Doe"));
        office.Bot.Sees("more than 24 hours old");
        Assert.Equal("confirm", await office.SaysAsync("ops", "undo the last change to lead Jane Doe"));
        await office.Bot.ClicksAsync("Keep");
        office.Bot.Sees("Jane Doe stays changed: nothing was put back");
        Assert.Equal(LifecycleStage.Sal, office.Lead("L-1").Stage);
        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put it back");
        office.Bot.Sees("put back by Olga Petrova");
        Assert.Equal(LifecycleStage.Mql, office.Lead("L-1").Stage);
    }

    [Fact]
    public async Task What_somebody_built_on_in_between_is_not_put_back()
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "accept lead Jane Doe");
        await office.SaysAsync("ops", "undo the last change to lead Jane Doe");
        await office.SaysAsync("mo", "assign lead Jane Doe to Priya");
        office.Bot.User = "ops";
        await office.Bot.ClicksAsync("Put it back");
        office.Bot.Sees("Jane Doe has been changed since by Mo Larsen on 23 Nov 2026, so this cannot be undone.");
        Assert.Equal("priya", office.Lead("L-1").Owner?.Value);
    }

    [Fact]
    public async Task What_became_a_deal_goes_back_with_the_deal()
    {
        await using var office = LeadOffice.Open();
        office.Imports(office.Lead("L-1") with { Account = "Acme Corp", Source = "Inbound", Region = "EMEA" });
        await office.SaysAsync("dana", "convert Jane Doe to a deal");
        await office.Bot.ClicksAsync("Fill in 4 fields");
        await office.Bot.SubmitsAsync(("budget", "50000"), ("authority", "Ann Lee"), ("need", "one report"), ("timeline", "2027-02-01"));
        await office.Bot.ClicksAsync("Make a deal…");
        await office.Bot.SubmitsAsync([.. office.Bot.Form!.Form.Fields.Where(field => field.Initial is not null).Select(field => (field.Id, field.Initial!))]);
        Assert.Equal(LifecycleStage.Converted, office.Lead("L-1").Stage);
        Assert.Equal("refused", await office.SaysAsync("dana", "undo the last change to lead Jane Doe"));
        office.Bot.Sees("Take the deal back instead, and the lead goes back with it: undo the last change to #RB-1.");

        Assert.Equal("confirm", await office.SaysAsync("dana", "undo the last change to #RB-1"));
        office.Bot.Sees("lead Jane Doe goes back to where it was");
        await office.Bot.ClicksAsync("Take it back");
        office.Bot.Sees("Lead Jane Doe is SQL again.");
        Assert.Equal((LifecycleStage.Sql, null, "dana"), (office.Lead("L-1").Stage, office.Lead("L-1").Deal, office.Lead("L-1").Owner?.Value));
        Assert.DoesNotContain(office.Deals, deal => deal.Id.Value == "RB-1");

        // And it can become one again.
        Assert.Equal("form", await office.SaysAsync("dana", "convert Jane Doe to a deal"));
    }

    [Fact]
    public async Task A_return_is_taken_back_on_every_card_and_who_owns_it_tells_the_truth()
    {
        await using var office = LeadOffice.Open(LeadOffice.Routed());
        office.ReachAll();
        office.Imports(LeadOffice.Mql("L-9", "Kim Lo", null) with { Region = "EMEA" });
        await office.RunAlertsAsync("route-leads");
        office.Time.Advance(TimeSpan.FromDays(1));
        await office.SaysAsync("dana", "return lead Kim Lo: no capacity");
        office.Bot.Sees("now with Priya Shah");
        await office.Bot.DeliverAsync();

        Assert.Equal("confirm", await office.SaysAsync("dana", "undo"));
        office.Bot.Sees("Priya Shah → Dana Reyes");
        await office.Bot.ClicksAsync("Put it back");
        await office.Bot.DeliverAsync();
        Assert.Equal(("dana", 1), (office.Lead("L-9").Owner?.Value, office.Lead("L-9").Life.Routings.Length));
        foreach (var key in new[] { "lead:L-9:1", "lead:L-9:2" })
        {
            Assert.Equal("As it was before: put back by Dana Reyes", office.Bot.Channel.Screen.First(shown => shown.Message.CardKey == key).Message.Card.Summary);
        }

        await office.SaysAsync("omar", "who owns lead Kim Lo now, and since when?");
        office.Bot.Sees("Lead Kim Lo (MQL) belongs to Dana Reyes since 23 Nov 2026 (routed: EMEA, in turns; put back by Dana Reyes).");
        await office.SaysAsync("dana", "return lead Kim Lo: no capacity");
        office.Bot.Sees("now with Priya Shah (EMEA, in turns after Dana Reyes)");
    }

    [Fact]
    public async Task Who_gets_a_lead_back_by_it_is_told()
    {
        await using var office = LeadOffice.Open();
        office.ReachAll();
        await office.SaysAsync("mo", "assign lead Jane Doe to Priya");
        Assert.Equal("confirm", await office.SaysAsync("mo", "undo"));
        await office.Bot.ClicksAsync("Put it back");
        await office.Bot.DeliverAsync();
        Assert.Contains(office.Bot.Channel.Sent, sent => sent.To.RoomId == "D-dana" && sent.Card.Summary == "A lead for Dana Reyes: put back by Mo Larsen.");
        await office.SaysAsync("omar", "who owns lead Jane Doe now, and since when?");
        office.Bot.Sees("Lead Jane Doe (MQL) belongs to Dana Reyes (as imported, which does not say since when; put back by Mo Larsen).");
        var cards = office.Bot.Channel.Screen.Where(shown => shown.Message.CardKey == "lead:L-1:0").Select(shown => shown.Message.Card.Summary).ToList();
        Assert.Equal(["As it was before: put back by Mo Larsen", "As it was before: put back by Mo Larsen"], cards);
    }

    [Fact]
    public async Task An_alert_that_ended_with_the_step_stands_again()
    {
        await using var office = LeadOffice.Open();
        office.ReachAll();
        await office.RunAlertsAsync("team-alerts");
        await office.Bot.DeliverAsync();
        var alert = office.Bot.Channel.Sent.Single(sent => sent.Card.Summary.StartsWith("Al Roe: waits for sales", StringComparison.Ordinal));
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(alert.Card.Buttons.First(button => button.ActionId == LeadActions.Accept));
        Assert.NotNull(Assert.Single(office.Marks, mark => mark.Subject.Id == "L-2").EndedAt);
        Assert.Equal("confirm", await office.SaysAsync("dana", "undo"));
        await office.Bot.ClicksAsync("Put it back");
        await office.Bot.DeliverAsync();
        Assert.Null(Assert.Single(office.Marks, mark => mark.Subject.Id == "L-2").EndedAt);
        Assert.Contains(office.Bot.Channel.Screen, shown => shown.Message.Card.Summary == alert.Card.Summary);
        Assert.DoesNotContain(office.Bot.Channel.Screen, shown => shown.Message.Card.Summary == "Al Roe: handed off");
    }

    [Fact]
    public async Task The_audit_log_has_who_put_what_back()
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "return lead Jane Doe: Cannot be reached");
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        var entry = office.Bot.Store.Log.Last(entry => entry.Kind == AuditKind.Write);
        Assert.Equal(("undo-last-change", "lead L-1: stage Recycled → MQL; owner none → dana; reason"), (entry.Intent, entry.Reading));
    }

    [Fact]
    public async Task Strangers_hear_nothing()
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "accept lead Jane Doe");
        var undo = office.Bot.Channel.Screen[^1].Message.Card.Buttons.First(button => button.Label == "Undo");
        office.Bot.Channel.Profiles["zoe"] = new RevBot.Conversation.Turns.ActorProfile("Zoe", "zoe@elsewhere.example", null);
        foreach (var sentence in new[] { "undo the last change to lead Jane Doe", "undo what Dana did to lead Jane Doe", "undo the last change to Jane Doe" })
        {
            Assert.Equal((sentence, "refused"), (sentence, await office.SaysAsync("zoe", sentence)));
            Assert.DoesNotContain("Dana", office.Bot.LastText.Replace(sentence, "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        office.Bot.User = "zoe";
        await office.Bot.ClicksAsync(undo);
        Assert.DoesNotContain("Dana", office.Bot.LastText, StringComparison.Ordinal);
        Assert.Equal(LifecycleStage.Sal, office.Lead("L-1").Stage);
    }

    [Fact]
    public async Task Who_does_not_see_a_lead_or_its_budget_does_not_see_it_in_an_undo()
    {
        await using var office = LeadOffice.Open(TestCompany.Profile with
        {
            Rights = new RightsPolicy(new Dictionary<PersonRole, RoleRights> { [PersonRole.Rep] = new(Reach.Own, Reach.Own, Reach.Own, Reach.Own), [PersonRole.Manager] = new(Reach.All, Reach.Own, Reach.All, Reach.All) }),
        });
        await office.SaysAsync("dana", "qualify Jane Doe");
        await office.Bot.ClicksAsync("Fill in 4 fields");
        await office.Bot.SubmitsAsync(("budget", "54321"), ("authority", "Ann Lee"), ("need", "one report"), ("timeline", "2027-02-01"));
        var undo = office.Bot.Channel.Screen[^1].Message.Card.Buttons.First(button => button.Label == "Undo");
        Assert.Equal("refused", await office.SaysAsync("omar", "undo the last change to lead Jane Doe"));
        office.Bot.Sees("I know no lead called “Jane Doe”.");
        await office.Bot.ClicksAsync(undo);
        office.Bot.Sees("There is no lead #L-1 any more, so there is nothing to undo.");

        await office.SaysAsync("mo", "disqualify lead Jane Doe: Duplicate");
        Assert.Equal("confirm", await office.SaysAsync("mo", "undo"));
        Assert.DoesNotContain("54", office.Bot.LastText, StringComparison.Ordinal);
        await office.Bot.ClicksAsync("Put it back");
        Assert.DoesNotContain("54", office.Bot.LastText, StringComparison.Ordinal);
        Assert.Equal((LifecycleStage.Sql, "54321 USD"), (office.Lead("L-1").Stage, office.Lead("L-1").Life.Facts["budget"]));
    }
}
