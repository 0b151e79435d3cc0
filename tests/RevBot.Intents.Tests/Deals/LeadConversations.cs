using RevBot.Conversation.Replies;
using RevBot.Intents.HandleLeads;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.Tests.Deals;

/// <summary>A lead's life in conversation, from Saturday 21 November 2026 on: accepted, returned, qualified, and always somebody's or nobody's for a reason.</summary>
public sealed class LeadConversations
{
    [Fact]
    public async Task A_lead_is_accepted_in_time_and_qualified_by_a_form_that_asks_for_what_is_missing()
    {
        await using var office = LeadOffice.Open();
        Assert.Equal("done", await office.SaysAsync("dana", "accept lead Jane Doe"));
        office.Bot.Sees("Accepted by Dana Reyes, in time");
        office.Bot.Sees("Do next: qualify or return it by");
        Assert.Equal(LifecycleStage.Sal, office.Lead("L-1").Stage);

        Assert.Equal("form", await office.SaysAsync("dana", "qualify Jane Doe"));
        await office.Bot.ClicksAsync("Fill in 4 fields");
        var missing = await office.Bot.SubmitsAsync(("budget", "50000"), ("authority", "Ann Lee, Bo Ray"), ("need", "one report"), ("timeline", "2026-11-01"));
        Assert.StartsWith("Timeline 1 Nov 2026 is too early", Assert.Single(missing.Errors).Message, StringComparison.Ordinal);
        await office.Bot.SubmitsAsync(("budget", "50000"), ("authority", "Ann Lee, Bo Ray"), ("need", "one report"), ("timeline", "2027-02-01"));
        office.Bot.Sees("Qualified by Dana Reyes");
        office.Bot.Sees("$50k · decided by Ann Lee, Bo Ray · by 1 Feb 2027 · one report");
        Assert.Equal((LifecycleStage.Sql, "50000 USD"), (office.Lead("L-1").Stage, office.Lead("L-1").Life.Facts["budget"]));
        Assert.Equal(["Accepted", "SalesQualified"], office.LeadHistory("L-1").Select(happened => happened.GetType().Name));
        Assert.All(office.LeadHistory("L-1"), happened => Assert.Equal("dana", happened.Stamp.By?.Value));
    }

    [Fact]
    public async Task A_qualified_lead_becomes_a_deal_with_all_that_is_known()
    {
        await using var office = LeadOffice.Open();
        office.Imports(office.Lead("L-1") with { Account = "Acme Corp", Source = "Inbound", Region = "EMEA" });
        Assert.Equal("form", await office.SaysAsync("dana", "convert Jane Doe to a deal"));
        await office.Bot.ClicksAsync("Fill in 4 fields");
        await office.Bot.SubmitsAsync(("budget", "50000"), ("authority", "Ann Lee"), ("need", "one report"), ("timeline", "2027-02-01"));
        await office.Bot.ClicksAsync("Make a deal…");
        var form = office.Bot.Form!.Form;
        Assert.Equal("Convert to a deal", form.Title);
        var known = form.Fields.Where(field => field.Initial is not null).ToDictionary(field => field.Id, field => field.Initial!);
        Assert.Equal(("Acme Corp", "2027-02-01", "50000"), (known["name"], known["close_date"], known["amount"]));
        await office.Bot.SubmitsAsync([.. known.Select(field => (field.Key, field.Value))]);
        office.Bot.Sees("Lead Jane Doe became this deal.");
        var lead = office.Lead("L-1");
        Assert.Equal(LifecycleStage.Converted, lead.Stage);
        var deal = office.Deal(lead.Deal!.Value.Value);
        Assert.Equal(("Inbound", "EMEA", 50_000m, "a-acme", "dana"), (deal.Source, deal.Region, deal.Amount!.Value.Amount, deal.Account?.Value, deal.Owner?.Value));
        await office.SaysAsync("dana", "who owns lead Jane Doe?");
        office.Bot.Sees("(made of lead Jane Doe)");
        Assert.Equal("refused", await office.SaysAsync("dana", "convert lead Jane Doe to a deal"));
    }

    [Theory]
    [InlineData("return lead Jane Doe: no capacity", "No capacity")]
    [InlineData("send Jane Doe back because not ready to talk yet", "Not ready to talk yet")]
    [InlineData("reject lead #L-1: Cannot be reached", "Cannot be reached")]
    public async Task A_reason_of_the_company_s_list_is_taken_at_once(string sentence, string reason)
    {
        await using var office = LeadOffice.Open();
        Assert.Equal((sentence, "done"), (sentence, await office.SaysAsync("dana", sentence)));
        Assert.Equal((reason, (PersonId?)null), (office.Lead("L-1").Life.Reason, office.Lead("L-1").Owner));
    }

