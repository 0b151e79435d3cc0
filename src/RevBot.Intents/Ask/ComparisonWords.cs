using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>Marks words that compare only by what stands beside them: "is our win rate slipping" is no slippage, "did October beat September" no loss, "behind last year" no gap.</summary>
internal static class ComparisonWords
{
    private static readonly LexiconEntry Against = new(LexiconKind.Versus, "vs");
    private static readonly LexiconEntry Change = new(LexiconKind.Change, "previous");

    /// <summary>Figures that may go down; deals and what is open may slip in time.</summary>
    private static readonly string[] Figures = ["win_rate.", "quota.", "coverage.", "deals.", "sales_cycle.", "leads.", "velocity.", "hygiene.", "conversion.", "forecast.", "bookings.", "time_in_stage."];

    public static void Mark(Sentence sentence, List<LexiconSpan> spans, List<PeriodSpan> periods)
    {
        MarkSlipping(sentence, spans);
        foreach (var better in spans.FindAll(span => span is { Kind: LexiconKind.Change, Value: "previous" } && BreakdownReader.IsComparative(sentence[span.End - 1]) && sentence[span.End] == "than" && !periods.Exists(period => period.First > span.End && period.First - span.End < 4)))
        {
            // "Is inbound any better than outbound": one of them against the other.
            spans[spans.IndexOf(better)] = better with { Entry = new LexiconEntry(LexiconKind.Small, string.Empty) };
        }

        MarkCauses(sentence, spans);
        if (periods is [var one, var other] && one.First + one.Count == other.First - 1 && sentence[other.First - 1] is "minus" or "less")
        {
            // "October minus September".
            spans.RemoveAll(span => span.First == other.First - 1);
            spans.Add(new LexiconSpan(other.First - 1, 1, Against));
        }

        foreach (var period in periods)
        {
            if (BeforePeriod(sentence, period) is not { } at || (IsBeating(sentence[at]) ? !Beats(sentence, spans, periods, at) : !IsBehind(sentence, spans, period, at)))
            {
                continue;
            }

            spans.RemoveAll(span => span.First <= at && at < span.End);
            spans.Add(new LexiconSpan(at, 1, Against));
            sentence.Take(at, 1);
        }
    }

    /// <summary>"Is our win rate slipping", "attainment has slipped since Q2", "sliding conversion".</summary>
    private static void MarkSlipping(Sentence sentence, List<LexiconSpan> spans)
    {
        foreach (var slip in spans.FindAll(span => span is { Kind: LexiconKind.Measure, Count: 1 } && span.Value.StartsWith("slippage.", StringComparison.Ordinal) && IsSlipping(sentence[span.First])))
        {
            if (spans.Exists(figure => figure.Kind == LexiconKind.Measure && figure.End <= slip.First && slip.First - figure.End < 4 && Array.Exists(Figures, family => figure.Value.StartsWith(family, StringComparison.Ordinal)))
                && !spans.Exists(deals => deals.Kind == LexiconKind.Deals) && !Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "deals" or "opps" or "opportunities"))
            {
                spans.Remove(slip);
                spans.Add(slip with { Entry = Change });
            }
        }
    }

    /// <summary>"What's killing our deals", "what costs us renewals": the reasons.</summary>
    private static void MarkCauses(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span.Kind == LexiconKind.State && span.Value == "lost" && sentence[span.First] is "killing" or "kills" or "killed" or "sinking" or "sinks" or "hurting" or "hurts") is { } loses
            && spans.Find(span => span is { Kind: LexiconKind.Split, Count: 1 } && sentence[span.First] is "what" or "whats" && loses.First - span.End < 2 && span.First < loses.First) is { } what)
        {
            spans[spans.IndexOf(what)] = what with { Entry = new LexiconEntry(LexiconKind.Asks, "why") };
        }
    }

    /// <summary>The word before a period, small ones passed over.</summary>
    private static int? BeforePeriod(Sentence sentence, PeriodSpan period)
    {
        var at = period.First - 1;
        while (sentence[at] is "the" or "our" or "in" or "of" or "that" or "what" or "did" or "we" or "were" or "where" or "was")
        {
            at--;
        }

        return at >= 0 && (IsBeating(sentence[at]) || sentence[at] is "behind" or "below" or "above") ? at : null;
    }

    private static bool IsSlipping(string word) => word is "slip" or "slipping" or "slipped" or "slips" or "slid" or "slide" or "slides" or "sliding";

    private static bool IsBeating(string word) => word is "beat" or "beats" or "beating" or "topped" or "outdo" or "outdid" or "outpace" or "outpaced" or "outpacing" or "surpass" or "surpassed" or "exceed" or "exceeded";

    /// <summary>"Did October beat September", "did bookings beat last year"; but "beat last quarter's target".</summary>
    private static bool Beats(Sentence sentence, List<LexiconSpan> spans, List<PeriodSpan> periods, int at) => spans.Exists(span => span.Kind == LexiconKind.Measure && (span.End <= at || span.First > at)) && !MeasureVerbs.AimsAtTarget(sentence, at) && periods.Exists(period => period.First > at && period.Reading.Unit is not (PeriodUnit.Span or PeriodUnit.Day));

    /// <summary>"Are bookings behind last quarter": a period that has begun.</summary>
    private static bool IsBehind(Sentence sentence, List<LexiconSpan> spans, PeriodSpan period, int at) => period.Reading.Unit is PeriodUnit.Week or PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Half or PeriodUnit.Year
        && !spans.Exists(span => span.Count > 1 && span.First <= at && at < span.End) && !MeasureVerbs.AimsAtTarget(sentence, at);
}
