using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Wording;

namespace RevBot.Intents.Ask;

/// <summary>What has two good meanings, and so is asked back: "how many deals in March" (won, lost, new?), "pipeline by Q3" (each quarter, or until then?).</summary>
internal sealed class DoubleMeanings(SentenceParts parts, List<PeriodSpan> periods)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly IReadOnlyList<LexiconSpan> _spans = parts.Spans;

    /// <summary>Deals of which nothing is said but days that are over, or nothing at all: won, lost, or what?</summary>
    /// <param name="lists">They are to be shown.</param>
    public QuestionReading.Unclear? OfDeals(MeasureReader measures, PeriodReading? main, bool lists, double score)
    {
        if (!measures.IsBare || main?.Expected.Label == PeriodMaker.OverdueLabel)
        {
            return null;
        }

        if (main is null)
        {
            return _spans is [.., _] && _spans.All(span => span.Kind is LexiconKind.Deals or LexiconKind.Small) && _spans.Any(span => span.Kind == LexiconKind.Deals && _sentence.Stem(span.First) is "deal" or "opp" or "opportunity" && span.Count == 1)
                && _sentence.Count < 4 && parts.Filters.Count == 0 && !parts.Scope.Named().Any() && !_spans.Any(span => span.Kind == LexiconKind.Small && Enumerable.Range(span.First, span.Count).Any(at => _sentence[at] is "show" or "see" or "all" or "every"))
                ? Unclear("Which deals do you mean?", [new Choice("Open deals", "open deals"), new Choice("Deals won this quarter", "deals won this quarter"), new Choice("Deals lost this quarter", "deals lost this quarter"), new Choice("Deals created this quarter", "deals created this quarter")], score) : null;
        }

        return main.Expected.End < parts.Context.Today || main.IsNearerBehind(parts.Context.Today) || (!lists && WasOrIs(main, measures)) ? lists && (parts.Filters.Count > 0 || parts.Scope.Named().Any() || _spans.Any(span => span.Kind is LexiconKind.Mine or LexiconKind.Rank)) ? null : WhichDeals(main, score) : null;
    }

    public QuestionReading.Unclear WhichDeals(PeriodReading main, double score) => Unclear("Which deals do you mean?", [Replace("Deals won", "won"), Replace("Deals lost", "lost"), Replace("Deals created", "created"), .. main.Expected.End >= parts.Context.Today ? [Replace("Deals due", "open")] : Array.Empty<Choice>()], score);

    /// <summary>"How many deals were there in March", "how many deals this month", "how many deals in Q2": won, lost, or new?</summary>
    public bool WasOrIs(PeriodReading main, MeasureReader measures) => measures.WantsCount && parts.Filters.Count == 0 && !parts.Scope.Filters().Any()
        && ((main.Happened.End < parts.Context.Today && (main.Expected.Start > parts.Context.Today || Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "were" or "was" or "did" or "had")))
            || (main.Unit is PeriodUnit.Week or PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Year && main.Happened.Start <= parts.Context.Today && main.Expected.End >= parts.Context.Today && main.Happened.End == parts.Context.Today && !_spans.Any(span => span.Kind is LexiconKind.Mine or LexiconKind.Dimension)));

    /// <summary>"pipeline by Q3" may be split by quarter or may have to close until then.</summary>
    public QuestionReading.Unclear? ByPeriod(double score)
    {
        var by = periods.Find(period => _sentence[period.First] == "by" && _sentence[period.First - 1] is not ("going" or "judging" or "measured"));
        if (by is null || _spans.Any(span => span is { Kind: LexiconKind.State, Value: "closing" }) || by.Reading.Expected.End is not { } end || DayReader.Names(_sentence, by.First + 1, by.Count - 1))
        {
            return null;
        }

        var start = _sentence.Words[by.First].Start;
        var stop = _sentence.Words[by.First + by.Count - 1].End;
        var inside = _sentence.Written(by.First + 1, by.Count - 1);
        return Unclear("Do you mean in that period, or everything until its end?",
        [
            new Choice($"In {inside}", $"{_sentence.Text[..start]}in {inside}{_sentence.Text[stop..]}"),
            new Choice($"Until {PeriodText.Day(end)}", $"{_sentence.Text[..start]}until {inside}{_sentence.Text[stop..]}"),
        ],
        score);
    }

    public QuestionReading.Unclear RankedBy(double score) => Unclear("Ranked by what?", [.. QuestionDraft.UsualSplits.Select(by => new Choice("By " + by, $"{_sentence.Text.TrimEnd('?', ' ', '.')} by {by}"))], score);

    private Choice Replace(string label, string state)
    {
        var noun = _spans.First(span => span.Kind == LexiconKind.Deals || span.Kind == LexiconKind.Measure);
        var start = _sentence.Words[noun.First].Start;
        return new Choice(label, $"{_sentence.Text[..start]}{state} {_sentence.Text[start..]}");
    }

    private static QuestionReading.Unclear Unclear(string question, IReadOnlyList<Choice> choices, double score) => new(question, choices) { Score = score };
}
