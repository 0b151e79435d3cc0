using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Tells questions about how many deals get on in the funnel from those about deals that are won.</summary>
internal static class StagePassage
{
    /// <summary>How many get on from a stage, or are won from it: "Discovery to Proposal", "conversion from Proposal", "odds of a Negotiation deal being won"; null when something else is meant.</summary>
    public static string? MeasureOf(Sentence sentence, IReadOnlyList<LexiconSpan> spans, StageStep? step, List<string> ids, MeasureReader measures)
    {
        var converts = ids.Exists(id => id.StartsWith("win_rate.", StringComparison.Ordinal))
            && spans.Any(span => span.Kind == LexiconKind.Measure && Enumerable.Range(span.First, span.Count).Any(at => sentence.Stem(at) == "conversion"));
        if (MeasureReader.Has(spans, LexiconKind.Aspect, "long") || measures.WantsAmount || measures.WantsAverage || measures.Has("lost") || measures.Has("open") || ids.Exists(id => !id.StartsWith("win_rate.", StringComparison.Ordinal)))
        {
            return null;
        }

        if ((converts || (MeasureReader.Has(spans, LexiconKind.Aspect, "passage") && (sentence.Has("converts") || sentence.Has("convert")))) && !measures.NamesStage && MeasureReader.Has(spans, LexiconKind.Dimension, nameof(Dimension.Stage)))
        {
            return MeasureIds.NextStage;
        }

        var goesOn = converts || MeasureReader.Has(spans, LexiconKind.Aspect, "passage");
        return step is not null && (ids.Count == 0 || converts || step.To is null) ? step.To is null ? MeasureIds.ToWon : MeasureIds.NextStage
            : MeasureReader.Has(spans, LexiconKind.Aspect, "odds") && (measures.NamesStage || measures.Has("won")) ? MeasureIds.ToWon
            : measures.NamesStage && measures.SpeaksOfDeals && measures.SpeaksOfShare && (measures.Has("won") || sentence.Has("win")) ? MeasureIds.ToWon
            : measures.NamesStage && goesOn ? measures.Has("won") || sentence.Has("won") ? MeasureIds.ToWon : MeasureIds.NextStage
            : null;
    }
}
