using System.Text;
using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Clauses;
using RevBot.Intents.Several;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Reads a sentence as a question. Each part (amounts, missing fields, periods, names, measure, breakdown, comparison, order) finds its own words; a word that no part knows makes the bot say so instead of guessing.</summary>
public sealed class QuestionParser(MetricCatalog catalog)
{
    private readonly Lexicon _lexicon = new(catalog);

    /// <summary>True for a word of the language questions are asked in.</summary>
    internal bool Knows(Word word) => _lexicon.Knows(word.Stem) || _lexicon.Knows(word.Text);

    /// <summary>The text with its misspelt words as they were meant, everything else as it was written.</summary>
    internal string Spelt(string text, ReadContext context)
    {
        if (new Speller(_lexicon, context.Names).Correct(WordSplitter.Split(text)) is not { } meant)
        {
            return text;
        }

        var (spelt, at) = (new StringBuilder(text.Length), 0);
        foreach (var word in meant)
        {
            var written = text[word.Start..Math.Max(word.Start, word.End)];
            spelt.Append(text, at, Math.Max(word.Start - at, 0)).Append(word.Start < at || (spelt.Length > 0 && char.IsLetterOrDigit(spelt[^1])) ? " " : string.Empty)
                .Append(WordSplitter.Split(written) is [var same] && same.Text == word.Text ? written : word.IsPossessive && !word.Text.EndsWith('s') ? word.Text + "'s" : word.Text);
            at = Math.Max(at, word.End);
        }

        return spelt.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>True when a text names something: a period, a person, a segment, an amount.</summary>
    internal bool NamesParts(string text, ReadContext context)
    {
        var words = WordSplitter.Split(text);
        var parts = Find(text, new Speller(_lexicon, context.Names).Correct(words) ?? words, context);
        return parts.Periods.Count + parts.Filters.Count > 0 || parts.Scope.Named().Any() || parts.Scope.Ambiguous is not null;
    }

    /// <summary>The reading; null when the sentence is no question about deals.</summary>
    internal QuestionReading? Read(string text, ReadContext context)
    {
        var words = WordSplitter.Split(text);
        if (words.Count == 0 || Command.Opens(words))
        {
            return null;
        }

        return ReadSpelt(text, words, context, null);
    }

    /// <summary>The reading of a sentence that goes on from a question; null when it does not.</summary>
    internal QuestionReading? Continue(string text, QuestionReading.Understood last, ReadContext context)
    {
        var words = WordSplitter.Split(text);
        if (words.Count == 0 || (Command.Opens(words) && !Command.MayEdit(words)))
        {
            return null;
        }

        return ReadSpelt(text, words, context, last);
    }

    /// <summary>Reads the words as they were meant, unless as they were written they are understood better.</summary>
    private QuestionReading? ReadSpelt(string text, List<Word> words, ReadContext context, QuestionReading.Understood? last)
    {
        if (Rather.MayBeIn(words) && Rather.Without(Find(text, words, context)) is { Length: > 0 } meantOnly)
        {
            text = last is null ? meantOnly : $"{meantOnly} instead";
            words = WordSplitter.Split(text);
        }

        var meant = new Speller(_lexicon, context.Names).Correct(words);
        if (meant is not null && Command.Opens(meant) && !(last is not null && Command.MayEdit(meant)))
        {
            return null;
        }

        var (reading, unknown) = ReadWords(text, meant ?? words, context, last);
        if (unknown.Count > 0 && meant is not null && ReadWords(text, words, context, last) is var (asWritten, left) && left.Count < unknown.Count)
        {
            (reading, unknown, meant) = (asWritten, left, words);
        }

        if (unknown.Count == 0 || Shorthand(meant ?? words, unknown) is not { } spelt)
        {
            return reading;
        }

        var (second, stillUnknown) = ReadWords(text, spelt, context, last);
        return stillUnknown.Count < unknown.Count ? second : reading;
    }

    /// <summary>The sentences of those that one sentence asks in a row; empty when it asks one thing.</summary>
    internal List<string> Series(string text, ReadContext context)
    {
        var words = WordSplitter.Split(text);
        if (words.Count < 2 || !SeriesReader.MayBe(text, words) || Command.Opens(words))
        {
            return [];
        }

        return new SeriesReader(Find(text, new Speller(_lexicon, context.Names).Correct(words) ?? words, context)).Read();
    }

    /// <summary>What a message may ask when something of it is left aside, the surest first.</summary>
    internal List<Message> Messages(string text, ReadContext context)
    {
        var words = WordSplitter.Split(text);
        if (!ClauseDivider.MayDivide(text, words))
        {
            return [];
        }

        // "Clsoing this mnoth, weighted": what is misspelt may narrow the question, too.
        var (written, meant) = (Find(text, words, context), new Speller(_lexicon, context.Names).Correct(words));
        return Message.Read(meant is not null && Find(text, meant, context) is var spelt && spelt.Periods.Count + spelt.Filters.Count > written.Periods.Count + written.Filters.Count ? spelt : written);
    }

    /// <summary>The message with what its pointing words stand for in their place; null when they stand for nothing known.</summary>
    /// <param name="before">What the question before was about.</param>
    internal string? Pointed(string text, Func<IReadOnlyList<Antecedent>> before, ReadContext context) =>
        WordSplitter.Split(text) is { Count: > 1 } words && PointingWords.MayBeIn(words) ? new Pointing(Find(text, words, context)).Resolve(before) : null;

    /// <summary>The people a sentence names.</summary>
    internal IEnumerable<string> PeopleIn(string text, ReadContext context) => Find(text, WordSplitter.Split(text), context).Scope.Filters().OfType<DealFilter.In>().Where(filter => filter.Dimension == Dimension.Owner).SelectMany(filter => filter.Values).Select(value => value.Label);

    /// <summary>What a message may mean in which somebody says something anew, the likeliest first.</summary>
    internal List<string> Corrections(string text, ReadContext context) => Correction.Of(text, said => Find(said, WordSplitter.Split(said), context));

    /// <summary>The message without the words that nobody understood and that could not tell which deals are meant; null when there are none.</summary>
    internal string? WithoutIdle(string text, ReadContext context)
    {
        var words = WordSplitter.Split(text);
        var parts = Find(text, new Speller(_lexicon, context.Names).Correct(words) ?? words, context);
        var idle = IdleWords.In(parts);
        if (idle.Count == 0)
        {
            return null;
        }

        var kept = new StringBuilder(text);
        foreach (var at in Enumerable.Reverse(idle))
        {
            var word = parts.Sentence.Words[at];
            kept.Remove(word.Start, word.End - word.Start);
        }

        return kept.ToString();
    }

    /// <summary>True when a sentence asks no question of its own.</summary>
    /// <param name="isBare">It speaks of deals and numbers only, and of none in particular: "show the deals", "in dollars".</param>
    internal bool IsPlain(string text, ReadContext context, out bool isBare)
    {
        var parts = Find(text, WordSplitter.Split(text), context);
        isBare = parts.Spans.Any(span => span.Kind is LexiconKind.Deals or LexiconKind.Aspect) && parts.Unknown().Count == 0 && parts.Periods.Count + parts.Filters.Count == 0 && !parts.Scope.Named().Any()
            && parts.Spans.All(span => span.Kind is LexiconKind.Deals or LexiconKind.Aspect or LexiconKind.Small);
        return FollowUpWords.IsPlain(parts.Sentence);
    }

    /// <summary>"2" for "to" and the like, where nothing else was understood by it; null when none is there.</summary>
    private static List<Word>? Shorthand(List<Word> words, List<int> unknown)
    {
        var spelt = new List<Word>(words.Count);
        var any = false;
        for (var at = 0; at < words.Count; at++)
        {
            var meant = unknown.Contains(at) ? Spellings.Of(words[at].Text, at + 1 < words.Count ? words[at + 1].Text : string.Empty) : null;
            any |= meant is not null;
            spelt.AddRange(meant is null ? [words[at]] : Speller.Parts(words[at], meant));
        }

        return any ? spelt : null;
    }

    private (QuestionReading? Reading, List<int> Unknown) ReadWords(string text, List<Word> words, ReadContext context, QuestionReading.Understood? last = null)
    {
        var parts = Find(text, words, last is null ? context : context with { Spoken = [.. last.Question.Filters.OfType<DealFilter.In>().Select(filter => filter.Dimension), .. last.Question.Breakdown] });
        var draft = new QuestionDraft(parts);
        var reading = last is null ? draft.Assemble() : new Continuation(parts, draft, last).Assemble();
        return (reading is QuestionReading.Understood understood && new Pointing(parts).Open() is { } open
            ? new QuestionReading.Refused($"I don't know what “{open}” stands for: say the name or the days.", understood.Question) { Score = understood.Score } : reading, draft.Unknown);
    }

    private SentenceParts Find(string text, List<Word> words, ReadContext context)
    {
        var sentence = new Sentence(text, words);
        var amounts = AmountFilterReader.ReadAll(sentence);
        var touches = new TouchFilterReader(sentence, new PeriodReader(sentence, context.Company.Fiscal, context.Today), context.Today).ReadAll();
        touches.AddRange(PauseFilterReader.ReadAll(sentence));
        var stages = context.Names.FindAll(words, kind => kind == NameKind.Stage, sentence.IsFree, _ => false).FindAll(hit => hit.Things.Any(thing => context.Company.Process.Find(new StageId(thing.Key)) is { Group: StageGroup.Open }));
        var ages = AgeFilterReader.ReadAll(sentence, at => stages.Exists(stage => stage.First + stage.Count == at));
        var missing = MissingFieldReader.ReadAll(sentence, context.Company, at => context.Names.FindAll(words, kind => kind != NameKind.Deal, _ => true, _ => false).Exists(hit => hit.First == at));

        // "the quarter before" and "same period last year" are comparisons, not periods.
        var comparisons = _lexicon.FindAll(sentence).FindAll(span => span.Kind == LexiconKind.Change && span.Value is "before" or "year" or "step" or "days" && sentence[span.End] != "last" && !EndsName(sentence, span));
        SamePeriod.AddTo(comparisons, sentence, context.Today);
        comparisons.ForEach(span => sentence.Take(span.First, span.Count));
        comparisons.AddRange(OverdueReader.ReadAll(sentence));
        comparisons.AddRange(UnfinishedReader.ReadAll(sentence));
        var exact = context.Names.FindAll(words, kind => kind != NameKind.Deal, sentence.IsFree, _ => false).FindAll(hit => hit.Count > 1 || words[hit.First].Quote > 0);
        var reserved = new Sentence(text, words);
        exact.ForEach(hit => reserved.Take(hit.First, hit.Count));
        var periods = ReadPeriods(sentence, exact, context);

        StepWords.Split(sentence, comparisons, periods);
        var spans = _lexicon.FindAll(sentence);
        var hits = context.Names.FindAll(words, kind => kind != NameKind.Deal, sentence.IsFree, _ => false);

        ReportingCurrency.Take(sentence, hits, spans, context.Company.Currency);

        // "New logos" are won deals of a kind: what is counted, unless something else is, and which of it.
        var kinds = spans.FindAll(span => span.Kind == LexiconKind.Measure && hits.Exists(hit => IsKind(hit, span)) && spans.Count(other => other.Kind == LexiconKind.Measure) == 1);
        hits.RemoveAll(hit => !spans.Exists(span => IsKind(hit, span)) && spans.Exists(span => Overlap(span, hit) && !(hit.Things[0].Kind == NameKind.LossReason && span.Kind == LexiconKind.State) && (span.Count > hit.Count || (span.Count == hit.Count && span.First <= hit.First && !Prefers(span, hit, words)))));
        if (hits.Find(hit => hit is { Count: 1 } && hit.Things[0].Kind == NameKind.LossReason && sentence[hit.First - 1] is "we" or "they" or "you" && sentence[hit.First + 1] is "in" or "them" or "it") is { } verb)
        {
            // "Deals we price in euros" were lost for no price.
            hits.Remove(verb);
            sentence.Take(verb.First, 1);
        }

        spans.RemoveAll(span => hits.Exists(hit => Overlap(span, hit)));
        foreach (var hit in hits)
        {
            // A phrase cut in two by a name leaves its other words to be read anew.
            var shadow = new Sentence(text, words);
            Enumerable.Range(0, words.Count).Where(at => !sentence.IsFree(at) || hits.Exists(other => at >= other.First && at < other.First + other.Count)).ToList().ForEach(at => shadow.Take(at, 1));
            spans = _lexicon.FindAll(shadow);
            spans.AddRange(kinds);
            break;
        }

        WordRoles.Settle(sentence, spans, hits, amounts.Count > 0, periods, context);
        spans.AddRange(comparisons);
        var loose = context.Names.FindAll(words, kind => kind != NameKind.Deal, at => sentence.IsFree(at) && !hits.Exists(hit => at >= hit.First && at < hit.First + hit.Count) && !spans.Exists(span => at >= span.First && at < span.End), _ => true);
        loose.RemoveAll(hit => hit is { Quality: NameQuality.Typo, Count: 1 } && _lexicon.Knows(words[hit.First].Stem));
        var scope = new NameScope(sentence, context, spans);
        foreach (var hit in hits.Concat(loose).OrderBy(hit => hit.First))
        {
            scope.Add(hit);
        }

        spans.RemoveAll(scope.Denied.Contains);

        // "Deals lost after Proposal" says which, and nothing else reads it.
        spans.RemoveAll(span => span is { Kind: LexiconKind.Small, Count: 1 } && sentence.IsFree(span.First) && sentence[span.First] is "before" or "after" && scope.Named().Any(name => name.Dimension == Dimension.Stage && sentence.Before(name.First) == span.First));
        spans.ForEach(span => sentence.Take(span.First, span.Count));
        PlacedFilter[] filters = [.. amounts, .. missing, .. touches, .. ages, .. StageHalves.Read(sentence, context.Company.Process, scope) is { } half ? [half] : Array.Empty<PlacedFilter>()];
        return new SentenceParts(catalog, context, sentence, spans, scope, filters, periods);
    }

    private static List<PeriodSpan> ReadPeriods(Sentence sentence, List<NameHit> exact, ReadContext context)
    {
        // Names of several words come before periods: "March Networks" is a company.
        var guarded = new Sentence(sentence.Text, sentence.Words);
        for (var at = 0; at < sentence.Count; at++)
        {
            if (!sentence.IsFree(at) || (sentence[at] == "by" && sentence[at - 1] is "going" or "judging" or "judged") || (sentence[at] == "wed" && sentence.Words[at].End - sentence.Words[at].Start > 3) || exact.Exists(hit => at >= hit.First && at < hit.First + hit.Count))
            {
                guarded.Take(at, 1);
            }
        }

        var periods = new PeriodReader(guarded, context.Company.Fiscal, context.Today).ReadAll();
        periods.RemoveAll(period => IsOfOccasion(sentence, period));
        periods.ForEach(period => sentence.Take(period.First, period.Count));
        return periods;
    }

    /// <summary>"The Monday deck", "today's board call": the day is that of what is held then, not of the deals.</summary>
    private static bool IsOfOccasion(Sentence sentence, PeriodSpan period)
    {
        var next = period.First + period.Count;
        return period.Reading.Unit == PeriodUnit.Day && period.Count < 3 && (ClauseWords.Held.Contains(sentence[next]) || (next + 1 < sentence.Count && ClauseWords.Held.Contains(sentence[next + 1]) && !ClauseWords.Prepositions.Contains(sentence[next]) && sentence[next] is not ("my" or "our" or "the")));
    }

    private static bool IsKind(NameHit hit, LexiconSpan span) => hit.Things[0].Kind == NameKind.DealType && hit.First == span.First && hit.Count == span.Count;

    /// <summary>"Q4 of the year before that", "October a year ago": which year's it is.</summary>
    private static bool EndsName(Sentence sentence, LexiconSpan span)
    {
        var name = span.First - 1 - (sentence[span.First - 1] is "of" or "in" ? 1 : 0);
        return Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "year" or "yr") && Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "before" or "prior" or "earlier" or "ago" or "back")
            && (NamedPeriodReader.QuarterOf(sentence[name]) is not null || CalendarWords.Month(sentence[name]) is not null || CalendarWords.Season(sentence[name]) is not null || sentence[name] is "h1" or "h2");
    }

    private static bool Overlap(LexiconSpan span, NameHit hit) => span.First < hit.First + hit.Count && hit.First < span.End;

    /// <summary>Of a word that is both a name and a word of the lexicon: small words are names when written as such, and "expected", "new" and the like give way.</summary>
    private static bool Prefers(LexiconSpan span, NameHit hit, List<Word> words) => hit.Things[0].Kind switch
    {
        NameKind.Source or NameKind.Segment or NameKind.Region or NameKind.DealType or NameKind.Industry or NameKind.Stage or NameKind.Product =>
            span.Kind is not (LexiconKind.Measure or LexiconKind.State or LexiconKind.Dimension) || (span.Kind == LexiconKind.State && hit.Things[0].Kind != NameKind.Stage),
        NameKind.Person or NameKind.Account => span.Kind is LexiconKind.Small or LexiconKind.Beyond && words[hit.First].IsCapital && hit.First > 0,
        NameKind.ForecastCategory => true,
        _ => span.Kind == LexiconKind.Small,
    };
}
