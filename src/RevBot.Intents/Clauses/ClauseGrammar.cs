using RevBot.Intents.Ask.Words;
using RevBot.Intents.Several;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Clauses;

/// <summary>Tells what a clause does: whether it asks, tells of the asker and the world, or is a part of a question. It knows subjects and verbs, not sentences.</summary>
internal sealed class ClauseGrammar(SentenceParts parts)
{
    private const int LongestSubject = 7;

    private readonly Sentence _sentence = parts.Sentence;
    private readonly ModifierMap _modifiers = new(parts);

    /// <param name="sign">The sign behind it.</param>
    /// <param name="before">The sign before it; none at the start.</param>
    public Clause Of(int first, int end, char sign, char before)
    {
        var start = SkipFillers(first, end);
        var narrows = Narrows(start, end);
        var kind = KindOf(start, end, sign, before, narrows, out var isFirm);
        narrows &= !(kind is ClauseKind.Telling or ClauseKind.Comment or ClauseKind.Opening && NamesOnlyDaysToCome(start, end));
        return new Clause(first, end, sign, kind, narrows, isFirm && !narrows);
    }

    /// <summary>True where a conjunction begins a clause of its own without a sign before it: "… since nobody updates it".</summary>
    public bool BeginsReason(int at, int first, int end)
    {
        if (_sentence[at] == "which" && _sentence[at + 1] is "i" or "we" && _sentence[at + 2] is "need" or "want" or "have" or "must" or "will")
        {
            return true;
        }

        // "… and don't sugarcoat it".
        if (_sentence[at] is "and" or "but" && _sentence[at + 1] is "dont" && !ClauseWords.Pronouns.Contains(_sentence[at + 2]) && !SpeaksOfNumbers(at + 2, end) && !Narrows(at + 2, end))
        {
            return true;
        }

        if (_sentence[at] is not ("because" or "as" or "since" or "so" or "before" or "if" or "though" or "although") || at + 1 >= end || (_sentence[at] == "as" && _sentence[at - 1] is "same" or "far" or "long" or "soon" or "much" or "well" or "many" or "such"))
        {
            return false;
        }

        // "How many did we lose because we were slow" may mean those that were lost so.
        var subject = _sentence[at] == "so" && _sentence[at + 1] == "that" ? at + 2 : at + 1;
        return (VerbOf(subject, end) is >= 0 and var verb && Follows(at, verb) && (_sentence[at] == "so" || _sentence[subject] is not ("we" or "they" or "it" or "deals" or "those" or "these" or "this" or "that")))
            || (_sentence[at] == "so" && VerbOf(SkipFillers(first, at), at) >= 0);
    }

    /// <summary>True where what is asked begins behind what only excuses it: "not sure if it's just me but | has our win rate gone up", "is it just me or | is the cycle longer".</summary>
    public bool BeginsAnew(int at, int first, int end) =>
        at > first + 1 && at + 1 < end && _sentence[at - 1] is "but" or "or" && (ClauseWords.Asking.Contains(_sentence[at]) || ClauseWords.Auxiliaries.Contains(_sentence[at]) || ClauseWords.Orders.Contains(_sentence[at]))
        && SkipFillers(first, at - 1) is var start && (VerbOf(start, at - 1) >= 0 || IsOnlyMe(start, at - 1) || _sentence[start] is "not" or "no" or "maybe" or "perhaps") && !SpeaksOfNumbers(start, at - 1) && !Narrows(start, at - 1) && !Enumerable.Range(start, at - 1 - start).Any(Limits);

    /// <summary>True where what is asked begins behind what leads to it: "my boss wants to know | how much …".</summary>
    public bool BeginsQuestion(int at, int first, int end) =>
        at + 1 < end && _sentence[at] is "what" or "whats" or "how" or "hows" or "which" or "who" or "whos" or "where" or "whether"
        && !ClauseWords.Asking.Contains(_sentence[SkipFillers(first, at)]) && !Narrows(first, at)
        && Enumerable.Range(first, at - first).Any(word => ClauseWords.Wondering.Contains(_sentence[word])) && parts.Unknown().Exists(word => word >= first && word < at);

