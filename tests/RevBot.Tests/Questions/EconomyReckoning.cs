using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>What customers cost and bring, month by month from the imported rows. All of them are in the company's currency.</summary>
internal sealed class EconomyReckoning(DemoStore store, ExpectedQuestion question)
{
    private static readonly string[] Times = ["month", "quarter", "year"];

    public static bool Knows(string measure) => measure.StartsWith("economics.", StringComparison.Ordinal);

    public List<Reckoned> Figures(IReadOnlyList<string> by)
    {
        var (spent, paid, customers) = (Spent(), Paid(), Customers());
        var (from, to) = (question.From ?? "0001-01-01", question.To ?? "2026-11-20");
        Reckoned Both(string label, List<Cost> costs, List<Pay> pays, List<Customer> won) =>
            Of(label, costs, pays, won, from, to) with { Compared = question.ComparedFrom is null ? null : Of(label, costs, pays, won, question.ComparedFrom, question.ComparedTo!).Value };
        if (by.Count == 0)
        {
            return [Both("", spent, paid, customers)];
        }

        if (by is [var time] && Times.Contains(time))
        {
            var (first, last) = (Day(from), Day(to));
            return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).GroupBy(day => TimeLabel.Of(time, day))
                .Select(part => Of(part.Key, spent, paid, customers, Text(part.First()), Text(part.Last()))).Where(row => row.Value is not null || row.Deals > 0)];
        }

        var spends = question.Measure is "economics.cac" or "economics.payback";
        var earns = question.Measure != "economics.cac";
        string Label(string source, string segment) => by[0] == "source" ? source : segment;
        string Payer(Pay row) => by[0] switch { "region" => row.Region, "industry" => row.Industry, _ => row.Segment };
        var labels = (spends ? spent.Select(row => Label(row.Source, row.Segment)).Concat(customers.Select(row => Label(row.Source, row.Segment))) : []).Concat(earns ? paid.Select(Payer) : []).Distinct();
        return [.. labels.Select(label => Both(
            label.Length == 0 ? "(none)" : label,
            [.. spent.Where(row => Label(row.Source, row.Segment) == label)],
            [.. paid.Where(row => Payer(row) == label)],
            [.. customers.Where(row => Label(row.Source, row.Segment) == label)])).Where(row => row.Value is not null || row.Deals > 0)];
    }

    public Dictionary<string, decimal?> Parts() => [];

    private Reckoned Of(string label, List<Cost> spent, List<Pay> paid, List<Customer> customers, string from, string to)
    {
        var (first, last) = (Day(from), Day(to));
        var months = paid.Select(row => row.Month).Distinct().Order().ToList();
        bool In(DateOnly month) => month <= last && month.AddMonths(1) > first;
        decimal Mrr(string name, DateOnly month) => paid.Where(row => row.Name == name && row.Month == month).Sum(row => row.Mrr);
        var names = paid.Select(row => row.Name).Distinct().ToList();
        switch (question.Measure)
        {
            case "economics.cac" or "economics.payback":
                var won = customers.Count(row => row.Day >= first && row.Day <= last);
                var cost = spent.Sum(row => row.Amount * Enumerable.Range(0, DateTime.DaysInMonth(row.Month.Year, row.Month.Month)).Count(day => row.Month.AddDays(day) >= first && row.Month.AddDays(day) <= last) / DateTime.DaysInMonth(row.Month.Year, row.Month.Month));
                var each = won == 0 || !spent.Exists(row => In(row.Month)) ? (decimal?)null : cost / won;
                if (question.Measure == "economics.cac" || each is null)
                {
                    return new Reckoned(label, each, null, won);
                }

                var begun = names.Select(name => paid.Where(row => row.Name == name && row.Mrr > 0).MinBy(row => row.Month)).OfType<Pay>().Where(row => row.Month > months[0] && In(row.Month)).ToList();
                return new Reckoned(label, begun.Count == 0 ? null : each / (begun.Sum(row => row.Mrr * row.Margin) / begun.Count), null, won);
            case "economics.ltv":
                var rows = paid.Where(row => row.Mrr > 0 && In(row.Month)).ToList();
                var (there, gone) = (0, 0);
                foreach (var month in months.Where(month => In(month) && months.Contains(month.AddMonths(-1))))
                {
                    there += names.Count(name => Mrr(name, month.AddMonths(-1)) > 0);
                    gone += names.Count(name => Mrr(name, month.AddMonths(-1)) > 0 && Mrr(name, month) == 0);
                }

                var margin = rows.Count == 0 ? 0 : rows.Sum(row => row.Mrr * row.Margin) / rows.Sum(row => row.Mrr);
                return new Reckoned(label, gone == 0 ? null : rows.Sum(row => row.Mrr) / rows.Count * margin * Math.Min((decimal)there / gone, 60), null, rows.Select(row => row.Name).Distinct().Count());
            default:
                var before = new DateOnly(first.AddDays(first == DateOnly.MinValue ? 0 : -1).Year, first.AddDays(first == DateOnly.MinValue ? 0 : -1).Month, 1);
                var start = months.Contains(before) ? before : months.Find(In);
                var end = months.FindLast(month => month <= last);
                var held = names.Where(name => Mrr(name, start) > 0).ToList();
                var was = held.Sum(name => Mrr(name, start));
                return start == default || end <= start || was == 0
                    ? new Reckoned(label, null, null, 0)
                    : new Reckoned(label, held.Sum(name => question.Measure == "economics.nrr" ? Mrr(name, end) : Math.Min(Mrr(name, start), Mrr(name, end))) / was, null, held.Count);
        }
    }

    private List<Cost> Spent() => [.. store.Rows("SELECT month, amount_cents, source, segment FROM spend").Select(row => new Cost(Month(row[0]), (long)row[1]! / 100m, (string?)row[2] ?? "", (string?)row[3] ?? "")).Where(cost => Holds(cost.Source, cost.Segment))];

    private List<Pay> Paid() => [.. store.Rows("""
        SELECT revenue.customer, revenue.month, revenue.mrr_cents, revenue.margin_bp / 10000.0, a.segment, a.region, a.industry
        FROM revenue LEFT JOIN named_account a ON a.name = lower(revenue.customer)
        """).Select(row => new Pay((string)row[0]!, Month(row[1]), (long)row[2]! / 100m, Convert.ToDecimal(row[3], CultureInfo.InvariantCulture), (string?)row[4] ?? "", (string?)row[5] ?? "", (string?)row[6] ?? "")).Where(row => Holds(null, row.Segment))];

    /// <summary>Each account with the first deal won with it.</summary>
    private List<Customer> Customers() => [.. store.Rows("SELECT account_id, closed_on, source, segment FROM rated WHERE status = 'won' AND account_id IS NOT NULL ORDER BY closed_on, position")
        .DistinctBy(row => (string)row[0]!).Select(row => new Customer(Day((string)row[1]!), (string?)row[2] ?? "", (string?)row[3] ?? "")).Where(customer => Holds(customer.Source, customer.Segment))];

    private bool Holds(string? source, string segment) => question.Filters.All(filter => filter.Split(' ', 2) switch
    {
        ["source", var names] => names.Split(" or ").Contains(source),
        ["segment", var names] => names.Split(" or ").Contains(segment),
        _ => throw new ArgumentException($"No reckoning is known for {filter}."),
    });

    private static DateOnly Month(object? text) => Day(((string)text!).Length == 7 ? $"{text}-01" : (string)text);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Cost(DateOnly Month, decimal Amount, string Source, string Segment);

    private sealed record Pay(string Name, DateOnly Month, decimal Mrr, decimal Margin, string Segment, string Region, string Industry);

    private sealed record Customer(DateOnly Day, string Source, string Segment);
}
