using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>What quotas come to, and what is won and open against them, from the store alone. Quotas of the demo company are whole quarters, and so are the questions.</summary>
internal sealed class TargetReckoning(DemoStore store, ExpectedQuestion question)
{
    public static bool Knows(string measure) => measure.StartsWith("quota.", StringComparison.Ordinal) || measure is "coverage.remaining" or "coverage.gross";

    public Reckoned Total()
    {
        var quota = Rows($"SELECT count(*), sum(amount_cents) / 100.0 FROM quotas WHERE start_date >= '{question.From}' AND end_date <= '{question.To}'");
        var won = Deals("status = 'won'", "closed_on");
        var open = Deals("status = 'open'", "close_date");
        return question.Measure switch
        {
            "quota.target" => new Reckoned("", quota.Sum, null, quota.Count),
            "quota.gap" => new Reckoned("", quota.Sum - won.Sum, null, won.Count),
            "quota.attainment" => new Reckoned("", won.Sum / quota.Sum, null, won.Count),
            "coverage.gross" => new Reckoned("", open.Sum / quota.Sum, null, open.Count),
            _ => new Reckoned("", open.Sum / (quota.Sum - won.Sum), null, open.Count),
        };
    }

    private (int Count, decimal Sum) Deals(string population, string date) =>
        Rows($"{SqlWords.Deals} SELECT count(*), sum(amount_cents * rate) / 10000.0 FROM rated WHERE {population} AND amount_cents IS NOT NULL AND {SqlWords.Between(date, question.From, question.To)}");

    private (int Count, decimal Sum) Rows(string sql)
    {
        var row = store.Rows(sql)[0];
        return ((int)(long)row[0]!, row[1] is null ? 0 : Convert.ToDecimal(row[1], CultureInfo.InvariantCulture));
    }
}
