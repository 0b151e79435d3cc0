using System.Globalization;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Targets;

namespace RevBot.Demo;

/// <summary>A believable company for trying the bot out: the same seed and day give the same company to the last event. Two years of deals that end today, with stalls, slips and losses worth asking about.</summary>
internal sealed class DemoCompany(int seed, int deals, DateTimeOffset now, double wander = 0)
{
    private const int ChunkSize = 20_000;
    private const int LeadSeed = 0x1EAD;
    private const int DaysRunning = 240;
    private const string Origin = "demo";

    public CompanyProfile Profile { get; } = DemoProfile.Create(now.Year - 1);

    /// <summary>What its bot kept of forecasts: it has been running for some months, and those before it worked out from the history.</summary>
    /// <param name="written">The company as it was written.</param>
    public PipelineLoad Forecasts(PipelineSnapshot written)
    {
        var runsSince = now.AddDays(-DaysRunning);
        return new PipelineLoad
        {
            Origin = Origin,
            FrozenForecasts =
            [
                .. ForecastFreezer.Past(written, Profile, now, anew: false).Select(forecast => forecast.At < runsSince ? forecast : forecast with { IsFromHistory = false, RecordedAt = forecast.At }),
                .. ForecastFreezer.Today(written, Profile, now),
            ],
        };
    }

    /// <summary>The company in bulk writes of bounded size: people, accounts, leads and targets first, then deals.</summary>
    public IEnumerable<PipelineLoad> Build()
    {
        var random = new Random(seed);
        var staff = new DemoStaff(Math.Max(30, deals / 200), random);
        var accounts = Accounts(Math.Max(600, deals / 4), random);
        yield return new PipelineLoad
        {
            Origin = Origin,
            Reading = "the demo company's people, accounts, leads and targets",
            People = staff.People,
            Accounts = accounts,
            Leads = new DemoLeads(staff, Profile.Work, now, random, new Random(seed ^ LeadSeed)).Make(Math.Min(20_000, deals)),
            Quotas = Quotas(staff),
            Forecasts = Forecasts(staff, random),
        };

        for (var first = 0; first < deals; first += ChunkSize)
        {
            yield return new PipelineLoad
            {
                Origin = Origin,
                Reading = "the demo company's deals",
                Deals = [.. Enumerable.Range(first, Math.Min(ChunkSize, deals - first)).Select(number => Deal(number, staff, accounts, random))],
            };
        }
    }

    private static List<Account> Accounts(int count, Random random)
    {
        var accounts = new List<Account>(count);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var number = 0; number < count; number++)
        {
            var name = number < DemoNames.Known.Length ? DemoNames.Known[number] : null;
            for (var attempt = 0; name is null || !taken.Add(name); attempt++)
            {
                name = $"{Pick(DemoNames.AccountFirst, random)} {Pick(DemoNames.AccountSecond, random)}";
                if (attempt > 3)
                {
                    name += $" {Pick(DemoNames.AccountThird, random)}";
                }

                if (attempt > 12)
                {
                    name = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
                }
            }

            var segment = random.NextDouble() switch { < .58 => "SMB", < .88 => "Mid-Market", _ => "Enterprise" };
            var region = random.NextDouble() switch { < .52 => "AMER", < .83 => "EMEA", _ => "APAC" };
            if (number < DemoNames.Known.Length)
            {
                (segment, region) = (number % 2 == 0 ? "Mid-Market" : "Enterprise", "AMER");
            }

            accounts.Add(new Account(new AccountId(Id("A", number)), name, segment, region, Pick(DemoNames.Industries, random)));
        }

        return accounts;
    }

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number + 1001}");

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    internal static string PickSource(Random random) => random.NextDouble() switch
    {
        < .34 => "Inbound",
        < .62 => "Outbound",
        < .78 => "Partner",
        < .90 => "Event",
        _ => "Referral",
    };

    private DealChange Deal(int number, DemoStaff staff, List<Account> accounts, Random random)
    {
        var known = number < DemoNames.Known.Length;
        var account = known ? accounts[number] : accounts[DemoNames.Known.Length + random.Next(accounts.Count - DemoNames.Known.Length)];

        // Volume grows over the two years: the square root bends a uniform draw towards today.
        var daysAgo = known ? 22 + (number * 3) : 730 * (1 - Math.Pow(random.NextDouble(), .7));
        var created = now.AddDays(-daysAgo);
        created = new DateTimeOffset(created.Year, created.Month, created.Day, 13 + random.Next(8), random.Next(60), random.Next(60), TimeSpan.Zero);
        while (!Profile.Work.IsWorkDay(Profile.Work.DateAt(created)) || created >= now)
        {
            created = created.AddDays(-1);
        }

        var type = random.NextDouble() switch { < .62 => "New Business", < .84 => "Expansion", _ => "Renewal" };
        var rep = staff.Pick(account.Region ?? "AMER", (now - created).TotalDays < 200, random);
        var product = Pick(DemoNames.Products, random);
        var name = $"{account.Name} {(type == "New Business" ? product : type)}";
        return new DemoDeal(new DealId(Id("D", number)), account, rep, created, now, Profile.Work, random, wander).Live(name, product, PickSource(random), type, known);
    }

    private IEnumerable<(DateOnly Start, DateOnly End)> Quarters()
    {
        var today = Profile.Work.DateAt(now);
        var first = Profile.Fiscal.StartOfQuarter(Profile.Fiscal.FiscalYearOf(today), Profile.Fiscal.QuarterOf(today)).AddMonths(-24);
        return Enumerable.Range(0, 10).Select(index => (first.AddMonths(3 * index), first.AddMonths(3 * (index + 1)).AddDays(-1)));
    }

    private List<Quota> Quotas(DemoStaff staff) =>
    [
        .. from quarter in Quarters()
           from person in staff.People
           where person.Role == PersonRole.Rep
           select new Quota(person.Id, quarter.Start, quarter.End, new Money(person.Team == "EMEA" ? 185_000m : 160_000m, "USD")),
    ];

    private List<ForecastSubmission> Forecasts(DemoStaff staff, Random random)
    {
        var submitted = new List<ForecastSubmission>();
        foreach (var (start, end) in Quarters().Where(quarter => Profile.Work.StartOf(quarter.Start) < now))
        {
            foreach (var person in staff.People.Where(person => person.Role == PersonRole.Rep))
            {
                var commit = Math.Round((decimal)(105_000 + (85_000 * random.NextDouble())) / 1_000m) * 1_000m;
                var at = Profile.Work.StartOf(start).AddDays(3).AddHours(10);
                submitted.Add(new ForecastSubmission(person.Id, start, end, "Commit", new Money(commit, "USD"), at));
                submitted.Add(new ForecastSubmission(person.Id, start, end, "Best Case", new Money(Math.Round(commit * 1.35m / 1_000m) * 1_000m, "USD"), at));
            }
        }

        return [.. submitted.Where(entry => entry.SubmittedAt < now)];
    }
}
