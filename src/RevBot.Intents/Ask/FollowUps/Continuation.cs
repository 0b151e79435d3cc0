using System.Collections.Immutable;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Reads a sentence as going on from the question before it: the parts it names take the place of that question's parts, the others stay.</summary>
internal sealed class Continuation(SentenceParts parts, QuestionDraft draft, QuestionReading.Understood last)
{
    private const double Sure = .96;
    private const double Unsure = .7;

    /// <summary>Surer than that a card of a customer is asked for: the question before was about one, too.</summary>
    private const double OfCustomer = .975;

    private readonly Sentence _sentence = parts.Sentence;
    private readonly IReadOnlyList<LexiconSpan> _spans = parts.Spans;
    private readonly NameScope _scope = parts.Scope;
    private readonly FollowUpWords _words = new(parts.Sentence);
    private readonly PeriodMaker _make = new(parts.Context.Company.Fiscal, parts.Context.Today);

    private GoingOn Says => field ??= new(parts, last, _words);

    private ContinuedMeasure Measured => field ??= new(parts, last, _words, Says.NamesMeasure);

    private ContinuedPeriod When => new(parts, last, _words, _make);

    /// <summary>The new question; null when the sentence does not go on from the last one.</summary>
    public QuestionReading? Assemble()
    {
        if (VagueSize.Of(_sentence.Text) is { } vague)
        {
            return vague;
        }

        if (new Editing(parts, last, _make).Read() is var edited && (edited is not null || Retraction.IsNothingElse(_sentence)))
        {
            return edited;
        }

        var ranking = RankingReader.Read(_sentence, _spans);
        var named = new MeasureReader(_sentence, _spans, _scope);
        var dropped = Dropped();
        var before = last.Question;
        var measure = Measured.Of(named) ?? before.Measure;
        var breakdown = BreakdownReader.Read(_sentence, _spans.Where(span => !dropped.Contains(span)).ToList(), _scope, measure);
        if (breakdown.Count == 0 && dropped.Count == 0 && ranking is null && Says.OnlyDimensions)
        {
            // "Region?", "and segments?", "add region".
            breakdown = [.. _spans.Select(span => span.Dimension).OfType<Dimension>().Distinct()];
        }

        var (main, compared, relative, sides) = When.Read();
        var step = main is null ? When.Step() : null;
        if (step is not null)
        {
            breakdown.Clear();
            main = step;
        }

        if (main is not null && parts.Catalog.Find(measure) is { } dated && (MeasureIds.LooksBack(dated) || before.Period is { End: { } ended } && ended < parts.Context.Today))
        {
            // "And Q2?" behind what was is the last one.
            main = main.Begun();
        }

        _words.Take();
        if (Measured.WantsGap)
        {
            Measured.TakeGap();
        }

        draft.LookForUnknown();
        if (!Says.GoesOn(named, Measured, ranking is not null || breakdown.Count > 0 || dropped.Count > 0 || step is not null, draft.Unknown.Count > 0))
        {
            return null;
        }

        if (draft.Unknown.Count > 0)
        {
            var words = draft.Unknown.Select(at => $"“{_sentence.Written(at, 1)}”").Distinct().ToList();
            return _words.Begins ? new QuestionReading.Refused($"I don't know what {CountText.List(words)} {(words.Count == 1 ? "means" : "mean")} here.", before) { Score = .62 } : null;
        }

        if (_spans.FirstOrDefault(span => span.Kind == LexiconKind.Beyond) is { } beyond)
        {
            return new QuestionReading.Refused($"I can't compute {beyond.Value} yet.", before) { Score = .62 };
        }

        if (_scope.Ambiguous is { } names)
        {
            return new QuestionReading.Unclear($"Which {_sentence.Written(names.First, names.Count)} do you mean?", _scope.Choices(names)) { Name = OpenName.In(_sentence, names), Score = Says.AnotherOfThose ? OfCustomer : Sure };
        }

        if (parts.Catalog.Find(measure) is not { } metric)
        {
            return null;
        }

        if (breakdown is [Dimension.Owner] && before.Breakdown is [Dimension.Manager or Dimension.Team] && _words.AsksForOne && !_spans.Any(span => span.Kind == LexiconKind.Dimension))
        {
            // "Who's the worst?" of the managers that were told.
            breakdown = [.. before.Breakdown];
        }

        if (breakdown.Count == 0 && dropped.Count > 0 && (_spans.Any(span => span is { Kind: LexiconKind.Split, Value: "by" } && !(_sentence[span.First] is "every" or "each" && before.Filters.Length > ScopeMerge.Without(before.Filters, [.. dropped.Select(all => all.Dimension).OfType<Dimension>()]).Length)) || _words.Has("each") || _words.Has("one") || _words.Has("separately") || _words.Has("individually")))
        {
            breakdown = [.. dropped.Select(span => span.Dimension).OfType<Dimension>()];
        }

        var mine = AskersDeals.Of(parts);
        if (mine is { Filter: null, Reason: { } unknownPerson })
        {
            return new QuestionReading.Refused(unknownPerson, before) { Score = Sure };
        }

        if (breakdown.Count == 0 && (_words.Has("separately") || _words.Has("individually") || _words.Has("each")) && before.Filters.OfType<DealFilter.In>().FirstOrDefault(filter => filter is { Negated: false, Values.Length: > 1 }) is { } several)
        {
            // "Each separately" of Kofi and Jonas.
            breakdown.Add(several.Dimension);
        }

        if (sides is { } opposed && !breakdown.Contains(opposed))
        {
            breakdown.Add(opposed);
        }

        if (_spans.FirstOrDefault(span => span.Kind == LexiconKind.Versus) is { } versus && parts.Periods.Count == 0 && sides is null && _spans.Any(span => span.First >= versus.End && span.Kind is LexiconKind.Dimension or LexiconKind.Mine))
        {
            // "Vs the team" is no other period.
            return new QuestionReading.Refused("I can compare two periods, or two of a kind (“EMEA vs AMER”); I can't read what is compared here.", before) { Score = Sure };
        }

        var question = before with
        {
            Measure = measure,
            Filters = FiltersOf(before, MeasureIds.NeedsQuota(measure), dropped, mine?.Filter, sides is not null),
            Breakdown = BreakdownOf(before, breakdown, ranking is not null),
        };
        if (breakdown.Count == 0 && ranking is null && question.Breakdown.Where(ToldApart).ToList() is { Count: > 0 } one)
        {
            // "Just partners" behind all sources: one number, and nothing to rank.
            question = question with { Breakdown = [.. question.Breakdown.Except(one)], Ranking = question.Breakdown.Length > one.Count ? question.Ranking : null };
        }

        bool ToldApart(Dimension by) => parts.SaidFilters().Select(filter => OfManager(filter, before)).Any(said => said is DealFilter.In { Dimension: var named } && named == by)
            && question.Filters.Any(filter => filter is DealFilter.In { Negated: false, Values.Length: 1 } kept && kept.Dimension == by);

        if (question.Breakdown.Length > 2)
        {
            return new QuestionReading.Refused("I can split a number by two things at most.", before) { Score = Sure };
        }

        if (OfThoseCreated(before, measure) is { } created && main is null)
        {
            // "How much of that is still open" behind what was created: which deals, not when they close.
            return new QuestionReading.Understood(question with { Filters = question.Filters.Add(created), Period = null, PeriodIsDefault = false, CompareWith = null, Ranking = null }, ShapeOf(named, breakdown.Count > 0, false)) { Score = Sure };
        }

        return Finish(question, metric, named, ranking, breakdown.Count > 0, (main, compared, relative));
    }

