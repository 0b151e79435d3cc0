namespace RevBot.Tests.Questions;

/// <summary>Conversion from plain rows: what became of each deal that first came to a stage, and Aalen–Johansen day by day.</summary>
/// <param name="horizon">Days each deal is followed for at most; null without a limit.</param>
internal sealed class ConversionReckoning(DemoStore store, bool won, int? horizon)
{
    /// <summary>First stays of deals in a stage, with the day the next later stage was entered and how the deal ended.</summary>
    public const string Passages = """
        , stage_order(stage, place) AS (VALUES ('qualification', 1), ('discovery', 2), ('proposal', 3), ('negotiation', 4)),
        first_stay AS (
            SELECT rated.*, visits.stage AS visited, company_day(visits.entered_at) AS entered_on,
                (SELECT min(later.entered_at) FROM visits later JOIN stage_order there ON there.stage = later.stage
                    WHERE later.deal = visits.deal AND later.number > visits.number AND there.place > here.place) AS further_at,
                (SELECT last.exited_at FROM visits last WHERE last.deal = visits.deal ORDER BY last.number DESC LIMIT 1) AS ended_at
            FROM visits JOIN rated ON rated.position = visits.deal JOIN stage_order here ON here.stage = visits.stage
            WHERE NOT EXISTS (SELECT 1 FROM visits before WHERE before.deal = visits.deal AND before.stage = visits.stage AND before.number < visits.number)),
        passage AS (
            SELECT *, CASE WHEN further_at IS NOT NULL THEN company_day(further_at) END AS further_on, CASE WHEN ended_at IS NOT NULL THEN company_day(ended_at) END AS ended_on FROM first_stay)
        """;

    /// <param name="label">SQL of the row's label.</param>
    public Dictionary<string, (decimal Share, int Deals)> Of(string label, string where)
    {
        var end = won ? "ended_on" : "coalesce(further_on, ended_on)";
        var rows = store.Rows($"""
            {SqlWords.Deals}{Passages}
            SELECT {label}, id, CAST(max(0, julianday(coalesce({end}, '2026-11-20')) - julianday(entered_on)) AS INTEGER), {end} IS NOT NULL, {(won ? "0" : "further_on IS NOT NULL")} OR (ended_on IS NOT NULL AND status = 'won')
            FROM passage WHERE {where}
            """);
        return rows.GroupBy(row => (string)row[0]!).ToDictionary(
            group => group.Key,
            group => ((decimal)ShareOf([.. group.Select(row => ((int)(long)row[2]!, (long)row[3]! == 1, (long)row[4]! == 1))]), group.Select(row => (string)row[1]!).Distinct().Count()));
    }

    private double ShareOf(List<(int Days, bool Ended, bool Reached)> deals)
    {
        var (still, share) = (1d, 0d);
        foreach (var day in deals.GroupBy(deal => deal.Days).OrderBy(day => day.Key).TakeWhile(day => horizon is null || day.Key <= horizon))
        {
            var atRisk = (double)deals.Count(deal => deal.Days >= day.Key);
            share += still * day.Count(deal => deal.Reached) / atRisk;
            still *= 1 - (day.Count(deal => deal.Ended) / atRisk);
        }

        return share;
    }
}
