using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Clauses;

/// <summary>Tells what a clause does: whether it asks, tells of the asker and the world, or is a part of a question. It knows subjects and verbs, not sentences.</summary>
internal sealed class ClauseGrammar(SentenceParts parts)
{
    private const int LongestSubject = 7;

    private readonly Sentence _sentence = parts.Sentence;
    private readonly ClauseContent _says = new(parts);
    private readonly SideRemarks _aside = new(parts);
    private readonly HashSet<int> _unknown = [.. parts.Unknown()];

    /// <param name="sign">The sign behind it.</param>
    /// <param name="before">The sign before it; none at the start.</param>
    public Clause Of(int first, int end, char sign, char before)
    {
        var start = SkipFillers(first, end);
        if (start < end && (_aside.Introduces(start, end, sign) || _aside.SignsOff(start, end)))
        {
            return new Clause(first, end, sign, ClauseKind.Courtesy, false, true);
        }

        var narrows = _says.Narrows(start, end);
        var kind = KindOf(start, end, sign, before, narrows, out var isFirm);
        narrows &= kind != ClauseKind.Contrast && !(kind is ClauseKind.Telling or ClauseKind.Comment or ClauseKind.Opening && (_says.NamesOnlyDaysToCome(start, end) || (kind == ClauseKind.Telling && _says.OnlyCompares(start, end))));
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
        if (_sentence[at] is "and" or "but" && _sentence[at + 1] is "dont" && !ClauseWords.Pronouns.Contains(_sentence[at + 2]) && !_says.SpeaksOfNumbers(at + 2, end) && !_says.Narrows(at + 2, end))
        {
            return true;
        }

        if (_sentence[at] is not ("because" or "as" or "since" or "so" or "before" or "if" or "though" or "although") || at + 1 >= end || (_sentence[at] is "though" or "although" && parts.Spans.Any(span => span is { Kind: LexiconKind.State, Value: "overdue" or "open" } && span.First > at && span.First - at < 4)) || (_sentence[at] == "before" && _sentence[at - 1] is "long" or "soon" or "time" or "days" or "weeks" or "hours") || (_sentence[at] == "as" && _sentence[at - 1] is "same" or "far" or "long" or "soon" or "much" or "well" or "many" or "such"))
        {
            return false;
        }

        // "How much did we lose because nobody decided" says which losses.
        if (_sentence[at] == "because" && _sentence[at + 1] is not ("i" or "im" or "ive" or "my") && Enumerable.Range(first, at - first).Any(word => _sentence.Stem(word) is "lose" or "lost" or "loss" or "losing"))
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
        && SkipFillers(first, at - 1) is var start && (VerbOf(start, at - 1) >= 0 || _aside.IsOnlyMe(start, at - 1) || _sentence[start] is "not" or "no" or "maybe" or "perhaps") && !_says.SpeaksOfNumbers(start, at - 1) && !_says.Narrows(start, at - 1) && !Enumerable.Range(start, at - 1 - start).Any(_says.Limits);

    /// <summary>True where what is asked begins behind what leads to it: "my boss wants to know | how much …".</summary>
    public bool BeginsQuestion(int at, int first, int end) =>
        (at > first + 3 && at + 1 < end && _sentence[at - 1] == "to" && _sentence[at - 2] is "me" or "us" && ClauseWords.Orders.Contains(_sentence[at]) && Enumerable.Range(first, at - first).Any(word => _sentence[word] is "asked" or "asks" or "told" or "wants" or "wanted" or "begged" or "pinged" or "asking") && !_says.Narrows(first, at) && _says.SpeaksOfNumbers(at, end))
        || at + 1 < end && _sentence[at] is "what" or "whats" or "how" or "hows" or "which" or "who" or "whos" or "where" or "whether"
        && !ClauseWords.Asking.Contains(_sentence[SkipFillers(first, at)]) && !_says.Narrows(first, at)
        && Enumerable.Range(first, at - first).Any(word => ClauseWords.Wondering.Contains(_sentence[word])) && _unknown.Any(word => word >= first && word < at);

    /// <summary>True where what is asked begins behind what it is for: "for the marketing sync | I'd love to see …", "ahead of the board call | give me …".</summary>
    public bool BeginsBehindOccasion(int at, int first, int end) =>
        (at > first + 2 && at + 1 < end && _sentence[first] is "when" or "whenever" or "once" or "if" && _sentence[first + 1] is "you" && _sentence[at] is "could" or "can" or "would" or "please" or "what" or "whats" or "how" or "show" or "give" && _aside.IsCourtesy(first, at, false) && !_says.Narrows(first, at))
        || at > first + 1 && at + 1 < end && _sentence[first] is "for" or "before" or "ahead" or "prior" or "during" or "in" or "to" && (_sentence[at] is "i" or "id" or "we" or "wed" or "please" || ClauseWords.Asking.Contains(_sentence[at]) || ClauseWords.Auxiliaries.Contains(_sentence[at]) || ClauseWords.Orders.Contains(_sentence[at]))
        && !Enumerable.Range(first, at - first).Any(_says.Limits) && (_aside.IsPurpose(at - 1) ? !_says.Narrows(first, at) && !(_sentence[first] is "in" or "to" && _says.SpeaksOfDeals(first, at))
            : _says.NamesOnlyPeople(first, at) && Enumerable.Range(first, at - first).Any(word => _sentence[word] == "with" && ClauseWords.Occasions.Contains(_sentence[word - 1]))) && _aside.IsOccasion(first, at, '\0');

    /// <summary>True where what others want begins: "payroll needs | quota attainment by rep".</summary>
    public bool BeginsWish(int at, int first, int end) =>
        _sentence[at] != "to" && _sentence[at - 1] is "needs" or "wants" or "need" or "want" or "demands" or "requested" or "requests" or "expects" or "see" or "for" or "about" && _sentence[SkipFillers(first, at)] is not ("i" or "we" or "id" or "need" or "want")
        && VerbOf(SkipFillers(first, at), at) >= 0 && !_says.Narrows(first, at) && !_says.SpeaksOfDeals(first, at) && _says.SpeaksOfNumbers(at, end) && (_sentence[at - 1] is "needs" or "wants" || _unknown.Any(word => word >= first && word < at))
        && Enumerable.Range(first, at - first).Any(word => _sentence[word] is "needs" or "wants" or "need" or "want" or "demands" or "requested" or "requests" or "expects" or "asks" or "asked" or "asking");

    private ClauseKind KindOf(int first, int end, char sign, char before, bool narrows, out bool isFirm)
    {
        isFirm = true;
        if (first >= end || (end - first < 3 && _sentence[first] is "ie" or "i" && _sentence[end - 1] is "ie" or "e") || _aside.IsCourtesy(first, end, narrows) || _aside.IsOnlyMe(first, end))
        {
            return ClauseKind.Courtesy;
        }

        if (_aside.IsContrast(first, end))
        {
            return ClauseKind.Contrast;
        }

        if (sign == ':' && !narrows && _aside.IsOpening(first, end, sign) && (_says.SpeaksOfNumbers(first, end) || _sentence[first] is not ("not" or "without")) && end - first > 2 && !ClauseWords.Asking.Contains(_sentence[first]) && !ClauseWords.Orders.Contains(_sentence[first]) && Enumerable.Range(first, end - first).Any(at => _sentence[at] is "question" or "request" or "query" or "favour" or "favor"))
        {
            return ClauseKind.Opening;
        }

        if (sign == ':' && !narrows && !_says.SpeaksOfNumbers(first, end) && !(end - first < 3 && before == '\0' && _unknown.Contains(end - 1) && (end - first < 2 || _sentence.Words[end - 1].IsCapital || _sentence[end - 1] != _sentence.Stem(end - 1)) && !ClauseWords.Announcements.Contains(_sentence.Stem(end - 1)) && !ClauseWords.Occasions.Contains(_sentence.Stem(end - 1))) && !(before != '\0' && parts.Spans.Any(span => span.Kind == LexiconKind.Aspect && span.Value is not "list" && span.First >= first && span.End <= end)))
        {
            return ClauseKind.Opening;
        }

        if (_sentence[first] == "what" && _sentence[first + 1] is "a" or "an" && sign is not '?' && !_says.SpeaksOfMeasures(first, end))
        {
            return ClauseKind.Comment;
        }

        if (_aside.LeavesOutI(first, end, sign))
        {
            isFirm = !_says.SpeaksOfMeasures(first, end);
            return ClauseKind.Telling;
        }

        if (Asks(first, end, sign))
        {
            return ClauseKind.Asking;
        }

        if ((ClauseWords.Reasons.Contains(_sentence[first]) || _sentence[first] == "so") && VerbOf(first + (_sentence[first] == "so" && _sentence[first + 1] == "that" ? 2 : 1), end) is >= 0 and var told)
        {
            if (_sentence[first] == "if" && _aside.Supposes(first, end) && !narrows)
            {
                return ClauseKind.Telling;
            }

            // "If we exclude renewals", "since we changed the price": what is told may be a condition.
            isFirm = Follows(first, told);
            return isFirm || sign is '.' or ':' ? ClauseKind.Telling : ClauseKind.Part;
        }

        // "While the coffee brews", "given that the board meets", "even though it hurts".
        if ((_sentence[first] is "while" or "whilst" or "because" or "although" or "though" && _sentence[first + 1] != "of")
            || (_sentence[first] is "given" or "seeing" or "considering" or "now" or "even" && _sentence[first + 1] is "that" or "though" && VerbOf(first + 2, end) >= 0))
        {
            isFirm = !_says.SpeaksOfDeals(first, end);
            return parts.Spans.Any(span => span is { Kind: LexiconKind.State, Value: "overdue" or "open" } && span.First >= first && span.End <= end) ? ClauseKind.Part : ClauseKind.Telling;
        }

        var isElided = ClauseWords.Auxiliaries.Contains(_sentence[first]) && first + 1 < end && ClauseWords.Elided.Contains(_sentence[first + 1]);
        if (VerbOf(first, end) is >= 0 and var verb)
        {
            isFirm = !_says.SpeaksOfDeals(first, verb) && !Enumerable.Range(first, end - first).Any(at => _says.Limits(at));
            return ClauseKind.Telling;
        }

        if (isElided)
        {
            return ClauseKind.Telling;
        }

        if (_aside.IsOpening(first, end, sign))
        {
            return ClauseKind.Opening;
        }

        if (_aside.IsDoing(first, end, sign) || _aside.IsEvent(first, end, sign))
        {
            isFirm = !_says.Names(first, end) && !_says.SpeaksOfMeasures(first, end);
            return ClauseKind.Comment;
        }

        if (_aside.IsSituation(first, end, sign))
        {
            return ClauseKind.Comment;
        }

        if ((before == '\0' && _aside.IsExclaimed(first, end)) || _aside.IsScene(first, end, sign, narrows))
        {
            isFirm = false;
            return ClauseKind.Comment;
        }

        if (_aside.IsRemark(first, end, sign, narrows) || _aside.IsHeading(first, end, sign))
        {
            isFirm = false;
            return ClauseKind.Comment;
        }

        return _aside.IsComment(first, end, before, narrows) || _aside.IsOccasion(first, end, before) ? ClauseKind.Comment : ClauseKind.Part;
    }

    private int SkipFillers(int first, int end)
    {
        while (first < end && ClauseWords.Fillers.Contains(_sentence[first]) && !(_sentence[first] is "so" or "now" && VerbOf(first + (_sentence[first + 1] == "that" ? 2 : 1), end) >= 0))
        {
            first++;
        }

        return first;
    }

    private bool Asks(int first, int end, char sign)
    {
        var word = _sentence[first];
        if (word == "so" && first + 1 < end && _sentence[first + 2] != "know" && (Requests(first + 1, end) || ClauseWords.Orders.Contains(_sentence[first + 1])))
        {
            return true;
        }

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

        return sign == '?' ? VerbOf(first, end) < 0 || _says.SpeaksOfNumbers(first, end) : Requests(first, end);
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
            if (_sentence[at] is "need" or "want" or "like" or "require" or "after" or "love" or "see" or "know" or "wonder" || (_sentence[at] == "for" && _sentence[at - 1] is "looking" or "asking" or "searching" or "hunting" or "here"))
            {
                var next = at + 1;
                if (_sentence[next] == "to" && _sentence[next + 1] is not ("see" or "know" or "get" or "have" or "understand" or "find" or "check" or "look" or "hear" or "compare" or "list" or "view"))
                {
                    return false;
                }

                return next < end && _sentence[next] is not ("it" or "this" or "that" or "them" or "these" or "those" or "him" or "her" or "you") && _says.SpeaksOfNumbers(next, end);
            }
        }

        return false;
    }

