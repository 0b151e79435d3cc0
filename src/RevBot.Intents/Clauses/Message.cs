using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Clauses;

/// <summary>What a message asks, and what it says beside that.</summary>
/// <param name="Asked">The clauses that ask, as they were written.</param>
/// <param name="Aside">What was told beside them, as it was written; courtesy is not among it.</param>
/// <param name="IsFirm">False when what is left aside could be a part of the question: it is taken so only where nothing is understood with it.</param>
internal sealed record Message(string Asked, IReadOnlyList<string> Aside, bool IsFirm)
{
    /// <summary>What is left aside asks in general what the rest asks in particular: "did we grow? bookings by quarter".</summary>
    public bool AsksTwice { get; private init; }

    /// <summary>What is left aside could say which numbers are meant.</summary>
    public bool Narrows { get; private init; }

    /// <summary>What is left aside asks in general, and what it names is kept: "What do our Platform deals go for? Average won deal".</summary>
    public bool Carries { get; private init; }

    /// <summary>The ways to leave something aside, the surest first; none when every clause asks.</summary>
    public static List<Message> Read(SentenceParts parts)
    {
        var clauses = new ClauseDivider(parts).Divide();
        if (clauses.Count < 2)
        {
            return [];
        }

        var messages = new List<Message>();
        var says = new ClauseContent(parts);
        Add(messages, parts.Sentence, clauses, clause => IsAside(clause) && clause.IsFirm, true);
        Add(messages, parts.Sentence, clauses, clause => IsAside(clause) && (clause.IsFirm || StandsApart(clauses, clause, parts.Sentence, says)), false);
        if (Leading(clauses) is > 0 and var leading)
        {
            var apart = clauses.FindAll(clause => clauses.IndexOf(clause) >= leading && !IsAside(clause));
            if (apart.Count > 0 && GeneralQuestion.Of(parts, clauses[leading].First, Written(parts.Sentence, apart)) is { } particular)
            {
                messages.Insert(0, new Message(particular, [Slice(parts.Sentence, clauses[..leading])], false) { AsksTwice = true, Carries = true });
            }

            Add(messages, parts.Sentence, clauses, clause => clauses.IndexOf(clause) < leading || (IsAside(clause) && clause.IsFirm), false, true);
        }

        if (clauses.FindIndex(clause => (clause.Kind == ClauseKind.Asking || (clause.Kind == ClauseKind.Part && SaysAnew(parts.Sentence, clause.First))) && SaysFigures(says, clause)) is > 0 and var asked && clauses.Take(asked).All(clause => (IsAside(clause) && (clause.IsFirm || StandsApart(clauses, clause, parts.Sentence, says))) || (clause.Kind == ClauseKind.Asking && (clause.Sign != '?' || parts.Sentence[clauses[asked].First] is "ie" or "in" or "meaning" || parts.Sentence[clauses[asked - 1].First] is "ie" or "i") && !clause.Narrows && !SaysFigures(says, clause))))
        {
            // "Where should I spend my time, in other words which team has the biggest gap?"
            Add(messages, parts.Sentence, clauses, clause => clauses.IndexOf(clause) < asked, false);
        }

        return messages;
    }

    /// <summary>"What are my odds, i.e. my win rate".</summary>
    private static bool SaysAnew(Sentence sentence, int at) => sentence[at] is "ie" or "meaning" or "namely" || (sentence[at] == "i" && sentence[at + 1] == "e") || (sentence[at] == "that" && sentence[at + 1] == "is");

    private static bool SaysFigures(ClauseContent says, Clause clause) => says.SpeaksOfNumbers(clause.First, clause.End) || Enumerable.Range(clause.First, clause.End - clause.First).Any(says.Limits);

    private static void Add(List<Message> messages, Sentence sentence, List<Clause> clauses, Predicate<Clause> leaves, bool isFirm, bool asksTwice = false)
    {
        var kept = clauses.FindAll(clause => !leaves(clause));
        if (kept.Count == 0 || kept.Count == clauses.Count || messages.Exists(message => message.Asked == Written(sentence, kept)))
        {
            return;
        }

        messages.Add(new Message(Written(sentence, kept), [.. Runs(clauses.FindAll(clause => leaves(clause) && clause.Kind != ClauseKind.Courtesy)).Select(run => Slice(sentence, run))], isFirm) { AsksTwice = asksTwice, Narrows = clauses.Exists(clause => clause.Narrows && leaves(clause)) });
    }

    private static bool IsAside(Clause clause) => clause.Kind is not (ClauseKind.Part or ClauseKind.Asking);

    /// <summary>A sentence of its own, or what leads to a question asked outright.</summary>
    private static bool StandsApart(List<Clause> clauses, Clause clause, Sentence sentence, ClauseContent says)
    {
        var at = clauses.IndexOf(clause);
        if (Enumerable.Range(clause.First, clause.End - clause.First).Any(says.IsNarrowing))
        {
            return false;
        }

        var spoken = clauses.FindLastIndex(Math.Max(at - 1, 0), at, before => before.Kind is not (ClauseKind.Courtesy or ClauseKind.Comment));
        var before = at == 0 || spoken < 0 ? '.' : clauses[at - 1].Sign;
        var asks = clauses.Skip(at + 1).Any(next => next.Kind == ClauseKind.Asking || (next.Kind == ClauseKind.Part && clause.Sign is '.' or ':' or '…' or '-' or '\n'));
        return (before is '.' or '?' or '\n' or '…' && asks) || (clause.Kind == ClauseKind.Telling && Enumerable.Range(clause.First, Math.Min(4, clause.End - clause.First)).Any(word => sentence[word] is "i" or "im" or "ive" or "my" or "our" or "we" or "he" or "she"));
    }

    /// <summary>How many clauses there are before the last sentence, when they ask in general what it asks in particular: "did we grow? bookings by quarter".</summary>
    private static int Leading(List<Clause> clauses)
    {
        var last = clauses.FindLastIndex(clauses.Count - 2, clause => clause.Sign == '?');
        return last >= 0 && clauses[last + 1].Kind == ClauseKind.Part && clauses.Skip(last + 1).All(clause => clause.Kind != ClauseKind.Asking) ? last + 1 : 0;
    }

    private static IEnumerable<List<Clause>> Runs(List<Clause> clauses)
    {
        var run = new List<Clause>();
        foreach (var clause in clauses)
        {
            if (run.Count > 0 && run[^1].End != clause.First)
            {
                yield return run;
                run = [];
            }

            run.Add(clause);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static string Written(Sentence sentence, List<Clause> kept)
    {
        var runs = Runs(kept).ToList();
        return string.Concat(runs.Select((run, at) => Slice(sentence, run) + Joint(run[^1].Sign, at == runs.Count - 1)));
    }

    private static string Joint(char sign, bool isLast) => sign switch
    {
        '?' => isLast ? "?" : "? ",
        '.' or '\n' or ';' => isLast ? "" : ". ",
        _ => isLast ? "" : ", ",
    };

    private static string Slice(Sentence sentence, List<Clause> run)
    {
        var (start, end) = (sentence.Words[run[0].First].Start, sentence.Words[run[^1].End - 1].End);
        start -= start > 0 && sentence.Text[start - 1] is '"' or '\u201C' ? 1 : 0;
        end += end < sentence.Text.Length && sentence.Text[end] is '"' or '\u201D' ? 1 : 0;
        return sentence.Text[start..end];
    }
}
