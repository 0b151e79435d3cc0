using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Commands;

/// <summary>A company that asks for much: every kind of field, conditions, single moves, and skipping and going back allowed, refused or explained by the seed.</summary>
internal static class CommandCompany
{
    private static readonly string[] Names =
    [
        "Acme", "Globex", "Initech", "Umbrella", "Hooli", "Vandelay", "Stark", "Wayne", "Wonka", "Cyberdyne", "Tyrell", "Soylent", "Oscorp", "Aperture", "Monarch", "Zorin", "Duff", "Gringotts", "Sirius", "Prestige",
    ];

    private static readonly string[] LeadPeople =
    [
        "Ada Quill", "Bert Rowe", "Cleo Sand", "Dirk Tamm", "Edna Umber", "Finn Vale", "Gwen Wick", "Hugo Yates", "Iris Zell", "Jens Abel",
    ];

    public static IReadOnlyList<string> DealNames => Names;

    public static IReadOnlyList<string> LeadNames => LeadPeople;

    public static CompanyProfile Profile(int seed) => TestCompany.Profile with
    {
        Process = new SalesProcess(
            [
                .. TestCompany.Profile.Process.Stages.Select(stage => stage.Id.Value switch
                {
                    "discovery" => stage with { RequiredToLeave = [new Criterion("seats") { When = new DealCondition { Segments = ["Enterprise", "Mid-Market"] } }] },
                    "proposal" => stage with
                    {
                        RequiredToEnter =
                        [
                            DealFields.Amount,
                            new Criterion("contacts") { AtLeast = 2, FromHereOn = true },
                            new Criterion("budget") { When = new DealCondition { AmountOver = 50_000, Segments = ["Enterprise"] } },
                        ],
                        RequiredToLeave = [new Criterion("quote_sent")],
                    },
                    "negotiation" => stage with
                    {
                        RequiredToEnter =
                        [
                            DealFields.Amount, DealFields.CloseDate, DealFields.NextStep, DealFields.NextStepDate,
                            new Criterion("legal") { When = new DealCondition { AmountAtLeast = 100_000 } },
                            new Criterion("go_live") { When = new DealCondition { DealTypes = ["Renewal"], Regions = ["EMEA"] } },
                        ],
                    },
                    "won" => stage with { RequiredToEnter = [DealFields.Amount, new Criterion(DealFields.SignedDate) { When = new DealCondition { AmountOver = 200_000 } }, "quote_sent"] },
                    "lost" => stage with { RequiredToEnter = [new Criterion(DealFields.LossNote) { When = new DealCondition { AmountAtLeast = 100_000 } }] },
                    _ => stage,
                }),
            ],
            new MovePolicy(
                (MoveConsent)(seed % 3),
                (MoveConsent)(seed / 3 % 3),
                [
                    new MoveTerms(new StageId("qualification"), new StageId("won"), [], MoveConsent.Refused),
                    new MoveTerms(new StageId("discovery"), new StageId("proposal"), ["sponsor"], MoveConsent.Allowed),
                    new MoveTerms(null, new StageId("qualification"), [], MoveConsent.WithReason),
                    new MoveTerms(new StageId("negotiation"), new StageId("won"), [new Criterion("contract") { When = new DealCondition { AmountOver = 30_000 } }]),
                ])),
        Leads = LeadPolicy.Usual with
        {
            SqlNeeds = seed % 2 == 0 ? [LeadFields.Budget, LeadFields.Need] : LeadPolicy.Usual.SqlNeeds,
            Routes = seed % 3 == 0 ? [] : [new LeadRoute("EMEA", ["EMEA"]) { Regions = ["EMEA"] }, new LeadRoute("Rest", ["dana", "omar"], RouteChoice.Load, Capacity: 4)],
        },
        WinReasons = ["Product", "Price", "Relationship"],
        Fields =
        [
            new DealField("contacts", "Contacts", FieldKind.People, []),
            new DealField("quote_sent", "Quote sent", FieldKind.YesNo, []),
            new DealField("budget", "Budget", FieldKind.Text, []),
            new DealField("legal", "Legal review", FieldKind.Choice, ["Standard", "Custom"]),
            new DealField("go_live", "Go live", FieldKind.Date, []),
            new DealField("seats", "Seats", FieldKind.Number, []),
            new DealField("sponsor", "Sponsor", FieldKind.Person, []),
            new DealField("contract", "Contract value", FieldKind.Money, []),
        ],
    };

    /// <summary>People of every role, and deals in every stage: some as an import left them, without what their stage asks for.</summary>
    public static APipeline Pipeline(CompanyProfile company)
    {
        var pipeline = new APipeline(company)
            .Person("dana", "Dana Reyes", "EMEA", manager: "mo")
            .Person("priya", "Priya Shah", "EMEA", manager: "mo")
            .Person("omar", "Omar Haddad", "AMER")
            .Person("gus", "Gus Gone", "AMER", active: false)
            .Person("mo", "Mo Larsen", "EMEA", PersonRole.Manager)
            .Person("eli", "Eli Ford", role: PersonRole.Executive)
            .Person("ops", "Olga Petrova", role: PersonRole.Operations)
            .Account("a-ent", "Big Corp", "Enterprise", "EMEA")
            .Account("a-mid", "Middle Inc", "Mid-Market", "AMER")
            .Account("a-smb", "Small Ltd", "SMB", "EMEA");
        string[] stages = ["qualification", "discovery", "discovery", "proposal", "negotiation"];
        string?[] owners = ["dana", "priya", "omar", null];
        string[] accounts = ["a-ent", "a-mid", "a-smb"];
        decimal?[] amounts = [null, 20_000m, 60_000m, 120_000m, 250_000m];
        foreach (var (place, name) in Names.Index())
        {
            pipeline.Deal($"D-{place + 1}", name, "2026-09-01", stages[place % stages.Length], owners[place % owners.Length], accounts[place % accounts.Length], amounts[place / 2 % amounts.Length], place % 3 == 0 ? null : "2027-01-15", then: deal =>
            {
                if (place == 7)
                {
                    deal.Loses("2026-10-01T09:00:00Z");
                }
            });
        }

        string[] statuses = ["New", "Working", "MQL", "MQL", "SAL", "SQL", "Recycled", "Disqualified"];
        foreach (var (place, name) in LeadPeople.Index())
        {
            var (status, at) = (statuses[place % statuses.Length], APipeline.At("2026-10-20T09:00:00Z"));
            pipeline.Lead(new Lead($"L-{place + 1}", name, APipeline.At("2026-10-01T09:00:00Z"), status, "Web", owners[(place + 1) % owners.Length] is { } owner ? new PersonId(owner) : null, $"Firm {place}", MqlAt: status == "New" ? null : at, Region: place % 2 == 0 ? "EMEA" : "AMER"));
        }

        return pipeline;
    }
}