    [Fact]
    public async Task Other_words_stand_in_the_form_for_a_person_to_agree_to()
    {
        await using var office = LeadOffice.Open();
        Assert.Equal("form", await office.SaysAsync("dana", "return lead Jane Doe: wrong region"));
        await office.Bot.ClicksAsync("Fill in 2 fields");
        Assert.Equal(["Not my region or segment", "wrong region"], office.Bot.Form!.Form.Fields.Select(field => field.Initial));
        await office.Bot.SubmitsAsync(("reason", "Not my region or segment"), ("note", "wrong region"));
        office.Bot.Sees("Returned by Dana Reyes; waiting for an owner");
        office.Bot.Sees("Not my region or segment: wrong region");

        Assert.Equal("form", await office.SaysAsync("dana", "disqualify lead Al Roe"));
        await office.Bot.ClicksAsync("Fill in 2 fields");
        var wrong = await office.Bot.SubmitsAsync(("reason", "Other"));
        Assert.Equal("note", Assert.Single(wrong.Errors).FieldId);
        await office.Bot.SubmitsAsync(("reason", "Spam or wrong contact"));
        Assert.Equal((LifecycleStage.Disqualified, "Spam or wrong contact"), (office.Lead("L-2").Stage, office.Lead("L-2").Life.Reason));
    }

    [Fact]
    public async Task Whose_the_lead_is_not_is_told_who_to_ask_and_a_manager_may_hand_it_over()
    {
        await using var office = LeadOffice.Open();
        Assert.Equal("refused", await office.SaysAsync("omar", "accept lead Jane Doe"));
        office.Bot.Sees("Jane Doe belongs to Dana Reyes, so I can't change it for you. Please ask them, their manager or operations.");
        Assert.Equal("refused", await office.SaysAsync("eli", "disqualify lead Jane Doe: Duplicate"));
        Assert.Equal("done", await office.SaysAsync("mo", "assign lead Jane Doe to Priya"));
        office.Bot.Sees("Given to Priya Shah by Mo Larsen");
        Assert.Equal("refused", await office.SaysAsync("dana", "qualify Jane Doe"));
        Assert.Single(office.LeadHistory("L-1"));
    }

    [Theory]
    [InlineData("accept lead Nonsuch", "refused", "I know no lead called “Nonsuch”.")]
    [InlineData("accept lead Cy Poe", "clarify", "Which “Cy Poe” do you mean?")]
    [InlineData("show lead Jane Doe", "answered", "Jane Doe · Initrode · MQL")]
    [InlineData("lead #L-2", "answered", "Al Roe · MQL")]
    [InlineData("accept Jane Doe", "done", "Accepted by Dana Reyes")]
    [InlineData("accept Jane Doe at Initrode", "done", "Accepted by Dana Reyes")]
    [InlineData("my leads", "answered", "4 open leads of yours, 1 late.")]
    public async Task Leads_are_named_in_many_ways(string sentence, string outcome, string seen)
    {
        await using var office = LeadOffice.Open();
        Assert.Equal((sentence, outcome), (sentence, await office.SaysAsync("dana", sentence)));
        office.Bot.Sees(seen);
    }

    [Fact]
    public async Task A_qualified_lead_is_routed_with_its_reason_and_its_card_lives_on()
    {
        await using var office = LeadOffice.Open(LeadOffice.Routed());
        office.ReachAll();
        office.Imports(LeadOffice.Mql("L-9", "Kim Lo", null) with { Region = "EMEA", Source = "Inbound" });
        await office.RunAlertsAsync("route-leads");
        await office.Bot.DeliverAsync();
        var card = office.Bot.Channel.Sent.Single(sent => sent.To.RoomId == "D-dana");
        Assert.Equal("A lead for Dana Reyes (EMEA, in turns).", card.Card.Summary);
        Assert.Equal(["Accept", "Return…", "Disqualify…"], card.Card.Buttons.Select(button => button.Label));
        await office.RunAlertsAsync("route-leads");
        await office.Bot.DeliverAsync();
        Assert.Single(office.LeadHistory("L-9"));

        await office.SaysAsync("dana", "return lead Kim Lo: no capacity");
        office.Bot.Sees("Returned by Dana Reyes; now with Priya Shah (EMEA, in turns after Dana Reyes)");
        await office.Bot.DeliverAsync();
        Assert.Contains("Returned by Dana Reyes; now with Priya Shah", office.Bot.Channel.Screen.First(shown => shown.Message.CardKey == "lead:L-9:1").Message.Card.Summary, StringComparison.Ordinal);
        Assert.Equal("A lead for Priya Shah (EMEA, in turns after Dana Reyes). Dana Reyes returned it: No capacity.", office.Bot.Channel.Sent.Last(sent => sent.To.RoomId == "D-priya").Card.Summary);

        await office.SaysAsync("priya", "return lead Kim Lo: no capacity");
        office.Bot.Sees("now with nobody: everybody it could go to has returned it");
        await office.Bot.DeliverAsync();
        Assert.Contains("Returned by Dana Reyes and Priya Shah, last for: No capacity. Say “assign lead #L-9 to …”.", office.Bot.Channel.Sent.Last(sent => sent.To.RoomId == "D-ops").Card.Summary, StringComparison.Ordinal);

        await office.SaysAsync("dana", "who owns lead Kim Lo?");
        office.Bot.Sees("Lead Kim Lo (MQL) belongs to nobody since 23 Nov 2026: returned by Priya Shah: No capacity; everybody it could go to has returned it.");
        office.Bot.Sees("Before: Priya Shah since 23 Nov 2026; Dana Reyes since 23 Nov 2026");
    }