    /// <summary>True where what others want begins: "payroll needs | quota attainment by rep".</summary>
    public bool BeginsWish(int at, int first, int end) =>
        _sentence[at - 1] is "needs" or "wants" or "need" or "want" or "demands" or "requested" or "requests" or "expects" or "see" or "for" or "about" && _sentence[SkipFillers(first, at)] is not ("i" or "we" or "id" or "need" or "want")
        && VerbOf(SkipFillers(first, at), at) >= 0 && !Narrows(first, at) && !SpeaksOfDeals(first, at) && SpeaksOfNumbers(at, end) && parts.Unknown().Exists(word => word >= first && word < at)
        && Enumerable.Range(first, at - first).Any(word => _sentence[word] is "needs" or "wants" or "need" or "want" or "demands" or "requested" or "requests" or "expects" or "asks" or "asked" or "asking");

    private static bool IsGerund(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal);

    private ClauseKind KindOf(int first, int end, char sign, char before, bool narrows, out bool isFirm)
    {
        isFirm = true;
        if (first >= end || IsCourtesy(first, end, narrows) || IsOnlyMe(first, end))
        {
            return ClauseKind.Courtesy;
        }

        if (IsContrast(first, end))
        {
            return ClauseKind.Contrast;
        }

        if (sign == ':' && !narrows && !SpeaksOfNumbers(first, end))
        {
            return ClauseKind.Opening;
        }

        if (Asks(first, end, sign))
        {
            return ClauseKind.Asking;
        }

        if (ClauseWords.Reasons.Contains(_sentence[first]) && VerbOf(first + (_sentence[first] == "so" && _sentence[first + 1] == "that" ? 2 : 1), end) is >= 0 and var told)
        {
            // "If we exclude renewals", "since we changed the price": what is told may be a condition.
            isFirm = Follows(first, told);
            return isFirm || sign is '.' or ':' ? ClauseKind.Telling : ClauseKind.Part;
        }

        // "While the coffee brews", "given that the board meets", "even though it hurts".
        if ((_sentence[first] is "while" or "whilst" or "because" or "although" or "though" && _sentence[first + 1] != "of")
            || (_sentence[first] is "given" or "seeing" or "considering" or "now" or "even" && _sentence[first + 1] is "that" or "though" && VerbOf(first + 2, end) >= 0))
        {
            isFirm = !SpeaksOfDeals(first, end);
            return ClauseKind.Telling;
        }

        var isElided = ClauseWords.Auxiliaries.Contains(_sentence[first]) && first + 1 < end && ClauseWords.Elided.Contains(_sentence[first + 1]);
        if (VerbOf(first, end) is >= 0 and var verb)
        {
            isFirm = !SpeaksOfDeals(first, verb) && !Enumerable.Range(first, end - first).Any(at => Limits(at));
            return ClauseKind.Telling;
        }

        if (isElided)
        {
            return ClauseKind.Telling;
        }

        if (IsOpening(first, end, sign))
        {
            return ClauseKind.Opening;
        }

        if (IsDoing(first, end, sign) || IsEvent(first, end, sign))
        {
            isFirm = !Names(first, end) && !SpeaksOfNumbers(first, end);
            return ClauseKind.Comment;
        }

        if (before == '\0' && IsExclaimed(first, end))
        {
            isFirm = false;
            return ClauseKind.Comment;
        }

        return IsComment(first, end, before, narrows) || IsOccasion(first, end, before) ? ClauseKind.Comment : ClauseKind.Part;
    }

    private int SkipFillers(int first, int end)
    {
        while (first < end && ClauseWords.Fillers.Contains(_sentence[first]) && !(_sentence[first] is "so" or "now" && VerbOf(first + 1, end) >= 0))
        {
            first++;
        }

        return first;
    }

    /// <summary>"Sorry to bother you", "if you don't mind", "when you have a second".</summary>
    private bool IsCourtesy(int first, int end, bool narrows)
    {
        if (SpeaksOfNumbers(first, end) || (narrows && !(ClauseWords.Thanks.Contains(_sentence[first]) && _sentence[first + 1] is "to" or "for" or "about" or "that" or "if") && !(_sentence[first] is "happy" or "good" && end - first == 2)))
        {
            return false;
        }

        return (end - first < 6 && !Enumerable.Range(first, end - first).Any(at => _sentence[at] is "list" or "show" or "give" or "break" or "split" or "compare" or "rank" or "sort") && ((ClauseWords.Auxiliaries.Contains(_sentence[first]) && _sentence[first + 1] == "you") || (_sentence[first] == "any" && _sentence[first + 1] is "idea" or "clue" or "chance" or "thoughts")))
            || (_sentence[first] == "if" && _sentence[end - 1] is "trouble" or "bother" or "possible" or "ok" or "okay" or "alright" or "convenient" or "fine" or "handy" or "easy")
            || (ClauseWords.Thanks.Contains(_sentence[first]) && !(_sentence[first] == "no" && end - first > 3))
            || (_sentence[first] is "if" or "when" or "whenever" or "once" or "as" && Enumerable.Range(first + 1, Math.Min(3, end - first - 1)).Any(at => _sentence[at] is "you" or "youre" or "youd" or "youve" or "possible" or "poss"));
    }

