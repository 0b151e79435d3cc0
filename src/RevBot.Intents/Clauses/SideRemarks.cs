using System.Buffers;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Clauses;

/// <summary>Knows what people say beside a question by its form: greetings, excuses, announcements, what they are at, what the figure is for, and what they do not mean.</summary>
internal sealed class SideRemarks(SentenceParts parts)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".,!?\n-");

    private readonly Sentence _sentence = parts.Sentence;
    private readonly ClauseContent _says = new(parts);
    private readonly HashSet<int> _unknown = [.. parts.Unknown()];

    private static bool IsGerund(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"Sorry to bother you", "if you don't mind", "when you have a second".</summary>
    public bool IsCourtesy(int first, int end, bool narrows)
    {
        if (_says.SpeaksOfNumbers(first, end) || (narrows && !(ClauseWords.Thanks.Contains(_sentence[first]) && _sentence[first + 1] is "to" or "for" or "about" or "that" or "if") && !(_sentence[first] is "happy" or "good" && end - first == 2)))
        {
            return false;
        }

        return ((end - first < 6 || (end - first < 10 && end < _sentence.Count && ClauseWords.Asking.Contains(_sentence[end]))) && !Enumerable.Range(first, end - first).Any(at => _sentence[at] is "list" or "show" or "give" or "break" or "split" or "compare" or "rank" or "sort") && ((ClauseWords.Auxiliaries.Contains(_sentence[first]) && _sentence[first + 1] == "you") || (_sentence[first] == "any" && _sentence[first + 1] is "idea" or "clue" or "chance" or "thoughts")))
            || (_sentence[first] == "if" && _sentence[end - 1] is "trouble" or "bother" or "possible" or "ok" or "okay" or "alright" or "convenient" or "fine" or "handy" or "easy")
            || (ClauseWords.Thanks.Contains(_sentence[first]) && !(_sentence[first] == "no" && end - first > 3))
            || (_sentence[first] is "if" or "when" or "whenever" or "once" or "as" && Enumerable.Range(first + 1, Math.Min(3, end - first - 1)).Any(at => _sentence[at] is "you" or "youre" or "youd" or "youve" or "possible" or "poss"));
    }

    /// <summary>"Not the median", "not pipeline": only what is measured is said, and nothing that could be left out.</summary>
    public bool IsContrast(int first, int end) =>
        _sentence[first] is "not" or "rather" && end - first is > 1 and < 7 && !_says.Names(first, end) && (IsOtherSplit(first, end) || IsOtherMeasure(first, end));

    /// <summary>"Not by team", where it is said by what.</summary>
    private bool IsOtherSplit(int first, int end) => _sentence[first + 1] is "by" or "per" && parts.Spans.Any(span => span.Kind == LexiconKind.Dimension && span.First == first + 2 && span.End >= end)
        && parts.Spans.Any(span => span.Kind == LexiconKind.Dimension && (span.End <= first || span.First >= end) && _sentence[span.First - 1] is "by" or "per");

    private bool IsOtherMeasure(int first, int end) =>
        Enumerable.Range(first + 1, end - first - 1).All(at => parts.Spans.Any(span => span.First <= at && span.End > at && span.Kind is LexiconKind.Measure or LexiconKind.Aspect or LexiconKind.Small or LexiconKind.Deals or LexiconKind.State)
            || _sentence[at] is "net" or "other" or "than" or "the" or "mode")
        && (_sentence[end - 1] is "one" or "ones" || parts.Spans.Any(span => span.First > first && span.First < end && span.Kind is LexiconKind.Measure or LexiconKind.Aspect));

    /// <summary>"Is it just me", "not sure if it's only me".</summary>
    public bool IsOnlyMe(int first, int end) => end - first < 9 && !_says.SpeaksOfNumbers(first, end) && (_sentence[first] == "is" && _sentence[first + 1] == "it" && _sentence[first + 2] == "me" && end - first < 5 || Enumerable.Range(first, end - first).Any(at => _sentence[at] == "me" && _sentence[at - 1] is "just" or "only"));

    /// <summary>"Had a chat with Mei", "just hung up with Initech", "need this for my 1:1 with Rosa", "can't sleep": who does it is left out.</summary>
    public bool LeavesOutI(int first, int end, char sign)
    {
        if (sign is '?' or ' ' || end - first < 2 || Enumerable.Range(first, end - first).Any(_says.Limits))
        {
            return false;
        }

        return (ClauseWords.Left.Contains(_sentence[first]) && !ClauseWords.Pronouns.Contains(_sentence[first + 1]) && !_says.SpeaksOfMeasures(first, end))
            || (_sentence[first] is "need" or "needs" or "needed" or "want" or "wanted" && _sentence[first + 1] is "it" or "this" or "that" or "them" or "these" or "those" or "for" or "asap")
            || (_sentence[first] is "need" or "have" or "gotta" or "want" or "wanting" or "trying" or "hoping" && _sentence[first + 1] == "to" && end - first > 2 && _sentence[first + 2] is not ("know" or "see" or "get" or "have" or "understand" or "find" or "check" or "look" or "hear" or "compare" or "list" or "view" or "show" or "close" or "win" or "hit" or "book" or "sell") && !_says.SpeaksOfNumbers(first, end) | _says.NamesOnlyPeople(first, end) && !_says.SpeaksOfMeasures(first, end))
            || (_sentence[first] is "cant" or "wont" or "couldnt" or "didnt" or "havent" && !ClauseWords.Pronouns.Contains(_sentence[first + 1]) && !ClauseWords.Determiners.Contains(_sentence[first + 1]) && !_says.SpeaksOfNumbers(first, end));
    }

    /// <summary>"If I had to drop one region": nothing is left out by it.</summary>
    public bool Supposes(int first, int end) => _sentence[first + 1] is "i" or "we" or "you" or "one" or "id" or "wed" && Enumerable.Range(first + 2, Math.Max(0, Math.Min(3, end - first - 2))).Any(at => _sentence[at] is "had" or "have" or "got" or "could" or "were" && (_sentence[at + 1] is "to" or "only" or "pick" or "choose"))
        && !Enumerable.Range(first, end - first).Any(_says.Limits);

    /// <summary>"In the car with the CFO", "back from holiday", "at my desk finally", before the question: where somebody is and with whom, and nothing else.</summary>
    public bool IsSituation(int first, int end, char sign) => sign is not (' ' or '?') && end < _sentence.Count && end - first is > 1 and < 11 && (ClauseWords.Being.Contains(_sentence[first]) || _sentence[first] is "in" or "on" or "at" or "with" or "inside" or "near" or "between" or "from")
        && Enumerable.Range(first, end - first).Any(at => IsOfPlace(at) || ClauseWords.Occasions.Contains(_sentence.Stem(at)))
        && Enumerable.Range(first, end - first).All(at => IsOfPlace(at) || ClauseWords.Occasions.Contains(_sentence.Stem(at)) || ClauseWords.Being.Contains(_sentence[at]) || ClauseWords.Prepositions.Contains(_sentence[at]) || ClauseWords.Determiners.Contains(_sentence[at]) || _sentence[at] is "and" or "of" or "near" or "inside" or "between" or "next" or "big" or "whole");

    private bool IsOfPlace(int at) => ClauseWords.Places.Contains(_sentence[at]);

    /// <summary>"Ingrid here", "this is Kofi", "I'm Felix", "Clara from EMEA speaking", before the question: who asks.</summary>
    public bool Introduces(int first, int end, char sign)
    {
        if (sign is ' ' or '?' || end >= _sentence.Count || end - first is < 2 or > 7)
        {
            return false;
        }

        var last = end - (_sentence[end - 1] is "again" ? 2 : 1);
        var (opens, closes) = (_sentence[first] is "im" or "its" ? 1 : _sentence[first] is "this" or "it" && _sentence[first + 1] == "is" || (_sentence[first] == "i" && _sentence[first + 1] == "am") ? 2 : _sentence[first] == "my" && _sentence[first + 1] == "name" ? 3 : 0,
            _sentence[last] is "here" or "speaking" or "calling" or "writing" || last < end - 1 ? 1 : 0);
        last += last < end - 1 && _sentence[last] is not ("here" or "speaking" or "calling" or "writing") ? 1 : 0;
        var name = first + opens;
        return opens + closes > 0 && name <= last - closes && IsOfPerson(name) && Enumerable.Range(name, last - closes - name + 1).All(at => IsOfPerson(at) || _sentence[name + 1] is "from" or "of" or "in" or "with" || (at == name + 1 && _sentence.Words[at].IsCapital));
    }

    /// <summary>"Best, Maya", "kind regards", behind the question: who asked.</summary>
    public bool SignsOff(int first, int end)
    {
        var name = _sentence.Count;
        while (name > 1 && _sentence.Count - name < 2 && IsOfPerson(name - 1))
        {
            name--;
        }

        var farewell = name;
        while (farewell > 0 && name - farewell < 4 && _sentence[farewell - 1] is "best" or "regards" or "rgds" or "cheers" or "sincerely" or "greetings" or "thanks" or "thx" or "wishes" or "br" or "yours" or "truly" or "kind" or "warm" or "many" or "with")
        {
            farewell--;
        }

        return farewell > 0 && farewell < name && first >= farewell && _sentence.Text.AsSpan(_sentence.Words[farewell - 1].End, Math.Max(0, _sentence.Words[farewell].Start - _sentence.Words[farewell - 1].End)).IndexOfAny(Ends) >= 0
            && (end == name || first >= name) && (name < _sentence.Count || _sentence[name - 1] is not "best");
    }

    private bool IsOfPerson(int at) => (_says.Names(at, at + 1) && _says.NamesOnlyPeople(at, at + 1)) || (_unknown.Contains(at) && _sentence.Words[at].IsCapital);

    /// <summary>"Two kids screaming in the background".</summary>
    public bool IsScene(int first, int end, char sign, bool narrows) => sign is ',' or '.' or '-' or '…' && !narrows && end - first > 1 && !_says.SpeaksOfNumbers(first, end)
        && Enumerable.Range(first, end - first).Any(at => IsGerund(_sentence[at]) && _unknown.Contains(at)) && !Enumerable.Range(first, end - first).Any(_says.Limits);

    /// <summary>"Doing a tidy-up", "writing Pedro's review tonight": what the asker is at.</summary>
    public bool IsDoing(int first, int end, char sign) => sign is not (' ' or '?') && end - first > 1 && (ClauseWords.Doings.Contains(_sentence[first]) || (IsGerund(_sentence[first]) && (_unknown.Contains(first) || (end - first > 3 && _sentence[first + 1] is "for" or "up" or "in" or "with" or "on" or "my" or "the" && !_says.SpeaksOfMeasures(first + 1, end) && !_says.Names(first, end) && !parts.Spans.Any(span => span.First == first && span.Kind is LexiconKind.State or LexiconKind.Not))))) && !Enumerable.Range(first, end - first).Any(_says.Limits);

    /// <summary>"Board call tomorrow", "marketing sync in 5", "travel freeze coming up".</summary>
    public bool IsEvent(int first, int end, char sign)
    {
        if (sign is ' ' or '?' || end - first is < 2 or > 9 || _says.SpeaksOfMeasures(first, end) || Enumerable.Range(first, end - first).Any(_says.Limits))
        {
            return false;
        }

        var isSoon = _sentence[end - 1] is "tomorrow" or "today" or "tonight" or "soon" or "shortly" or "looming" or "approaching" or "upcoming" or "minutes" or "mins" or "min" or "hour" or "hours" or "o'clock" or "am" or "pm" or "lunch" or "noon"
            || (_sentence[end - 1] == "up" && _sentence[end - 2] == "coming") || (_sentence[end - 2] is "in" or "at" && char.IsDigit(_sentence[end - 1].FirstOrDefault('x')))
            || parts.Periods.Any(period => period.First + period.Count == end && period.First > first && period.Reading.Unit == PeriodUnit.Day && period.Reading.Happened.Start >= parts.Context.Today);
        return isSoon && Enumerable.Range(first, end - first).Any(at => ClauseWords.Occasions.Contains(_sentence.Stem(at)) || ClauseWords.Held.Contains(_sentence[at]) || _sentence[at] is "coming" or "looming" or "approaching");
    }

    /// <summary>"Awards night: …", "hygiene day. …", "comp plan homework: …", "process workshop tomorrow: …": what is going on, by a noun that no figure is called by. What it names must be named again by what is asked.</summary>
    public bool IsHeading(int first, int end, char sign)
    {
        if (sign is not (':' or '.' or '-' or '…') || end >= _sentence.Count || _says.SpeaksOfDeals(end - 1, end))
        {
            return false;
        }

        var last = parts.Periods.Find(period => period.First + period.Count == end && period.First > first) is { } day && _says.NamesOnlyDaysToCome(day.First, end) ? day.First : end;
        var named = parts.Scope.Named().Where(name => name.First < last && name.End > first).ToList();
        return last - first is > 1 and < 7 && _sentence[last - 1] is { Length: > 2 } noun && noun == _sentence.Stem(last - 1) && !_sentence.Words[last - 1].IsCapital && (_unknown.Contains(last - 1) || ClauseWords.Occasions.Contains(noun) || ClauseWords.Held.Contains(noun))
            && !Enumerable.Range(first, last - first).Any(at => _says.Limits(at) || _says.IsNarrowing(at) || (ClauseWords.Prepositions.Contains(_sentence[at]) && _sentence[at] is not ("for" or "of" or "from" or "to")) || (_sentence.Words[at].IsCapital && at > first && _unknown.Contains(at)))
            && !parts.Filters.Any(filter => filter.First < last && filter.End > first) && !parts.Periods.Exists(period => period.First >= first && period.First < last)
            && !parts.Spans.Any(span => span.First >= first && span.End <= last && span.Kind is LexiconKind.Aspect or LexiconKind.Rank or LexiconKind.Deals or LexiconKind.State or LexiconKind.Not or LexiconKind.Mine or LexiconKind.Split or LexiconKind.Versus)
            && named.TrueForAll(name => parts.Scope.Named().Any(other => other.First >= end && other.Dimension == name.Dimension));
    }

    /// <summary>"Crunch time.", "big day.": a sentence of its own that names nothing, says no number and ends in one thing; "hospitals." could be whom it is about.</summary>
    public bool IsRemark(int first, int end, char sign, bool narrows) => sign is '.' or '…' && !narrows && end - first is > 1 and < 9 && end < _sentence.Count && !_says.SpeaksOfNumbers(first, end) && !ClauseWords.Prepositions.Contains(_sentence[first])
        && _sentence[end - 1] == _sentence.Stem(end - 1) && !Enumerable.Range(first, end - first).Any(at => _says.Limits(at) || (at > first && _sentence.Words[at].IsCapital))
        && !parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is not LexiconKind.Small);

    /// <summary>"Home stretch folks!", before the question: nothing in it is a name or says a number.</summary>
    public bool IsExclaimed(int first, int end) => end < _sentence.Count && _sentence.Text[_sentence.Words[end - 1].End.._sentence.Words[end].Start].Contains('!', StringComparison.Ordinal) && !_says.SpeaksOfNumbers(first, end) && (!_says.Narrows(first, end) || _says.NamesOnlyDaysToCome(first, end))
        && !Enumerable.Range(first, end - first).Any(at => _says.Limits(at) || (at > first && _sentence.Words[at].IsCapital)) && !parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.State or LexiconKind.Dimension or LexiconKind.Rank);

    /// <summary>Before a colon or a dash: "quick one before my 9 o'clock", "let's talk about discipline", "two things".</summary>
    public bool IsOpening(int first, int end, char sign)
    {
        if (sign == ':')
        {
            // "Quibble: how much pipeline is there": whom it is about.
            if (end - first < 3 && _unknown.Contains(end - 1) && (end - first < 2 || _sentence.Words[end - 1].IsCapital || _sentence[end - 1] != _sentence.Stem(end - 1)) && !ClauseWords.Announcements.Contains(_sentence.Stem(end - 1)))
            {
                return false;
            }

            return !_says.SpeaksOfNumbers(first, end) || (!_says.Names(first, end) && Enumerable.Range(first, end - first).Any(at => _sentence[at] is "question" or "request" or "query" or "favour" or "favor" && _sentence[at - 1] is not "which")) || ClauseWords.Announcements.Contains(_sentence.Stem(end - 1)) || ClauseWords.Announcements.Contains(_sentence.Stem(first + 1)) || _sentence[first] is "lets" or "on";
        }

        var last = end - (_sentence[end - 1] is "please" or "pls" or "everyone" or "all" or "team" or "folks" ? 2 : 1);
        if (last >= first && end - first < 6 && sign is not (' ' or '?') && !_says.SpeaksOfNumbers(first, end) && !_says.Narrows(first, end) && _sentence.Stem(last) is "question" or "favor" or "favour" or "ask" or "request" or "check" or "query" or "quickie" or "challenge" or "riddle" or "reminder" or "curiosity" or "one" && !Enumerable.Range(first, end - first).Any(_says.Limits))
        {
            return true;
        }

        return end < _sentence.Count && (sign is '.' or '-' or '\n' or ' ' or ',') && Enumerable.Range(first, end - first).Any(at => ClauseWords.Announcements.Contains(_sentence.Stem(at)))
            && (_sentence[first] is "quick" or "one" or "two" or "three" or "a" or "an" or "few" or "couple" or "some" or "silly" or "stupid" or "last" or "another" or "random" or "serious" or "small" or "2" or "3" or "4" or "four" or "quickie" or "favor" or "favour" or "question") && !_says.SpeaksOfNumbers(first, end);
    }

    /// <summary>"Typing on my phone", "asking gently", "be honest", "no sugarcoating", "not naming and shaming".</summary>
    public bool IsComment(int first, int end, char before, bool narrows)
    {
        if (narrows || _says.Names(first, end) || parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Dimension or LexiconKind.Aspect && span.Value is not "list"))
        {
            return false;
        }

        var at = first;
        while (at < end - 1 && _sentence[at] is "not" or "no" or "just" or "only" or "simply")
        {
            at++;
        }

        return (IsGerund(_sentence[at]) && !parts.Spans.Any(span => span.First <= at && span.End > at && span.Kind is not LexiconKind.Small && !(before is not '\0' && span is { Kind: LexiconKind.State, Value: "created" })))
            || (ClauseWords.Manners.Contains(_sentence[first]) && !(_sentence[first] == "make" && CalendarWords.Number(_sentence[first + 2].TrimEnd('k', 'm')) is not null)) || (_sentence[first] == "between" && _sentence[first + 1] is "us" or "you")
            || (_sentence[first] == "no" && _sentence[at] is "need" or "rush" or "hurry" or "pressure" or "worries" or "offence" or "offense" or "judgment" or "judgement" or "excuses" or "details")
            || (before is not '\0' && end - first == 1 && _sentence[first].EndsWith("ly", StringComparison.Ordinal));
    }

    /// <summary>"The board deck", "capacity planning", "hiring": what a figure is needed for.</summary>
    public bool IsPurpose(int at) => ClauseWords.Occasions.Contains(_sentence.Stem(at)) || ClauseWords.Occasions.Contains(_sentence[at]) || (IsGerund(_sentence[at]) && _sentence[at].Length > 5 && !parts.Spans.Any(span => span.First <= at && span.End > at && span.Kind is LexiconKind.State or LexiconKind.Not or LexiconKind.Deals or LexiconKind.Measure));

    /// <summary>"For the battlecards", "before my 9 o'clock", "ahead of the board call": what it is needed for, and when.</summary>
    public bool IsOccasion(int first, int end, char before)
    {
        var at = first;
        if (_sentence[at] is "in" && _sentence[at + 1] is "time" or "preparation" or "prep")
        {
            at += 3;
        }
        else if (_sentence[at] is "ahead" or "prior" or "going" || (_sentence[at] == "out" && _sentence[at + 1] == "of"))
        {
            at += 2;
        }
        else if (_sentence[at] is "for" or "before" or "during" or "to")
        {
            at++;
        }

        if (at == first || at >= end || (_says.Names(at, end) && !_says.NamesOnlyPeople(at, end)))
        {
            return false;
        }

        var noun = at;
        while (noun < end && !(noun > at && ClauseWords.Prepositions.Contains(_sentence[noun])))
        {
            noun++;
        }

        var hasDeterminer = ClauseWords.Determiners.Contains(_sentence[at]) || _sentence.Words[at].IsPossessive;
        return (noun > at && IsPurpose(noun - 1)) || IsPurpose(end - 1)
            || (before is not '\0' && hasDeterminer && _sentence[first] is "for" && !_says.SpeaksOfNumbers(at, end) && !_sentence.Words[end - 1].IsCapital);
    }
}
