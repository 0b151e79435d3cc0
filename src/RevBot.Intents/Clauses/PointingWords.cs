using System.Buffers;
using System.Collections.Frozen;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Clauses;

/// <summary>Finds the words of a sentence that point to something named elsewhere. What only looks like pointing ("is there", "so that reps …", "his or her") is none.</summary>
internal sealed class PointingWords(SentenceParts parts)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("?.,;:!");

    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        ["she", "he", "him", "shes", "hes", "his", "hers", "her", "them", "they", "theyre", "theyve", "theyd", "their", "theirs", "there", "then", "that", "ours", "it", "its", "same", "those", "these"], StringComparer.Ordinal);

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly string[] Places = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"];

    private readonly Sentence _sentence = parts.Sentence;

    /// <summary>False where no word can point, which spares finding out what the others are: most questions name what they are about.</summary>
    public static bool MayBeIn(List<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var next = at + 1 < words.Count ? words[at + 1].Text : string.Empty;
            if (All.Contains(words[at].Text) || (words[at].Text == "this" && next is not ("year" or "quarter" or "month" or "week")) || (words[at].Text == "which" && (next is "one" or "ones" || CalendarWords.Number(next) is > 1)) || RowAt(words[at].Text, next) > 0)
            {
                return true;
            }
        }

        return false;
    }

    public List<PointingWord> Read()
    {
        var words = new List<PointingWord>();
        for (var at = 0; at < _sentence.Count; at++)
        {
            if (!parts.Scope.Holds(at) && ReadAt(at) is { } word)
            {
                words.Add(word);
            }
        }

        return words;
    }

    private PointingWord? ReadAt(int at)
    {
        var (before, next) = (_sentence[at - 1], _sentence[at + 1]);
        switch (_sentence[at])
        {
            case "she" or "he" or "him" or "shes" or "hes" when !IsEither(at):
                return new PointingWord(at, 1, PointingKind.Person);
            case "his" or "hers" when !IsEither(at) && UnitOf(next) is null:
                return new PointingWord(at, 1, PointingKind.Person) { IsPossessive = true };
            case "her" when !IsEither(at):
                return new PointingWord(at, 1, PointingKind.Person) { IsPossessive = at + 1 < _sentence.Count && next is not ("included" or "excluded" or "too" or "alone" or "only" or "again" or "back" or "out" or "instead" or "aside") && !EndsAt(at + 1) };
            case "them" when before is "with" or "from" or "against" or "to" or "at" or "by" or "for" || (before is "about" or "on" && _sentence[at - 2] is not ("how" or "what")):
                return new PointingWord(at, 1, PointingKind.Party) { IsStrict = before is not ("for" or "on") };
            case "they" or "theyre" or "theyve" or "theyd":
                return new PointingWord(at, 1, PointingKind.Party) { IsStrict = false };
            case "their" or "theirs":
                return new PointingWord(at, 1, PointingKind.Party) { IsStrict = false, IsPossessive = true };
            case "its" when !_sentence.Words[at].IsPossessive && parts.Spans.Any(span => span.First == at + 1 && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Aspect or LexiconKind.Rank or LexiconKind.State):
                return new PointingWord(at, 1, PointingKind.Thing) { IsPossessive = true };
            case "it" when before is "from" or "against" or "with" && !_sentence.Words[at].IsPossessive:
                return new PointingWord(at, 1, PointingKind.Thing);
            case "there" when at > 0 && !IsExistential(at):
                return new PointingWord(at, 1, PointingKind.Place);
            case "then" when at > 0 && (at + 1 == _sentence.Count || EndsAt(at + 1)) && (before is "since" or "by" or "until" or "till" or "back" or "from" || at + 1 == _sentence.Count || IsClosed(at)):
                return new PointingWord(at, 1, PointingKind.Time);
            case "that" when UnitOf(next) is { } unit && before is not ("so" or "before" or "after" or "of"):
                return new PointingWord(at, 2, PointingKind.Time, Unit: unit);
            case "that" when next is "time" or "period" or "span" or "stretch" or "timeframe" or "window" && before is "in" or "during" or "over" or "for" or "within" or "from" or "of" or "at":
                return new PointingWord(at, 2, PointingKind.Time);
            case "the" when next == "same" && _sentence[at + 2] is "time" or "period" or "span" or "stretch" or "timeframe" or "window" or "days" or "dates" && (at + 3 == _sentence.Count || IsClosed(at + 2) || _sentence[at + 3] is "for" or "but" or "with" or "by" or "and" or "please" or "pls" or "only" or "though" or "too"):
                return new PointingWord(at, 3, PointingKind.Time);
            case "same" when before != "the" && next is "time" or "period" or "span" or "stretch" or "timeframe" or "window" or "days" or "dates" && (at + 2 == _sentence.Count || IsClosed(at + 1) || _sentence[at + 2] is "for" or "but" or "with" or "by" or "and" or "please" or "pls" or "only" or "though" or "too"):
                return new PointingWord(at, 2, PointingKind.Time);
            case "those" or "these" when next is "dates" && before is "in" or "over" or "during" or "for" or "within" or "on" or "between":
                return new PointingWord(at, 2, PointingKind.Time);
            case "that" or "this" when before is not ("so" or "given" or "seeing" or "now" or "say" or "says") && ThingAt(at + 1) is { } thing:
                return new PointingWord(at, 2, PointingKind.Value, thing);
            case "which" when next is "one" or "ones":
                return new PointingWord(at, 2, PointingKind.Choice);
            case "which" when CalendarWords.Number(next) is > 1 && (ClauseWords.Auxiliaries.Contains(_sentence[at + 2]) || _sentence[at + 2] is "won" or "lost" or "booked" or "closed" or "sold" or "bought"):
                return new PointingWord(at, 2, PointingKind.Choice);
            case var ordinal when RowAt(ordinal, next) is > 0 and var row && IsRow(at):
                var first = before == "the" ? at - 1 : at;
                return new PointingWord(first, at + 2 - first, PointingKind.Row) { Row = row, IsPossessive = _sentence.Words[at + 1].IsPossessive };
            case "ours":
                return new PointingWord(at, 1, PointingKind.Measure);
            case "it" or "that" or "this" when IsMeasured(at):
                return new PointingWord(at, 1, PointingKind.Measure);
            default:
                return null;
        }
    }

    /// <summary>"The first one", "2nd one", "number two", "the top one", "the last one"; 0 for what is no row.</summary>
    private static int RowAt(string word, string next) =>
        word is "number" ? next is not ("a" or "an") && CalendarWords.Number(next) is > 0 and <= 10 and var number ? (int)number : 0
        : next is not "one" ? 0
        : word is "top" ? 1
        : word is "last" or "bottom" ? Antecedent.LastRow
        : Math.Max(Array.IndexOf(Ordinals, word), Array.IndexOf(Places, word)) + 1;

    /// <summary>"Just the first one" cuts an answer short; "the last one" may be a period, "who is the top one" asks.</summary>
    private bool IsRow(int at)
    {
        var before = _sentence[at - 1] == "the" ? at - 2 : at - 1;
        return _sentence[before] is not ("only" or "just" or "is" or "was" or "who" or "whos" or "which" or "vs" or "versus" or "than" or "a" or "any")
            && (Array.Exists(Ordinals, ordinal => ordinal == _sentence[at]) || Array.Exists(Places, place => place == _sentence[at]) || _sentence.Words[at + 1].IsPossessive
                || _sentence[before] is "does" or "did" or "has" or "of" or "from" or "with" or "for" or "at");
    }

    /// <summary>"His or her quota" is everybody's own.</summary>
    private bool IsEither(int at) => (_sentence[at + 1] is "or" && _sentence[at + 2] is "her" or "his" or "she" or "he" or "they" or "hers" or "their") || (_sentence[at - 1] is "or" && _sentence[at - 2] is "her" or "his" or "she" or "he" or "they" or "him" or "their");

    /// <summary>"Is there", "there are", "hi there", "out there", "are we there yet".</summary>
    private bool IsExistential(int at) => _sentence.Words[at].IsPossessive
        || _sentence[at + 1] is "is" or "are" or "was" or "were" or "will" or "would" or "has" or "have" or "be" or "been" or "any" or "a"
        || _sentence[at - 1] is "is" or "are" or "was" or "were" or "will" or "would" or "be" or "been" or "out" or "hi" or "hey" or "hello" or "get" or "getting" or "got" or "we" or "almost" or "nearly" or "halfway" or "not" or "hows" or "whats" or "who" or "arent" or "isnt";

    /// <summary>"What's it for EMEA", "where do we stand on that".</summary>
    private bool IsMeasured(int at) => _sentence[at - 1] is "is" or "was" or "on" or "about" or "hows" or "whats" || (_sentence[at - 1] is "what" or "how" or "where" && _sentence.Words[at - 1].IsPossessive)
        ? at + 1 == _sentence.Count || _sentence[at + 1] is "for" or "in" or "by" or "now" or "this" or "last" or "here" or "at" or "right" or "today" or "with" or "looking" or "of" or "per" or "please"
        : false;

    private bool EndsAt(int at) => ClauseWords.Prepositions.Contains(_sentence[at]) || _sentence[at] is "this" or "last" or "next" or "right" or "now" or "so" or "since" or "and" or "but" or "or" or "today" or "yet" or "ytd" or "please" or "per" or "that" or "then" or "as" or "yesterday" or "if" || IsClosed(at - 1);

    /// <summary>A sign stands behind the word.</summary>
    private bool IsClosed(int at) => at + 1 < _sentence.Count && _sentence.Text[_sentence.Words[at].End.._sentence.Words[at + 1].Start].AsSpan().IndexOfAny(Signs) >= 0;

    private Dimension? ThingAt(int at) => _sentence[at].Length > 0 && _sentence[at] == _sentence.Stem(at) && _sentence[at + 1] is not "by"
        && parts.Spans.FirstOrDefault(span => span is { Kind: LexiconKind.Dimension, Count: 1 } && span.First == at) is { } span && Enum.TryParse<Dimension>(span.Value, out var dimension)
        && dimension is not (Dimension.Week or Dimension.Month or Dimension.Quarter or Dimension.Year or Dimension.StageGroup or Dimension.LossReason) ? dimension : null;

    private static PeriodUnit? UnitOf(string word) => word switch
    {
        "day" => PeriodUnit.Day,
        "week" => PeriodUnit.Week,
        "month" => PeriodUnit.Month,
        "quarter" or "qtr" => PeriodUnit.Quarter,
        "half" => PeriodUnit.Half,
        "year" => PeriodUnit.Year,
        _ => null,
    };
}
