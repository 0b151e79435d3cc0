using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Leads;

/// <summary>What each step of a lead's life takes, and what becomes of the lead.</summary>
public sealed class LeadRulesTests
{
    private static readonly DateTimeOffset Now = APipeline.At("2026-05-14T09:00");

    [Fact]
    public void A_lead_s_life_from_raw_to_a_deal()
    {
        var lead = new Lead("L-1", "Jane Doe", APipeline.At("2026-05-01"), "New");
        lead = Does(lead, LeadStep.Answer);
        Assert.Equal((LifecycleStage.Working, Now), (lead.Stage, lead.FirstResponseAt));
        Assert.Equal(["An MQL needs a fit", "An MQL needs an action"], Missing(lead, LeadStep.MarketingQualify));
        lead = Does(lead, LeadStep.MarketingQualify, ("fit", "400 people"), ("action", "asked for a demo"));
        Assert.Equal((LifecycleStage.Mql, Now), (lead.Stage, lead.MqlAt));
        lead = Does(lead, LeadStep.Accept);
        Assert.Equal((LifecycleStage.Sal, "dana", Now), (lead.Stage, lead.Owner?.Value, lead.AcceptedAt));
        Assert.Equal(["A qualified lead needs the people who decide", "A qualified lead needs a need", "A qualified lead needs a timeline"], Missing(lead, LeadStep.SalesQualify, ("budget", "50000")));
        lead = Does(lead, LeadStep.SalesQualify, ("budget", "50000"), ("authority", "Ann Lee"), ("need", "reporting"), ("timeline", "2026-09-30"));
        Assert.Equal((LifecycleStage.Sql, "50000 USD", "2026-09-30"), (lead.Stage, lead.Life.Facts["budget"], lead.Life.Facts["timeline"]));
        var converted = Assert.IsType<LeadDecision.Accepted>(Rules().Convert(lead, new DealId("D-9"))).Events.Aggregate(lead, LeadFold.Apply);
        Assert.Equal((LifecycleStage.Converted, "D-9", 6), (converted.Stage, converted.Deal?.Value, converted.Life.Version));
        Assert.Equal(("New", (PersonId?)null), (converted.AsImported().Status, converted.AsImported().Owner));
    }

    [Theory]
    [InlineData(LeadStep.Return, "A lead that goes back needs a reason")]
    [InlineData(LeadStep.Disqualify, "A disqualified lead needs a reason")]
    public void A_step_back_has_a_reason_and_Other_has_words(LeadStep step, string missing)
    {
        var lead = Does(Mql(), LeadStep.Accept);
        Assert.Equal([missing], Missing(lead, step));
        Assert.Equal(["“Other” needs a few words"], Missing(lead, step, ("reason", "other")));
        var back = Does(lead, step, ("reason", "Other"), ("note", "sold to Globex"));
        Assert.Equal(("Other", "sold to Globex", Now), (back.Life.Reason, back.Life.Note, back.ClosedAt));
        Assert.Equal("reason", Assert.IsType<LeadDecision.Refused>(Decide(lead, step, ("reason", "boring"))).Field);
    }

    [Theory]
    [InlineData(LeadStep.Accept, "Jane Doe was accepted on 14 May 2026 already by Dana Reyes.")]
    [InlineData(LeadStep.MarketingQualify, "Jane Doe is an SAL already on 1 May 2026.")]
    public void What_was_done_is_not_done_twice(LeadStep step, string refusal) =>
        Assert.Equal(refusal, Assert.IsType<LeadDecision.Refused>(Decide(Does(Mql(), LeadStep.Accept), step)).Reason);

    [Fact]
    public void What_is_over_takes_no_step_until_marketing_qualifies_it_again()
    {
        var over = Does(Mql(), LeadStep.Disqualify, ("reason", "No need"));
        Assert.Equal("Jane Doe is disqualified (No need). Marketing can qualify it again first.", Assert.IsType<LeadDecision.Refused>(Decide(over, LeadStep.Accept)).Reason);
        var again = Does(over, LeadStep.MarketingQualify, ("fit", "yes"), ("action", "came back"));
        Assert.Equal((LifecycleStage.Mql, (DateTimeOffset?)null, (string?)null), (again.Stage, again.ClosedAt, again.Life.Reason));
    }

    [Fact]
    public void A_timeline_that_is_over_is_refused_at_its_field() =>
        Assert.Equal(
            ("Timeline 1 May 2026 is over. Give the day by which they want to have it.", "timeline"),
            Assert.IsType<LeadDecision.Refused>(Decide(Mql(), LeadStep.SalesQualify, ("budget", "1"), ("authority", "Ann"), ("need", "x"), ("timeline", "2026-05-01"))) is var no ? (no.Reason, no.Field) : default);

    [Fact]
    public void Only_who_sells_gets_leads()
    {
        Assert.Equal("Olga takes no leads. Name a rep or a manager.", Assert.IsType<LeadDecision.Refused>(Decide(Mql(), LeadStep.Assign, ("owner", "olga"))).Reason);
        Assert.Equal("omar", Does(Mql(), LeadStep.Assign, ("owner", "omar")).Owner?.Value);
    }

    [Theory]
    [InlineData(LeadStep.Accept)]
    [InlineData(LeadStep.SalesQualify)]
    public void Who_sells_nothing_takes_on_no_lead_that_nobody_has(LeadStep step) =>
        Assert.Equal(
            "Jane Doe has no owner: say who gets it, as in assign lead Jane Doe to Ann Lee.",
            Assert.IsType<LeadDecision.Refused>(Rules("olga").Decide(Mql() with { Owner = null }, step, new Dictionary<string, string>())).Reason);

    private static Lead Mql() => new("L-1", "Jane Doe", APipeline.At("2026-04-20"), "MQL", Owner: new PersonId("dana"), MqlAt: APipeline.At("2026-05-01"));

    private static LeadRules Rules(string by = "dana") => new(
        new APipeline().Person("dana", "Dana Reyes", "EMEA").Person("omar", "Omar Haddad", "AMER").Person("olga", "Olga", role: PersonRole.Operations).Snapshot(),
        TestCompany.Profile,
        new EventStamp(Now, Now, new PersonId(by), "turn", "slack"));

    private static LeadDecision Decide(Lead lead, LeadStep step, params (string Key, string Value)[] said) => Rules().Decide(lead, step, said.ToDictionary(one => one.Key, one => one.Value));

    private static Lead Does(Lead lead, LeadStep step, params (string Key, string Value)[] said) =>
        Assert.IsType<LeadDecision.Accepted>(Decide(lead, step, said)).Events.Aggregate(lead, LeadFold.Apply);

    private static IEnumerable<string> Missing(Lead lead, LeadStep step, params (string Key, string Value)[] said) =>
        Assert.IsType<LeadDecision.Incomplete>(Decide(lead, step, said)).Missing.Select(need => need.Why);
}
