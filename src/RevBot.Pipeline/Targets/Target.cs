using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Targets;

/// <summary>What somebody is to win on some days, or said they would: a quota, a submitted forecast.</summary>
/// <param name="Category">Of a forecast: "Commit"; empty for a quota.</param>
/// <param name="First"><see cref="DateOnly.DayNumber"/> of its first day.</param>
/// <param name="Last">Of its last day.</param>
/// <param name="Amount">For all its days, in the company's currency.</param>
internal sealed record Target(PersonId Owner, string Category, int First, int Last, decimal Amount)
{
    public int Days => Last - First + 1;

    /// <summary>What falls on some of its days, each an equal part; the parts of a target sum to it exactly.</summary>
    public decimal On(int first, int last) => UpTo(last) - UpTo(first - 1);

    private decimal UpTo(int day) => day >= Last ? Amount : Math.Round(Amount * (day - First + 1) / Days, 14);
}
