using System.Globalization;
using RevBot.Tests.Support;

namespace RevBot.Tests.Journeys;

/// <summary>Who and what the scripts' names in braces stand for: found in the store, for the demo company is another one each day. No deal is given twice.</summary>
internal static class Cast
{
    private const string Open = "FROM deals d JOIN people p ON p.id = d.owner_id LEFT JOIN accounts a ON a.id = d.account_id WHERE d.status = 'open' AND d.id NOT IN ";

    public static IReadOnlyDictionary<string, string> Of(StoreFile store, IReadOnlyList<Stalled> stalled, DateOnly today)
    {
        var cast = new Dictionary<string, string>
        {
            ["won deal"] = store.One("SELECT id FROM deals WHERE status = 'won' ORDER BY id")!,
            ["planned"] = QuarterEnd(today).ToString("d MMM", CultureInfo.InvariantCulture),
            ["in 30 days"] = today.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["manager email"] = store.One("SELECT email FROM people WHERE role = 'manager' AND team = 'EMEA'")!,
            ["operations email"] = store.One("SELECT email FROM people WHERE role = 'operations' ORDER BY id DESC")!,
            ["quiet email"] = store.One("SELECT email FROM people WHERE role = 'executive' ORDER BY id")!,
            ["another rep"] = store.One("SELECT name FROM people WHERE role = 'rep' AND team = 'EMEA' ORDER BY id")!,
        };
        foreach (var (name, one) in new[] { "stalled", "silent", "moving" }.Zip(stalled))
        {
            cast[$"{name} deal"] = one.Id;
            cast[$"{name} name"] = one.Name;
            cast[$"{name} owner"] = one.Owner;
            cast[$"{name} team"] = one.Team;
        }

        // An account without open deals, for those that scripts make: what is said of other accounts stays as it is.
        cast["quiet account"] = store.One("SELECT a.name FROM accounts a WHERE NOT EXISTS (SELECT 1 FROM deals d WHERE d.account_id = a.id AND d.status = 'open') ORDER BY a.name")!;

        // Two open deals of one account, called alike by it.
        var twins = store.Rows("SELECT a.name, min(d.name), max(d.name), min(d.id), max(d.id) FROM deals d JOIN accounts a ON a.id = d.account_id WHERE d.status = 'open' GROUP BY a.id HAVING count(*) = 2 ORDER BY a.name")[0];
        (cast["twins"], cast["one twin"], cast["other twin"]) = (twins[0]!, twins[1]!, twins[2]!);

        var taken = new HashSet<string>(stalled.Select(one => one.Id).Append(twins[3]!).Append(twins[4]!));
        Deal("acme", "d.name LIKE 'Acme %'");
        Deal("rep", "p.role = 'rep' AND d.stage = 'proposal' AND d.currency = 'USD' AND d.amount_cents IS NOT NULL");
        Deal("early", "d.stage = 'qualification' AND d.amount_cents IS NOT NULL");
        Deal("lost", "d.stage = 'discovery' AND d.amount_cents IS NOT NULL");
        Deal("given", $"p.team = 'EMEA' AND d.stage = 'discovery' AND p.name <> '{cast["another rep"]}'");
        Deal("foreign", $"p.role = 'rep' AND d.stage = 'discovery' AND p.name <> '{cast["rep owner"]}'");
        Deal("let", "p.role = 'rep' AND p.team = 'EMEA' AND d.stage = 'qualification' AND d.amount_cents IS NOT NULL");
        Deal("paused", "d.stage = 'discovery'");
        Deal("shared", "p.team = 'EMEA' AND d.stage = 'qualification'");
        Deal("overdue", $"p.role = 'rep' AND d.close_date < '{today.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'");
        foreach (var (name, row) in new[] { "lead", "returned lead", "passed lead", "kept lead" }.Zip(store.Rows("SELECT l.id, p.name, p.email FROM leads l JOIN people p ON p.id = l.owner_id WHERE l.status = 'MQL' AND p.role = 'rep' ORDER BY l.id")))
        {
            (cast[name], cast[$"{name} owner"], cast[$"{name} email"]) = (row[0]!, row[1]!, row[2]!);
        }

        var ripe = store.Rows("SELECT l.id, p.name, p.email FROM leads l JOIN people p ON p.id = l.owner_id JOIN accounts a ON a.name = l.account WHERE l.status = 'SQL' AND p.role = 'rep' ORDER BY l.id")[0];
        (cast["ripe lead"], cast["ripe lead owner"], cast["ripe lead email"]) = (ripe[0]!, ripe[1]!, ripe[2]!);
        return cast;

        void Deal(string name, string condition)
        {
            var row = store.Rows($"SELECT d.id, d.name, p.name, p.email, p.team {Open} ({string.Join(", ", taken.Select(id => $"'{id}'"))}) AND {condition} ORDER BY d.id") is [var first, ..]
                ? first
                : throw new InvalidOperationException($"The demo company has no deal for “{name}”: {condition}.");
            taken.Add(row[0]!);
            (cast[$"{name} deal"], cast[$"{name} name"], cast[$"{name} owner"], cast[$"{name} email"], cast[$"{name} team"]) = (row[0]!, row[1]!, row[2]!, row[3]!, row[4]!);
        }
    }

    /// <summary>The day an audit puts a deal off to: the end of the quarter, or of the next one when fewer than 14 days are left.</summary>
    private static DateOnly QuarterEnd(DateOnly today)
    {
        var end = new DateOnly(today.Year, 1, 1).AddMonths(3 * ((today.Month + 2) / 3)).AddDays(-1);
        return end.DayNumber - today.DayNumber < 14 ? end.AddDays(1).AddMonths(3).AddDays(-1) : end;
    }
}
