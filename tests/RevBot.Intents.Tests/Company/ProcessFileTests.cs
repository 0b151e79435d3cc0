using RevBot.Intents.Company;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Tests.Company;

/// <summary>Criteria and moves in <c>company.yaml</c>.</summary>
public sealed class ProcessFileTests
{
    private const string Good =
        """
        name: Acme Corp
        currency: EUR
        time_zone: Europe/Berlin
        segments: [SMB, Enterprise]
        stages:
          - { key: lead, name: Lead, probability: 10% }
          - { key: offer, name: Offer, probability: 0.5, enter: [amount, { field: contacts, at_least: 2, from_here_on: true }] }
          - { key: talks, name: Talks, probability: 0.7, enter: [{ field: budget, when: { amount_over: 50000, segment: enterprise } }], leave: quote_sent }
          - { key: won, name: Won, group: won }
          - { key: lost, name: Lost, group: lost, enter: [loss_note] }
        moves:
          skip: refused
          back: reason
          rules:
            - { from: lead, to: won, is: reason, required: [budget] }
        win_reasons: [Product, Price]
        fields:
          - { key: contacts, label: Contacts, kind: people }
          - { key: quote_sent, label: Quote sent, kind: yes_no }
          - { key: budget, label: Budget }
        """;

    [Fact]
    public void A_process_says_what_it_asks_for_of_whom_and_how_deals_travel()
    {
        var profile = Read(Good);

        var process = profile.Process;
        Assert.Equal([new Criterion("amount"), new Criterion("contacts") { AtLeast = 2, FromHereOn = true }], process.Find(new StageId("offer"))!.RequiredToEnter);
        var budget = Assert.Single(process.Find(new StageId("talks"))!.RequiredToEnter);
        Assert.Equal((50_000m, "Enterprise"), (budget.When!.AmountOver, Assert.Single(budget.When.Segments)));
        Assert.Equal(["budget", "contacts"], process.EntryOf(process.Find(new StageId("talks"))!).Select(criterion => criterion.Field));
        Assert.Equal(["contacts"], process.EntryOf(process.Find(new StageId("won"))!).Select(criterion => criterion.Field));
        Assert.Equal((MoveConsent.Refused, MoveConsent.WithReason), (process.Moves.Skip, process.Moves.Back));
        var terms = Assert.Single(process.Moves.Terms);
        Assert.Equal((new StageId("lead"), new StageId("won"), MoveConsent.WithReason, "budget"), (terms.From, terms.To, terms.Consent, terms.Required[0].Field));
        Assert.Equal([FieldKind.People, FieldKind.YesNo, FieldKind.Text], profile.Fields.Select(field => field.Kind));
        Assert.Equal(["Product", "Price"], profile.WinReasons);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var text = CompanyFile.Text(Read(Good));

        Assert.Equal(text, CompanyFile.Text(Read(text)));
        Assert.Contains("    enter: [amount, { field: contacts, at_least: 2, from_here_on: true }]\n", text, StringComparison.Ordinal);
        Assert.Contains("    enter: [{ field: budget, when: { amount_over: 50000, segment: Enterprise } }]\n    leave: [quote_sent]\n", text, StringComparison.Ordinal);
        Assert.Contains("moves:\n  skip: refused\n  back: reason\n  rules:\n    - { from: lead, to: won, is: reason, required: [budget] }\n", text, StringComparison.Ordinal);
        Assert.Contains("win_reasons: [Product, Price]\n", text, StringComparison.Ordinal);
        Assert.True(Read(CompanyFile.Text(CompanyFile.Default)).Process.Moves.IsFree);
    }

    [Theory]
    [InlineData("[loss_note]", "[budget, { feld: budget }]", 10, "Unknown key 'feld'", "Did you mean 'field'?")]
    [InlineData("[loss_note]", "[{ at_least: 2 }]", 10, "'field' is missing", "Add field: budget.")]
    [InlineData("[loss_note]", "[{ field: buget }]", 10, "'buget' is not a field of a deal", "Did you mean 'budget'?")]
    [InlineData("leave: quote_sent", "leave: loss_note", 8, "Only a lost deal has a loss_note", "group lost")]
    [InlineData("leave: quote_sent", "leave: [[a]]", 8, "Each item of 'leave' must be a field", "amount_over: 50000")]
    [InlineData("at_least: 2", "at_least: two", 7, "'two' is not a whole number from 1 to 20", "at_least: 1")]
    [InlineData("field: contacts, at_least", "field: budget, at_least", 7, "at_least counts people, and 'budget' is no field of people", "kind: people")]
    [InlineData("is: reason, required: [budget]", "required: [{ field: budget, from_here_on: true }]", 15, "from_here_on is for what an open stage asks for", "under enter:")]
    [InlineData("amount_over: 50000", "amount_over: 50k", 8, "'50k' is not an amount above 0", "50000")]
    [InlineData("segment: enterprise", "segment: Entreprise", 8, "'Entreprise' is none of the company's segments", "Did you mean 'Enterprise'?")]
    [InlineData("segment: enterprise", "deal_type: Renewal", 8, "'Renewal' is none of the company's deal types", "Add it to deal_types.")]
    [InlineData("when: { amount_over: 50000, segment: enterprise }", "when: {}", 8, "'when' names no condition", "amount_over: 50000")]
    [InlineData("skip: refused", "skip: never", 12, "'never' does not say whether it may be done", "allowed, reason (whoever does it says why) or refused")]
    [InlineData("skip: refused", "skips: refused", 12, "Unknown key 'skips'", "Did you mean 'skip'?")]
    [InlineData("from: lead, to: won", "from: leed, to: won", 15, "'leed' is not a stage", "Did you mean 'lead'?")]
    [InlineData("from: lead, to: won", "from: lead", 15, "'to' is missing", "Add to: lost.")]
    [InlineData("from: lead, to: won", "from: won, to: won", 15, "begins and ends in 'won'", "two stages")]
    [InlineData(", is: reason, required: [budget]", "", 15, "told neither what it needs nor whether it may be made", "is: refused")]
    [InlineData("kind: yes_no", "kind: boolean", 19, "'boolean' is not a kind of field", "people or yes_no")]
    [InlineData("[Product, Price]", "[Product, product]", 16, "'product' stands twice in 'win_reasons'", "one of them")]
    public void A_mistake_is_named_with_its_line_and_its_fix(string good, string bad, int line, string message, string fix)
    {
        var reading = CompanyFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(reading.Profile);
        var problem = reading.Problems.FirstOrDefault(one => one.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(problem is not null, string.Join('\n', reading.Problems));
        Assert.Contains(fix, problem.Fix, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    private static CompanyProfile Read(string yaml)
    {
        var reading = CompanyFile.Parse(yaml);
        Assert.True(reading.IsValid, string.Join('\n', reading.Problems));
        return reading.Profile;
    }
}
