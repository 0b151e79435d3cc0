using System.Globalization;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.MoveDeal;

/// <summary>What the move form remembers from when it was offered: the deal and its version then, the wished stage (null: asked for in the form) and the facts given so far.</summary>
public sealed record MoveSeed(DealId Deal, int Version, StageId? To, IReadOnlyDictionary<string, string> Given)
{
    private const string DealKey = "deal";
    private const string VersionKey = "version";
    private const string ToKey = "to";
    private const string FactPrefix = "fact.";

    public static MoveSeed Read(IReadOnlyDictionary<string, string> seed) => new(
        new DealId(seed[DealKey]),
        int.Parse(seed[VersionKey], CultureInfo.InvariantCulture),
        seed.TryGetValue(ToKey, out var to) ? new StageId(to) : null,
        seed.Where(item => item.Key.StartsWith(FactPrefix, StringComparison.Ordinal)).ToDictionary(item => item.Key[FactPrefix.Length..], item => item.Value, StringComparer.Ordinal));

    public Dictionary<string, string> Write()
    {
        var seed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DealKey] = Deal.Value,
            [VersionKey] = Version.ToString(CultureInfo.InvariantCulture),
        };
        if (To is { } to)
        {
            seed[ToKey] = to.Value;
        }

        foreach (var (key, value) in Given)
        {
            seed[FactPrefix + key] = value;
        }

        return seed;
    }
}
