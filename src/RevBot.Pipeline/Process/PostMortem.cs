using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Process;

/// <summary>Five questions that are asked of a large loss. The answers are fields of the deal, written like any other; sentences and imports know nothing of them.</summary>
public static class PostMortem
{
    public const string Why = "post_mortem_why";
    public const string LostTo = "post_mortem_lost_to";

    public static IReadOnlyList<DealField> Questions { get; } =
    [
        Question(Why, "Why we lost it, really", "What the buyer would say, not what the form asked for"),
        Question(LostTo, "Who or what we lost to", "A competitor, doing nothing, building it themselves"),
        Question("post_mortem_sign", "When we could have known", "The first sign, and its date"),
        Question("post_mortem_next_time", "What we would do differently", "One thing"),
        Question("post_mortem_return", "Whether we may come back, when", "A date or an event to wait for"),
    ];

    /// <summary>True once any question is answered.</summary>
    public static bool IsOf(Deal deal)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return Questions.Any(question => !string.IsNullOrWhiteSpace(deal.Fields.GetValueOrDefault(question.Key)));
    }

    internal static DealField? Find(string key) => Questions.FirstOrDefault(question => question.Key == key);

    private static DealField Question(string key, string label, string hint) => new(key, label, FieldKind.LongText, [], hint);
}
