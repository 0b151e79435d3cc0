using System.Buffers;
using System.Collections.Frozen;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Catalog;

namespace RevBot.Intents.Ask.Words;

/// <summary>Finds the phrases the parser knows: those of <see cref="LexiconRows"/> and the metrics' own names.</summary>
internal sealed class Lexicon
{
    private const int LongestPhrase = 8;
    private const int PlainHandicap = 3;
    private const int UsualBonus = 3;
    private const int PairBonus = 4;

    private static readonly SearchValues<char> Signs = SearchValues.Create(",;:?!()");

    /// <summary>What questions are made of: of two words as near, one of these is meant.</summary>
    private static readonly FrozenSet<string> Usual = ("deal opportunity opp pipeline booking revenue sale win won lost loss lose rate close closed closing open rep owner team manager stage source segment region industry account customer product reason competitor "
        + "day week month quarter year last this next past since until between average amount value count number many much how what which who where when why show list top best worst highest lowest biggest largest smallest forecast quota attainment coverage velocity cycle "
        + "conversion lead created create new weighted total slipped slippage pushed hygiene score commit by per for from the with without not over under above below more less than least most against versus compared and are did do does have has our my we us "
        + "sell sold book booked business size time in long type status median mean percent share january february march april june july august september october november december monday tuesday wednesday thursday friday today yesterday").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unwanted = new[]
    {
        // Verbs and questions are read by their parts, whatever stands between them; a name inside such a phrase belongs to the scope.
        "closed the most", "won the most", "sold the most", "lost the most", "new business won", "new customer won", "slowest stage", "fastest stage", "fastest to close", "slowest to close",
        "how many deal", "number of deal", "convert", "in the funnel",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, LexiconEntry> _phrases;
    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string> _plain;
    private readonly FrozenSet<(string, string)> _pairs;
    private readonly SpellingIndex _spelling = new();

    public Lexicon(MetricCatalog catalog)
    {
        var phrases = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var (kind, value, row) in LexiconRows.All)
        {
            var entry = new LexiconEntry(kind, value);
            foreach (var phrase in row.Split('|'))
            {
                phrases.TryAdd(WordSplitter.KeyOf(phrase), entry);
            }
        }

        foreach (var (metric, row) in MeasurePhrases.All.Where(row => catalog.Find(row.Metric) is not null))
        {
            foreach (var phrase in row.Split('|'))
            {
                phrases.TryAdd(WordSplitter.KeyOf(phrase), new LexiconEntry(LexiconKind.Measure, metric));
            }
        }

        foreach (var metric in catalog.Metrics)
        {
            foreach (var synonym in metric.Synonyms)
            {
                var key = WordSplitter.KeyOf(synonym);
                if (!Unwanted.Contains(key) && !key.StartsWith("how many ", StringComparison.Ordinal) && !key.StartsWith("how long ", StringComparison.Ordinal) && !key.StartsWith("did we ", StringComparison.Ordinal) && !IsState(phrases, key))
                {
                    phrases[key] = new LexiconEntry(LexiconKind.Measure, metric.Id);
                }
            }
        }

        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        var words = phrases.Keys.SelectMany(phrase => phrase.Split(' ')).Concat(CalendarWords.All).Concat(LexiconRows.OtherWords.Split(' ')).SelectMany(word => new[] { word, WordSplitter.StemOf(word) });
        _words = words.ToFrozenSet(StringComparer.Ordinal);
        _pairs = phrases.Keys.Select(phrase => phrase.Split(' ')).SelectMany(words => words.Zip(words.Skip(1))).ToFrozenSet();
        _plain = phrases.Where(phrase => phrase.Value.Kind == LexiconKind.Small).Select(phrase => phrase.Key).ToFrozenSet(StringComparer.Ordinal);

        // As they are written, and in the plural.
        var forms = LexiconRows.All.Select(row => row.Phrases).Concat(MeasurePhrases.All.Select(row => row.Phrases)).Concat(catalog.Metrics.SelectMany(metric => metric.Synonyms)).Append(LexiconRows.OtherWords)
            .SelectMany(row => row.Split('|')).SelectMany(WordSplitter.Split).Select(word => word.Text).Concat(CalendarWords.All).Where(Knows);
        foreach (var form in forms.SelectMany(form => _plain.Contains(form) ? [form] : new[] { form, form + "s" }).Where(form => Knows(WordSplitter.StemOf(form)) || Knows(form)).Distinct().Where(form => form.All(char.IsAsciiLetterLower)))
        {
            _spelling.Add(form);
        }
    }

