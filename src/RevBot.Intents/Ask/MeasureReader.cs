using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Decides what is measured: a metric named outright, or put together from what became of the deals ("lost"), what is wanted of them ("how many") and the deals themselves.</summary>
/// <param name="filters">Ranges that were said; some of them only deals can have.</param>
/// <param name="step">The way from one stage to another that is spoken of, or null.</param>
internal sealed class MeasureReader(Sentence sentence, IReadOnlyList<LexiconSpan> spans, NameScope scope, StageStep? step = null, IReadOnlyList<PlacedFilter>? filters = null)
{
    /// <summary>Families of metrics that are read from several words; the others are called by their names.</summary>
    private static readonly string[] PutTogether = ["pipeline.", "bookings.", "deals.", "losses.", "win_rate.", "sales_cycle.", "time_in_stage."];

    /// <summary>Deals are spoken of, in words of their own, inside a metric's name, or by asking what somebody has.</summary>
    public bool SpeaksOfDeals { get; } = spans.Any(span => (span.Kind == LexiconKind.Deals && !DealWords.AsksWhat(sentence, spans, span)) || (span.Kind == LexiconKind.Rank && scope.NamesKindOfDeals && !spans.Any(other => other.Kind is LexiconKind.Measure or LexiconKind.Dimension)) || MeasureVerbs.IsOneOutcome(sentence, spans, span)
        || (span is { Kind: LexiconKind.Aspect, Value: "list" } && (scope.NamesKindOfDeals || Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "them" or "those") && spans.Any(state => state.Kind == LexiconKind.State) || (sentence[span.First] == "which" && spans.Any(state => state.Kind == LexiconKind.State))))
        || (span is { Kind: LexiconKind.Measure } or { Kind: LexiconKind.Aspect, Value: "list" } && Enumerable.Range(span.First, span.Count).Any(at => sentence.Stem(at) is "deal" or "opportunity" or "opp" || (sentence.Stem(at) == "contract" && Has(spans, LexiconKind.Aspect, "list")))))
        || (scope.NamesKindOfDeals && spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "count" } or { Kind: LexiconKind.Split, Value: "which" }) && !spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Dimension))
        || DealWords.AreShown(sentence, spans) || DealWords.Suggest(sentence, spans, scope, filters ?? []);

    public bool WantsCount { get; } = CountWords.AreSaid(sentence, spans);

    /// <summary>An amount named before the deals it is of: "pipeline of deals over 50k", but not "deals in the pipeline".</summary>
    public bool NamesAmountFirst { get; } = spans.FirstOrDefault(span => span.Kind is LexiconKind.Deals or LexiconKind.Measure) is { Kind: LexiconKind.Measure } first
        && first.Value.EndsWith("amount", StringComparison.Ordinal);

    public bool WantsAmount { get; } = Has(spans, LexiconKind.Aspect, "amount");

    public bool WantsAverage { get; } = Has(spans, LexiconKind.Aspect, "average");

    public bool WantsMedian { get; } = Has(spans, LexiconKind.Aspect, "median");

    private readonly MeasureVerbs _verbs = new(sentence, spans);
    public bool NamesStage { get; } = scope.Filters().Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage });

    public bool SpeaksOfShare => Has(spans, LexiconKind.Aspect, "rate") || Speaks("%") || Speaks("percent") || Speaks("percentage") || Speaks("share") || Speaks("proportion") || Speaks("rate") || Speaks("fraction") || Speaks("portion") || Speaks("often");

    /// <summary>Only deals were named, and nothing of what became of them.</summary>
    public bool IsBare { get; private set; }

    /// <summary>What the deals must be beside what is measured: "open deals created this month".</summary>
    public string? AlsoState { get; private set; }

    /// <summary>"The biggest deal": one deal is meant, whoever's it is.</summary>
    public bool SizesOneDeal => _verbs.Sizes(plural: false);

    public bool Has(string state) => Has(spans, LexiconKind.State, state);

    /// <summary>The metric's id; null when the sentence names nothing to measure.</summary>
    /// <param name="isPast">True when what is asked about is over.</param>
    /// <param name="createdBeside">True when the day of creation only says which deals are meant: "open deals created this year and due next quarter".</param>
    public string? Read(bool isPast, bool createdBeside = false)
    {
        var ids = spans.Where(span => span.Kind == LexiconKind.Measure && !LeadReader.IsOfLeads(span.Value) && !(span.Value == MeasureIds.QuotaGap && Has(spans, LexiconKind.Aspect, "long"))).Select(span => span.Value).ToList();
        return LeadReader.MeasureOf(sentence, spans) ?? OfTargets(ids) ?? OfForecasts(ids, isPast) ?? Outright(ids) ?? StagePassage.MeasureOf(sentence, spans, step, ids, this) ?? Rate(ids) ?? Time(ids) ?? Size(ids) ?? Outcome(ids, isPast, createdBeside) ?? Rest(ids);
    }

    /// <summary>Quotas are spoken of with what they are held against: what is won, what is open, or nothing.</summary>
    private string? OfTargets(List<string> ids)
    {
        if (Names(ids, "pipeline.open") && !Names(ids, "coverage.") && (Speaks("enough") || Speaks("sufficient")))
        {
            return MeasureIds.Coverage;
        }

        if (_verbs.IsFarFromTarget && !Names(ids, "coverage.") && !Names(ids, "pipeline."))
        {
            return MeasureIds.QuotaGap;
        }

        if (!Names(ids, "quota.") && !_verbs.AttainsTarget && !_verbs.IsPartOfTarget(Has("won")))
        {
            return null;
        }

        if (Names(ids, "coverage."))
        {
            return ids.Find(id => id != MeasureIds.Coverage && id.StartsWith("coverage.", StringComparison.Ordinal)) ?? (_verbs.NeedsSome ? MeasureIds.NeededCoverage : MeasureIds.Coverage);
        }

        if (_verbs.AttainsTarget && !Names(ids, "pipeline."))
        {
            return ids.Contains(MeasureIds.QuotaGap) || _verbs.Lacks || (WantsAmount && _verbs.MissesTarget) || (_verbs.StillNeeds && !_verbs.MissesTarget && !Has(spans, LexiconKind.Asks, "who")) ? MeasureIds.QuotaGap
                : Foretells() && Speaks("will") ? MeasureIds.Simulated : MeasureIds.Attainment;
        }

        if (Names(ids, "pipeline.open"))
        {
            return Speaks("whole") || Speaks("full") || Speaks("entire") || Speaks("gross") ? MeasureIds.GrossCoverage : MeasureIds.Coverage;
        }

        return ids.Contains(MeasureIds.QuotaGap) || _verbs.Lacks || (ids.Contains(MeasureIds.Attainment) && WantsAmount && (Speaks("behind") || Speaks("below") || Speaks("under") || Speaks("short"))) || ((ids.Contains(MeasureIds.Attainment) || ids.Contains(MeasureIds.Quota)) && Speaks("behind") && (Speaks("far") || Speaks("furthest") || Speaks("farthest") || Speaks("most"))) ? MeasureIds.QuotaGap
            : ids.Contains(MeasureIds.Attainment) || _verbs.IsHeldAgainst("quota.") || Names(ids, "bookings.") || _verbs.IsPartOfTarget(Has("won") || SpeaksOfShare) ? MeasureIds.Attainment
            : MeasureIds.Quota;
    }

    /// <summary>"The best case forecast" is what was submitted as such; "what will Priya close" is what is to be expected.</summary>
    private string? OfForecasts(List<string> ids, bool isPast)
    {
        if (_verbs.MoneyFlows && ids.TrueForAll(id => id.StartsWith("pipeline.open", StringComparison.Ordinal) || id.StartsWith("bookings.", StringComparison.Ordinal) || id == MeasureIds.Velocity))
        {
            return MeasureIds.Velocity;
        }

        if ((!Names(ids, "forecast.") && !Foretells()) || (SpeaksOfDeals && Has("open") && Names(Dimension.ForecastCategory)))
        {
            return null;
        }

        if (ids.Contains(MeasureIds.Accuracy) || (ids.Contains(MeasureIds.Simulated) && (_verbs.AsksHowGood() || spans.Any(span => span.Kind == LexiconKind.Rank && span.Value.Split(' ')[0] is "best" or "worst"))))
        {
            return MeasureIds.Accuracy;
        }

        if (ids.Contains(MeasureIds.Simulated) && Has(spans, LexiconKind.Aspect, "weighted"))
        {
            return MeasureIds.Weighted;
        }

        // Of what is over, "the forecast" is what was said then.
        return ids.Contains(MeasureIds.Submitted) || (ids.Contains(MeasureIds.Simulated) && ((isPast && !Has(spans, LexiconKind.Versus, "vs")) || Speaks("did") || Speaks("was") || Speaks("were"))) || Names(Dimension.ForecastCategory) ? MeasureIds.Submitted : MeasureIds.Simulated;
    }

    /// <summary>"will Priya's team win", "are we gonna close": somebody, and what they will do.</summary>
    private bool Foretells() => !SpeaksOfDeals && !Speaks("many") && Enumerable.Range(0, sentence.Count).Any(at => (sentence[at] is "will" or "gonna" or "ll" or "likely" || (sentence[at] == "well" && sentence.Written(at, 1).Length > 4) || (sentence[at] == "going" && sentence[at + 1] == "to"))
        && Enumerable.Range(at + 1, 5).Any(verb => sentence[verb] is "close" or "win" or "book" or "sell" or "land" or "sign" or "make" or "finish" or "bring"));

    private string? Outright(List<string> ids)
    {
        var weighted = ids.Contains(MeasureIds.Weighted) || (Has(spans, LexiconKind.Aspect, "weighted") && !Names(ids, "win_rate."));
        if (ids.Contains(MeasureIds.Coverage))
        {
            return ids.Contains(MeasureIds.GrossCoverage) ? MeasureIds.GrossCoverage
                : _verbs.NeedsSome ? MeasureIds.NeededCoverage : MeasureIds.Coverage;
        }

        if (ids.Contains(MeasureIds.ToWon) && step is null && !NamesStage && !Has(spans, LexiconKind.Dimension, nameof(Dimension.Stage)) && SpeaksOfShare && _verbs.TellsTheEnd)
        {
            // "What percentage of renewals do we end up winning": from no stage of theirs.
            return MeasureIds.WinRate;
        }

        return ids.Find(id => !PutTogether.Any(family => id.StartsWith(family, StringComparison.Ordinal))) is { } named
            ? (named == MeasureIds.SlippageRate && (WantsAmount || Speaks("value")) && !SpeaksOfShare ? MeasureIds.SlippageAmount
                : named == MeasureIds.Pushes && SpeaksOfShare && !Speaks("often") && !Speaks("rate") && SpeaksOfDeals ? MeasureIds.SlippageRate : named)
            : weighted ? MeasureIds.Weighted : null;
    }

    /// <summary>"What % of deals do we win?", "which source wins most often".</summary>
    private string? Rate(List<string> ids)
    {
        var wins = Speaks("win") || Speaks("wins") || Speaks("won") || Speaks("winning") || (Has("won") && (Speaks("take") || Speaks("took")));
        var asks = ids.Exists(id => id.StartsWith("win_rate.", StringComparison.Ordinal))
            || ((wins || Speaks("close") || Speaks("closes") || Speaks("closing")) && SpeaksOfShare && (!Speaks("rate") || _verbs.SaysAsRate) && ids.TrueForAll(id => id.StartsWith("bookings.", StringComparison.Ordinal)));
        asks |= ids.Count == 0 && _verbs.DealsWin;
        asks |= _verbs.Judges() && Enumerable.Range(1, sentence.Count).Any(at => sentence[at] is "winning" or "closing" or "converting" && sentence[at - 1] == "at");
        asks |= ids.Count == 0 && !NamesStage && !Has(spans, LexiconKind.Dimension, nameof(Dimension.Stage)) && (Speaks("converts") || Speaks("convert") || Speaks("converting") || LeadReader.ConvertsBest(sentence, spans)) && (spans.Any(span => span.Kind is LexiconKind.Rank or LexiconKind.Dimension) || Has(spans, LexiconKind.Asks, "who") || Speaks("well"));
        asks |= wins && ids.Count == 0 && !SpeaksOfDeals && spans.Any(span => span.Kind == LexiconKind.Rank && span.Value.Split(' ')[0] is "best" or "worst" && sentence.Stem(span.First - 1) is "win" or "winning");
        return !asks ? null : ids.Contains(MeasureIds.WinRateByValue) || WantsAmount ? MeasureIds.WinRateByValue : MeasureIds.WinRate;
    }

    /// <summary>"How long", "slowest", "getting faster": in a stage, or from creation to close.</summary>
    private string? Time(List<string> ids)
    {
        var wantsTime = Has(spans, LexiconKind.Aspect, "long") || (_verbs.Lingers() && (Speaks("time") || Speaks("longest") || Speaks("days")) && !(filters ?? []).Any(filter => filter.Filter is DealFilter.OpenLonger or DealFilter.InStageLonger or DealFilter.Untouched));
        var paced = ids.Count == 0 && spans.Any(span => span.Kind == LexiconKind.Rank && span.Value.Split(' ')[0] is "slowest" or "fastest");
        var quickens = ids.Count == 0 && !Has("open") && _verbs.TakesLonger || ids.Count == 0 && spans.Any(span => span.Kind == LexiconKind.Change && Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "faster" or "slower" or "quicker" or "longer" or "shorter"));
        var ofStages = NamesStage || Has(spans, LexiconKind.Dimension, nameof(Dimension.Stage));
        if (ids.Contains(MeasureIds.CompletedStay))
        {
            return MeasureIds.CompletedStay;
        }

        if (ids.Contains(MeasureIds.TimeInStage) || (wantsTime && (ofStages || (_verbs.Lingers() && !_verbs.LiesOpen))) || (ofStages && (quickens || (paced && (!SpeaksOfDeals || Speaks("through") || Speaks("past"))))))
        {
            return MeasureIds.TimeInStage;
        }

        if (ids.Contains(MeasureIds.HighCycle) || ids.Contains(MeasureIds.MeanCycle))
        {
            return ids.Contains(MeasureIds.HighCycle) ? MeasureIds.HighCycle : MeasureIds.MeanCycle;
        }

        if (ids.Contains(MeasureIds.Cycle) && (Speaks("average") || Speaks("avg") || Speaks("mean")))
        {
            return MeasureIds.MeanCycle;
        }

        // "Whose pipeline is the oldest?"
        if (_verbs.Ages() && (SpeaksOfDeals || !Names(Dimension.ForecastCategory)) && ids.TrueForAll(id => id.StartsWith("pipeline.open", StringComparison.Ordinal)) && !Has("won") && !Has("lost"))
        {
            return MeasureIds.Age;
        }

        // "How long have our open deals been open?"
        if (wantsTime && ids.TrueForAll(id => id == MeasureIds.OpenCount || (id == MeasureIds.OpenAmount && _verbs.Lingers())) && !Has("won") && !Has("lost") && (Has("open") || ids.Count > 0) && (SpeaksOfDeals || ids.Count > 0))
        {
            return MeasureIds.Age;
        }

        var ofOne = !SpeaksOfDeals && (spans.Any(span => span.Kind == LexiconKind.Dimension) || Has(spans, LexiconKind.Asks, "who"));
        return ids.Contains(MeasureIds.Cycle) || wantsTime || quickens || (paced && (ofOne || Has("closing"))) ? WantsAverage && (Speaks("average") || Speaks("avg") || Speaks("mean")) ? MeasureIds.MeanCycle : MeasureIds.Cycle : null;
    }

    private string? Size(List<string> ids)
    {
        if (ids.Contains(MeasureIds.AverageOpen) || (SpeaksOfDeals && Has("open") && ids.TrueForAll(id => id == MeasureIds.OpenCount) && _verbs.GrowInSize) || ((ids.Contains(MeasureIds.AverageWon) || WantsAverage) && !Has("won") && (Has("open") || Names(ids, "pipeline.open"))))
        {
            return MeasureIds.AverageOpen;
        }

        // "Which source brings the biggest deals": how big they are on average, not how many.
        var biggest = _verbs.Sizes(plural: true) && !Has("open") && !Has("lost") && spans.Any(span => span.Kind == LexiconKind.Asks || span is { Kind: LexiconKind.Split, Value: "which" })
            && (spans.Any(span => span.Kind == LexiconKind.Dimension) || Has(spans, LexiconKind.Asks, "who"));
        return biggest || (SpeaksOfDeals && !Has("open") && ids.TrueForAll(id => id == MeasureIds.OpenCount) && _verbs.GrowInSize) || ids.Contains(MeasureIds.AverageWon) || ((WantsAverage || WantsMedian) && (SpeaksOfDeals || Has("won") || WantsAmount || ids.Count > 0)) ? MeasureIds.AverageWon : null;
    }

    /// <summary>What became of the deals: created, lost, won or still open.</summary>
    private string? Outcome(List<string> ids, bool isPast, bool createdBeside)
    {
        // "close" looks ahead, unless something says that it is over.
        var closes = spans.FirstOrDefault(span => span.Kind == LexiconKind.State && span.Value == "closing");
        var closedAlready = closes is { Count: 1 } && sentence.Stem(closes.First) == "close" && !Has("open") && (isPast || Speaks("did") || HasDone(closes.First)
            || (sentence[closes.First] == "closes" && spans.Any(span => span.Kind is LexiconKind.Dimension or LexiconKind.Asks && span.End == closes.First) && Enumerable.Range(closes.End, 4).Any(at => sentence[at] is "most" or "fewest" or "least")));
        var created = !createdBeside && (Names(ids, "pipeline.created") || Has("created") || Opens() || CameIn(ids));
        var lost = Names(ids, "losses.") || Has("lost") || (ids.Count == 0 && !spans.Any(span => span is { Kind: LexiconKind.State, Value: not "closing" }) && (Names(Dimension.LossReason) || scope.LeftForCompetitor || (_verbs.Takes && spans.Any(span => span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Competitor) }))));
        if (created && !createdBeside && !Names(ids, "pipeline.created") && (NamesMoneyWon(ids) || ((Has("open") || (Speaks("open") && ids.Contains(MeasureIds.OpenAmount))) && Names(Dimension.Source) && spans.Where(span => span is { Kind: LexiconKind.State, Value: "created" }).All(span => sentence[span.First] == "sourced") && spans.Any(span => span is { Kind: LexiconKind.State, Value: "created" }))))
        {
            // "New revenue": money was made. "Still open that we sourced outbound": where they came from.
            created = false;
        }

        if (created && !Names(ids, "pipeline.") && (_verbs.CountsWins || ((Has("won") || lost) && Names(Dimension.Source))) && spans.Where(span => span is { Kind: LexiconKind.State, Value: "created" }).All(span => sentence[span.First] is "sourced" or "generated" or "originated" or "came" or "come"))
        {
            // "Wins sourced by partners" were won, whoever they came from.
            created = false;
        }

        var won = Names(ids, "bookings.") || Has("won") || closedAlready || (!lost && !created && !Has("open") && ids.Count == 0 && !SpeaksOfDeals && (_verbs.BringsIn || (_verbs.EarnsFrom && (WantsAmount || Speaks("most") || Speaks("least") || Speaks("spend") || Speaks("spent") || (sentence[0] is "what" && Speaks("from"))))));
        var open = Names(ids, "pipeline.open") || Has("open") || Has("overdue") || closes is not null;
        if (created && (SpeaksOfDeals || ids.Count > 0 || WantsAmount || WantsCount))
        {
            AlsoState = lost ? "lost" : won && _verbs.WinsOutright && !closedAlready ? "won" : !Opens() && (Has("open") || ids.Contains(MeasureIds.OpenCount)) ? "open" : null;
            return Choose(ids, MeasureIds.CreatedAmount, MeasureIds.CreatedCount);
        }

        if (lost)
        {
            // Reasons are counted, unless money is asked for.
            var reasons = Has(spans, LexiconKind.Dimension, nameof(Dimension.LossReason)) || Has(spans, LexiconKind.Asks, "why") || Names(Dimension.LossReason);
            return (reasons || _verbs.CountsLosses || _verbs.AsksToWhom) && !WantsAmount && !_verbs.NamesMoney && !Speaks("cost") && !Speaks("costs") && !Speaks("costing") || (_verbs.CountsDefeats && !WantsAmount && !_verbs.NamesMoney) ? MeasureIds.LostCount : Choose(ids, MeasureIds.LostAmount, MeasureIds.LostCount);
        }

        if (won)
        {
            return _verbs.CountsWins && !WantsAmount && !_verbs.NamesMoney ? MeasureIds.WonCount : Choose(ids, MeasureIds.WonAmount, MeasureIds.WonCount);
        }

        // "Deal count for Q3": of which deals, nobody said.
        IsBare = open && ids.Count == 1 && ids[0] == MeasureIds.OpenCount && !Has("open") && !Has("overdue") && closes is null && !Speaks("open") && !Speaks("pipeline") && !Speaks("active") && !Speaks("live");
        return open ? Choose(ids, MeasureIds.OpenAmount, MeasureIds.OpenCount) : null;
    }

    private string? Rest(List<string> ids)
    {
        if (ids.Count == 0 && (Has(spans, LexiconKind.Dimension, nameof(Dimension.LossReason)) || ((WantsCount || WantsAmount) && Names(Dimension.LossReason))))
        {
            return WantsAmount ? MeasureIds.LostAmount : MeasureIds.LostCount;
        }

        // "Where is the money?", "how much in negotiation".
        if (ids.Count == 0 && WantsAmount && !SpeaksOfDeals && (NamesStage || Has(spans, LexiconKind.Dimension, nameof(Dimension.Stage)) || Has(spans, LexiconKind.Asks, "where")))
        {
            return MeasureIds.OpenAmount;
        }

        // "How much have I got in EMEA".
        if (ids.Count == 0 && WantsAmount && !SpeaksOfDeals && _verbs.Possesses && (scope.Filters().Any() || Has(spans, LexiconKind.Mine, "me") || Has(spans, LexiconKind.Mine, "team")))
        {
            return MeasureIds.OpenAmount;
        }

        // "Who's our top seller?" sells the most; the best one may well be who wins most often.
        if (ids.Count == 0 && !SpeaksOfDeals && spans.Any(span => span is { Kind: LexiconKind.Rank, Value: "top" or "highest" }) && spans.Any(span => span.Kind == LexiconKind.Dimension && sentence.Stem(span.End - 1) is "seller" or "closer" or "salesperson" or "dealmaker" or "producer"))
        {
            return MeasureIds.WonAmount;
        }

        // "Money stuck in a stage for more than 45 days".
        if (ids.Count == 0 && WantsAmount && filters is not null && filters.Any(filter => DealWords.IsOfDeals(filter.Filter)))
        {
            return MeasureIds.OpenAmount;
        }

        // "What's our commit?" asks for what was submitted as such.
        if (ids.Count == 0 && !SpeaksOfDeals && Names(Dimension.ForecastCategory))
        {
            return scope.StandsInCategory ? Choose(ids, MeasureIds.OpenAmount, MeasureIds.OpenCount) : MeasureIds.Submitted;
        }

        IsBare = SpeaksOfDeals;
        return SpeaksOfDeals ? Choose(ids, MeasureIds.OpenAmount, MeasureIds.OpenCount) : null;
    }

    private static bool Names(List<string> ids, string prefix) => ids.Exists(id => id.StartsWith(prefix, StringComparison.Ordinal));

    private bool Names(Dimension dimension) => scope.Filters().Any(filter => filter is DealFilter.In named && named.Dimension == dimension);

    internal static bool Has(IReadOnlyList<LexiconSpan> spans, LexiconKind kind, string value) => spans.Any(span => span.Kind == kind && span.Value == value);

    /// <summary>What was asked outright decides; else the metric's own name; else deals are counted and all else is summed.</summary>
    private string Choose(List<string> ids, string amount, string count)
    {
        if (WantsCount)
        {
            return count;
        }

        if (WantsAmount)
        {
            return amount;
        }

        return ids.Contains(amount) && (NamesAmountFirst || !spans.Any(span => span.Kind == LexiconKind.Deals)) ? amount
            : ids.Contains(count) || SpeaksOfDeals ? count : amount;
    }

    private bool Speaks(string word) => sentence.Has(word);

    /// <summary>"How many did I open last month": opening is what was done, not how deals are.</summary>
    private bool Opens() => Speaks("did") && Enumerable.Range(1, sentence.Count).Any(at => sentence[at] == "open" && (sentence[at - 1] is "i" or "we" or "they" or "you" or "he" or "she" or "team" or "reps" || scope.Holds(at - 1)) && sentence.Stem(at + 1) is not ("deal" or "opportunity" or "opp" or "pipeline"));

    /// <summary>"How much pipeline did partners bring us?", "opps that came from events": what came in; but "won deals that came from events" were won.</summary>
    private bool CameIn(List<string> ids)
    {
        if (Has("won") && _verbs.WinsOutright || Has("lost") || Has("open") || Speaks("open") || Names(ids, "bookings.") || !(SpeaksOfDeals || Names(ids, "pipeline.open")))
        {
            return false;
        }

        return _verbs.BringsIn || Speaks("came") || ((Speaks("did") || Speaks("have") || Speaks("has")) && Enumerable.Range(0, sentence.Count).Any(at => sentence.Stem(at) is "build" or "source" or "sourced" or "get"));
    }

    /// <summary>"What have we close": but "deals that have no next step and close this month" do so yet.</summary>
    private bool HasDone(int verb) => Enumerable.Range(0, verb).Any(at => sentence[at] is "have" or "has" && sentence[at + 1] is "i" or "we" or "they" or "you" or "he" or "she" or "the" or "my" or "our" && sentence[at - 1] is not ("do" or "does" or "dont" or "doesnt"));

    /// <summary>"How much new revenue", "generated in bookings".</summary>
    private bool NamesMoneyWon(List<string> ids) => Names(ids, "bookings.") && !Names(ids, "pipeline.") && (!SpeaksOfDeals || spans.Any(span => span is { Kind: LexiconKind.State, Value: "created" } && sentence[span.First] == "sourced" && scope.Holds(span.First - 1)));
}
