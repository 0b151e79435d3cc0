namespace RevBot.Pipeline.Alerts.Ledger;

/// <summary>What became of the alerts of some days, rule by rule.</summary>
/// <param name="From">First company day on which they were told.</param>
/// <param name="To">Last company day.</param>
/// <param name="Scores">The rule that told most first; only those that told something.</param>
public sealed record AlertReport(DateOnly From, DateOnly To, IReadOnlyList<AlertScore> Scores)
{
    public int Told => Scores.Sum(score => score.Told);

    public int ActedOn => Scores.Sum(score => score.ActedOn);
}
