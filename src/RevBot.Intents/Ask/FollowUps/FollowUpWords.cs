using System.Collections.Frozen;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>How a sentence hangs on to the question before it: by its first words ("and", "what about", "only"), by what it points at ("those", "that"), or by having no subject of its own ("by rep", "EMEA", "last quarter").</summary>
internal sealed class FollowUpWords
{
    /// <summary>Words that only tie a sentence to the one before.</summary>
    private static readonly FrozenSet<string> Ties = Set(
        "n", "same", "instead", "back", "em", "again", "too", "also", "as", "well", "plus", "then", "only", "just", "now", "but", "and", "or", "thing", "ones", "rather", "more", "precisely", "else", "both", "together",
        "include", "including", "included", "additionally", "though", "split", "out", "switch", "swap", "alone", "solely", "restrict", "limit", "narrow", "filter", "filters", "filtered", "keep", "add", "bring", "drill", "down", "zoom", "in", "break", "it", "show", "make", "cut", "slice", "chop");

    private static readonly FrozenSet<string> Openers = Set("ok", "okay", "so", "great", "cool", "nice", "hm", "hmm", "right", "alright", "fine", "thanks", "sorry", "oh", "ah", "well", "good", "perfect", "yes", "yeah", "no", "please", "pls");

    /// <summary>Firm: even a whole question behind them goes on from the one before.</summary>
    private static readonly FrozenSet<string> Cues = Set("and", "n", "but", "or", "same", "also", "plus");

    private static readonly FrozenSet<string> Limits = Set("only", "just", "now", "instead", "then");

    /// <summary>Begin what is no sentence of its own.</summary>
    private static readonly FrozenSet<string> Beginnings = Set(
        "and", "n", "but", "or", "same", "also", "plus", "only", "just", "now", "then", "by", "per", "for", "in", "from", "with", "without", "excluding", "except", "not", "no", "vs", "versus", "compare", "compared", "split", "to", "under", "over", "on", "at");

    private static readonly FrozenSet<string> QuestionWords = Set("what", "whats", "how", "hows", "which", "who", "whos", "whose", "when", "where", "is", "are", "do", "does", "did", "will", "show", "list", "give");

    private readonly int _first;
    private readonly Sentence _sentence;

    public FollowUpWords(Sentence sentence)
    {
        _sentence = sentence;
        while (_first < sentence.Count - 1 && Openers.Contains(sentence[_first]))
        {
            _first++;
        }

        var asksAbout = sentence[_first] is "what" or "how" or "hows" or "whats" && sentence[_first + 1] == "about";
        IsTied = Cues.Contains(sentence[_first]) || (sentence[_first] == "i" && sentence[_first + 1] is "mean" or "meant") || sentence[_first] is "add" or "bring" || asksAbout || Has("instead") || (sentence[_first] == "make" && sentence[_first + 1] is "it" or "that");
        var behindCue = _first;
        while (Cues.Contains(sentence[behindCue]))
        {
            behindCue++;
        }

        // "But only deals over 50k" says which.
        Narrows = Limits.Contains(sentence[behindCue]) || sentence[sentence.Count - 1] == "only";
        Begins = asksAbout || IsTied || Beginnings.Contains(sentence[_first]);

        // "The same for EMEA also" asks it of EMEA.
        Adds = sentence[_first] is "add" or "bring" || (Has("too") && !Has("same")) || (Has("also") && !Has("same")) || Has("plus") || Has("include") || Has("including") || Has("included") || Has("additionally") || (Has("as") && Has("well"));
        PointsBack = Points();
        Concludes = _first > 0 && sentence[_first - 1] == "so";
        AsksOutright = QuestionWords.Contains(sentence[_first]);
    }

    /// <summary>"and …", "what about …", "… instead".</summary>
    public bool IsTied { get; }

    /// <summary>"For inbound deals", "of the renewals": which ones are meant, not that they are to be shown.</summary>
    public bool Places => _sentence[_first] is "for" or "of" or "in" or "with" or "without" or "excluding" or "on";