    [Fact]
    public async Task Turns_go_round_over_runs_and_a_button_accepts()
    {
        await using var office = LeadOffice.Open(LeadOffice.Routed());
        office.ReachAll();
        office.Imports(LeadOffice.Mql("L-8", "Ida Ek", null) with { Region = "EMEA" });
        office.Imports(LeadOffice.Mql("L-9", "Kim Lo", null) with { Region = "EMEA" });
        await office.RunAlertsAsync("route-leads");
        office.Imports(LeadOffice.Mql("L-10", "Lu Mo", null) with { Region = "EMEA" });
        office.Imports(LeadOffice.Mql("L-11", "No Body", null) with { Region = "APAC" });
        await office.RunAlertsAsync("route-leads");
        Assert.Equal(["dana", "priya", "dana", null], new[] { "L-8", "L-9", "L-10", "L-11" }.Select(id => office.Lead(id).Owner?.Value));
        Assert.Equal("no routing rule takes it", office.Lead("L-11").Life.ParkedFor);

        await office.Bot.DeliverAsync();
        var offer = office.Bot.Channel.Screen.Last(shown => shown.Message.CardKey == "lead:L-9:1");
        office.Bot.User = "priya";
        await office.Bot.ClicksAsync(offer.Message.Card.Buttons[0]);
        office.Bot.Sees("Accepted by Priya Shah, in time");
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(offer.Message.Card.Buttons[0]);
        office.Bot.Sees("Kim Lo belongs to Priya Shah");
    }

    [Fact]
    public async Task Who_owns_it_since_when_always_has_an_answer_for_deals_and_leads()
    {
        await using var office = LeadOffice.Open();
        await office.SaysAsync("dana", "who owns Globex now, and since when?");
        office.Bot.Sees("Globex belongs to Dana Reyes since 1 Sep 2026");
        await office.SaysAsync("mo", "set the owner of Globex to Priya");
        await office.SaysAsync("dana", "who owns Globex now, and since when?");
        office.Bot.Sees("Globex belongs to Priya Shah since 23 Nov 2026 (handed over by Mo Larsen).");
        office.Bot.Sees("Before: Dana Reyes since 1 Sep 2026.");
        await office.SaysAsync("dana", "since when does Dana own lead Jane Doe?");
        office.Bot.Sees("Lead Jane Doe (MQL) belongs to Dana Reyes (as imported, which does not say since when).");
        await office.SaysAsync("dana", "who owns this?");
        office.Bot.Sees("Lead Jane Doe (MQL) belongs to Dana Reyes");
        await office.SaysAsync("dana", "return lead Jane Doe: Cannot be reached");
        await office.SaysAsync("dana", "who owns Jane Doe now, and since when?");
        office.Bot.Sees("Lead Jane Doe (Recycled) belongs to nobody since 23 Nov 2026: returned by Dana Reyes: Cannot be reached; marketing has it.");
    }

    [Fact]
    public async Task An_alert_of_a_lead_that_waits_has_the_same_buttons_and_ends_when_one_is_pressed()
    {
        await using var office = LeadOffice.Open();
        office.ReachAll();
        await office.RunAlertsAsync("team-alerts");
        await office.Bot.DeliverAsync();
        var alert = office.Bot.Channel.Sent.Single(sent => sent.Card.Summary.StartsWith("Al Roe: waits for sales", StringComparison.Ordinal));
        office.Bot.User = "dana";
        await office.Bot.ClicksAsync(alert.Card.Buttons.First(button => button.ActionId == LeadActions.Accept));
        await office.Bot.DeliverAsync();
        Assert.Contains(office.Bot.Channel.Sent, sent => sent.Card.Summary.StartsWith("Accepted by Dana Reyes, ", StringComparison.Ordinal) && sent.Card.Summary.EndsWith("late", StringComparison.Ordinal));
        Assert.Contains(office.Bot.Channel.Screen, shown => shown.Message.Card.Summary == "Al Roe: handed off");
    }

    [Fact]
    public async Task Strangers_hear_nothing_of_leads()
    {
        await using var office = LeadOffice.Open();
        office.Bot.Channel.Profiles["zoe"] = new RevBot.Conversation.Turns.ActorProfile("Zoe", "zoe@elsewhere.example", null);
        foreach (var sentence in new[] { "accept lead Jane Doe", "who owns lead Jane Doe?", "my leads" })
        {
            Assert.Equal((sentence, "refused"), (sentence, await office.SaysAsync("zoe", sentence)));
            Assert.DoesNotContain("Dana", office.Bot.LastText, StringComparison.Ordinal);
        }
    }
}