    /// <summary>Where the verb of the clause's subject stands; -1 when it does not begin with a subject and a verb.</summary>
    private int VerbOf(int first, int end)
    {
        if (first >= end || (ClauseWords.Asking.Contains(_sentence[first]) && _sentence[first] is not "when") || ClauseWords.Orders.Contains(_sentence[first]))
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

        // "Rosa's been quiet", "Globex's asking for a discount", "Vera's dialling in": but "Vera's closing deals", "Vera's winning in EMEA".
        if (_sentence.Words[first].IsPossessive && first + 1 < end && ((_sentence[first + 1].EndsWith("ing", StringComparison.Ordinal) && (_unknown.Contains(first + 1) || (first + 2 < end && _sentence[first + 2] is "in" or "out" or "up" or "off" or "back" or "over" && !IsOfDeals(_sentence[first + 1])))) || _sentence[first + 1] is "been" or "got" or "not" or "still" or "asking" or "back" or "out" or "off" or "coming" or "calling" or "having" or "being" or "leaving" or "struggling" or "complaining" or "on" or "about" or "gone"))
        {
            return first;
        }

        var isOfSome = word is "someone" or "somebody" or "everyone" or "everybody" or "anyone" or "anybody" or "people" && _sentence[first + 1] is "on" or "in" or "from" or "at";
        if (!isOfSome && (ClauseWords.Pronouns.Contains(word) || (word == "no" && _sentence[first + 1] == "one")))
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

            // "Marketing raves about it", "our intern vanished": no other word stands there.
            if (_unknown.Contains(at) && ((text.Length > 4 && text.EndsWith("ed", StringComparison.Ordinal) && ClauseWords.Determiners.Contains(_sentence[first]))
                || (text.EndsWith('s') && _sentence[at + 1] is "about" or "that" or "me" or "us" or "over" or "my" or "our" or "at")))
            {
                return at;
            }

            // "Their procurement team rang me", "the board call got moved up".
            if (ClauseWords.Determiners.Contains(_sentence[first]) && !ClauseWords.Prepositions.Contains(text) && ((_sentence[at + 1] is "me" or "us" && text is not ("by" or "per" or "give" or "show" or "tell" or "and" or "or")) || (text is "got" or "was" or "were" or "has" && _sentence[at + 1].EndsWith("ed", StringComparison.Ordinal) && !_says.SpeaksOfMeasures(first, at))))
            {
                return at;
            }

            if (ClauseWords.Verbs.Contains(text) && !ClauseWords.Prepositions.Contains(_sentence[at - 1]) && !(ClauseWords.Determiners.Contains(_sentence[at - 1]) && !ClauseWords.Pointers.Contains(_sentence[at - 1])) && !_says.IsNamed(at) && IsVerbHere(at, first, end))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>"The call", "plan by team" and "my report": words that are verbs behind other subjects only.</summary>
    private bool IsVerbHere(int at, int first, int end) =>
        _sentence[at] is not ("call" or "calls" or "plan" or "plans" or "report" or "reports" or "work" or "review" or "push" or "pushes" or "pushed" or "look" or "run" or "runs" or "start" or "started" or "bet" or "get" or "got" or "made" or "moved" or "left" or "called" or "found" or "sent" or "present" or "visit" or "changed" or "put" or "hope" or "help" or "meet" or "doubt" or "take" or "show" or "call" or "hired" or "met" or "pay")
        || (at + 1 == end && at > first + 1 && ClauseWords.Determiners.Contains(_sentence[first]) && _sentence[at] is "changed" or "moved" or "left" or "started" or "called")
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

    private bool IsContracted(int at) => _sentence.Text.AsSpan(_sentence.Words[at].Start, _sentence.Words[at].End - _sentence.Words[at].Start).IndexOfAny('\'', '\u2019') >= 0;

    private static bool IsOfDeals(string participle) => participle is "closing" or "winning" or "losing" or "booking" or "pending" or "outstanding" or "remaining" or "existing" or "slipping" or "expiring";
}
