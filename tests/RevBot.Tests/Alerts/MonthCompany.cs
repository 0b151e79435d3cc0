using System.Globalization;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Testing;

namespace RevBot.Tests.Alerts;

/// <summary>Seven people on three continents, New York time, Europe on Teams; from 12 October to 12 November 2026 both continents turn their clocks back, on different Sundays.</summary>
internal static class MonthCompany
{
    public const int Budget = 3;
    public const string EmeaRoom = "#emea-deals";
    public const string TeamsRoom = "19:emea@thread.tacv2";
    public const string TeamsRoomName = "Sales/EMEA";
    public const string DealDesk = "#deal-desk";
    public const string RuleOwner = "olga";

    public static readonly DateTimeOffset First = new(2026, 10, 12, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Last = new(2026, 11, 13, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The nightly runs of the work days after a day, but for the month's last.</summary>
    public static IEnumerable<DateTimeOffset> NightsAfter(DateOnly day) =>
        Enumerable.Range(1, 31).Select(day.AddDays).Where(next => next < new DateOnly(2026, 11, 12) && Profile.Work.IsWorkDay(next)).Select(next => Profile.Work.StartOf(next).AddHours(6));

    /// <summary>The bot is thrown out of the team's room on each platform, and let in again.</summary>
    public static readonly DateTimeOffset SlackRoomBack = new(2026, 11, 4, 14, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset TeamsRoomBack = new(2026, 11, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>While a guest is in the team's room.</summary>
    public static readonly (DateTimeOffset From, DateTimeOffset To) GuestInSlackRoom = (new(2026, 10, 16, 5, 0, 0, TimeSpan.Zero), new(2026, 10, 27, 20, 0, 0, TimeSpan.Zero));
    public static readonly (DateTimeOffset From, DateTimeOffset To) GuestInTeamsRoom = (new(2026, 10, 14, 5, 0, 0, TimeSpan.Zero), new(2026, 10, 26, 20, 0, 0, TimeSpan.Zero));

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static readonly IReadOnlyList<MonthPerson> People =
    [
        new("ana", "Ana Ruiz", PersonRole.Rep, "AMER", "mia", "slack", "America/New_York"),
        new("ben", "Ben Cole", PersonRole.Rep, "AMER", "mia", "slack", "America/Los_Angeles"),
        new("mia", "Mia Stone", PersonRole.Manager, "AMER", null, "slack", "America/New_York"),
        new("kenji", "Kenji Mori", PersonRole.Rep, "APAC", "mia", "slack", "Asia/Tokyo"),
        new("lena", "Lena Voss", PersonRole.Rep, "EMEA", "otto", "teams", "Europe/Berlin"),
        new("otto", "Otto Brandt", PersonRole.Manager, "EMEA", null, "teams", "Europe/Berlin"),
        new(RuleOwner, "Olga Ilves", PersonRole.Operations, null, null, "slack", "Europe/Berlin"),
    ];

    public static CompanyProfile Profile { get; } = TestCompany.Profile with
    {
        Name = "Month Test",
        Work = new WorkCalendar(Zone, TestCompany.Profile.Work.WorkDays, [new DateOnly(2026, 10, 21), new DateOnly(2026, 11, 11)]),
        Teams =
        [
            new Team("AMER", "AMER", new Dictionary<string, string> { ["slack"] = "#amer-deals" }),
            new Team("EMEA", "EMEA", new Dictionary<string, string> { ["slack"] = EmeaRoom, ["teams"] = TeamsRoomName }),
            new Team("APAC", "APAC", new Dictionary<string, string> { ["slack"] = "#apac-deals" }),
        ],
        Alerts = new AlertSettings
        {
            DefaultStageDays = 8,
            MaxCardsPerRoom = Budget,
            SnoozeDays = 5,
            Rules =
            [
                new AlertRule(AlertKind.StalledDeal) { Scope = new AlertScope { Teams = ["APAC"] }, To = AlertRoute.Owner, When = AlertTiming.AtOnce },
                new AlertRule(AlertKind.StalledDeal) { When = AlertTiming.AtOnce },
                new AlertRule(AlertKind.CloseDatePassed) { Threshold = 1, To = AlertRoute.Owner, When = AlertTiming.AtOnce },
                new AlertRule(AlertKind.CloseDatePushed) { Threshold = 2, To = AlertRoute.Manager, When = AlertTiming.AtOnce },
                new AlertRule(AlertKind.AmountChanged) { Threshold = 20, To = AlertRoute.Manager, When = AlertTiming.AtOnce },
                new AlertRule(AlertKind.NoActivity) { Threshold = 12, To = new AlertRoute(AlertReader.Room, DealDesk), When = AlertTiming.AtOnce },
                new AlertRule(AlertKind.LargeWin) { Threshold = 60_000, To = AlertRoute.Team, When = AlertTiming.AtOnce },
                new AlertRule(AlertKind.LargeLoss) { Threshold = 60_000, To = AlertRoute.Manager, When = AlertTiming.AtOnce },
            ],
        },
    };

    public static IEnumerable<MonthPerson> Reps => People.Where(person => person.Role == PersonRole.Rep);

    public static MonthPerson Person(string id) => People.Single(person => person.Id == id);

    /// <summary>Eight open deals a rep, with some weeks of history, and what they were like before is up to the seed.</summary>
    public static PipelineLoad Pipeline(Random random)
    {
        var pipeline = new APipeline(Profile);
        foreach (var person in People)
        {
            pipeline.Person(person.Id, person.Name, person.Team, person.Role, person.Manager);
        }

        var number = 100;
        foreach (var (rep, at) in Reps.SelectMany(rep => Enumerable.Range(0, 8).Select(at => (rep, at))))
        {
            var created = new DateTime(2026, 8, 10, 9, 0, 0, DateTimeKind.Utc).AddDays(random.Next(0, 40)).AddMinutes(random.Next(0, 400));
            var closes = DateOnly.FromDateTime(First.UtcDateTime).AddDays(random.Next(-6, 50));
            pipeline.Deal(
                $"D-{++number}", $"{rep.Name.Split(' ')[1]} {Text($"{at + 1}")}", Text($"{created:O}"), owner: rep.Id, amount: random.Next(10, 120) * 1_000m, closeDate: Text($"{closes:yyyy-MM-dd}"),
                then: story =>
                {
                    var moment = created;
                    foreach (var stage in new[] { "discovery", "proposal" }.Take(random.Next(0, 3)))
                    {
                        moment = moment.AddDays(random.Next(2, 9));
                        story.Moves(Text($"{moment:O}"), stage);
                    }
                });
        }

        return pipeline.Load();
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
