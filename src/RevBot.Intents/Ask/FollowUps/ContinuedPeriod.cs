using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>The days a sentence that goes on is about: those it names, a step from those asked about before, or those themselves.</summary>
internal sealed class ContinuedPeriod(SentenceParts parts, QuestionReading.Understood last, FollowUpWords words, PeriodMaker make)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly IReadOnlyList<LexiconSpan> _spans = parts.Spans;

    /// <summary>The period named, and what it is compared with: days, or the ones before it.</summary>
    public (PeriodReading? Main, Period? With, string? Relative, Dimension? Sides) Read()
    {
        // "The same against Data Harbor" says whom we met, and compares nothing.
        var versus = _spans.FirstOrDefault(span => span.Kind == LexiconKind.Versus && !(_sentence[span.First] == "against" && parts.Scope.NamesCompetitorAt(span.End)));
        var change = _spans.FirstOrDefault(span => span.Kind == LexiconKind.Change);
        if (versus is { Value: "vs" } && parts.Scope.NamesCompetitorAt(versus.End))
        {
            // "The same against Bluefin" is another rival, and no other side.
            versus = null;
        }

        if (versus is not null && parts.Periods.Count == 0 && parts.Scope.Filters().OfType<DealFilter.In>().FirstOrDefault(filter => !filter.Negated) is { } side)
        {
            return (null, null, null, side.Dimension);
        }

        var expected = Expects;
        if (parts.Periods.Count == 0 && versus is null && change is { Value: "before" } && !words.Has("compare") && !words.Has("compared") && Earlier(expected, change) is { } earlier)
        {
            return (earlier, null, null, null);
        }

        if (parts.Periods.Count == 0)
        {
            return (null, null, change?.Value ?? (versus is not null ? "previous" : null), null);
        }

        if (versus is not null && parts.Periods.Count == 1 && parts.Periods[0].First >= versus.End)
        {
            // Of what had no days, those like the ones it is set against.
            var other = parts.Periods[0].Reading;
            var like = last.Said is null && last.Question is { Period: null } && other.Unit is not (PeriodUnit.Span or PeriodUnit.Day) ? make.Current(other.Unit, false, "this " + other.Unit.ToString().ToLowerInvariant()) : null;
            return (like, other.For(expected), null, null);
        }

        var (main, with, _) = ComparisonReader.Read(_sentence, _spans, parts.Periods, expected, false, make);
        return (main, change is null ? with : null, change?.Value, null);
    }

    /// <summary>"The next one", "and this one?": a step from what was asked about; null when something else is said. Its words split nothing.</summary>
    public PeriodReading? Step()
    {
        var step = parts.Periods.Count == 0 && Asked() is { } asked ? PeriodSteps.Read(_sentence, asked, make, Expects, parts.Context.Today) : null;
        if (step is not null)
        {
            PeriodSteps.Take(_sentence);
        }

        return step;
    }

    /// <summary>"And the month before?" asks the same of the period before, "the year before?" of the same days a year earlier.</summary>
    private PeriodReading? Earlier(bool expected, LexiconSpan change)
    {
        if (Asked() is not { } asked || asked.For(expected).Start is not { } start)
        {
            return null;
        }

        var unit = Enumerable.Range(change.First, change.Count).Select(at => Enum.TryParse<PeriodUnit>(_sentence[at], true, out var named) && char.IsLetter(_sentence[at][0]) ? (PeriodUnit?)named : null).FirstOrDefault(named => named is not null) ?? asked.Unit;
        var before = unit == asked.Unit || asked.Unit == PeriodUnit.Span ? asked.Previous(expected)
            : unit == PeriodUnit.Year ? asked.YearBefore(expected)
            : new PeriodReading(new Period(start, start, string.Empty), unit).Previous(expected);
        return before is null ? null : PeriodSteps.Whole(before, unit == PeriodUnit.Year ? asked.Unit : unit, parts.Context.Today);
    }

    private bool Expects => parts.Catalog.Find(last.Question.Measure) is { } metric && QuestionDraft.IsExpected(metric);

    /// <summary>The period asked about before, as it was said or as it is usual.</summary>
    private PeriodReading? Asked() => last.Said ?? (last.Question is { PeriodIsDefault: true } && parts.Catalog.Find(last.Question.Measure)?.DefaultPeriod == DefaultPeriod.ThisQuarter ? make.Current(PeriodUnit.Quarter, false, "this quarter")
        : last.Question.Period is { } period ? new PeriodReading(period, PeriodUnit.Span) : null);

    /// <summary>A period that was said holds for another measure too, unless it is over and the measure looks ahead, or deals closed in it and what is open now is asked.</summary>
    public Question Put(Question question, Metric metric, PeriodReading? main, ref PeriodReading? said)
    {
        var expected = QuestionDraft.IsExpected(metric);
        if (main is null && question.Measure != last.Question.Measure && expected && !MeasureIds.LooksBack(metric) && (IsOver(said) || IsOpenNow(metric)))
        {
            (said, question) = (null, question with { CompareWith = null });
        }

        if (said is { } reading)
        {
            return question with { Period = reading.For(expected) == Period.AllTime ? null : reading.For(expected), PeriodIsDefault = false };
        }

        return DefaultSpan.Of(question with { Period = null, PeriodIsDefault = false }, metric, make);
    }

    private bool IsOver(PeriodReading? said) => said?.Expected.End < parts.Context.Today && said.Expected.Label != PeriodMaker.OverdueLabel;

    /// <summary>"And what's still open?" behind what was won this quarter: the days were those of winning.</summary>
    private bool IsOpenNow(Metric metric) => metric.DefaultPeriod == DefaultPeriod.AllTime && (words.Has("still") || words.Has("have") || words.Has("has") || words.Has("now") || words.Has("currently") || !_spans.Any(span => span.Kind == LexiconKind.Measure)) && parts.Catalog.Find(last.Question.Measure) is { Basis: TimeBasis.Won or TimeBasis.Closed or TimeBasis.Created, Family: not "quota" };
}