    /// <summary>"Not the median", "not pipeline": only what is measured is said, and nothing that could be left out.</summary>
    private bool IsContrast(int first, int end) =>
        _sentence[first] is "not" or "rather" && end - first is > 1 and < 7 && !Names(first, end) && (IsOtherSplit(first, end) || IsOtherMeasure(first, end));

    /// <summary>"Not by team", where it is said by what.</summary>
    private bool IsOtherSplit(int first, int end) => _sentence[first + 1] is "by" or "per" && parts.Spans.Any(span => span.Kind == LexiconKind.Dimension && span.First == first + 2 && span.End >= end)
        && parts.Spans.Any(span => span.Kind == LexiconKind.Dimension && (span.End <= first || span.First >= end) && _sentence[span.First - 1] is "by" or "per");

    private bool IsOtherMeasure(int first, int end) =>
        Enumerable.Range(first + 1, end - first - 1).All(at => parts.Spans.Any(span => span.First <= at && span.End > at && span.Kind is LexiconKind.Measure or LexiconKind.Aspect or LexiconKind.Small or LexiconKind.Deals or LexiconKind.State)
            || _sentence[at] is "net" or "other" or "than" or "the" or "mode")
        && (_sentence[end - 1] is "one" or "ones" || parts.Spans.Any(span => span.First > first && span.First < end && span.Kind is LexiconKind.Measure or LexiconKind.Aspect));

    /// <summary>"Is it just me", "not sure if it's only me".</summary>
    private bool IsOnlyMe(int first, int end) => end - first < 9 && !SpeaksOfNumbers(first, end) && Enumerable.Range(first, end - first).Any(at => _sentence[at] == "me" && _sentence[at - 1] is "just" or "only");

    /// <summary>"Doing a tidy-up", "writing Pedro's review tonight": what the asker is at.</summary>
    private bool IsDoing(int first, int end, char sign) => sign is not (' ' or '?') && end - first > 1 && ClauseWords.Doings.Contains(_sentence[first]) && !Enumerable.Range(first, end - first).Any(Limits);

    /// <summary>"Board call tomorrow", "marketing sync in 5", "travel freeze coming up".</summary>
    private bool IsEvent(int first, int end, char sign)
    {
        if (sign is ' ' or '?' || end - first is < 2 or > 8 || SpeaksOfNumbers(first, end) || Names(first, end) || Enumerable.Range(first, end - first).Any(Limits))
        {
            return false;
        }

        var isSoon = _sentence[end - 1] is "tomorrow" or "tonight" or "soon" or "shortly" or "looming" or "approaching" or "upcoming" or "minutes" or "mins" or "min" or "hour" or "hours" or "o'clock" or "am" or "pm" or "lunch" or "noon"
            || (_sentence[end - 1] == "up" && _sentence[end - 2] == "coming") || (_sentence[end - 2] is "in" or "at" && char.IsDigit(_sentence[end - 1].FirstOrDefault('x')))
            || parts.Periods.Any(period => period.First + period.Count == end && period.First > first && period.Reading.Unit == Ask.Periods.PeriodUnit.Day && period.Reading.Happened.Start >= parts.Context.Today);
        return isSoon && Enumerable.Range(first, end - first).Any(at => ClauseWords.Occasions.Contains(_sentence.Stem(at)) || ClauseWords.Held.Contains(_sentence[at]) || _sentence[at] is "coming" or "looming" or "approaching");
    }