    private DealFilter.Created? OfThoseCreated(Question before, string measure) =>
        before.Measure.StartsWith("pipeline.created", StringComparison.Ordinal) && !measure.StartsWith("pipeline.created", StringComparison.Ordinal) && (_words.PointsBack || _words.Has("of")) && before.Period is { } days && _spans.Any(span => span is { Kind: LexiconKind.State, Value: "won" or "lost" or "open" })
            ? new DealFilter.Created(days) : null;

    private QuestionReading? Finish(
        Question question, Metric metric, MeasureReader named, (string Word, int? Count, LexiconSpan Span)? ranking, bool splits, (PeriodReading? Main, Period? With, string? Relative) when)
    {
        var (shape, said) = (ShapeOf(named, splits, ranking is not null), when.Main ?? last.Said);
        question = When.Put(question, metric, when.Main, ref said);
        if (shape == QuestionShape.DealList && !Says.ListsThem && !Says.SpeaksOfDeals && (when.With is not null || when.Relative is not null) && MeasureIds.CountOf(question.Measure) is not null)
        {
            // Deals set against those of other days are told in numbers.
            shape = QuestionShape.Figure;
        }

        var change = when.Relative ?? (when.With is null && when.Main is not null ? last.Change : null);
        if (change is not null)
        {
            var asked = said ?? (question.Period is { } running ? new PeriodReading(running, PeriodUnit.Span) : _make.Current(PeriodUnit.Quarter, false, "this quarter"));
            var expected = QuestionDraft.IsExpected(metric);
            question = question with { Period = asked.For(expected), PeriodIsDefault = false, CompareWith = change == "year" ? asked.YearBefore(expected) : asked.Previous(expected) };
            said = asked;
        }
        else if (when.With is not null || when.Main is not null)
        {
            question = question with { CompareWith = when.With };
        }

        question = new ContinuedRanking(parts, last, _words).Put(question, metric, ranking, ref shape);
        if (shape == QuestionShape.DealList)
        {
            question = question with { Measure = MeasureIds.CountOf(question.Measure) ?? new MeasureKin(parts.Catalog).Count(question.Measure) ?? question.Measure, Breakdown = [], CompareWith = null };
            question = question.Period is null || MeasureIds.CountOf(question.Measure) is null ? question : question with { PeriodIsDefault = false };
        }

        if (ranking is not null && shape == QuestionShape.Figure && question.Breakdown.IsEmpty)
        {
            return new QuestionReading.Unclear("Ranked by what?", [.. QuestionDraft.UsualSplits.Select(by => new Choice("By " + by, $"{_sentence.Text.TrimEnd('?', ' ', '.')} by {by}"))]) { Score = Sure };
        }

        var score = Says.AnotherOfThose ? OfCustomer : _scope.NamesOne && !_words.Begins ? Unsure : Sure;
        if (question == last.Question && shape == last.Shape)
        {
            // "What's the total value?" of what was just summed; "only EMEA" of what is EMEA's alone.
            var mineIsSaid = _spans.Any(span => span.Kind == LexiconKind.Mine);
            var says = parts.Periods.Count > 0 || parts.Filters.Count > 0 || _scope.Filters().Any() || splits || ranking is not null || change is not null || mineIsSaid || Says.NamesMeasure || _words.Has("companywide") || _words.Has("total") || _words.Has("altogether") || Dropped().Count > 0;
            return (Says.ListsThem && (Says.SpeaksOfDeals || _words.PointsBack || _words.Has("ones"))) || (_words.IsTied && says) ? last with { Score = Sure }
                : says || named.WantsCount || named.WantsAmount || named.WantsAverage ? last with { Score = Editing.Again } : null;
        }

        return new QuestionReading.Understood(question, shape) { Score = score, Said = said, Change = change };
    }

