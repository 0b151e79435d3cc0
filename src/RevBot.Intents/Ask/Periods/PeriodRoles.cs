using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Periods;

/// <summary>What is said to have happened in each of a sentence's periods: "won this year of deals created last year" asks about one, and the other says which deals are meant.</summary>
internal sealed class PeriodRoles(IReadOnlyList<LexiconSpan> spans, List<PeriodSpan> periods)
{
    /// <summary>True when the day of creation only says which deals are meant: "open deals created this year and due next quarter".</summary>
    public bool CreatedBeside => periods.Exists(period => Of(period) == "created")
        && periods.Exists(period => Of(period) is "won" or "lost" || (Of(period) == "closing" && spans.Any(span => span is { Kind: LexiconKind.State, Value: "open" } || (span.Kind == LexiconKind.Measure && span.Value.StartsWith("pipeline.open", StringComparison.Ordinal)))));

    /// <summary>"Open deals created last month": the only period says which deals are meant.</summary>
    public PeriodSpan? OnlyCreated => periods is [var only] && Of(only) == "created" ? only : null;

    /// <summary>Two periods in one sentence: one is asked about, the other says when the deals must have been created or must close. Null when neither says so.</summary>
    public (PeriodReading? Main, Question Question)? Dated(PeriodReading? main, List<PeriodSpan> others, Question question, TimeBasis basis)
    {
        var first = periods.Find(period => period.Reading == main);
        if (others is not [var other] || main is null || first is null)
        {
            return null;
        }

        var own = basis switch { TimeBasis.Created => "created", TimeBasis.ExpectedClose => "closing", _ => null };
        var (asked, beside) = (Of(other) == own && Of(first) is { } role && role != own) || (own is null && Of(first) == "created") ? (other, first) : (first, other);
        DealFilter? filter = Of(beside) switch
        {
            "created" when basis != TimeBasis.Created => new DealFilter.Created(beside.Reading.Happened),
            "closing" when basis != TimeBasis.ExpectedClose => new DealFilter.Closing(beside.Reading.Expected),
            _ => null,
        };
        return filter is null ? null : (asked.Reading, question with { Filters = question.Filters.Add(filter) });
    }

    /// <summary>The nearest word before it that says what became of deals, else the first behind.</summary>
    private string? Of(PeriodSpan period)
    {
        var states = spans.Where(span => StateOf(span) is "created" or "closing" or "won" or "lost").OrderBy(span => span.First).ToList();
        if (states.FindLast(span => span.End <= period.First) is { } near && periods.Exists(other => other.First >= near.End && other.First < period.First) && states.FindLast(span => span.End <= near.First && StateOf(span) != StateOf(near)) is { } farther)
        {
            // "Closed won from deals created in 2025, this year": that has its days already.
            return StateOf(farther);
        }

        return (states.FindLast(span => span.End <= period.First) ?? states.Find(span => span.First >= period.First + period.Count)) is { } span ? StateOf(span) : null;
    }

    private static string? StateOf(LexiconSpan span) => span.Kind switch
    {
        LexiconKind.State => span.Value,
        LexiconKind.Measure when span.Value.StartsWith("pipeline.created", StringComparison.Ordinal) => "created",
        LexiconKind.Measure when span.Value.StartsWith("bookings.", StringComparison.Ordinal) => "won",
        LexiconKind.Measure when span.Value.StartsWith("losses.", StringComparison.Ordinal) => "lost",
        _ => null,
    };
}
