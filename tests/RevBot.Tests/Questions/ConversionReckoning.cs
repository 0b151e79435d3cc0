namespace RevBot.Tests.Questions;

/// <summary>Conversion from plain rows: what became of each deal that first came to a stage, and Aalen–Johansen day by day.</summary>
/// <param name="horizon">Days each deal is followed for at most; null without a limit.</param>
internal sealed class ConversionReckoning(DemoStore store, bool won, int? horizon)
{
    /// <param name="label">SQL of the row's label.</param>
    public Dictionary<string, (decimal Share, int Deals)> Of(string label, string where)
    {
        var end = won ? "ended_on" : "coalesce(further_on, ended_on)";
        var rows = store.Rows($"""
            SELECT {label}, id, CAST(max(0, julianday(coalesce({end}, '2026-11-20')) - julianday(entered_on)) AS INTEGER), {end} IS NOT NULL, {(won ? "0" : "further_on IS NOT NULL")} OR (ended_on IS NOT NULL AND status = 'won')
            FROM passage WHERE {where}
            """);
        return rows.GroupBy(row => (string)row[0]!).ToDictionary(
            group => group.Key,
            group => ((decimal)ShareOf([.. group.Select(row => ((int)(long)row[2]!, (long)row[3]! == 1, (long)row[4]! == 1))]), group.Select(row => (string)row[1]!).Distinct().Count()));
    }

    private double ShareOf(List<(int Days, bool Ended, bool Reached)> deals)
    {
        var (still, share, atRisk) = (1d, 0d, deals.Count);
        foreach (var day in deals.GroupBy(deal => deal.Days).OrderBy(day => day.Key).TakeWhile(day => horizon is null || day.Key <= horizon))
        {
            share += still * day.Count(deal => deal.Reached) / atRisk;
            still *= 1 - ((double)day.Count(deal => deal.Ended) / atRisk);
            atRisk -= day.Count();
        }

        return share;
    }
}
