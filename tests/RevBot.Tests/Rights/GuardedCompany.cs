using RevBot.Pipeline;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;
using RevBot.Testing;

namespace RevBot.Tests.Rights;

/// <summary>A company that shows as little as it can: reps see their own deals, managers their people's, finance every deal but no amount. Every name and amount in it occurs once and nowhere else.</summary>
internal static class GuardedCompany
{
    public const string Room = "AMER";

    private const int DealsEach = 3;

    private static readonly string[] Words =
    [
        "Zephyrine", "Quibbex", "Oxblaue", "Vexaril", "Yondermark", "Jaspwick", "Krumhorn", "Wolfenstat", "Nyctalis", "Threnody", "Ixtabel", "Pluvarch",
    ];

    private static readonly decimal[] Amounts = [71_311m, 83_417m, 92_503m, 61_219m, 57_943m, 48_731m, 39_367m, 86_969m, 74_077m, 95_873m, 66_601m, 52_289m];

    /// <summary>Who speaks, by the column of the matrix they stand for.</summary>
    public static IReadOnlyList<GuardedPerson> People { get; } =
    [
        new("rep", "ana", "Ana Ruiz", PersonRole.Rep, "AMER", "mia"),
        new("", "ben", "Ben Cole", PersonRole.Rep, "AMER", "mia"),
        new("", "lena", "Lena Voss", PersonRole.Rep, "EMEA", "otto"),
        new("manager", "mia", "Mia Stone", PersonRole.Manager, "AMER", null),
        new("", "otto", "Otto Brandt", PersonRole.Manager, "EMEA", null),
        new("executive", "vera", "Vera Lund", PersonRole.Executive, null, null),
        new("operations", "olga", "Olga Ilves", PersonRole.Operations, null, null),
        new("finance", "fay", "Fay Book", PersonRole.Finance, null, null),
        new("contractor", "cora", "Cora Tract", PersonRole.Guest, null, null),
        new("stranger", "sid", "Sid Stray", null, null, null),
        new("guest", "gus", "Ana Ruiz", null, null, null) { Mail = "ana@example.com", IsGuest = true },
    ];

    public static CompanyProfile Profile { get; } = TestCompany.Profile with
    {
        Name = "Guarded",
        Teams = [new Team("AMER", "AMER", new Dictionary<string, string> { ["slack"] = "#amer-deals" }), new Team("EMEA", "EMEA", new Dictionary<string, string>())],
        Alerts = new AlertSettings { Rules = [.. AlertKinds.All.Select(kind => kind.Usual with { When = AlertTiming.Off })], SendsDigests = false },
        Rights = new RightsPolicy(new Dictionary<PersonRole, RoleRights>
        {
            [PersonRole.Rep] = new(Reach.Own, Reach.Own, Reach.Own, Reach.Own),
            [PersonRole.Manager] = new(Reach.Tree, Reach.Tree, Reach.Tree, Reach.Tree),
            [PersonRole.Finance] = new(Reach.All, Reach.None, Reach.All, Reach.None),
        }),
    };

    /// <summary>Deals, each with its owner: a rep's first is open in proposal, the second in discovery, the third was lost. One deal is nobody's.</summary>
    public static IReadOnlyList<GuardedDeal> Deals { get; } =
    [
        .. new[] { "ana", "ben", "lena" }.SelectMany((owner, at) => Enumerable.Range(0, DealsEach).Select(nth => (owner, place: (at * DealsEach) + nth)))
            .Select(deal => new GuardedDeal($"G-{701 + (deal.place * 13)}", Words[deal.place], deal.owner, Amounts[deal.place])),
        new GuardedDeal("G-997", Words[9], null, Amounts[9]),
    ];

    public static PipelineLoad Pipeline()
    {
        var pipeline = new APipeline(Profile);
        foreach (var person in People.Where(person => person.Role is not null))
        {
            pipeline.Person(person.Id, person.Name, person.Team, person.Role!.Value, person.Manager);
        }

        foreach (var (deal, at) in Deals.Select((deal, at) => (deal, at % DealsEach)))
        {
            pipeline.Account($"a-{deal.Id}", $"{deal.Name} Works", "Enterprise", "AMER");
            pipeline.Deal(deal.Id, deal.Name, "2026-09-01", "discovery", deal.Owner, $"a-{deal.Id}", deal.Amount, "2026-12-15", then: story =>
            {
                if (at == 0)
                {
                    story.Moves("2026-10-01", "proposal");
                }
                else if (at == 2)
                {
                    story.Loses("2026-10-20T09:00:00Z");
                }
            });
        }

        return pipeline.Load();
    }

    /// <summary>Whether a person may be told of a deal at all, and of its amount; worked out here once more, without the product's rules.</summary>
    public static (bool Deal, bool Amount) May(GuardedPerson person, GuardedDeal deal) => person.Column switch
    {
        "rep" => (deal.Owner == "ana", deal.Owner == "ana"),
        "manager" => (deal.Owner is "ana" or "ben" or null, deal.Owner is "ana" or "ben" or null),
        "executive" or "operations" => (true, true),
        "finance" => (true, false),
        _ => (false, false),
    };
}
