using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Puts the parts of one sentence together: the question, what is unclear in it, or why it cannot be answered.</summary>
internal sealed class QuestionDraft(SentenceParts parts)
{
    internal static readonly string[] UsualSplits = ["owner", "source", "segment"];

    private readonly ReadContext _context = parts.Context;
    private readonly Sentence _sentence = parts.Sentence;
    private readonly IReadOnlyList<LexiconSpan> _spans = parts.Spans;
    private readonly NameScope _scope = parts.Scope;
    private readonly QuestionSigns _signs = new(parts);
    private readonly PeriodMaker _make = new(parts.Context.Company.Fiscal, parts.Context.Today);
    private List<PeriodSpan> _periods = PeriodMerge.Of(parts.Sentence, parts.Spans, [.. parts.Periods.DistinctBy(period => period.Reading.Expected with { Label = string.Empty })]);

    /// <summary>Positions of the words nobody understood.</summary>
    public List<int> Unknown { get; private set; } = [];

    /// <summary>True when the metric speaks of what is to come: a period then reaches to its end.</summary>
    internal static bool IsExpected(Metric metric) => metric.TakesWholePeriods;

    internal void LookForUnknown() => Unknown = parts.Unknown();

    public QuestionReading? Assemble()
    {
        var step = _scope.TakeStep();
        var stage = _scope.Filters().Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage });
        var said = parts.SaidFilters();
        if (_periods.Count > 1)
        {
            // "That is still open today" is what is open now.
            _periods.RemoveAll(period => period.Reading.Expected.Label == "today" && _sentence[period.First - 1] is "open");
        }

        var roles = new PeriodRoles(parts.Spans, _periods);
        var openOnly = _signs.OpenDealsCreated() ? roles.OnlyCreated : null;
        var createdBeside = roles.CreatedBeside || openOnly is not null;
        var measures = new MeasureReader(_sentence, _spans, _scope, step, parts.Filters);
        var doubts = new DoubleMeanings(parts, _periods);
        var beyond = _spans.FirstOrDefault(span => span.Kind == LexiconKind.Beyond);
        var id = measures.Read(_periods.Count > 0 && _periods[0].Reading.Expected.End < _context.Today, createdBeside);
        var ranking = RankingReader.Read(_sentence, _spans);
        LookForUnknown();
        var fragment = new Fragment(parts with { Periods = _periods });
        if (fragment.AsksHowItGoes && fragment.HowItGoes() is { } which)
        {
            return which;
        }

        if (id is null && beyond is null)
        {
            return CountedDimension() is { } thing && Unknown.Count == 0
                ? Refuse($"I count deals, not {CountText.Plural(thing)}.", new Question { Measure = MeasureIds.OpenCount, Filters = [.. said] }, null, true)
                : fragment.Read(Unknown, [.. said], ranking is not null);
        }

        var metric = parts.Catalog.Find(id ?? MeasureIds.OpenAmount);
        if (metric is null)
        {
            return null;
        }

        var score = Math.Max(Score(measures), (step is null || _scope.NamesOne) && metric.Family != "forecast" ? 0 : .85);
        var expected = IsExpected(metric);
        if (expected && MeasureIds.LooksBack(metric) && !(metric.Id == MeasureIds.QuotaGap && _signs.LooksAhead))
        {
            _periods = _periods.ConvertAll(period => period with { Reading = period.Reading.Begun() });
        }

        // "EMEA vs AMER" sets values of one dimension side by side.
        var sides = _spans.FirstOrDefault(span => span.Kind == LexiconKind.Versus) is { } versus ? _scope.Opposed(versus) ?? (versus.Value == "compare" ? _scope.Rivals : null) : _signs.Compares ? _scope.Rivals : null;
        var (main, compared, others) = ComparisonReader.Read(_sentence, _spans, _periods, expected, sides is not null, _make);
        if (main is null && measures.Has("overdue") && metric.Basis == TimeBasis.ExpectedClose)
        {
            main = _make.Overdue();
        }

        if (sides is not null && ranking is { Count: null } said2 && said2.Span.Count == 1 && BreakdownReader.IsComparative(_sentence[said2.Span.First]))
        {
            // "Whose velocity is higher, Analytics' or Platform's": both are told.
            ranking = null;
        }

        var breakdown = BreakdownReader.Read(_sentence, _spans, _scope, metric.Id);
        if (measures.SizesOneDeal)
        {
            // "Who has the biggest deal?" is answered by that deal.
            breakdown.Clear();
        }

        LookForUnknown();
        var question = new Question { Measure = metric.Id, Filters = [.. said] };
        if (beyond is not null && !(metric.Thing == "lead" && beyond.Value == "activity figures") && !(metric.Family == "forecast" && beyond.Count == 1 && _sentence[beyond.First] is "call" or "calls") && !_spans.Any(span => span.Kind == LexiconKind.Measure && span.Value is MeasureIds.WinRate or MeasureIds.Cycle or MeasureIds.Weighted))
        {
            return Refuse($"I can't compute {beyond.Value} yet.", question, main, expected);
        }

        if (UnknownSplit.Of(parts) is { } unknown)
        {
            return Refuse($"I can't split by “{unknown}”.", question with { Breakdown = [.. breakdown.Take(2)] }, main, expected);
        }

        var isOfLeads = metric.Thing == "lead";
        if (LeadReader.WhyNot(_sentence, _spans, breakdown, isOfLeads) is { } why)
        {
            return Refuse(why, question, main, expected);
        }

        if (isOfLeads)
        {
            breakdown = LeadReader.Splits(breakdown);
            question = question with { Filters = [.. LeadReader.Filters(_sentence, _spans, metric.Id), .. question.Filters] };
        }

        if (Unknown.Count > 0)
        {
            if (fragment.BeginsOffTopic)
            {
                return null;
            }

            var words = Unknown.Select(at => $"“{_sentence.Written(at, 1)}”").Distinct().ToList();
            return Refuse($"I don't know what {CountText.List(words)} {(words.Count == 1 ? "means" : "mean")} here.", question, main, expected) with { IsOfWords = true, Score = measures.SpeaksOfDeals || _spans.Any(span => span.Kind == LexiconKind.Measure) ? .6 : .5 };
        }

        if (step?.WhyNot(metric.Id, _context.Company.Process) is { } wrong)
        {
            return Refuse(wrong, question, main, expected);
        }

        if (said.Exists(filter => filter is DealFilter.AnyOf) && _signs.GroupsByAnd())
        {
            return Refuse("I can take one of several (“EMEA or over 50k”), but not several together as one of them.", question, main, expected);
        }

        if (metric.Id is not (MeasureIds.ToWon or MeasureIds.Simulated) && _spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "odds" }) && !_spans.Any(span => span is { Kind: LexiconKind.Measure, Value: MeasureIds.WinRate }))
        {
            return Refuse("I can tell the odds of being won from a stage, and of nothing else.", question with { Measure = MeasureIds.ToWon }, main, expected);
        }

        var onAverage = measures.WantsCount && measures.WantsAverage && _signs.CountsOnAverage && metric.Id is MeasureIds.AverageWon or MeasureIds.AverageOpen && !_spans.Any(span => span.Kind == LexiconKind.Measure && span.Value.StartsWith("deals.", StringComparison.Ordinal));
        if (onAverage || _signs.PicksByCount)
        {
            var told = metric.Id is MeasureIds.AverageOpen ? MeasureIds.OpenCount : onAverage ? MeasureIds.WonCount : MeasureIds.CountOf(metric.Id) ?? MeasureIds.OpenCount;
            return Refuse($"I can't {(onAverage ? "compute how many deals there are on average" : "pick by how many deals there are")}: I can tell how many each has.", question with { Measure = told, Breakdown = [.. breakdown.Take(2)] }, main, expected);
        }

        if (metric.Unit != MetricUnit.Share && breakdown.Count == 0 && _signs.AsksPartOf)
        {
            return Refuse("I can't compute which share of it that is, only how much it is, and how much there is in all.", question, main, expected);
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

        if (_scope.Ambiguous is { } names)
        {
            return Unclear($"Which {_sentence.Written(names.First, names.Count).TrimEnd('\'', 's')} do you mean?", _scope.Choices(names), score) with { Name = OpenName.In(_sentence, names) };
        }

        if (doubts.ByPeriod(score) is { } unclear)
        {
            return unclear;
        }

        if (AskersDeals.Of(parts) is { } mine)
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

        if (compared is null && sides is null && Versus && main is not null && _periods.Count < parts.Periods.Count && (RepeatsName ? main.YearBefore(expected) : main.Previous(expected)) is { } before)
        {
            // "Last quarter versus the previous quarter": the one before it; "this October vs last October": a year before.
            compared = before;
        }

        if (breakdown.Count == 0 && compared is null && sides is null && Versus)
        {
            return Refuse("I can compare two periods, or two of a kind (“EMEA vs AMER”); I can't read what is compared here.", question, main, expected) with { IsOfWords = true };
        }

        if (MeasureIds.NeedsQuota(metric.Id) || metric.Id == MeasureIds.Submitted)
        {
            var teams = question.Filters.Select(filter => QuotaTeams.Of(filter, _context)).ToList();
            sides = sides == Dimension.Region && !teams.Exists(filter => filter is DealFilter.In { Dimension: Dimension.Region }) ? Dimension.Team : sides;
            breakdown = !teams.SequenceEqual(question.Filters) && !_spans.Any(span => span.Dimension == Dimension.Region) ? breakdown.ConvertAll(by => by == Dimension.Region ? Dimension.Team : by) : breakdown;
            question = question with { Filters = [.. teams] };
        }

        question = ImpliedFilters.AddTo(question, parts, measures, breakdown, main);
        if (compared is null && sides is { } opposed && breakdown is [] or [Dimension.Week or Dimension.Month or Dimension.Quarter or Dimension.Year])
        {
            breakdown.Add(opposed);
        }

        if (compared is null && breakdown.Count == 0 && _scope.Rivals is { } both && Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "each" or "separately" or "individually" or "apiece" or "respectively"))
        {
            // "Kofi and Mei, bookings each".
            breakdown.Add(both);
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

        if (breakdown.Count == 0 && MeasureIds.NeedsQuota(metric.Id) && ranking is { Count: > 1 })
        {
            // "Top 5 on attainment": only people have quotas.
            breakdown.Add(Dimension.Owner);
        }

        if (breakdown.Count > 2)
        {
            return Refuse("I can split a number by two things at most.", question, main, expected);
        }

        if (others.Count > 0)
        {
            if (new PeriodRoles(parts.Spans, _periods).Dated(main, others, question, metric.Basis) is not var (asked, dated))
            {
                return Refuse("I can take one period, or two that are compared (“Q1 vs Q2”).", question, main, expected);
            }

            (main, question) = (asked, dated);
        }

        // "Win rate of deals created in Q1": which deals, not when they closed.
        openOnly ??= metric.Basis is TimeBasis.Closed or TimeBasis.Won && measures.SpeaksOfDeals && _spans.Any(span => (span is { Kind: LexiconKind.State, Value: "created" } && _sentence[span.First] != "sourced") || (span.Kind == LexiconKind.Measure && span.Value.StartsWith("pipeline.created", StringComparison.Ordinal) && _sentence[span.End - 1] != "sourced")) && metric.Id.StartsWith("win_rate.", StringComparison.Ordinal) | metric.Id.StartsWith("sales_cycle.", StringComparison.Ordinal) | metric.Id.StartsWith("deals.", StringComparison.Ordinal) ? roles.OnlyCreated : null;
        if (openOnly is not null && main == openOnly.Reading)
        {
            question = question with { Filters = question.Filters.Add(new DealFilter.Created(main.Happened)) };
            main = null;
        }

        if (doubts.OfDeals(measures, main, Lists(measures, metric.Id, breakdown, compared), score) is { } whichDeals)
        {
            return whichDeals;
        }

        // "What's our pipeline today?" asks for now, not for what closes today.
        if (main is { Unit: PeriodUnit.Day } && expected && !measures.Has("closing") && main.Expected.Label == "today")
        {
            main = null;
        }

        main = metric.DefaultPeriod == DefaultPeriod.LastFourQuarters && main is not null ? _make.WholeQuarters(main) : main;
        if (metric.DefaultPeriod == DefaultPeriod.LastFourQuarters && _periods.Count == 0 && compared is not null)
        {
            // "Has it improved": the last four quarters against the four before.
            var last = _make.WholeQuartersBefore(4);
            (main, compared) = (new PeriodReading(last, PeriodUnit.Span), new Period(last.Start?.AddYears(-1), last.Start?.AddDays(-1), "the four before"));
        }

        question = question with { Breakdown = [.. breakdown], CompareWith = compared };
        if (expected && metric.Family is "forecast" or "quota" && main?.Expected is { Start: null, End: { } until } && until >= _context.Today)
        {
            // "What will we close by year end": of the quarter that runs.
            main = main with { Expected = main.Expected with { Start = _make.Current(PeriodUnit.Quarter, false, string.Empty).Expected.Start } };
        }

        question = main is not null ? question with { Period = main.For(expected) == Period.AllTime ? null : main.For(expected) } : DefaultSpan.Of(question, metric, _make);
        var shape = Lists(measures, metric.Id, breakdown, compared) ? QuestionShape.DealList : QuestionShape.Figure;
        if (shape == QuestionShape.DealList && MeasureIds.CountOf(question.Measure) is { } listed)
        {
            question = question with { Measure = listed };
        }

        question = question with { Ranking = RankingReader.Of(parts, ranking, breakdown, metric, shape) };
        if (question.Ranking is null && ranking is { } lost && shape == QuestionShape.Figure && lost.Word is "best" or "worst" or "highest" or "lowest" && breakdown.Count == 0)
        {
            return doubts.RankedBy(score);
        }

        return new QuestionReading.Understood(question, shape) { Score = score, Said = main, Change = compared is null ? null : _spans.FirstOrDefault(span => span.Kind == LexiconKind.Change)?.Value };
    }

    /// <summary>"Win rate against Corvus" compares nothing.</summary>
    private bool Versus => _spans.Any(span => span is { Kind: LexiconKind.Versus, Value: "vs" } && !_scope.NamesCompetitorAt(span.End) && !_spans.Any(split => split.Kind == LexiconKind.Dimension && split.End == span.First && BreakdownReader.IsCrossed(_sentence, _spans, split)));

    /// <summary>"Last October", beside an October.</summary>
    private bool RepeatsName => parts.Periods.Exists(period => _sentence[period.First] is "last" or "previous" && period.Count == 2 && (CalendarWords.Month(_sentence[period.First + 1]) ?? CalendarWords.Season(_sentence[period.First + 1])) is not null);

    private double Score(MeasureReader measures)
    {
        var asks = _spans.Any(span => span.Kind is LexiconKind.Asks or LexiconKind.Aspect || span is { Kind: LexiconKind.Split, Value: "which" }) || _sentence[0] == "how" || _sentence.Text.EndsWith('?');
        var firm = _spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Split or LexiconKind.Rank or LexiconKind.Beyond || (span.Kind == LexiconKind.State && _sentence[span.First] is "sales" or "wins" or "losses" && span.Count == 1)) || measures.SpeaksOfDeals;
        return asks ? .9 : firm ? .85 : _periods.Count > 0 && !_scope.NamesOne ? .8 : .45;
    }

    private static QuestionReading.Refused Refuse(string reason, Question question, PeriodReading? main, bool expected) =>
        new(reason, question with { Period = main?.For(expected) }) { Score = .7 };

    private static QuestionReading.Unclear Unclear(string question, IReadOnlyList<Choice> choices, double score) => new(question, choices) { Score = score };

    /// <summary>The deals themselves are wanted: they are spoken of, and neither counted, summed, split nor compared.</summary>
    private bool Lists(MeasureReader measures, string measure, List<Dimension> breakdown, Period? compared) =>
        measures.SpeaksOfDeals && (MeasureIds.CountOf(measure) is not null || (measure == MeasureIds.Age && !measures.WantsMedian && !measures.WantsAverage && _spans.Any(span => span.Kind == LexiconKind.Rank && RankingReader.IsOfDays(_sentence, span)))) && breakdown.Count == 0 && compared is null
        && !measures.WantsCount && !_signs.WantsOneFigure && !measures.NamesAmountFirst && (MeasureIds.CountOf(measure) != MeasureIds.SlippageRate || !(measures.SpeaksOfShare || _sentence[0] is "are" or "is" or "do" or "did")) && (!measures.WantsAmount || _spans.Any(span => span.Kind == LexiconKind.Rank || (span is { Kind: LexiconKind.Aspect, Value: "list" } && (_sentence[span.End - 1] is "them" or "those" || _sentence[span.End] is "them" or "those"))));

    private string? CountedDimension() =>
        _spans.Where(span => span is { Kind: LexiconKind.Aspect, Value: "count" })
            .Select(span => _spans.FirstOrDefault(other => other.Kind == LexiconKind.Dimension && other.First == span.End))
            .Select(span => span is null ? null : DimensionText.Of(Enum.Parse<Dimension>(span.Value.TrimStart('+'))))
            .FirstOrDefault(word => word is not null);
}
