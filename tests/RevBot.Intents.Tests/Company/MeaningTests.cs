using RevBot.Intents.Company;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Company;

/// <summary>The parts of <c>company.yaml</c> that say what words and metrics mean.</summary>
public sealed class MeaningTests
{
    private const string Start =
        """
        name: Acme Corp
        currency: EUR
        time_zone: Europe/Berlin
        stages:
          - { key: lead, name: Lead, probability: 10% }
          - { key: won, name: Won, group: won }
          - { key: lost, name: Lost, group: lost }

        """;

    private const string Meanings =
        """
        metrics:
          win_rate.count:
            definition: How often we win.
            owner: Sales Operations
            bands:
              - { up_to: 0.2, word: low, so_what: Look at the loss reasons. }
              - { word: healthy, so_what: Go on. }
        glossary:
          - { term: MQL, definition: It read three pages., owner: Marketing }
          - { term: MQL, definition: It asked for a demo., from: 2026-07-01 }
        """;

    [Fact]
    public void Without_a_glossary_the_usual_meanings_hold()
    {
        var profile = CompanyFile.Parse(Start).Profile!;
        Assert.Equal(["raw lead", "MQL", "SAL", "SQL", "opportunity", "closed"], profile.Glossary.Select(entry => entry.Term));
    }

    [Fact]
    public void A_term_may_have_several_meanings_over_time()
    {
        var profile = CompanyFile.Parse(Start + Meanings).Profile!;
        Assert.Equal([null, new DateOnly(2026, 7, 1)], profile.VersionsOf("mql").Select(entry => entry.From));
    }

    [Fact]
    public void A_metric_is_worded_by_the_company_and_answers_with_its_words()
    {
        var company = TestCompany.Profile with { MetricWordings = CompanyFile.Parse(Start + Meanings).Profile!.MetricWordings };
        var answer = new MetricCatalog().Evaluate(new Question { Measure = "win_rate.count" }, Ask.AskCompany.Snapshot, company, Ask.AskCompany.Now);
        Assert.Equal("How often we win.", answer.Receipt.Definition);
        Assert.Equal("Sales Operations", answer.Receipt.Owner);
        Assert.Equal("Go on.", answer.SoWhat);
    }

    [Theory]
    [InlineData("win_rate.count:", "win_rate.cout:", 9, "Unknown key 'win_rate.cout'", "Did you mean 'win_rate.count'?")]
    [InlineData("up_to: 0.2", "up_to: much", 13, "'much' is not a number", "0.25 for 25 %")]
    [InlineData("{ word: healthy,", "{ up_to: 0.1, word: fair, so_what: Wait. }\n      - { word: healthy,", 14, "not above the band before", "lowest to the highest")]
    [InlineData("up_to: 0.2, ", "", 13, "Every band but the last needs an up_to", "Leave up_to out of the last")]
    [InlineData(", from: 2026-07-01", "", 17, "'MQL' has two meanings from the same day", "from: 2026-07-01")]
    [InlineData("from: 2026-07-01", "from: July", 17, "'July' is not a date", "year-month-day")]
    [InlineData("definition: It read three pages., ", "", 16, "'definition' is missing", "Add definition")]
    public void A_mistake_is_told_with_its_line_and_what_to_write(string right, string wrong, int line, string message, string fix)
    {
        var problem = CompanyFile.Parse(Start + Meanings.Replace(right, wrong, StringComparison.Ordinal)).Problems[0];
        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(fix, problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_back_alike()
    {
        var profile = CompanyFile.Parse(Start + Meanings).Profile!;
        var again = CompanyFile.Parse(CompanyFile.Text(profile)).Profile!;
        Assert.Equal(profile.Glossary.Select(Whole), again.Glossary.Select(Whole));
        Assert.Equal(profile.MetricWordings.Select(pair => (pair.Key, pair.Value.Definition, pair.Value.Owner)), again.MetricWordings.Select(pair => (pair.Key, pair.Value.Definition, pair.Value.Owner)));
        Assert.Equal(profile.MetricWordings["win_rate.count"].Bands!, again.MetricWordings["win_rate.count"].Bands!);
        Assert.Equal(CompanyFile.Text(CompanyFile.Default), CompanyFile.Text(CompanyFile.Parse(CompanyFile.Text(CompanyFile.Default)).Profile!));
    }

    private static (string, string, string?, string?, string?, string, DateOnly?) Whole(GlossaryEntry entry) =>
        (entry.Term, entry.Definition, entry.Owner, entry.Example, entry.CounterExample, string.Join('|', entry.Aliases), entry.From);
}
