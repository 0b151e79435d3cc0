using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>New deals on Tuesday 3 November 2026.</summary>
public sealed class CreateRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 3);
    private static readonly DealId Id = new("RB-1");
    private static readonly EventStamp Stamp = new(APipeline.At("2026-11-03T09:00:00Z"), APipeline.At("2026-11-03T09:00:00Z"), new PersonId("dana"), "turn-1", "slack");

    private readonly APipeline _pipeline = new APipeline()
        .Person("dana", "Dana Reyes", "EMEA")
        .Person("gus", "Gus Gone", active: false)
        .Account("a-acme", "Acme Corp", "Enterprise", "EMEA")
        .Account("a-globex", "Globex")
        .Deal("D-1", "Acme Renewal", "2026-09-01", "proposal", "dana", "a-acme", 50_000m);

    private static Dictionary<string, string> Facts => new()
    {
        [DealFields.Name] = "Acme Expansion",
        [DealFields.Account] = "a-acme",
        [DealFields.Owner] = "dana",
        [DealFields.CloseDate] = "2027-03-15",
    };

    [Fact]
    public void A_new_deal_needs_a_name_an_account_an_owner_and_a_close_date()
    {
        Assert.Equal([DealFields.Name, DealFields.Account, DealFields.Owner, DealFields.CloseDate], Asked(Decide([])));
        Assert.Equal([DealFields.Name], Asked(Decide(new(Facts) { [DealFields.Name] = " " })));
    }

    [Fact]
    public void It_begins_in_the_first_stage_with_what_was_said()
    {
        var facts = new Dictionary<string, string>(Facts) { [DealFields.Amount] = "40000 EUR", [DealFields.Source] = "partner", [DealFields.Note] = "met at the fair" };
        var accepted = Assert.IsType<MoveDecision.Accepted>(Decide(facts));
        var deal = accepted.Events.Aggregate((Deal?)null, (state, happened) => DealFold.Apply(state, happened, _pipeline.Company.Process.PositionOf))!;
        Assert.Equal(("Acme Expansion", "qualification", new Money(40_000, "EUR"), "Partner", 2), (deal.Name, deal.Stage.Value, deal.Amount, deal.Source, deal.Version));
        Assert.Equal((DealStatus.Open, true, Stamp.At, Stamp.At), (deal.Status, deal.HistoryKnown, deal.CreatedAt, deal.Visits[0].EnteredAt));
        Assert.Equal("met at the fair", Assert.IsType<DealEvent.NoteAdded>(accepted.Events[1]).Text);
    }

    [Fact]
    public void A_later_stage_asks_for_what_it_needs()
    {
        Assert.Equal([DealFields.Amount, DealFields.NextStep], Asked(Decide(Facts, "negotiation")));
        Assert.IsType<MoveDecision.Accepted>(Decide(new(Facts) { [DealFields.Amount] = "100", [DealFields.NextStep] = "Call" }, "negotiation"));
    }

    [Theory]
    [InlineData("won", "A new deal cannot begin in Closed Won.")]
    [InlineData("limbo", "There is no stage “limbo”.")]
    public void It_begins_in_no_closed_and_no_unknown_stage(string stage, string refusal) =>
        Assert.StartsWith(refusal, Assert.IsType<MoveDecision.Refused>(Decide(Facts, stage)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(DealFields.CloseDate, "2026-11-02", "Close date 2 Nov 2026 is past")]
    [InlineData(DealFields.Account, "a-none", "There is no account “a-none”")]
    [InlineData(DealFields.Owner, "gus", "Gus Gone no longer works here")]
    [InlineData(DealFields.Amount, "-5", "Amount “-5” is not more than zero")]
    [InlineData(DealFields.LossReason, "price", "“loss_reason” is not a field of a new deal")]
    [InlineData("shoe_size", "43", "“shoe_size” is not a field of a new deal")]
    public void A_value_that_cannot_be_is_refused_at_its_field(string field, string value, string refusal)
    {
        var refused = Assert.IsType<MoveDecision.Refused>(Decide(new(Facts) { [field] = value }));
        Assert.StartsWith(refusal, refused.Reason, StringComparison.Ordinal);
        Assert.Equal(field, refused.Field);
    }

    [Theory]
    [InlineData("acme renewal", "a-acme", true)]
    [InlineData("Renewal Acme", "a-acme", true)]
    [InlineData("Acme Renewal", "a-globex", false)]
    [InlineData("Acme Renewal 2", "a-acme", false)]
    public void An_open_deal_called_alike_is_asked_about(string name, string account, bool asks)
    {
        var facts = new Dictionary<string, string>(Facts) { [DealFields.Name] = name, [DealFields.Account] = account };
        if (!asks)
        {
            Assert.IsType<MoveDecision.Accepted>(Decide(facts));
            return;
        }

        var need = Assert.Single(Assert.IsType<MoveDecision.Incomplete>(Decide(facts)).Missing);
        Assert.Equal((CreateRules.Anyway, "Acme Corp has an open deal “Acme Renewal” already (#D-1, Proposal, Dana Reyes)"), (need.Field.Key, need.Why));
        Assert.Equal([CreateRules.Anyway], Asked(Decide(new(facts) { [CreateRules.Anyway] = "no" })));
        var accepted = Assert.IsType<MoveDecision.Accepted>(Decide(new(facts) { [CreateRules.Anyway] = "yes" }));
        Assert.Empty(Assert.IsType<DealEvent.Created>(Assert.Single(accepted.Events)).Fields);
    }

    [Theory]
    [InlineData(MoveConsent.Refused, new[] { "Qualification", "Discovery" })]
    [InlineData(MoveConsent.WithReason, new[] { "Qualification", "Discovery", "Proposal", "Negotiation" })]
    public void Where_stages_may_not_be_skipped_a_deal_begins_at_the_beginning(MoveConsent skip, string[] stages)
    {
        var company = _pipeline.Company with { Process = new SalesProcess(_pipeline.Company.Process.Stages, new MovePolicy(skip, MoveConsent.Allowed, [])) };
        Assert.Equal(stages, CreateRules.Beginnings(company).Select(stage => stage.Name));
        var decision = CreateRules.Decide(new DealCreation(Id, new StageId("proposal"), new Dictionary<string, string>(Facts) { [DealFields.Amount] = "100" }), company, _pipeline.Snapshot(), Today, Stamp);
        if (skip == MoveConsent.Refused)
        {
            Assert.Contains("cannot begin in Proposal", Assert.IsType<MoveDecision.Refused>(decision).Reason, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("Skipping Discovery needs a reason", Assert.Single(Assert.IsType<MoveDecision.Incomplete>(decision).Missing).Why);
        }
    }

    private static IEnumerable<string> Asked(MoveDecision decision) => Assert.IsType<MoveDecision.Incomplete>(decision).Missing.Select(need => need.Field.Key);

    private MoveDecision Decide(Dictionary<string, string> facts, string? stage = null) =>
        CreateRules.Decide(new DealCreation(Id, stage is null ? null : new StageId(stage), facts), _pipeline.Company, _pipeline.Snapshot(), Today, Stamp);
}
