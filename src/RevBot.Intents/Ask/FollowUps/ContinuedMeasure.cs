using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>The measure a sentence that goes on asks for: the one it names, or the one of the question before in another way ("in dollars", "weighted", "and lost?").</summary>
internal sealed class ContinuedMeasure(SentenceParts parts, QuestionReading.Understood last, FollowUpWords words, bool isNamed)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly IReadOnlyList<LexiconSpan> _spans = parts.Spans;
    private readonly MeasureKin _kin = new(parts.Catalog);

    /// <summary>"Weighted?" behind what is open.</summary>
    public bool WantsWeighted => _spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "weighted" }) && MeasureKin.AreOfSame(MeasureIds.Weighted, last.Question.Measure);

    /// <summary>"As a percentage" behind what slipped.</summary>
    public bool WantsRate => Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "%" or "percent" or "percentage" or "pct" or "rate") && _kin.Rate(last.Question.Measure) is not null;

    /// <summary>"How much is he short", "how far off am I" behind a quota.</summary>
    public bool WantsGap => last.Question.Measure.StartsWith("quota.", StringComparison.Ordinal) && GapAt().Any() && !_spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Rank or LexiconKind.Deals);

    public bool HasMedian => _kin.Median(last.Question.Measure) is not null;

    /// <summary>"Who slipped the most" behind how much slipped: how it is measured was said before.</summary>
    private bool SaysByVerb => _spans.Where(span => span.Kind == LexiconKind.Measure).All(span => span.Count == 1 && _sentence[span.First] is "slip" or "slips" or "slipped" or "slipping" or "slid");

    /// <summary>What says a gap is understood by it.</summary>
    public void TakeGap()
    {
        foreach (var at in GapAt())
        {
            _sentence.Take(at, 1);
        }
    }

    private IEnumerable<int> GapAt() => Enumerable.Range(0, _sentence.Count).Where(at => _sentence[at] is "short" or "far" or "shy" or "missing" or "behind" or "lacking" or "shortfall" || (_sentence[at] is "off" or "away" or "left" or "remaining" or "go" or "needed" or "need" or "from" or "to" or "still" or "it" or "that" && Enumerable.Range(0, _sentence.Count).Any(other => _sentence[other] is "far" or "short" or "much")));

    /// <summary>Null when none is asked for.</summary>
    public string? Of(MeasureReader named)
    {
        var before = last.Question.Measure;
        if (LeadReader.IsOfLeads(before) && named.SpeaksOfShare && (words.PointsBack || words.AsksOutright) && Enumerable.Range(0, _sentence.Count).Any(at => _sentence.Stem(at) is "convert" or "converted" || (_sentence[at] is "became" or "become" or "turned" or "turn" or "made" && Enumerable.Range(at + 1, 4).Any(into => _sentence.Stem(into) is "opportunity" or "opp" or "deal"))))
        {
            // "What % of them converted".
            return parts.Catalog.Find("leads.conversion")?.Id;
        }

        if (LeadReader.IsOfLeads(before) && _spans.Any(span => span is { Kind: LexiconKind.Measure, Value: MeasureIds.WinRate or MeasureIds.NextStage or MeasureIds.ToWon } && Enumerable.Range(span.First, span.Count).Any(at => _sentence.Stem(at) is "conversion" or "convert" or "converted" or "converting")))
        {
            // "And their conversion?" is that of the leads.
            return parts.Catalog.Find("leads.conversion")?.Id;
        }

        if (WantsGap)
        {
            return MeasureIds.QuotaGap;
        }

        if (isNamed)
        {
            var measure = named.Read(parts.Periods.Count > 0 && parts.Periods[0].Reading.Expected.End < parts.Context.Today) ?? before;
            return MeasureKin.AreOfSame(measure, before) && SaysByVerb ? before : measure;
        }

        var count = named.WantsCount || (!named.WantsAmount && MeasureKin.IsCount(before));
        var state = _spans.FirstOrDefault(span => span.Kind == LexiconKind.State && _sentence[span.First] is not ("add" or "bring") && span.Value is "won" or "lost" or "open" or "created");
        if (state is not null && _kin.Of(state.Value, before, count) is { } other)
        {
            return other;
        }

        return WantsWeighted ? MeasureIds.Weighted
            : WantsRate ? _kin.Rate(before)
            : named.WantsCount ? _kin.Count(before)
            : named.WantsAverage ? _kin.Average(before)
            : named.WantsMedian ? _kin.Median(before)
            : named.WantsAmount && !scopeIsAmount() ? _kin.Amount(before)
            : null;

        // "by value" is how a rate is weighed, "over a value of 50k" is a filter.
        bool scopeIsAmount() => parts.Filters.Any(filter => filter.Filter is DealFilter.Amount);
    }
}