    private List<LexiconSpan> Dropped() => [.. _spans.Where(span => span.Kind == LexiconKind.Dimension && SaysAll(span.First))];

    private bool SaysAll(int first)
    {
        var at = first - 1;
        while (_sentence[at] is "the" or "our" or "of")
        {
            at--;
        }

        return _sentence[at] is "all" or "any" or "every" && _sentence[at - 1] is not ("by" or "per");
    }

    private ImmutableArray<DealFilter> FiltersOf(Question before, bool ofTeams, List<LexiconSpan> dropped, DealFilter? mine, bool besides)
    {
        List<Dimension> free = [.. dropped.Select(span => span.Dimension).OfType<Dimension>()];
        if (_words.Has("everyone") || _words.Has("everybody") || _words.Has("companywide") || _words.Has("overall"))
        {
            // "Everyone's" behind what a manager's people won is not theirs alone.
            free.AddRange(_words.Has("companywide") ? [Dimension.Owner, Dimension.Team, Dimension.Manager, Dimension.Region] : IsOfAskersTeam(before) ? [Dimension.Owner, Dimension.Team] : [Dimension.Owner]);
        }

        List<DealFilter> said = [.. mine is null ? [] : new[] { mine }, .. parts.SaidFilters().Select(filter => OfManager(filter, before)), .. Says.Lifecycle && !(_words.Has("%") || _words.Has("percent") || _words.Has("percentage") || _words.Has("share")) ? LeadReader.Filters(_sentence, _spans, before.Measure) : []];
        return ScopeMerge.Of([.. ScopeMerge.Without(OfNobodyElse(before.Filters, said), free).Select(Quotas)], said.Select(Quotas), _words.Adds || besides, _words.Narrows);

        // "And EMEA's?" behind the coverage of APAC's team is that of EMEA's.
        DealFilter Quotas(DealFilter filter) => ofTeams ? QuotaTeams.Of(filter, parts.Context) : filter;
    }

