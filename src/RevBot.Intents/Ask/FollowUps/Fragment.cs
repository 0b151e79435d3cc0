using System.Collections.Immutable;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Parts of a question that say of no number what they are parts of: "by region", "last quarter", "EMEA vs AMER", "best rep", "how am I doing this quarter". Which number is meant is asked; a word nobody knows is named.</summary>
internal sealed class Fragment(SentenceParts parts)
{
    /// <summary>How sure a piece without a subject is of being a question.</summary>
    public const double Score = .5;

    private const int MostUnknown = 2;
    private const int MostWords = 10;

    private static readonly string[] Usual = [MeasureIds.WonAmount, MeasureIds.WinRate, MeasureIds.OpenAmount];

    /// <summary>A period, a name or an amount is told.</summary>
    private bool NamesParts => parts.Periods.Count > 0 || parts.Filters.Count > 0 || parts.Scope.Filters().Any();

    private bool AsksHowItGoes => parts.Sentence[0] is "how" or "hows" && Enumerable.Range(1, parts.Sentence.Count).Any(at => parts.Sentence.Stem(at) is "doing" or "do" or "going" or "go" or "looking" or "look");

    /// <summary>"Conversion rate" alone may be of deals, of stages or of leads; null where more is said, or there is but one.</summary>
    public QuestionReading.Unclear? Conversion(string measure)
    {
        var named = parts.Spans.Where(span => span.Kind == LexiconKind.Measure).ToList();
        string[] ways = [MeasureIds.WinRate, MeasureIds.NextStage, "leads.conversion"];
        List<Choice> choices = [.. ways.Select(parts.Catalog.Find).OfType<Metric>().Select(metric => new Choice(metric.Title, metric.Title))];
        return measure == MeasureIds.WinRate && choices.Count > 1 && named is [var only] && parts.Sentence.Stem(only.First) is "conversion" or "convert" && !NamesParts
            && parts.Spans.All(span => span.Kind is LexiconKind.Measure or LexiconKind.Small or LexiconKind.Mine || span is { Kind: LexiconKind.Split, Value: "which" })
            ? new QuestionReading.Unclear("Which conversion do you mean?", choices) { Score = .8 } : null;
    }

    /// <param name="unknown">Positions of the words nobody understood.</param>
    /// <param name="said">The filters that were understood.</param>
    public QuestionReading? Read(IReadOnlyList<int> unknown, ImmutableArray<DealFilter> said, bool isRanked) => unknown.Count > 0 ? Unknown(unknown, said) : Which(isRanked);

    private QuestionReading.Unclear? Which(bool isRanked)
    {
        var asks = isRanked || NamesParts || AsksHowItGoes || parts.Spans.Any(span => span.Kind is LexiconKind.Versus or LexiconKind.Split or LexiconKind.Dimension or LexiconKind.Mine);
        if (!asks || parts.Scope.Ambiguous is not null || parts.Spans.Any(span => span.Kind is LexiconKind.State or LexiconKind.Beyond))
        {
            return null;
        }

        var text = parts.Sentence.Text.TrimEnd('?', ' ', '.', '!');
        var isSentence = parts.Sentence[0] is "how" or "hows" or "what" or "whats" or "who" or "whos" or "which" or "where";
        return new QuestionReading.Unclear(
            "Which number do you mean?",
            [.. Usual.Select(parts.Catalog.Find).OfType<Metric>().Select(metric => new Choice(metric.Title, isSentence ? $"{text} by {metric.Title.ToLowerInvariant()}" : $"{metric.Title} {text}"))])
        { Score = Score };
    }

    /// <summary>"csat last quarter": something is asked for a period or by something, and only what is unknown.</summary>
    private QuestionReading.Refused? Unknown(IReadOnlyList<int> unknown, ImmutableArray<DealFilter> said)
    {
        if (unknown.Count > MostUnknown || parts.Sentence.Count > MostWords || !(NamesParts || parts.Spans.Any(span => span.Kind is LexiconKind.Dimension || span is { Kind: LexiconKind.Aspect, Value: "count" })))
        {
            return null;
        }

        List<string> words = [.. unknown.Select(at => $"“{parts.Sentence.Written(at, 1)}”").Distinct()];
        return new QuestionReading.Refused($"I don't know what {CountText.List(words)} {(words.Count == 1 ? "means" : "mean")} here.", new Question { Measure = MeasureIds.OpenAmount, Filters = said }) { IsOfWords = true, Score = Score };
    }
}
