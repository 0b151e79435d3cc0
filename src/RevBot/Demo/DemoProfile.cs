using RevBot.Intents.Company;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Process;

namespace RevBot.Demo;

/// <summary>The demo company's definitions: what its <c>company.yaml</c> says.</summary>
internal static class DemoProfile
{
    public const string Stakeholders = "stakeholders";
    public const string Timeline = "timeline";

    public static readonly StageId Qualification = new("qualification");
    public static readonly StageId Discovery = new("discovery");
    public static readonly StageId Proposal = new("proposal");
    public static readonly StageId Negotiation = new("negotiation");
    public static readonly StageId Won = new("won");
    public static readonly StageId Lost = new("lost");

    public static CompanyProfile Create(int firstYear) => new()
    {
        Name = "Brightwater Systems (demo)",
        Currency = "USD",
        Rates = new ExchangeRates(
            "USD",
            [
                new ExchangeRate("EUR", new DateOnly(firstYear - 1, 1, 1), 1.08m),
                new ExchangeRate("EUR", new DateOnly(firstYear + 1, 1, 1), 1.10m),
                new ExchangeRate("GBP", new DateOnly(firstYear - 1, 1, 1), 1.26m),
                new ExchangeRate("GBP", new DateOnly(firstYear + 1, 1, 1), 1.29m),
            ]),
        Fiscal = new FiscalCalendar(),
        Work = new WorkCalendar(
            TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            Enumerable.Range(firstYear - 1, 5).SelectMany(year => new[] { new DateOnly(year, 1, 1), new DateOnly(year, 7, 4), new DateOnly(year, 12, 25) })),
        Process = new SalesProcess(
        [
            new Stage(Qualification, "Qualification", StageGroup.Open, .10m, [], [], ["Qualify", "Qualified"]),
            new Stage(Discovery, "Discovery", StageGroup.Open, .20m, [], [], ["Disco"]),
            new Stage(Proposal, "Proposal", StageGroup.Open, .40m, [DealFields.Amount, Stakeholders], [], ["Proposal Sent", "Quote"]),
            new Stage(Negotiation, "Negotiation", StageGroup.Open, .65m, [DealFields.Amount, DealFields.CloseDate, DealFields.NextStep, Timeline], [], ["Negotiating", "Contracting"]),
            new Stage(Won, "Closed Won", StageGroup.Won, 1m, [DealFields.Amount], [], ["Won"]),
            new Stage(Lost, "Closed Lost", StageGroup.Lost, 0m, [], [], ["Lost"]),
        ]),
        LossReasons = new LossReasonCatalog(
        [
            new LossReason("price", "Price", [new("too_expensive", "Too expensive"), new("no_budget", "No budget this year"), new("discount", "Discount not approved")], false, false),
            new LossReason("competitor", "Lost to a competitor", [new("features", "Missing features"), new("incumbent", "Stayed with the incumbent"), new("relationship", "Better relationship")], true, false),
            new LossReason("no_decision", "No decision", [new("no_priority", "Not a priority now"), new("went_silent", "Went silent"), new("reorganised", "Reorganisation")], false, false),
            new LossReason("fit", "Poor fit", [new("integration", "Integration missing"), new("too_small", "Too small for us"), new("security", "Security requirements")], false, false),
            new LossReason("other", "Other", [], false, true),
        ]),
        Leads = LeadPolicy.Usual with
        {
            Routes =
            [
                new LeadRoute("AMER", ["AMER East", "AMER West"]) { Regions = ["AMER"] },
                new LeadRoute("EMEA", ["EMEA"]) { Regions = ["EMEA"] },
                new LeadRoute("APAC", ["APAC"], RouteChoice.Load) { Regions = ["APAC"] },
            ],
        },
        Sources = ["Inbound", "Outbound", "Partner", "Event", "Referral"],
        Segments = ["SMB", "Mid-Market", "Enterprise"],
        Regions = ["AMER", "EMEA", "APAC"],
        DealTypes = ["New Business", "Expansion", "Renewal"],
        Competitors = ["Acumen", "Bluefin", "Corvus", "Data Harbor"],
        Fields =
        [
            new DealField(Stakeholders, "Stakeholders", FieldKind.Text, [], "Who decides and who pays"),
            new DealField(Timeline, "Timeline", FieldKind.Text, [], "When the buyer needs it"),
            new DealField("budget", "Budget", FieldKind.Text, [], "What the buyer has set aside"),
        ],
        Teams =
        [
            new Team("AMER East", "AMER", Room("#amer-east-deals")),
            new Team("AMER West", "AMER", Room("#amer-west-deals")),
            new Team("EMEA", "EMEA", Room("#emea-deals")),
            new Team("APAC", "APAC", Room("#apac-deals")),
        ],
        MetricOwners = new Dictionary<string, string>
        {
            ["bookings"] = "Finance",
            ["pipeline"] = "RevOps",
            ["win_rate"] = "RevOps",
            ["sales_cycle"] = "Sales",
        },
        DefaultMetricOwner = "RevOps",
        Glossary = Glossary(firstYear),

        // Nobody of a made-up company waits for it in the morning; "my digest" shows it.
        Alerts = new AlertSettings { SendsDigests = false },
    };

    /// <summary>The usual meanings; what an MQL is changed in the middle of this year.</summary>
    private static List<GlossaryEntry> Glossary(int firstYear)
    {
        var usual = CompanyFile.Default.Glossary;
        var mql = usual.First(entry => entry.Term == "MQL");
        return
        [
            .. usual.TakeWhile(entry => entry != mql),
            mql,
            mql with
            {
                Definition = "A marketing qualified lead: it fits the customers we want and asked for a demo, a price or a call; reading alone no longer counts.",
                CounterExample = "Somebody of the right company who has only downloaded a white paper.",
                From = new DateOnly(firstYear + 1, 7, 1),
            },
            .. usual.SkipWhile(entry => entry != mql).Skip(1),
        ];
    }

    private static Dictionary<string, string> Room(string slack) => new() { ["slack"] = slack };
}
