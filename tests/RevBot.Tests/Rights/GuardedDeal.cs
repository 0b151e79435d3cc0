using System.Globalization;

namespace RevBot.Tests.Rights;

/// <summary>A deal of <see cref="GuardedCompany"/>, by what would give it away.</summary>
internal sealed record GuardedDeal(string Id, string Name, string? Owner, decimal Amount)
{
    /// <summary>What says that there is such a deal.</summary>
    public IReadOnlyList<string> Names => [Id, Name];

    /// <summary>Its amount as cards, charts and data write it.</summary>
    public IReadOnlyList<string> Amounts =>
    [
        Amount.ToString("N0", CultureInfo.InvariantCulture), Amount.ToString("0", CultureInfo.InvariantCulture), Math.Round(Amount / 1000, 1).ToString("0.#", CultureInfo.InvariantCulture) + "k",
    ];
}
