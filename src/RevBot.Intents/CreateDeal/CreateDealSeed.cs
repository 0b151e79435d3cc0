using RevBot.Pipeline.Deals;

namespace RevBot.Intents.CreateDeal;

/// <summary>What the form of a new deal remembers from when it was offered.</summary>
/// <param name="Stage">Where the deal begins, when that was said; else it is asked for.</param>
/// <param name="Given">Facts that were said outright, in canonical text.</param>
/// <param name="Maybe">Facts that were read into what was said: filled in to be looked at.</param>
public sealed record CreateDealSeed(StageId? Stage, IReadOnlyDictionary<string, string> Given, IReadOnlyDictionary<string, string> Maybe)
{
    private const string StageKey = "stage";
    private const string GivenPrefix = "fact.";
    private const string MaybePrefix = "maybe.";

    public static CreateDealSeed Empty { get; } = new(null, new Dictionary<string, string>(), new Dictionary<string, string>());

    public static CreateDealSeed Read(IReadOnlyDictionary<string, string> seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        return new CreateDealSeed(seed.TryGetValue(StageKey, out var stage) ? new StageId(stage) : null, Under(seed, GivenPrefix), Under(seed, MaybePrefix));
    }

    public Dictionary<string, string> Write()
    {
        var seed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Stage is { } stage)
        {
            seed[StageKey] = stage.Value;
        }

        foreach (var (key, value) in Given)
        {
            seed[GivenPrefix + key] = value;
        }

        foreach (var (key, value) in Maybe)
        {
            seed[MaybePrefix + key] = value;
        }

        return seed;
    }

    private static Dictionary<string, string> Under(IReadOnlyDictionary<string, string> seed, string prefix) =>
        seed.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(item => item.Key[prefix.Length..], item => item.Value, StringComparer.Ordinal);
}
