using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Approvals;

/// <summary>What the form remembers of what is to be approved.</summary>
/// <param name="Stage">Where the deal is to go; where it is, for a change that needs an approval there.</param>
/// <param name="Gate">Key of the gate; null for an exception.</param>
/// <param name="Facts">What was said along with it.</param>
public sealed record ApprovalSeed(DealId Deal, StageId Stage, string? Gate, IReadOnlyDictionary<string, string> Facts, string? Reason = null, DateOnly? Until = null)
{
    private const string FactPrefix = "fact.";

    public static ApprovalSeed Read(IReadOnlyDictionary<string, string> seed) => new(
        new DealId(seed["deal"]),
        new StageId(seed["stage"]),
        seed.GetValueOrDefault("gate"),
        seed.Where(item => item.Key.StartsWith(FactPrefix, StringComparison.Ordinal)).ToDictionary(item => item.Key[FactPrefix.Length..], item => item.Value, StringComparer.Ordinal),
        seed.GetValueOrDefault("reason"),
        seed.TryGetValue("until", out var until) ? DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

    public Dictionary<string, string> Write()
    {
        var seed = new Dictionary<string, string>(StringComparer.Ordinal) { ["deal"] = Deal.Value, ["stage"] = Stage.Value };
        foreach (var (key, value) in (ReadOnlySpan<(string, string?)>)[("gate", Gate), ("reason", Reason), ("until", Until is { } day ? DealValues.Canonical(day) : null)])
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                seed[key] = value;
            }
        }

        foreach (var (key, value) in Facts)
        {
            seed[FactPrefix + key] = value;
        }

        return seed;
    }
}
