using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>A small company with enough of everything to be asked about, and the reader that reads questions of its people.</summary>
internal static class AskCompany
{
    public static readonly DateTimeOffset Now = APipeline.At("2025-05-14T09:00:00");

    public static MetricCatalog Catalog { get; } = new();

    public static QuestionParser Parser { get; } = new(Catalog);

    public static NameDirectory Names { get; } = new();

    public static APipeline Pipeline { get; } = Build();

    public static PipelineSnapshot Snapshot { get; } = Pipeline.Snapshot();

    public static QuestionReading? Read(string text, string asker = "dana") => Parser.Read(text, ContextOf(asker));

    /// <summary>The reading of the last of several sentences, each going on from the one before.</summary>
    public static QuestionReading? ReadOn(string first, params string[] then) =>
        then.Aggregate(Read(first), (reading, said) => reading is QuestionReading.Understood before ? Parser.Continue(said, before, ContextOf("dana")) : null);

    private static ReadContext ContextOf(string asker) => new(
        TestCompany.Profile,
        Names.For(Snapshot, TestCompany.Profile),
        People.PersonOf(new ActorProfile(null, $"{asker}@example.com", null), Snapshot),
        TestCompany.Profile.Work.DateAt(Now))
    { Teams = () => ["AMER", "APAC North", "APAC South", "EMEA"] };

    public static APipeline Build()
    {
        var pipeline = new APipeline()
            .Person("vera", "Vera Stone", "EMEA", PersonRole.Manager)
            .Person("dana", "Dana Reyes", "EMEA", manager: "vera")
            .Person("priya", "Priya Nair", "EMEA", manager: "vera")
            .Person("tomas", "Tomas Berg", "AMER")
            .Person("alexk", "Alex Kim", "AMER")
            .Person("alexm", "Alex Morgan", "AMER")
            .Person("olivia", "Olivia Chen", null, PersonRole.Executive)
            .Account("a1", "Acme Corporation", "Enterprise", "EMEA", "Manufacturing")
            .Account("a2", "Globex GmbH", "Mid-Market", "EMEA", "Healthcare")
            .Account("a3", "Initech", "SMB", "AMER", "Software")
            .Account("a4", "Umbrella Labs Inc", "Enterprise", "AMER", "Healthcare")
            .Account("a5", "Umbrella Foods", "SMB", "APAC", "Retail")
            .Account("a6", "March Networks", "SMB", "APAC", "Software");
        string[] owners = ["dana", "priya", "tomas", "alexk", "alexm"];
        string[] accounts = ["a1", "a2", "a3", "a4", "a5", "a6"];
        string[] sources = ["Inbound", "Outbound", "Partner", "Event"];
        string[] types = ["New Business", "Expansion", "Renewal"];
        string[] stages = ["qualification", "discovery", "proposal", "negotiation"];
        for (var index = 0; index < 240; index++)
        {
            var created = new DateTime(2023, 11, 6, 9, 0, 0, DateTimeKind.Utc).AddDays(index * 2.2);
            var closed = created.AddDays(20 + (index * 7 % 70));
            var at = closed.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
            var over = closed < Now.UtcDateTime && index % 5 != 4;
            pipeline.Deal(
                $"D-{100 + index}",
                $"{(index % 3 == 0 ? "Platform" : index % 3 == 1 ? "Rollout" : "Support")} {index}",
                created.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                stages[index % 4],
                owners[index % 5],
                accounts[index % 6],
                5_000 + (index * 1_300 % 90_000),
                over ? null : Now.UtcDateTime.AddDays((index % 40 * 4) - 20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                fields: new() { [DealFields.Source] = sources[index % 4], [DealFields.DealType] = types[index % 3], [DealFields.Product] = index % 2 == 0 ? "Core Suite" : "Insights" },
                then: story =>
                {
                    if (over && index % 3 != 1)
                    {
                        story.Wins(at);
                    }
                    else if (over)
                    {
                        story.Loses(at, index % 2 == 0 ? "price" : "competitor", competitor: index % 2 == 0 ? null : "Acumen");
                    }
                });
        }

        return pipeline;
    }
}
