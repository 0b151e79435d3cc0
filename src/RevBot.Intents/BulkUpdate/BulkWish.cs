using System.Globalization;
using RevBot.Intents.Changes;
using RevBot.Intents.UpdateDeal;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.BulkUpdate;

/// <summary>What is to become of many deals.</summary>
internal sealed record BulkWish
{
    private const string ToKey = "to";
    private const string WhyKey = "why";
    private const string StepKey = "step";
    private const string FieldKey = "field";
    private const string LaterKey = "later";
    private const string AskKey = "ask";
    private const string ValuePrefix = "set.";

    /// <summary>The stage they go to; null when they stay in theirs.</summary>
    public StageId? To { get; init; }

    /// <summary>Values by field, in canonical text; null clears. What a move is told, too.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    /// <summary>How much <see cref="SteppedField"/> changes in each deal; null when values are given.</summary>
    public FieldStep? Step { get; init; }

    public string SteppedField { get; init; } = DealFields.CloseDate;

    /// <summary>Why, in the person's words.</summary>
    public string? Why { get; init; }

    /// <summary>True where only a later close date was asked for.</summary>
    public bool OnlyLater { get; init; }

    /// <summary>Fields whose value was not said: asked for once, for all.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Keys of the fields it is about; what others wrote into them meanwhile goes first.</summary>
    /// <param name="answered">Keys of the fields that were filled in.</param>
    public IReadOnlyCollection<string> Fields(IEnumerable<string> answered) => [.. Values.Keys, .. answered, .. Step is null ? Array.Empty<string>() : [SteppedField]];

    public static BulkWish Read(IReadOnlyDictionary<string, string> seed) => new()
    {
        To = seed.TryGetValue(ToKey, out var to) ? new StageId(to) : null,
        Values = seed.Where(item => item.Key.StartsWith(ValuePrefix, StringComparison.Ordinal)).ToDictionary(item => item.Key[ValuePrefix.Length..], item => item.Value.Length == 0 ? null : item.Value, StringComparer.Ordinal),
        Step = seed.TryGetValue(StepKey, out var step) ? StepOf(step) : null,
        SteppedField = seed.GetValueOrDefault(FieldKey, DealFields.CloseDate),
        Why = seed.GetValueOrDefault(WhyKey),
        OnlyLater = seed.ContainsKey(LaterKey),
        Asked = seed.TryGetValue(AskKey, out var asked) ? asked.Split(',', StringSplitOptions.RemoveEmptyEntries) : [],
    };

    public void Write(Dictionary<string, string> seed)
    {
        Put(ToKey, To?.Value);
        Put(WhyKey, Why);
        Put(StepKey, Step is null ? null : TextOf(Step));
        Put(FieldKey, Step is null ? null : SteppedField);
        Put(LaterKey, OnlyLater ? "yes" : null);
        Put(AskKey, Asked.Count == 0 ? null : string.Join(',', Asked));
        foreach (var (key, value) in Values)
        {
            seed[ValuePrefix + key] = value ?? "";
        }

        void Put(string key, string? value)
        {
            if (value is not null)
            {
                seed[key] = value;
            }
        }
    }

    /// <summary>"close date to January 2027, same day", "stage to Closed Lost", "owner to Maria Silva".</summary>
    public string Words(WriteContext context)
    {
        if (To is { } stage)
        {
            return $"stage to {context.NameOf(stage)}";
        }

        if (Step is not null)
        {
            var field = ChangeLines.LabelOf(SteppedField, context).ToLowerInvariant();
            return Step switch
            {
                FieldStep.SameDay { OfQuarter: true } day => $"{field} to {Month(day)} – {new DateOnly(day.Year, day.Month, 1).AddMonths(2).ToString("MMMM yyyy", WordingCulture.English)}, same day",
                FieldStep.SameDay day => $"{field} to {Month(day)}, same day",
                FieldStep.Span span => $"{field} {Length(span)} {(span.Days + span.Months < 0 ? "earlier" : "later")}",
                FieldStep.Share share => $"{field} {(share.Percent < 0 ? "down" : "up")} by {CountText.Number(Math.Abs(share.Percent))}%",
                FieldStep.Sum sum => $"{field} {(sum.Amount < 0 ? "down" : "up")} by {CountText.Number(Math.Abs(sum.Amount))}{(sum.Currency is null ? "" : $" {sum.Currency}")}",
                _ => field,
            };
        }

        return CountText.List(Values.Select(value => value.Value is { } text
            ? $"{Label(value.Key)} to {(value.Key == DealFields.NextStep ? $"“{text}”" : ChangeLines.Show(value.Key, text, context))}"
            : $"no {Label(value.Key)}").Concat(Asked.Where(key => !Values.ContainsKey(key)).Select(Label)));

        string Label(string key) => ChangeLines.LabelOf(key, context).ToLowerInvariant();
    }

    private static string Month(FieldStep.SameDay day) => new DateOnly(day.Year, day.Month, 1).ToString("MMMM yyyy", WordingCulture.English);

    private static string Length(FieldStep.Span span) => Math.Abs(span.Months) > 0 ? CountText.Of(Math.Abs(span.Months), "month")
        : span.Days % 7 == 0 ? CountText.Of(Math.Abs(span.Days) / 7, "week")
        : CountText.Of(Math.Abs(span.Days), "day");

    private static string TextOf(FieldStep step) => step switch
    {
        FieldStep.SameDay day => string.Create(CultureInfo.InvariantCulture, $"same {day.Year} {day.Month} {(day.OfQuarter ? 1 : 0)}"),
        FieldStep.Span span => string.Create(CultureInfo.InvariantCulture, $"span {span.Days} {span.Months} 0"),
        FieldStep.Share share => string.Create(CultureInfo.InvariantCulture, $"share {share.Percent} 0 0"),
        FieldStep.Sum sum => string.Create(CultureInfo.InvariantCulture, $"sum {sum.Amount} 0 {sum.Currency ?? "-"}"),
        _ => throw new ArgumentException($"A step of {step.GetType().Name} cannot be kept.", nameof(step)),
    };

    private static FieldStep StepOf(string text)
    {
        var parts = text.Split(' ');
        var first = decimal.Parse(parts[1], CultureInfo.InvariantCulture);
        var second = int.Parse(parts[2], CultureInfo.InvariantCulture);
        return parts[0] switch
        {
            "same" => new FieldStep.SameDay((int)first, second, parts[3] == "1"),
            "span" => new FieldStep.Span((int)first, second),
            "share" => new FieldStep.Share(first),
            _ => new FieldStep.Sum(first, parts[3] == "-" ? null : parts[3]),
        };
    }
}
