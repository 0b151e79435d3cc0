using System.Collections.Frozen;
using System.Diagnostics;
using RevBot.Intents.Slots;
using RevBot.Intents.Tests.Ask;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Slots;

public sealed class NameMatcherTests
{
    private static readonly NameMatcher Matcher = AskCompany.Names.For(AskCompany.Snapshot, TestCompany.Profile);

    [Theory]
    [InlineData("Dana Reyes", NameKind.Person, "dana")]
    [InlineData("dana", NameKind.Person, "dana")]
    [InlineData("DR", NameKind.Person, "dana")]
    [InlineData("Priyaa Nair", NameKind.Person, "priya")]
    [InlineData("tomas b", NameKind.Person, "tomas")]
    [InlineData("acme", NameKind.Account, "a1")]
    [InlineData("ACME Corp", NameKind.Account, "a1")]
    [InlineData("globex", NameKind.Account, "a2")]
    [InlineData("Globx", NameKind.Account, "a2")]
    [InlineData("umbrella foods", NameKind.Account, "a5")]
    [InlineData("#d-117", NameKind.Deal, "D-117")]
    [InlineData("platform 12", NameKind.Deal, "D-112")]
    [InlineData("midmarket", NameKind.Segment, "Mid-Market")]
    [InlineData("renewals", NameKind.DealType, "Renewal")]
    public void A_name_is_found_as_people_write_it(string text, NameKind kind, string key)
    {
        var thing = Matcher.Find(text)?.Only;
        Assert.Equal((kind, key), (thing?.Kind, thing?.Key));
    }

    [Theory]
    [InlineData("dr")]
    [InlineData("Danna R")]
    [InlineData("")]
    [InlineData("nobody")]
    public void What_is_no_name_is_not_found(string text) => Assert.Null(Matcher.Find(text)?.Only);

    [Fact]
    public void Equal_fits_are_kept_to_be_asked_about() =>
        Assert.Equal(["Umbrella Foods", "Umbrella Labs Inc"], Matcher.Find("Umbrella")?.Things.Select(thing => thing.Name).Order());

    [Fact]
    public void A_renamed_deal_is_found_by_its_new_name_at_once_and_by_its_old_one_only_in_the_past()
    {
        var before = new APipeline().Deal("D-1", "Globex Rollout", "2026-09-01").Deal("D-2", "Initech", "2026-09-01").Snapshot();
        var after = new PipelineSnapshot
        {
            Version = before.Version + 1,
            DirectoryVersion = before.DirectoryVersion,
            DealPositions = before.DealPositions,
            Accounts = before.Accounts,
            People = before.People,
            Deals = new[] { before.Deals.Span[0] with { Name = "Hooli Phase Two" }, before.Deals.Span[1] },
        };
        var directory = new NameDirectory();
        Assert.Equal("D-1", directory.For(before, TestCompany.Profile).Find("globex rollout")?.Only?.Key);
        Assert.Equal("D-1", directory.For(after, TestCompany.Profile).Find("hooli phase two")?.Only?.Key);
        Assert.Null(directory.For(after, TestCompany.Profile).Find("globex rollout"));
        Assert.Equal("D-1", directory.For(before, TestCompany.Profile).Find("globex rollout")?.Only?.Key);
        Assert.Equal("D-2", directory.For(after, TestCompany.Profile).Find("initech")?.Only?.Key);
    }

    [Fact]
    public void Sixty_thousand_accounts_do_not_slow_a_sentence()
    {
        var accounts = Enumerable.Range(0, 60_000)
            .Select(index => new Account(new AccountId($"a{index}"), $"Company{index} Holdings {index % 97} Ltd"))
            .ToFrozenDictionary(account => account.Id);
        var snapshot = new PipelineSnapshot
        {
            Version = 1,
            DirectoryVersion = 1,
            Deals = Array.Empty<Deal>(),
            DealPositions = FrozenDictionary<DealId, int>.Empty,
            Accounts = accounts,
            People = FrozenDictionary<PersonId, Person>.Empty,
        };
        var directory = new NameDirectory();
        directory.For(snapshot, TestCompany.Profile);
        var words = WordSplitter.Split("what is the open pipeline for Company4711 Holdings 55 in the last quarter by stage please");
        var started = Stopwatch.GetTimestamp();
        for (var index = 0; index < 100; index++)
        {
            Assert.Contains(directory.For(snapshot, TestCompany.Profile).FindAll(words), hit => hit.Only?.Key == "a4711");
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1), "a sentence must take well under 10 ms, even on a busy machine");
    }

    [Theory]
    [InlineData("acme", "acmee", true)]
    [InlineData("globex", "gloebx", true)]
    [InlineData("globex", "glbex", true)]
    [InlineData("globex", "globax", true)]
    [InlineData("globex", "glabax", false)]
    [InlineData("globex", "gl", false)]
    public void One_slip_is_one_letter_or_one_swap(string right, string wrong, bool near) => Assert.Equal(near, TypoIndex.IsOneSlip(right, wrong));
}
