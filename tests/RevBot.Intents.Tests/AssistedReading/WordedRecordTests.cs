using RevBot.Intents.Ask;
using RevBot.Intents.AssistedReading;
using RevBot.Intents.Slots;
using RevBot.Intents.Tests.Ask;
using RevBot.Pipeline.Questions;
using RevBot.Testing;
using RevBot.Testing.Models;

namespace RevBot.Intents.Tests.AssistedReading;

/// <summary>A record is put into words that the parser reads back as just that record.</summary>
public sealed class WordedRecordTests
{
    private static readonly ReadingVocabulary Vocabulary = ReadingVocabulary.Of(AskCompany.Catalog, TestCompany.Profile, AskCompany.Snapshot, AskCompany.Names.For(AskCompany.Snapshot, TestCompany.Profile), sharesNames: false);

    public static TheoryData<string> Measures => [.. AskCompany.Catalog.Metrics.Select(metric => metric.Id)];

    [Theory]
    [MemberData(nameof(Measures))]
    public void Every_measure_can_be_said(string id)
    {
        var question = Read("the gang", Reading.Of(id));
        Assert.Equal(id, question?.Measure);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Every_measure_can_be_said_with_its_parts(string id)
    {
        // What is aimed at has owners and periods and nothing else; a quota held against another period is said as its attainment.
        var isTarget = id == "quota.target";
        var isAim = id.StartsWith("quota.", StringComparison.Ordinal) || id.StartsWith("coverage.", StringComparison.Ordinal) || id.StartsWith("forecast.", StringComparison.Ordinal);
        var record = isAim
            ? Reading.Of(id, period: "last quarter", compare: isTarget ? null : "the one before", only: [("owner", ["[owner 1]"])])
            : Reading.Of(id, period: "last quarter", compare: "the one before", by: ["source"], only: [("region", ["EMEA", "apac"])], except: [("segment", ["SMB"])], order: "bottom", count: 3);

        var question = Read(isAim ? "those of Priya Nair" : "the worst 3 of the gang", record);

        Assert.Equal(id, question?.Measure);
        Assert.Equal(isTarget, question?.CompareWith is null);
        Assert.Equal(new DateOnly(2025, 1, 1), question?.Period?.Start);
    }

    [Theory]
    [InlineData("pipeline.open_amount", "pipeline.open_count")]
    [InlineData("pipeline.open_count", "pipeline.open_count")]
    [InlineData("bookings.won_count", "bookings.won_count")]
    [InlineData("losses.lost_count", "losses.lost_count")]
    [InlineData("pipeline.created_count", "pipeline.created_count")]
    public void Deals_of_every_state_can_be_listed(string measure, string counted)
    {
        Assert.Equal(counted, Read("the gang", Reading.Of(measure, kind: "list"))?.Measure);
        Assert.Equal(counted, Read("the 4 of the gang", Reading.Of(measure, kind: "list", whose: "mine", only: [("source", ["Partner"])], conditions: ["no next step"], order: "top", count: 4))?.Measure);
    }

    [Theory]
    [InlineData("this quarter")]
    [InlineData("last month")]
    [InlineData("last 6 weeks")]
    [InlineData("Q3")]
    [InlineData("Q3 2024")]
    [InlineData("March 2025")]
    [InlineData("summer 2024")]
    [InlineData("2024")]
    [InlineData("year to date")]
    [InlineData("since Monday")]
    [InlineData("from 2025-03-01 to 2025-05-31")]
    [InlineData("all time")]
    public void Every_form_of_a_period_that_the_prompt_allows_is_read(string period) => Assert.NotNull(Read("the gang", Reading.Of("bookings.won_amount", period: period)));

    [Theory]
    [InlineData("over [amount 1]")]
    [InlineData("under [amount 1]")]
    [InlineData("at least [amount 1]")]
    [InlineData("no next step")]
    [InlineData("no close date")]
    [InlineData("not touched for 2 weeks")]
    [InlineData("open longer than 90 days")]
    [InlineData("in stage longer than 30 days")]
    [InlineData("pushed at least 2 times")]
    public void Every_condition_that_the_prompt_allows_is_read(string condition) =>
        Assert.Single(Read(condition.Contains("amount", StringComparison.Ordinal) ? "the gang with 50k" : "the gang with 2 and 30 and ninety", Reading.Of("pipeline.open_count", kind: "list", conditions: [condition]))!.Filters);

    [Fact]
    public void A_name_with_a_twin_is_not_guessed() =>
        Assert.Null(Read("is umbrella any good", Reading.Of("win_rate.count", only: [("account", ["[account 1]"])])));

    [Theory]
    [InlineData("Alex's frobs", "[owner 1]'s frobs")]
    [InlineData("frobs of Priya Nair and priya", "frobs of [owner 1] and [owner 1]")]
    [InlineData("frobs for umbrella labs, Inc.", "frobs for [account 1].")]
    [InlineData("frobs “Project Nightfall” 4155550199 or 12345", "frobs “[name 1] [name 2]” [address 1] or [amount 1]")]
    [InlineData("frobs under 1.5m, 20.000 and €900 in 2024 or Q3", "frobs under [amount 1], [amount 2] and [amount 3] in 2024 or Q3")]
    [InlineData("frobs in Negotiation for EMEA from Partner", "frobs in Negotiation for EMEA from Partner")]
    [InlineData("see https://crm.example.com/deal/17 frobs", "see [address 1] frobs")]
    [InlineData("frobs against acumen with core suite in healthcare", "frobs against [competitor 1] with [product 1] in [industry 1]")]
    [InlineData("frobs over 5000 for 365 days and 120 deals in 2024", "frobs over [amount 1] for 365 days and 120 deals in 2024")]
    [InlineData("frobs since 2025-03-01 until 2025-05-31, 2024 - 2025 or 2025-01-01 2025-02-01", "frobs since 2025-03-01 until 2025-05-31, 2024 - 2025 or 2025-01-01 2025-02-01")]
    [InlineData("frobs of VANDELAY and their ARR", "frobs of [name 1] and their ARR")]
    [InlineData("HOW ARE THE FROBS OF VANDELAY", "HOW ARE THE FROBS OF VANDELAY")]
    [InlineData("frobs (call 415-555-0199 or +44 20 7946 0958)", "frobs (call [address 1] or [address 2])")]
    [InlineData("what did the gang bring home in March on Monday", "what did the gang bring home in March on Monday")]
    public void Only_what_a_question_needs_leaves(string said, string sent) => Assert.Equal(sent, Masked(said).Text);

    [Fact]
    public void A_list_that_was_learnt_from_an_import_tells_no_names()
    {
        var company = TestCompany.Profile with { Sources = ["Inbound", "Referral by Priya Nair", "Acme Corporation list"] };
        var names = new NameDirectory().For(AskCompany.Snapshot, company);
        var vocabulary = ReadingVocabulary.Of(AskCompany.Catalog, company, AskCompany.Snapshot, names, sharesNames: false);
        Assert.Contains("- source: Inbound\n", vocabulary.Instruction, StringComparison.Ordinal);
        Assert.Equal("frobs from [source 1]", MaskedMessage.Of("frobs from referral by priya nair", names, AskCompany.Parser.Knows, vocabulary).Text);
    }

    private static MaskedMessage Masked(string text) => MaskedMessage.Of(text, AskCompany.Names.For(AskCompany.Snapshot, TestCompany.Profile), AskCompany.Parser.Knows, Vocabulary);

    private static Question? Read(string said, string record)
    {
        if (RecordJson.TryRead(record) is not { } parsed || WordedRecord.Of(parsed, Masked(said), Vocabulary, AskCompany.Catalog) is not { } worded)
        {
            return null;
        }

        foreach (var sentence in worded.Sentences)
        {
            if (AskCompany.Read(sentence) is QuestionReading.Understood understood && worded.IsReadAs(understood))
            {
                return understood.Question;
            }
        }

        return null;
    }
}