    /// <summary>"Home stretch folks!", before the question: nothing in it is a name or says a number.</summary>
    private bool IsExclaimed(int first, int end) => end < _sentence.Count && _sentence.Text[_sentence.Words[end - 1].End.._sentence.Words[end].Start].Contains('!', StringComparison.Ordinal) && !SpeaksOfNumbers(first, end) && !Narrows(first, end)
        && !Enumerable.Range(first, end - first).Any(at => Limits(at) || (at > first && _sentence.Words[at].IsCapital)) && !parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.State or LexiconKind.Dimension or LexiconKind.Rank);

    /// <summary>"Asked me today", "on our call tomorrow": a day from today on is when that is told, or held.</summary>
    private bool NamesOnlyDaysToCome(int first, int end)
    {
        var kinds = _modifiers.Kinds(first, end);
        kinds.Remove(ModifierMap.Aspect);
        kinds.Remove(nameof(Dimension.Owner));
        return kinds.SetEquals([ModifierMap.Period]) && !SpeaksOfDeals(first, end)
            && parts.Periods.Where(period => period.First >= first && period.First < end).All(period => period.Reading.Unit == Ask.Periods.PeriodUnit.Day && period.Reading.Happened.Start >= parts.Context.Today);
    }

    private bool Asks(int first, int end, char sign)
    {
        var word = _sentence[first];
        if (ClauseWords.Reasons.Contains(word) && word is not "when" && VerbOf(first + 1, end) >= 0)
        {
            return false;
        }

        if (ClauseWords.Asking.Contains(word))
        {
            return word switch
            {
                "when" => ClauseWords.Auxiliaries.Contains(_sentence[first + 1]),
                "which" => !(_sentence[first + 1] is "i" or "we" or "is" && sign is not '?' && VerbOf(first + 1, end) >= 0 && _sentence[first + 2] is "need" or "want" or "have" or "must" or "why"),
                _ => true,
            };
        }

        if (ClauseWords.Auxiliaries.Contains(word) && first + 1 < end && !(word == "were" && IsContracted(first)) && !(word == "dont" && !ClauseWords.Pronouns.Contains(_sentence[first + 1])))
        {
            return !ClauseWords.Elided.Contains(_sentence[first + 1]) || sign == '?';
        }

        if (ClauseWords.Orders.Contains(word))
        {
            return !(word == "let" && _sentence[first + 1] == "us");
        }

        return sign == '?' ? VerbOf(first, end) < 0 || SpeaksOfNumbers(first, end) : Requests(first, end);
    }

    /// <summary>"I need bookings by rep", "we want to see the losses", "I'd like to know …"; but "I need it for the plan".</summary>
    private bool Requests(int first, int end)
    {
        if (_sentence[first] is not ("i" or "we" or "id" or "im" or "need" or "want" or "looking" or "wed"))
        {
            return false;
        }

        for (var at = first; at < Math.Min(end, first + 4); at++)
        {
            if (_sentence[at] is "need" or "want" or "like" or "require" or "after" or "love" or "see" or "for" or "know")
            {
                var next = at + 1;
                if (_sentence[next] == "to" && _sentence[next + 1] is not ("see" or "know" or "get" or "have" or "understand" or "find" or "check" or "look" or "hear" or "compare" or "list" or "view"))
                {
                    return false;
                }

                return next < end && _sentence[next] is not ("it" or "this" or "that" or "them" or "these" or "those" or "him" or "her" or "you") && SpeaksOfNumbers(next, end);
            }
        }

        return false;
    }

    /// <summary>Where the verb of the clause's subject stands; -1 when it does not begin with a subject and a verb.</summary>
    private int VerbOf(int first, int end)
    {
        if (first >= end)
        {
            return -1;
        }

        var word = _sentence[first];
        if (ClauseWords.Contractions.Contains(word) && (word is not ("its" or "hell" or "shed" or "ill" or "id") || IsContracted(first)))
        {
            return word == "its" && !IsContracted(first) ? -1 : first;
        }

        if (word is "were" && IsContracted(first))
        {
            return first;
        }

        if (_sentence.Words[first].IsPossessive && (ClauseWords.Pointers.Contains(word) || ClauseWords.Pronouns.Contains(word)))
        {
            return first;
        }

        if (ClauseWords.Pronouns.Contains(word) || (word == "no" && _sentence[first + 1] == "one"))
        {
            var next = SkipAdverbs(first + (word == "no" ? 2 : 1), end);
            return next < end && !ClauseWords.Prepositions.Contains(_sentence[next]) && !(word == "it" && !ClauseWords.Verbs.Contains(_sentence[next]) && !_sentence[next].EndsWith('s')) ? next : -1;
        }

        for (var at = first + 1; at < Math.Min(end, first + LongestSubject); at++)
        {
            var text = _sentence[at];
            if (text is "who" or "which" or "that" or "whose" or "where" or "what" or "how" or "by" or "per" || (ClauseWords.Pronouns.Contains(text) && text is not "people") || ClauseWords.Contractions.Contains(text))
            {
                return -1;
            }

            if (ClauseWords.Verbs.Contains(text) && !ClauseWords.Prepositions.Contains(_sentence[at - 1]) && !(ClauseWords.Determiners.Contains(_sentence[at - 1]) && !ClauseWords.Pointers.Contains(_sentence[at - 1])) && !IsNamed(at) && IsVerbHere(at, first, end))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>"The call", "plan by team" and "my report": words that are verbs behind other subjects only.</summary>
    private bool IsVerbHere(int at, int first, int end) =>
        _sentence[at] is not ("call" or "calls" or "plan" or "plans" or "report" or "reports" or "work" or "review" or "push" or "pushes" or "pushed" or "look" or "run" or "runs" or "start" or "started" or "bet" or "get" or "got" or "made" or "moved" or "left" or "called" or "found" or "sent" or "present" or "visit" or "changed" or "put" or "hope" or "help" or "meet" or "doubt" or "take" or "show" or "call" or "hired" or "met" or "pay")
        || (at + 1 < end && at > first && ClauseWords.Determiners.Contains(_sentence[first]) && ClauseWords.Determiners.Contains(_sentence[at + 1]));

    private int SkipAdverbs(int at, int end)
    {
        while (at < end && (_sentence[at] is "just" or "really" or "also" or "still" or "only" or "always" or "never" or "now" || _sentence[at].EndsWith("ly", StringComparison.Ordinal)))
        {
            at++;
        }

        return at;
    }

    /// <summary>A clause of time or condition is no more than that when it tells of today: "before I write the letter", but "since we changed the price".</summary>
    private bool Follows(int conjunction, int verb) =>
        !ClauseWords.Times.Contains(_sentence[conjunction]) || (!ClauseWords.Past.Contains(_sentence[verb]) && !_sentence[verb].EndsWith("ed", StringComparison.Ordinal) && (_sentence[conjunction] != "if" || _sentence[conjunction + 1] is "all" or "you" or "everything" or "anyone" or "nothing" or "nobody") && _sentence[conjunction] is not ("when" or "once" or "unless"));

    /// <summary>Before a colon or a dash: "quick one before my 9 o'clock", "let's talk about discipline", "two things".</summary>
    private bool IsOpening(int first, int end, char sign)
    {
        if (sign == ':')
        {
            return !SpeaksOfNumbers(first, end) || ClauseWords.Announcements.Contains(_sentence.Stem(end - 1)) || ClauseWords.Announcements.Contains(_sentence.Stem(first + 1)) || _sentence[first] is "lets" or "on";
        }

        var last = end - (_sentence[end - 1] is "please" or "pls" or "everyone" or "all" or "team" or "folks" ? 2 : 1);
        if (last >= first && end - first < 6 && sign is not (' ' or '?') && !SpeaksOfNumbers(first, end) && !Narrows(first, end) && _sentence.Stem(last) is "question" or "favor" or "favour" or "ask" or "request" or "check" or "query" or "quickie" or "challenge" or "riddle" or "reminder" or "curiosity" or "one" && !Enumerable.Range(first, end - first).Any(Limits))
        {
            return true;
        }

        return (sign is '.' or '-' or '\n' or ' ' or ',') && Enumerable.Range(first, end - first).Any(at => ClauseWords.Announcements.Contains(_sentence.Stem(at)))
            && (_sentence[first] is "quick" or "one" or "two" or "three" or "a" or "an" or "few" or "couple" or "some" or "silly" or "stupid" or "last" or "another" or "random" or "serious" or "small" or "2" or "3" or "4" or "four" or "quickie" or "favor" or "favour" or "question") && !SpeaksOfNumbers(first, end);
    }

    /// <summary>"Typing on my phone", "asking gently", "be honest", "no sugarcoating", "not naming and shaming".</summary>
    private bool IsComment(int first, int end, char before, bool narrows)
    {
        if (narrows || Names(first, end) || parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Dimension or LexiconKind.Aspect && span.Value is not "list"))
        {
            return false;
        }

        var at = first;
        while (at < end - 1 && _sentence[at] is "not" or "no" or "just" or "only" or "simply")
        {
            at++;
        }

        return (IsGerund(_sentence[at]) && !parts.Spans.Any(span => span.First <= at && span.End > at && span.Kind is not LexiconKind.Small && !(before is not '\0' && span is { Kind: LexiconKind.State, Value: "created" })))
            || ClauseWords.Manners.Contains(_sentence[first]) || (_sentence[first] == "between" && _sentence[first + 1] is "us" or "you")
            || (_sentence[first] == "no" && _sentence[at] is "need" or "rush" or "hurry" or "pressure" or "worries" or "offence" or "offense" or "judgment" or "judgement" or "excuses" or "details")
            || (before is not '\0' && end - first == 1 && _sentence[first].EndsWith("ly", StringComparison.Ordinal));
    }

    /// <summary>"For the battlecards", "before my 9 o'clock", "ahead of the board call": what it is needed for, and when.</summary>
    private bool IsOccasion(int first, int end, char before)
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

        if (at == first || at >= end || (Names(at, end) && !NamesOnlyPeople(at, end)))
        {
            return false;
        }

        var noun = at;
        while (noun < end && !(noun > at && ClauseWords.Prepositions.Contains(_sentence[noun])))
        {
            noun++;
        }

        var hasDeterminer = ClauseWords.Determiners.Contains(_sentence[at]) || _sentence.Words[at].IsPossessive;
        return (noun > at && ClauseWords.Occasions.Contains(_sentence.Stem(noun - 1))) || ClauseWords.Occasions.Contains(_sentence.Stem(end - 1))
            || (before is not '\0' && hasDeterminer && _sentence[first] is "for" && !SpeaksOfNumbers(at, end) && !_sentence.Words[end - 1].IsCapital);
    }

    /// <summary>Something in it could say which numbers are meant.</summary>
    private bool Narrows(int first, int end)
    {
        var kinds = _modifiers.Kinds(first, end);
        kinds.Remove(ModifierMap.Aspect);
        if (!parts.Spans.Any(span => span.Kind == LexiconKind.Versus && span.First >= first && span.End <= end))
        {
            kinds.Remove(ModifierMap.Comparison);
        }

        var mine = kinds.Remove(nameof(Dimension.Owner)) && Names(first, end);
        return kinds.Count > 0 || (mine && Enumerable.Range(first, end - first).Any(at => ClauseWords.Narrowing.Contains(_sentence[at])));
    }

    private bool SpeaksOfNumbers(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end
        && (span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Dimension or LexiconKind.Lifecycle || (span.Kind == LexiconKind.Beyond && span.Value != "activity figures") || (span.Kind == LexiconKind.State && span.Value is "won" or "lost" && span.First > first))) || Names(first, end);

    /// <summary>"I need it without the pilots", "we only count hospitals": what nobody knows is no less a limit.</summary>
    private bool Limits(int at) => _sentence[at] is "without" or "except" or "besides" or "solely" or "exclude" or "excludes" or "excluding" or "excluded" or "include" or "includes" or "including" or "ignore" or "skip"
        || (_sentence[at] == "only" && _sentence[at + 1] is not ("have" or "got" or "joined" or "started" or "just" or "ask" or "asked" or "need" or "know" or "a"));

    private bool SpeaksOfDeals(int first, int end) => parts.Spans.Any(span => span.First >= first && span.End <= end && span.Kind is LexiconKind.Measure or LexiconKind.Deals or LexiconKind.Lifecycle)
        || (Names(first, end) && !NamesOnlyPeople(first, end));

    private bool Names(int first, int end) => parts.Scope.Named().Any(name => name.First < end && name.End > first);

    private bool NamesOnlyPeople(int first, int end) => parts.Scope.Named().Where(name => name.First < end && name.End > first).All(name => name.Dimension is Dimension.Owner or Dimension.Manager or Dimension.Team);

    private bool IsNamed(int at) => Names(at, at + 1);

    private bool IsContracted(int at) => _sentence.Text.AsSpan(_sentence.Words[at].Start, _sentence.Words[at].End - _sentence.Words[at].Start).IndexOfAny('\'', '\u2019') >= 0;
}
