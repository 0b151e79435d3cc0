using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Tells whether a sentence goes on from the question before it or asks anew: by what it has of its own, and by what it points at.</summary>
internal sealed class GoingOn(SentenceParts parts, QuestionReading.Understood last, FollowUpWords words)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly IReadOnlyList<LexiconSpan> _spans = parts.Spans;
    private readonly NameScope _scope = parts.Scope;

    public bool NamesMeasure => _spans.Any(span => span.Kind == LexiconKind.Measure) && !NarrowsLeads;

    /// <summary>"Only inbound leads" behind how fast they are answered says which, not how many.</summary>
    private bool NarrowsLeads => words.Narrows && LeadReader.IsOfLeads(last.Question.Measure) && _spans.Where(span => span.Kind == LexiconKind.Measure).All(span => span is { Value: LeadReader.Count, Count: 1 });

    /// <summary>"And SQLs?" after leads.</summary>
    public bool Lifecycle => LeadReader.IsOfLeads(last.Question.Measure) && _spans.Any(span => span.Kind == LexiconKind.Lifecycle);

    /// <summary>"Region?": nothing but what a number may be split by.</summary>
    public bool OnlyDimensions => parts.Periods.Count == 0 && !_scope.Named().Any() && parts.Filters.Count == 0 && _spans.Any(span => span.Kind == LexiconKind.Dimension) && _spans.All(span => span.Kind is LexiconKind.Dimension or LexiconKind.Small || _sentence[span.First] is "add" or "show" or "and")
        && Enumerable.Range(0, _sentence.Count).All(at => _spans.Any(span => at >= span.First && at < span.End) || _sentence[at] is "and" or "add" or "also" or "the" or "a" or "an" or "with" or "please" or "pls" or "or" or "what" or "about" or "how" or "then" or "so" or "now" or "ok" or "too" or "for" or "instead");

    /// <summary>In a word of its own, or in "which deals are".</summary>
    public bool SpeaksOfDeals => _spans.Any(span => span.Kind == LexiconKind.Deals || (span is { Kind: LexiconKind.Aspect, Value: "list" } && Enumerable.Range(span.First, span.Count).Any(at => _sentence.Stem(at) is "deal" or "opp" or "opportunity")));

    /// <summary>"What is it this quarter?" asks for the number, "what are they?" for the deals.</summary>
    public bool ListsThem => _spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "list" } or { Kind: LexiconKind.Split, Value: "which" }
        && (_sentence[span.First] == "which" || !(words.Has("it") || words.Has("that"))) && !(_sentence[span.First] == "what" && _spans.Any(worth => worth is { Kind: LexiconKind.Aspect, Value: "amount" }))) || AsksToSee;

    /// <summary>"List his wins": the deals, by what became of them.</summary>
    public bool ListsOutcomes => _spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "list" } && _sentence[span.First] is "list" or "show" or "display" or "see") && Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "wins" or "losses" && _sentence[at - 1] is not ("by" or "per" or "of")) && !_spans.Any(span => span.Kind is LexiconKind.Split or LexiconKind.Rank || (span.Kind == LexiconKind.Aspect && span.Value != "list"));

    /// <summary>"Umbrella?", "and what's open at Umbrella" behind a question of Globex: of another customer, or rival, as well.</summary>
    public bool AnotherOfThose => parts.Context.Spoken.Any(by => by is Dimension.Account or Dimension.Competitor && _scope.Named().Any(name => name.Dimension == by))
        && (Enumerable.Range(0, _sentence.Count).All(at => _scope.Holds(at) || _sentence[at] is "and" or "what" or "about" or "how" or "for" or "at" or "with" or "against" or "now" or "ok" or "then" or "the" or "same" or "so" or "just" or "only" or "instead") || _spans.Any(span => span.Kind is LexiconKind.State or LexiconKind.Measure));

    /// <summary>"Please show the deals", "let me see those".</summary>
    private bool AsksToSee => (SpeaksOfDeals || words.Has("them") || words.Has("those") || words.Has("em") || words.Has("these"))
        && _spans.Any(span => span.Kind == LexiconKind.Small && _sentence[span.First] is "please" or "let" or "can" or "could" or "may" or "show" or "see" && _sentence[span.End - 1] is "show" or "see");

    /// <param name="hasParts">True when it says a part of a question, besides those that are seen here.</param>
    /// <summary>A sentence with a subject of its own is a new question, unless it ties itself to the last one.</summary>
    public bool GoesOn(MeasureReader named, ContinuedMeasure measured, bool hasParts, bool hasUnknown)
    {
        if (Fragment.Tells(parts) || AsksForSomebody)
        {
            return false;
        }

        var splits = hasParts;
        var outcome = _spans.Any(span => span.Kind == LexiconKind.State && _sentence[span.First] is not ("add" or "bring") && (span.Value != "closing" || words.AsksOutright));
        var standsAlone = NamesMeasure || SpeaksOfDeals || outcome || (Lifecycle && words.AsksOutright) || _spans.Any(span => span.Kind == LexiconKind.Beyond || span is { Kind: LexiconKind.Aspect, Value: "long" });
        hasParts |= Lifecycle || (!last.Question.Breakdown.IsEmpty && (words.Has("total") || words.Has("altogether"))) || parts.Periods.Count > 0 || parts.Filters.Count > 0 || _scope.Filters().Any() || _scope.Ambiguous is not null || _spans.Any(span => span.Kind is LexiconKind.Mine or LexiconKind.Change or LexiconKind.Versus) || words.Has("everyone") || words.Has("everybody") || words.Has("companywide");
        if (!standsAlone)
        {
            return hasParts || measured.WantsWeighted || measured.WantsRate || measured.WantsGap || named.WantsCount || named.WantsAmount || named.WantsAverage || (named.WantsMedian && measured.HasMedian) || (ListsThem && (words.PointsBack || words.Has("ones") || words.Has("which"))) || (words.Begins && hasUnknown);
        }

        return words.PointsBack || words.IsTied || IsVariant(named) || RanksSame(named) || AsksOfTheSame(named, splits) || (outcome && !hasUnknown && IsBareOutcome) || RanksByMeasure || (AsksHowMany(named) && !outcome && !hasParts)
            || (!NamesMeasure && !words.AsksOutright && named.WantsCount && SpeaksOfDeals && !_spans.Any(span => span.Kind == LexiconKind.State) && parts.Filters.All(filter => filter.Filter is DealFilter.Amount) && MeasureIds.CountOf(last.Question.Measure) is not null)
            || (!NamesMeasure && !hasParts && SpeaksOfDeals && ListsThem && !outcome)
            || ((words.Narrows || (words.Places && !outcome)) && !NamesMeasure && !words.AsksOutright);
    }

    /// <summary>"Least accurate at the top" behind accuracy by manager.</summary>
    private bool RanksSame(MeasureReader named) => NamesMeasure && !last.Question.Breakdown.IsEmpty && !words.AsksOutright && parts.Periods.Count + parts.Filters.Count == 0 && !_scope.Named().Any() && _spans.Any(span => span.Kind == LexiconKind.Rank)
        && _spans.All(span => span.Kind is LexiconKind.Rank or LexiconKind.Measure or LexiconKind.Small or LexiconKind.Dimension) && named.Read(false) == last.Question.Measure;

    /// <summary>"How many deals?": of what, only the question before says.</summary>
    private bool AsksHowMany(MeasureReader named) => named.WantsCount && SpeaksOfDeals && !NamesMeasure && MeasureIds.CountOf(last.Question.Measure) is not null
        && _spans.All(span => span.Kind is LexiconKind.Deals or LexiconKind.Aspect or LexiconKind.Small);

    /// <summary>"Weighted?", "attainment?" behind a quota: nothing but another measure, of the same deals or asked in passing.</summary>
    private bool IsVariant(MeasureReader named) => !words.AsksOutright && _spans.All(span => span.Kind is LexiconKind.Measure or LexiconKind.Small || span is { Kind: LexiconKind.Aspect, Value: "amount" }) && _spans.Sum(span => span.Count) == _sentence.Count
        && named.Read(false) is { } other && (MeasureKin.AreOfSame(other, last.Question.Measure) || (other != last.Question.Measure && (_sentence.Text.TrimEnd().EndsWith('?') || MeasureKin.AreOfOneSubject(other, last.Question.Measure))));

    /// <summary>"Who won the most?" behind what was won in Q2, "how much is missing?" behind attainment, "so what's the win rate?" behind both: no days and no names of its own, and of the same deals.</summary>
    private bool AsksOfTheSame(MeasureReader named, bool splits) => words.AsksOutright && parts.Periods.Count + parts.Filters.Count == 0 && !_spans.Any(span => span.Kind is LexiconKind.Change or LexiconKind.Versus or LexiconKind.Beyond)
        && (ListsThem ? NamesWhomBefore : !_scope.Named().Any() && !_spans.Any(span => span.Kind == LexiconKind.Mine))
        && (named.Read(false) ?? (splits ? OfThatState : null)) is { } other
        && (((other == last.Question.Measure || MeasureKin.AreOfSame(other, last.Question.Measure)) && (splits || ListsThem))
            || (words.Has("still") && MeasureKin.IsOpen(other) && !MeasureKin.IsOpen(last.Question.Measure))
            || (LeadReader.IsOfLeads(other) && LeadReader.IsOfLeads(last.Question.Measure) && !splits && other != last.Question.Measure | Lifecycle)
            || (other != last.Question.Measure && MeasureKin.AreOfTarget(other, last.Question.Measure))
            || (words.Concludes && MeasureKin.AreOfClosed(other, last.Question.Measure)));

    /// <summary>"List my wins" behind how much I have won: nobody else's.</summary>
    private bool NamesWhomBefore => parts.Scope.Filters().All(last.Question.Filters.Contains) && (!_spans.Any(span => span.Kind == LexiconKind.Mine) || (AskersDeals.Of(parts) is { Filter: { } mine } && last.Question.Filters.Contains(mine)));

    /// <summary>"Who created the most?" behind what was created.</summary>
    private string? OfThatState => _spans.FirstOrDefault(span => span.Kind == LexiconKind.State) is { } state && MeasureKin.IsOfState(last.Question.Measure, state.Value) ? last.Question.Measure : null;

    /// <summary>"Lose?", "lost?": of what, and when, only the question before says.</summary>
    private bool IsBareOutcome => _sentence.Count < 4 && _spans.All(span => span.Kind is LexiconKind.State or LexiconKind.Small) && _spans.Count(span => span.Kind == LexiconKind.State && span.Value is "won" or "lost" or "open" or "created") == 1 && parts.Periods.Count == 0 && !_scope.Named().Any();

    /// <summary>"Rank by win rate", "by average deal size": the same rows by another number.</summary>
    private bool RanksByMeasure => NamesMeasure && !last.Question.Breakdown.IsEmpty && !words.AsksOutright && _spans.Any(by => by is { Kind: LexiconKind.Split, Value: "by" } && (by.First == 0 || (by.First == 1 && _sentence[0] is "rank" or "now" or "then"))
        && _spans.Any(measure => measure.Kind == LexiconKind.Measure && measure.First == by.End));

    /// <summary>"Who is the CEO?" asks for nobody a number is of.</summary>
    private bool AsksForSomebody => _sentence[0] is "who" or "whos" && Enumerable.Range(1, _sentence.Count).Any(at => _sentence[at] is "ceo" or "cfo" or "cro" or "coo" or "cto" or "cmo" or "vp" or "boss" or "president" or "founder" or "chairman" or "board" or "you");
}
