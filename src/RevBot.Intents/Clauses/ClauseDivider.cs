using RevBot.Intents.Ask.Words;
using RevBot.Intents.Several;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Clauses;

/// <summary>Divides a message into clauses: at its signs, at conjunctions that a subject and a verb follow ("because I …", "so we …"), and where what is asked begins ("I wonder how many …").</summary>
internal sealed class ClauseDivider(SentenceParts parts)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly ClauseGrammar _grammar = new(parts);

    /// <summary>False where a text is one clause for certain, which spares finding out what its words are.</summary>
    public static bool MayDivide(string text, List<Word> words)
    {
        if (words is [{ Text: "when" or "whenever" or "if" or "once" }, { Text: "you" }, ..])
        {
            return true;
        }

        if (words.Count > 0 && words[0].Text is "for" or "to" or "before" or "ahead" or "prior" or "during" && words.Exists(word => word.Text is "i" or "id" or "we" or "wed" or "please" || ClauseWords.Orders.Contains(word.Text) || ClauseWords.Auxiliaries.Contains(word.Text)))
        {
            return true;
        }

        for (var at = 1; at < words.Count; at++)
        {
            if (words[at].Start - words[at - 1].End != 1 || text[words[at].Start - 1] != ' ' || ClauseWords.Dividing.Contains(words[at].Text) || (words[at].Text == "and" && at + 1 < words.Count && words[at + 1].Text == "dont")
                || ClauseWords.Held.Contains(words[at].Text) || (words[at].Text == "to" && words[at - 1].Text is "me" or "us"))
            {
                return true;
            }
        }

        return false;
    }

    public List<Clause> Divide()
    {
        var clauses = new List<Clause>();
        var first = 0;
        for (var at = 1; at <= _sentence.Count; at++)
        {
            var sign = at == _sentence.Count ? Ending() : SignBefore(at);
            if (sign != '\0')
            {
                AddAll(clauses, first, at, sign);
                first = at;
            }
        }

        return clauses;
    }

    /// <summary>What stands between two signs, cut at its conjunctions.</summary>
    private void AddAll(List<Clause> clauses, int first, int end, char sign)
    {
        for (var at = first + 1; at < end; at++)
        {
            if (_grammar.BeginsAnew(at, first, end))
            {
                clauses.Add(new Clause(first, at, ' ', ClauseKind.Comment, false, true));
                first = at;
            }
            else if (_grammar.BeginsReason(at, first, end) || _grammar.BeginsQuestion(at, first, end) || _grammar.BeginsWish(at, first, end) || _grammar.BeginsBehindOccasion(at, first, end))
            {
                clauses.Add(_grammar.Of(first, at, ' ', clauses.Count > 0 ? clauses[^1].Sign : '\0'));
                first = at;
            }
        }

        var clause = _grammar.Of(first, end, sign, clauses.Count > 0 ? clauses[^1].Sign : '\0');

        // "I'm new here (started Monday)": what stands in brackets belongs to what they stand behind.
        clauses.Add(clauses.Count > 0 && clauses[^1].Kind == ClauseKind.Telling && clause.Kind == ClauseKind.Part && _sentence.Text[clauses[^1].End == first ? _sentence.Words[first].Start - 1 : 0] == '('
            ? clause with { Kind = ClauseKind.Telling, IsFirm = true } : clause);
    }

    private char Ending() => _sentence.Count == 0 ? '.' : SignOf(_sentence.Text[_sentence.Words[^1].End..] + "\n");

    private char SignBefore(int at) => IsAbbreviated(at - 1) ? '\0' : _sentence.Words[at - 1].End is var end && _sentence.Words[at].Start is var start && end < start && _sentence.Words[at].Quote == 0 ? SignOf(_sentence.Text[end..start]) : '\0';

    /// <summary>"No. of deals", "approx. pipeline": the point ends no sentence.</summary>
    private bool IsAbbreviated(int word) => _sentence.Words[word].End is var end && end + 1 < _sentence.Text.Length && _sentence.Text[end] == '.' && _sentence.Text[end + 1] == ' ' && !_sentence.Words[word + 1].IsCapital && MessageParts.IsAbbreviation(_sentence.Words[word].Text);

    /// <summary>The strongest sign of those between two words; none for a space, a dash inside a word and the like.</summary>
    private static char SignOf(string gap)
    {
        foreach (var sign in "?!\n:;")
        {
            if (gap.Contains(sign, StringComparison.Ordinal) && (sign != ':' || gap.Length > 1))
            {
                return sign == '!' ? '.' : sign == '\n' && gap.Contains('.', StringComparison.Ordinal) ? '.' : sign;
            }
        }

        return gap.Contains("..", StringComparison.Ordinal) || gap.Contains('…', StringComparison.Ordinal) ? '…'
            : gap.Contains('.', StringComparison.Ordinal) && gap.Length > 1 ? '.'
            : gap.AsSpan().IndexOfAny('(', ')', ',') >= 0 ? ','
            : gap.Contains('—', StringComparison.Ordinal) || (gap.AsSpan().IndexOfAny('-', '–') > 0 && gap[0] == ' ' && gap[^1] == ' ') ? '-'
            : '\0';
    }
}
