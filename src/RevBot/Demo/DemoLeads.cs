using System.Globalization;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Leads;

namespace RevBot.Demo;

/// <summary>Lives made-up leads from the form they filled in to an opportunity or an end. Two things are there to be found: one rep who answers a day late, and a team that lets MQLs lie.</summary>
/// <param name="random">What the rest of the company is made with; takes from it what it always took.</param>
/// <param name="lives">For what happens to the leads.</param>
internal sealed class DemoLeads(DemoStaff staff, WorkCalendar work, DateTimeOffset now, Random random, Random lives)
{
    private const string WeakTeam = "EMEA";

    private static readonly LifecycleStage[] Ends = [LifecycleStage.New, LifecycleStage.Working, LifecycleStage.Mql, LifecycleStage.Sal, LifecycleStage.Sql, LifecycleStage.Disqualified];

    private readonly DemoRep _slow = staff.SlowToAnswer;

    public List<Lead> Make(int count) => [.. Enumerable.Range(0, count).Select(Live)];

    private Lead Live(int number)
    {
        var created = now.AddDays(-730 * random.NextDouble());
        var converted = random.NextDouble() < .24;
        var region = random.NextDouble() switch { < .52 => "AMER", < .83 => "EMEA", _ => "APAC" };
        var name = $"{Pick(DemoNames.FirstNames)} {Pick(DemoNames.LastNames)}";
        var end = converted ? LifecycleStage.Converted : Ends[random.Next(Ends.Length)];
        var source = DemoCompany.PickSource(random);
        var owner = staff.Pick(region, true, random);
        var account = $"{Pick(DemoNames.AccountFirst)} {Pick(DemoNames.AccountSecond)}";
        var days = converted ? 1 + (20 * random.NextDouble()) : 0;
        var lead = new Lead(
            string.Create(CultureInfo.InvariantCulture, $"L-{number + 1001}"),
            name,
            created,
            Source: source,
            Owner: owner.Person.Id,
            Account: account,
            Segment: lives.NextDouble() switch { < .58 => "SMB", < .88 => "Mid-Market", _ => "Enterprise" },
            Region: region);
        var lived = Through(lead, owner, end, days);

        // What would lie ahead has not happened yet.
        return lived.AsOf(now) is { } known ? known with { Status = Lifecycle.NameOf(known.Stage) } : lived;
    }

    /// <summary>Goes through the stages one after another.</summary>
    /// <param name="days">From creation to conversion at the least.</param>
    private Lead Through(Lead lead, DemoRep owner, LifecycleStage end, double days)
    {
        var answer = (owner == _slow ? 1.3 : lead.Source switch { "Event" => .3, "Inbound" => .08, _ => .14 }) * LogNormal(.8);
        var handoff = (owner.Person.Team == WeakTeam ? 3.6 : .8) * LogNormal(.7);
        var qualifies = 1.5 * LogNormal(.6);
        var sells = 2.5 * LogNormal(.5);
        var (first, mql) = (work.AddBusinessDays(lead.CreatedAt, answer), work.AddBusinessDays(lead.CreatedAt, qualifies));
        var sal = work.AddBusinessDays(mql, handoff);
        var sql = work.AddBusinessDays(sal, sells);
        var (age, luck) = ((now - lead.CreatedAt).TotalDays, lives.NextDouble());
        var (fresh, old, closed) = (age < 7, age > 60, work.AddBusinessDays(lead.CreatedAt, 12 + (20 * lives.NextDouble())));
        return end switch
        {
            LifecycleStage.New when old => lead with { Status = "Recycled", ClosedAt = closed, FirstResponseAt = luck < .75 && first < closed ? first : null },
            LifecycleStage.New => luck < (fresh ? .3 : .9) ? lead with { Status = "Working", FirstResponseAt = first } : lead with { Status = "New" },
            LifecycleStage.Working when old && luck < .6 => lead with { Status = "Recycled", FirstResponseAt = first, ClosedAt = Later(closed, first) },
            LifecycleStage.Working => lead with { Status = "Working", FirstResponseAt = first },
            LifecycleStage.Mql when old && luck < .5 => lead with { Status = "Recycled", FirstResponseAt = first, MqlAt = mql, ClosedAt = Later(closed, mql) },
            LifecycleStage.Mql => lead with { Status = "MQL", FirstResponseAt = fresh && luck > .8 ? null : first, MqlAt = mql },
            LifecycleStage.Sal => lead with { Status = "SAL", FirstResponseAt = Earlier(first, sal), MqlAt = mql, SalAt = sal },
            LifecycleStage.Sql => lead with { Status = "SQL", FirstResponseAt = Earlier(first, sal), MqlAt = mql, SalAt = sal, SqlAt = sql },
            LifecycleStage.Converted => lead with { Status = "Converted", FirstResponseAt = Earlier(first, sal), MqlAt = mql, SalAt = sal, SqlAt = sql, ConvertedAt = Later(lead.CreatedAt.AddDays(days), sql) },
            _ => luck switch
            {
                < .2 => lead with { Status = "Disqualified", ClosedAt = closed },
                < .7 => lead with { Status = "Disqualified", FirstResponseAt = Earlier(first, closed), ClosedAt = closed },
                _ => lead with { Status = "Disqualified", FirstResponseAt = Earlier(first, sal), MqlAt = mql, SalAt = luck < .85 ? sal : null, ClosedAt = Later(closed, sal) },
            },
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private double LogNormal(double spread) =>
        Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - lives.NextDouble())) * Math.Cos(2 * Math.PI * lives.NextDouble()));

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
