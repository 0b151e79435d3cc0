using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Testing;

/// <summary>A small company for tests: six open stages' worth of process, two teams, US dollars, UTC, Monday to Friday.</summary>
public static class TestCompany
{
    public static CompanyProfile Profile { get; } = new()
    {
        Name = "Northwind Test",
        Currency = "USD",
        Rates = new ExchangeRates("USD", [new ExchangeRate("EUR", new DateOnly(2024, 1, 1), 1.10m)]),
        Fiscal = new FiscalCalendar(),
        Work = new WorkCalendar(
            TimeZoneInfo.Utc,
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            []),
        Process = new SalesProcess(
        [
            Open("qualification", "Qualification", .1m),
            Open("discovery", "Discovery", .2m),
            Open("proposal", "Proposal", .4m, enter: [DealFields.Amount]),
            Open("negotiation", "Negotiation", .6m, enter: [DealFields.Amount, DealFields.CloseDate, DealFields.NextStep]),
            new Stage(new StageId("won"), "Closed Won", StageGroup.Won, 1m, [DealFields.Amount], [], ["Won"]),
            new Stage(new StageId("lost"), "Closed Lost", StageGroup.Lost, 0m, [], [], ["Lost"]),
        ]),
        LossReasons = new LossReasonCatalog(
        [
            new LossReason("price", "Price", [new LossDetail("too_expensive", "Too expensive"), new LossDetail("no_budget", "No budget this year")], false, false),
            new LossReason("competitor", "Lost to a competitor", [new LossDetail("features", "Missing features"), new LossDetail("incumbent", "Stayed with the incumbent")], true, false),
            new LossReason("no_decision", "No decision", [new LossDetail("no_priority", "Not a priority"), new LossDetail("went_silent", "Went silent")], false, false),
            new LossReason("other", "Other", [], false, true),
        ]),
        Sources = ["Inbound", "Outbound", "Partner", "Event"],
        Segments = ["SMB", "Mid-Market", "Enterprise"],
        Regions = ["AMER", "EMEA", "APAC"],
        DealTypes = ["New Business", "Expansion", "Renewal"],
        Competitors = ["Acumen", "Bluefin"],
        Teams =
        [
            new Team("EMEA", "EMEA", new Dictionary<string, string> { ["slack"] = "C0EMEA" }),
            new Team("AMER", "AMER", new Dictionary<string, string> { ["slack"] = "C0AMER" }),
        ],
        DefaultMetricOwner = "RevOps",
    };

    private static Stage Open(string id, string name, decimal probability, IReadOnlyList<Criterion>? enter = null) =>
        new(new StageId(id), name, StageGroup.Open, probability, enter ?? [], [], []);
}