    /// <summary>"only …", "just …", "now …".</summary>
    public bool Narrows { get; }

    /// <summary>It begins as no whole sentence does.</summary>
    public bool Begins { get; }

    /// <summary>"… too", "also …": beside what was asked, not in its place.</summary>
    public bool Adds { get; }

    /// <summary>"those", "that", "them": what was answered before.</summary>
    public bool PointsBack { get; }

    public bool AsksOutright { get; }

    /// <summary>"So what's the win rate?"</summary>
    public bool Concludes { get; }

    /// <summary>"Which one is the biggest?", "who's the worst?".</summary>
    public bool AsksForOne => Enumerable.Range(0, _sentence.Count).Any(at => (_sentence[at] == "which" && _sentence[at + 1] is "one" or "is" or "was" or "had" or "has") || _sentence[at] == "whos" || (_sentence[at] == "who" && _sentence.Words[at].IsPossessive) || (_sentence[at] == "who" && _sentence[at + 1] is "is" or "was"));

    public bool Has(string word) => _sentence.Has(word);

    /// <summary>True for what says by its words that it goes on from the question before it.</summary>
    public static bool HangsOn(string text)
    {
        var words = new FollowUpWords(new Sentence(text, WordSplitter.Split(text)));
        return words.Begins || words.PointsBack || words.Narrows;
    }

    /// <summary>Without the words by which it begins to go on.</summary>
    public static string Untied(string text)
    {
        var words = WordSplitter.Split(text);
        var first = words.FindIndex(word => !Openers.Contains(word.Text) && word.Text is not ("and" or "n" or "but" or "also" or "then" or "now" or "plus"));
        return first < 0 ? text : text[words[first].Start..].TrimEnd('?', '!', '.', ' ');
    }

    /// <summary>True for a question about what was asked before: "what were they worth", "how much of that is in Negotiation", "how many deals".</summary>
    public static bool AsksOn(string text)
    {
        var words = new FollowUpWords(new Sentence(text, WordSplitter.Split(text)));
        return (words.AsksOutright && (words.PointsBack || words.Has("they") || words.Has("it"))) || IsBare(text);
    }

    /// <summary>"How many deals", "how much": of what, only the question before says.</summary>
    public static bool IsBare(string text)
    {
        var words = WordSplitter.Split(text);
        return words is [{ Text: "how" }, { Text: "much" or "many" }] or [{ Text: "how" }, { Text: "many" }, { Stem: "deal" or "opp" }] or [{ Text: "how" }, { Text: "much" }, { Text: "money" or "value" }];
    }

    /// <summary>True where the deals themselves are asked for, by whatever word.</summary>
    public static bool AsksForThings(string text) => Utterance.Of(text).Normalized.Split(' ').Any(word => word is "list" or "show" or "which" or "display" or "find" or "biggest" or "largest" or "top" or "slipped");

    /// <summary>True for a sentence that neither asks nor goes on: "number of deals", "win rate, please".</summary>
    public static bool IsPlain(Sentence sentence) =>
        !Cues.Contains(sentence[0]) && sentence[0] is not ("then" or "list" or "give") && (!QuestionWords.Contains(sentence[0]) || (sentence[0] == "show" && sentence.Count < 5));

    /// <summary>What only ties is understood by it.</summary>
    public void Take()
    {
        for (var at = 0; at < _sentence.Count; at++)
        {
            if (_sentence.IsFree(at) && (Ties.Contains(_sentence[at]) || (at < _first && Openers.Contains(_sentence[at]))))
            {
                _sentence.Take(at, 1);
            }
        }
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private bool Points()
    {
        for (var at = 0; at < _sentence.Count; at++)
        {
            if (_sentence[at] is "those" or "them" or "em" or "these" || (_sentence[at] is "that" or "it" or "this" && (at == _sentence.Count - 1 || _sentence[at - 1] is "is" or "was" or "of" or "were" or "are")))
            {
                return true;
            }
        }

        return false;
    }
}
