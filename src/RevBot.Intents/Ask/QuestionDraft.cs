using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>Puts the parts of one sentence together: the question, what is unclear in it, or why it cannot be answered.</summary>
internal sealed class QuestionDraft(
    MetricCatalog catalog,
    ReadContext context,
    Sentence sentence,
    IReadOnlyList<LexiconSpan> spans,
    NameScope scope,
    IReadOnlyList<PlacedFilter> filters,
    List<PeriodSpan> periods)
{
    internal static readonly string[] UsualSplits = ["owner", "source", "segment"];

    private List<PeriodSpan> _periods = [.. periods.DistinctBy(period => period.Reading.Expected with { Label = string.Empty })];
    private readonly PeriodMaker _make = new(context.Company.Fiscal, context.Today);

    /// <summary>Positions of the words nobody understood.</summary>
    public List<int> Unknown { get; private set; } = [];

    /// <summary>True when the metric speaks of what is to come: a period then reaches to its end.</summary>
    internal static bool IsExpected(Metric metric) => metric.TakesWholePeriods;

    internal void LookForUnknown() => Unknown = [.. Enumerable.Range(0, sentence.Count).Where(sentence.IsFree)];

    public QuestionReading? Assemble()
    {
        var step = scope.TakeStep();
        var stage = scope.Filters().Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage });
        var said = AlternativeReader.Read(sentence, spans, [.. scope.Placed(), .. filters]);
        var createdBeside = _periods.Exists(period => RoleOf(period) == "created")
            && _periods.Exists(period => RoleOf(period) is "won" or "lost" || (RoleOf(period) == "closing" && spans.Any(span => span is { Kind: LexiconKind.State, Value: "open" } || (span.Kind == LexiconKind.Measure && span.Value.StartsWith("pipeline.open", StringComparison.Ordinal)))));
        var measures = new MeasureReader(sentence, spans, scope, step);
        var beyond = spans.FirstOrDefault(span => span.Kind == LexiconKind.Beyond);
        var id = measures.Read(_periods.Count > 0 && _periods[0].Reading.Expected.End < context.Today, createdBeside);
        var ranking = RankingReader.Read(sentence, spans);
        Unknown = [.. Enumerable.Range(0, sentence.Count).Where(sentence.IsFree)];
        var fragment = new Fragment(catalog, sentence, spans, scope, _periods, filters.Count > 0);
        if (id is null && beyond is null)
        {
            return CountedDimension() is { } thing && Unknown.Count == 0
                ? Refuse($"I count deals, not {CountText.Plural(thing)}.", new Question { Measure = MeasureIds.OpenCount, Filters = [.. said] }, null, true)
                : fragment.Read(Unknown, [.. said], ranking is not null);
        }

        var metric = catalog.Find(id ?? MeasureIds.OpenAmount);
        if (metric is null)
        {
            return null;
        }

        var score = Math.Max(Score(measures), step is null || scope.NamesOne ? 0 : .85);
        var expected = IsExpected(metric);
        if (expected && metric.Basis != TimeBasis.ExpectedClose)
        {
            _periods = _periods.ConvertAll(period => period with { Reading = period.Reading.Begun() });
        }

        // "EMEA vs AMER" sets values of one dimension side by side.
        var sides = spans.FirstOrDefault(span => span.Kind == LexiconKind.Versus) is { } versus ? scope.Opposed(versus) : Compares ? scope.Rivals : null;
        var (main, compared, others) = ComparisonReader.Read(sentence, spans, _periods, expected, sides is not null, _make);
        var breakdown = BreakdownReader.Read(sentence, spans, scope, metric.Id);
        if (measures.SizesOneDeal)
        {
            // "Who has the biggest deal?" is answered by that deal.
            breakdown.Clear();
        }

        Unknown = [.. Enumerable.Range(0, sentence.Count).Where(sentence.IsFree)];
        var question = new Question { Measure = metric.Id, Filters = [.. said] };
        if (beyond is not null && !spans.Any(span => span.Kind == LexiconKind.Measure && span.Value is MeasureIds.WinRate or MeasureIds.Cycle or MeasureIds.Weighted))
        {
            return Refuse($"I can't compute {beyond.Value} yet.", question, main, expected);
        }

        var isOfLeads = metric.Thing == "lead";
        if (LeadReader.WhyNot(sentence, spans, breakdown, isOfLeads) is { } why)
        {
            return Refuse(why, question, main, expected);
        }

        if (isOfLeads)
        {
            breakdown = LeadReader.Splits(breakdown);
            question = question with { Filters = [.. LeadReader.Filters(sentence, spans, metric.Id), .. question.Filters] };
        }

        if (Unknown.Count > 0)
        {
            var words = Unknown.Select(at => $"“{sentence.Written(at, 1)}”").Distinct().ToList();
            return Refuse($"I don't know what {CountText.List(words)} {(words.Count == 1 ? "means" : "mean")} here.", question, main, expected) with { Score = measures.SpeaksOfDeals || spans.Any(span => span.Kind == LexiconKind.Measure) ? .6 : .5 };
        }

        if (step?.WhyNot(metric.Id, context.Company.Process) is { } wrong)
        {
            return Refuse(wrong, question, main, expected);
        }

        if (metric.Id != MeasureIds.ToWon && spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "odds" }))
        {
            return Refuse("I can tell the odds of being won from a stage, and of nothing else.", question with { Measure = MeasureIds.ToWon }, main, expected);
        }

        if (measures.WantsMedian && metric.Id == MeasureIds.AverageWon)
        {
            return Refuse("I can't compute a median deal size yet, only the average.", question, main, expected);
        }

        if (measures.WantsCount && breakdown.Count == 0 && !measures.SpeaksOfDeals && CountedDimension() is { } counted)
        {
            return Refuse($"I count deals, not {CountText.Plural(counted)}.", question with { Measure = MeasureIds.CountOf(metric.Id) ?? metric.Id }, main, expected);
        }

        if (fragment.Conversion(metric.Id) is { } whichOne)
        {
            return whichOne;
        }

        if (scope.Ambiguous is { } names)
        {
            return Unclear($"Which {sentence.Written(names.First, names.Count).TrimEnd('\'', 's')} do you mean?", scope.Choices(names), score);
        }

        if (ByPeriod() is { } unclear)
        {
            return unclear with { Score = score };
        }

        if (Mine() is { } mine)
        {
            if (mine.Filter is null && mine.Reason is not null)
            {
                return Refuse(mine.Reason, question, main, expected);
            }

            // "Me vs Keiko": two owners side by side.
            if (breakdown.Count == 0 && compared is null && Versus && mine.Filter is DealFilter.In { Dimension: Dimension.Owner } me
                && question.Filters.OfType<DealFilter.In>().FirstOrDefault(filter => filter is { Dimension: Dimension.Owner, Negated: false }) is { } rival)
            {
                question = question with { Filters = question.Filters.Replace(rival, rival with { Values = [.. me.Values, .. rival.Values] }) };
                breakdown.Add(Dimension.Owner);
            }
            else if (mine.Filter is not null)
            {
                question = question with { Filters = [mine.Filter, .. question.Filters] };
            }
        }

        if (breakdown.Count == 0 && compared is null && sides is null && Versus)
        {
            return Refuse("I can compare two periods, or two of a kind (“EMEA vs AMER”); I can't read what is compared here.", question, main, expected);
        }

        if (measures.Has("overdue") && main?.Expected.Label != PeriodMaker.OverdueLabel)
        {
            question = question with { Filters = question.Filters.Add(new DealFilter.Closing(new Period(null, context.Today.AddDays(-1), "overdue"))) };
        }

        if (spans.Any(span => BreakdownReader.IsLostTo(sentence, span, metric.Id)))
        {
            // Split by something else, "lost to competitors" is the reason.
            var reason = breakdown.Count > 1 ? context.Company.LossReasons.Reasons.FirstOrDefault(candidate => candidate.AsksForCompetitor) : null;
            DealFilter filter = reason is null ? new DealFilter.Missing(DealFields.Competitor, Negated: true) : new DealFilter.In(Dimension.LossReason, [new DimensionValue(reason.Key, reason.Name)]);
            question = question with { Filters = question.Filters.Add(filter) };
            _ = reason is not null && breakdown.Remove(Dimension.Competitor);
        }

        if (measures.AlsoState is { } state)
        {
            question = question with { Filters = question.Filters.Add(new DealFilter.In(Dimension.StageGroup, [new DimensionValue(state, char.ToUpperInvariant(state[0]) + state[1..])])) };
        }

        if (compared is null && breakdown.Count == 0 && sides is { } opposed)
        {
            breakdown.Add(opposed);
        }

        if (metric.Id == MeasureIds.Submitted && breakdown.Count < 2 && !breakdown.Contains(Dimension.ForecastCategory) && !question.Filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.ForecastCategory }))
        {
            // Categories are never added up, so each is told.
            breakdown.Add(Dimension.ForecastCategory);
        }

        if (MeasureIds.IsByStage(metric.Id) && breakdown.Count == 0 && !stage)
        {
            breakdown.Add(Dimension.Stage);
        }

        if (breakdown.Count > 2)
        {
            return Refuse("I can split a number by two things at most.", question, main, expected);
        }

        if (others.Count > 0)
        {
            if (Dated(main, others, question, metric.Basis) is not var (asked, dated))
            {
                return Refuse("I can take one period, or two that are compared (“Q1 vs Q2”).", question, main, expected);
            }

            (main, question) = (asked, dated);
        }

        if (measures.IsBare && main is { Expected.Label: not PeriodMaker.OverdueLabel } && (main.Expected.End < context.Today || main.IsNearerBehind(context.Today)) && !Lists(measures, metric.Id, breakdown, compared))
        {
            return Unclear("Which deals do you mean?", [Replace("Deals won", "won"), Replace("Deals lost", "lost"), Replace("Deals created", "created")], score);
        }

        // "What's our pipeline today?" asks for now, not for what closes today.
        if (main is { Unit: PeriodUnit.Day } && expected && !measures.Has("closing") && main.Expected.Label == "today")
        {
            main = null;
        }

        question = question with { Breakdown = [.. breakdown], CompareWith = compared };
        // What slipped was due in a period that has begun: "H1" is the last one, as for what happened; one that runs is taken to its end.
        if (main is not null && metric.Id is MeasureIds.SlippageRate or MeasureIds.SlippageAmount && main.Happened.Start != main.Expected.Start)
        {
            main = main with { Expected = main.Happened };
        }

        question = main is not null ? question with { Period = main.For(expected) == Period.AllTime ? null : main.For(expected) } : DefaultSpan.Of(question, metric, _make);
        var shape = Lists(measures, metric.Id, breakdown, compared) ? QuestionShape.DealList : QuestionShape.Figure;
        if (shape == QuestionShape.DealList && MeasureIds.CountOf(question.Measure) is { } listed)
        {
            question = question with { Measure = listed };
        }

        question = question with { Ranking = RankingOf(ranking, breakdown, metric, shape) };
        if (question.Ranking is null && ranking is { } lost && shape == QuestionShape.Figure && lost.Word is "best" or "worst" or "highest" or "lowest" && breakdown.Count == 0)
        {
            return Unclear("Ranked by what?", [.. UsualSplits.Select(by => new Choice("By " + by, $"{sentence.Text.TrimEnd('?', ' ', '.')} by {by}"))], score);
        }

        return new QuestionReading.Understood(question, shape) { Score = score, Said = main, Change = compared is null ? null : spans.FirstOrDefault(span => span.Kind == LexiconKind.Change)?.Value };
    }

    /// <summary>"Win rate against Corvus" compares nothing.</summary>
    private bool Versus => spans.Any(span => span is { Kind: LexiconKind.Versus, Value: "vs" } && !scope.NamesCompetitorAt(span.End));

    /// <summary>"Did AMER outsell EMEA?", "is Priya or Tom faster?": those that are named are set side by side.</summary>
    private bool Compares => sentence[0] is "did" or "does" or "do" or "is" or "are" or "was" or "has" or "have"
        && Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "more" or "better" or "faster" or "slower" or "bigger" or "higher" or "longer" or "less" or "outsell" or "outsold" || (sentence[at] == "out" && sentence[at + 1] == "sell"));

    private double Score(MeasureReader measures)
    {
        var asks = spans.Any(span => span.Kind is LexiconKind.Asks or LexiconKind.Aspect || span is { Kind: LexiconKind.Split, Value: "which" }) || sentence.Text.EndsWith('?');
        var firm = spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Split or LexiconKind.Rank or LexiconKind.Beyond) || measures.SpeaksOfDeals;
        return asks ? .9 : firm ? .85 : _periods.Count > 0 && !scope.NamesOne ? .8 : .45;
    }

    private static QuestionReading.Refused Refuse(string reason, Question question, PeriodReading? main, bool expected)
    {
        var nearest = question with { Period = main?.For(expected), Filters = [.. question.Filters.Where(filter => filter is not DealFilter.In { Dimension: Dimension.Stage })] };
        return new QuestionReading.Refused(reason, nearest) { Score = .7 };
    }

    private static QuestionReading.Unclear Unclear(string question, IReadOnlyList<Choice> choices, double score) => new(question, choices) { Score = score };

    private Choice Replace(string label, string state)
    {
        var noun = spans.First(span => span.Kind == LexiconKind.Deals || span.Kind == LexiconKind.Measure);
        var start = sentence.Words[noun.First].Start;
        return new Choice(label, $"{sentence.Text[..start]}{state} {sentence.Text[start..]}");
    }

    /// <summary>"pipeline by Q3" may be split by quarter or may have to close until then.</summary>
    private QuestionReading.Unclear? ByPeriod()
    {
        var by = _periods.Find(period => sentence[period.First] == "by");
        if (by is null || spans.Any(span => span is { Kind: LexiconKind.State, Value: "closing" }) || by.Reading.Expected.End is not { } end)
        {
            return null;
        }

        var start = sentence.Words[by.First].Start;
        var stop = sentence.Words[by.First + by.Count - 1].End;
        var inside = sentence.Written(by.First + 1, by.Count - 1);
        return Unclear("Do you mean in that period, or everything until its end?",
        [
            new Choice($"In {inside}", $"{sentence.Text[..start]}in {inside}{sentence.Text[stop..]}"),
            new Choice($"Until {PeriodText.Day(end)}", $"{sentence.Text[..start]}until {inside}{sentence.Text[stop..]}"),
        ],
        .85);
    }

    internal (DealFilter? Filter, string? Reason)? Mine()
    {
        var spoken = spans.Where(span => span.Kind == LexiconKind.Mine).ToList();
        if (spoken.Count == 0)
        {
            return null;
        }

        if (context.Me is not { } me)
        {
            return (null, "I don't know who you are here, so I can't tell which deals are yours.");
        }

        if (spoken.Exists(span => span.Value == "team") || (me is { Role: PersonRole.Manager, Team.Length: > 0 } && !context.OwnsDeals()))
        {
            return me.Team is { Length: > 0 } team ? (new DealFilter.In(Dimension.Team, [new DimensionValue(team, team)]), null) : (null, null);
        }

        return (new DealFilter.In(Dimension.Owner, [new DimensionValue(me.Id.Value, me.Name)]), null);
    }

    /// <summary>Two periods in one sentence: one is asked about, the other says when the deals must have been created or must close. Null when neither says so.</summary>
    private (PeriodReading? Main, Question Question)? Dated(PeriodReading? main, List<PeriodSpan> others, Question question, TimeBasis basis)
    {
        var first = _periods.Find(period => period.Reading == main);
        if (others is not [var other] || main is null || first is null)
        {
            return null;
        }

        var own = basis switch { TimeBasis.Created => "created", TimeBasis.ExpectedClose => "closing", _ => null };
        var (asked, beside) = (RoleOf(other) == own && RoleOf(first) is { } role && role != own) || (own is null && RoleOf(first) == "created") ? (other, first) : (first, other);
        DealFilter? filter = RoleOf(beside) switch
        {
            "created" when basis != TimeBasis.Created => new DealFilter.Created(beside.Reading.Happened),
            "closing" when basis != TimeBasis.ExpectedClose => new DealFilter.Closing(beside.Reading.Expected),
            _ => null,
        };
        return filter is null ? null : (asked.Reading, question with { Filters = question.Filters.Add(filter) });
    }

    /// <summary>What is said to have happened in a period: the nearest such word before it, else the first behind.</summary>
    private string? RoleOf(PeriodSpan period)
    {
        var states = spans.Where(span => StateOf(span) is "created" or "closing" or "won" or "lost").OrderBy(span => span.First).ToList();
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

    /// <summary>The deals themselves are wanted: they are spoken of, and neither counted, summed, split nor compared.</summary>
    private bool Lists(MeasureReader measures, string measure, List<Dimension> breakdown, Period? compared) =>
        measures.SpeaksOfDeals && MeasureIds.CountOf(measure) is not null && breakdown.Count == 0 && compared is null
        && !measures.WantsCount && !measures.NamesAmountFirst && (MeasureIds.CountOf(measure) != MeasureIds.SlippageRate || !measures.SpeaksOfShare) && (!measures.WantsAmount || spans.Any(span => span.Kind == LexiconKind.Rank));

    private Ranking? RankingOf((string Word, int? Count, LexiconSpan Span)? ranking, List<Dimension> breakdown, Metric metric, QuestionShape shape)
    {
        if (shape == QuestionShape.DealList)
        {
            return ranking is { } order ? new Ranking(order.Word.Split(' ')[0] is not ("lowest" or "fastest"), order.Count ?? (RankingReader.IsOfAll(order.Word) ? null : NounIsPlural() ? 10 : 1)) : null;
        }

        if (breakdown.Count == 0)
        {
            return null;
        }

        if (ranking is { } said)
        {
            return new Ranking(RankingReader.IsHighest(said.Word, metric), said.Count ?? (AsksForOne(said.Span) ? 1 : breakdown[0] == Dimension.Account ? 10 : null));
        }

        return spans.Any(span => span is { Kind: LexiconKind.Asks, Value: "who" }) ? new Ranking(true, null) : null;
    }

    /// <summary>"which rep", "who", "best source" ask for one; "top reps" for all in order.</summary>
    private bool AsksForOne(LexiconSpan rank)
    {
        if (RankingReader.IsOfAll(rank.Value))
        {
            return false;
        }

        var dimension = spans.FirstOrDefault(span => span.Kind == LexiconKind.Dimension && !scope.Cues.Contains(span));
        var which = Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "which" && (dimension is null || sentence[at + 1] == "of"));
        return which || spans.Any(span => span is { Kind: LexiconKind.Asks, Value: "who" or "where" })
            || (dimension is not null && rank.Value != "top" && sentence.Words[dimension.End - 1] is var noun && noun.Text == noun.Stem
                && !spans.Any(span => span is { Kind: LexiconKind.Split, Value: "by" } && span.End == dimension.First));
    }

    private bool NounIsPlural() => spans.Any(span => Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "deals" or "opportunities" or "opps" or "losses" or "wins"));

    private string? CountedDimension() =>
        spans.Where(span => span is { Kind: LexiconKind.Aspect, Value: "count" })
            .Select(span => spans.FirstOrDefault(other => other.Kind == LexiconKind.Dimension && other.First == span.End))
            .Select(span => span is null ? null : DimensionText.Of(Enum.Parse<Dimension>(span.Value.TrimStart('+'))))
            .FirstOrDefault(word => word is not null);
}
