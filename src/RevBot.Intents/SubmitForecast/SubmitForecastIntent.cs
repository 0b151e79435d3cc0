using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;

namespace RevBot.Intents.SubmitForecast;

/// <summary>"Submit my forecast", "my commit is 420k, best case 510k for next quarter": the form holds what was said and what the deals say.</summary>
public sealed partial class SubmitForecastIntent(DealDesk desk) : IIntent
{
    public IntentDescription Description { get; } = new(
        ForecastSubmitter.Intent,
        "Submit your forecast: commit, best case and a note, beside what your deals say",
        ["submit my forecast", "my commit is 420k, best case 510k"],
        Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        var said = utterance.Plain;
        return ValueTask.FromResult(said.Length < 300 && (Submitting().IsMatch(said) || Saying().IsMatch(said)) ? new Recognition(1, said) : null);
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (said, scene) = ((string)call, await desk.OpenAsync(context, cancellationToken));
        if (ForecastSubmitter.Refusal(scene) is { } refusal)
        {
            return DealDesk.Refuse(ForecastSubmitter.Intent, refusal);
        }

        var seed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, match) in new[] { (ForecastSubmitter.CommitKey, Commit().Match(said)), (ForecastSubmitter.BestCaseKey, BestCase().Match(said)) })
        {
            if (match.Success && AmountWords.TryRead(match.Groups["amount"].Value, out var amount, out var currency) && (currency is null || currency == scene.Company.Currency))
            {
                seed[key] = amount.ToString("0.##", CultureInfo.InvariantCulture);
            }
        }

        if (When().Match(said) is { Success: true } when)
        {
            seed[ForecastSubmitter.PeriodKey] = $"{when.Groups["which"].Value.ToLowerInvariant()}-{when.Groups["unit"].Value.ToLowerInvariant()}";
        }

        return ForecastSubmitter.Offer(seed, scene);
    }

    [GeneratedRegex(@"^(?:(?:please|pls|can you|could you|can i|i want to|i'd like to|i need to|i have to|let me|let's|time to)[, ]+)*(?:submit|send in|enter|file|give|make|update|change|revise) (?:my|a|the) (?:new )?(?:sales )?(?:forecast|call|commit|number)s?\b(?! (?:accuracy|of (?!next|this)\w+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Submitting();

    [GeneratedRegex(@"^(?:my |i )(?:commit|best case|forecast|call)(?: (?:to|for (?:this|next) (?:quarter|month)))?(?: is| at| of|:)? ?[$€£]?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Saying();

    [GeneratedRegex(@"\b(?:commit|call|forecast|number)(?: (?:to|for (?:this|next) (?:quarter|month)))?(?: is| at| of| to|:)? ?(?<amount>[$€£]?\d[\d.,]*\d?\s?(?:k|m|mn|million|thousand)?\b(?: ?(?:usd|eur|gbp))?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Commit();

    [GeneratedRegex(@"\b(?:best case|upside)(?: is| at| of| to|:)? ?(?<amount>[$€£]?\d[\d.,]*\d?\s?(?:k|m|mn|million|thousand)?\b(?: ?(?:usd|eur|gbp))?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BestCase();

    [GeneratedRegex(@"\b(?<which>this|next) (?<unit>quarter|month)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex When();
}