    /// <summary>"Just Tara" behind "my team" is she, whoever's team that was.</summary>
    private ImmutableArray<DealFilter> OfNobodyElse(ImmutableArray<DealFilter> before, IEnumerable<DealFilter> said) =>
        parts.Context.Me is { Team: { Length: > 0 } team } && said.Any(filter => filter is DealFilter.In { Dimension: Dimension.Owner, Negated: false })
            ? before.RemoveAll(filter => filter is DealFilter.In { Dimension: Dimension.Team, Negated: false, Values: [{ Key: var key }] } && key == team) : before;

    private bool IsOfAskersTeam(Question before) => parts.Context.Me?.Team is { Length: > 0 } team && !parts.Context.OwnsDeals()
        && before.Filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.Team, Negated: false, Values: [{ Key: var key }] } && key == team);

    /// <summary>"And Rosa's?" behind Hugo's team is hers, where she has one.</summary>
    private DealFilter OfManager(DealFilter said, Question before) =>
        said is DealFilter.In { Dimension: Dimension.Owner } people && (before.Breakdown.Contains(Dimension.Manager) || before.Filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.Manager or Dimension.Team, Negated: false })) && people.Values.All(person => parts.Context.Manages(person.Key))
            ? people with { Dimension = Dimension.Manager } : said;

    private ImmutableArray<Dimension> BreakdownOf(Question before, List<Dimension> said, bool ranks)
    {
        if (said.Count == 0)
        {
            // "How many is that?" after a list; "in total" after rows.
            return _words.Has("total") || _words.Has("altogether") ? [] : before.Breakdown;
        }

        return _words.Adds && !ranks ? [.. before.Breakdown.Union(said)] : [.. said];
    }

    private QuestionShape ShapeOf(MeasureReader named, bool splits, bool ranks)
    {
        if (Says.ListsOutcomes)
        {
            return QuestionShape.DealList;
        }

        if (splits || Measured.WantsWeighted || (named.WantsCount && (!ranks || (!last.Question.Breakdown.IsEmpty && !Says.ListsThem))) || named.WantsAverage || (named.WantsAmount && !Says.ListsThem) || Says.NamesMeasure)
        {
            return QuestionShape.Figure;
        }

        // "Only deals over 50k" says which, not that they are to be shown.
        return (Says.ListsThem && (Says.SpeaksOfDeals || _words.PointsBack || _words.Has("ones"))) || (Says.SpeaksOfDeals && !named.WantsAmount && !_words.Narrows && !(_words.Places && !Says.ListsThem)) ? QuestionShape.DealList : last.Shape;
    }
}