    /// <summary>All phrases among the free words, from left to right, the longest first.</summary>
    public List<LexiconSpan> FindAll(Sentence sentence)
    {
        var spans = new List<LexiconSpan>();
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[256];
        Span<int> ends = stackalloc int[LongestPhrase];
        for (var at = 0; at < sentence.Count;)
        {
            var (length, count) = (0, 0);
            while (count < LongestPhrase && sentence.IsFree(at + count) && sentence.Stem(at + count) is { Length: > 0 } stem && length + stem.Length + 1 < buffer.Length)
            {
                if (count > 0)
                {
                    buffer[length++] = ' ';
                }

                stem.CopyTo(buffer[length..]);
                length += stem.Length;
                ends[count++] = length;
                if (Breaks(sentence, at + count))
                {
                    // "By stage, win rate by source" names no stage's win rate.
                    break;
                }
            }

            LexiconEntry? entry = null;
            while (count > 0 && (!lookup.TryGetValue(buffer[..ends[count - 1]], out entry) || (entry.Kind == LexiconKind.Measure && (IsCut(sentence, at, count) || IsAskedFor(sentence, at, count)))))
            {
                (entry, count) = (null, count - 1);
            }

            if (entry is not null)
            {
                spans.Add(new LexiconSpan(at, count, entry));
            }

            at += Math.Max(count, 1);
        }

        return spans;
    }

    /// <summary>True where a comma or the like stands before a word.</summary>
    private static bool Breaks(Sentence sentence, int at) => at < sentence.Count && sentence.Words[at].Start - sentence.Words[at - 1].End > 1
        && sentence.Text.AsSpan(sentence.Words[at - 1].End, sentence.Words[at].Start - sentence.Words[at - 1].End).ContainsAny(Signs);

    public bool Knows(string stem) => _words.Contains(stem);

    /// <summary>True for two words that stand side by side in a phrase.</summary>
    public bool MakePhrase(string left, string right) => _pairs.Contains((WordSplitter.StemOf(left), WordSplitter.StemOf(right)));

    /// <summary>True when the word says something of a question, and is no small word alone.</summary>
    public bool Means(string stem) => Knows(stem) && !_plain.Contains(stem);

    /// <summary>The known word a misspelt one was meant to be; of several as near, the usual one, or the one that makes a phrase with a word beside it. What would carry no meaning must be nearly right, or a word nobody knows would be passed over.</summary>
    public (string Word, int Cost)? Nearest(string text, string before, string after)
    {
        var found = _spelling.Nearest(text, anyStart: true, form =>
        {
            var stem = WordSplitter.StemOf(form);
            var weight = Usual.Contains(stem) || Usual.Contains(form) ? -UsualBonus : IsPlain(form, stem) ? PlainHandicap : 0;
            return weight - (_pairs.Contains((before, stem)) || _pairs.Contains((stem, after)) ? PairBonus : 0);
        });
        return found is var (word, cost) && !Usual.Contains(word) && IsPlain(word, WordSplitter.StemOf(word)) && cost - PlainHandicap > SlipCost.Limit(text.Length) / 2 + 2 ? null : found;
    }

    /// <summary>True for what questions are made of.</summary>
    public static bool IsUsual(string word) => Usual.Contains(word) || Usual.Contains(WordSplitter.StemOf(word));

    private bool IsPlain(string form, string stem) => _plain.Contains(form) || _plain.Contains(stem);

    /// <summary>"Open pipeline by stage, win rate by source": no figure is called by what stands on both sides of a comma.</summary>
    private static bool IsCut(Sentence sentence, int first, int count)
    {
        for (var at = first + 1; at < first + count; at++)
        {
            if (sentence.Words[at - 1].End is var end && sentence.Words[at].Start is var start && end < start && sentence.Text.AsSpan(end, start - end).IndexOfAny(',', ';', '?') >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Which rep forecasts most accurately": of the "rep forecast" it is the rep who is asked for.</summary>
    private static bool IsAskedFor(Sentence sentence, int at, int count) => count > 1 && sentence[at] is "rep" && sentence[at - 1] is "which" or "what" or "each" or "every" or "per" or "by";

    private static bool IsState(Dictionary<string, LexiconEntry> phrases, string key) =>
        phrases.TryGetValue(key, out var entry) && entry.Kind is LexiconKind.State;
}
