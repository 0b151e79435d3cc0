using System.Text.RegularExpressions;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Definitions;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Several;

/// <summary>Gives the pieces of a message what is said once for all of them: the period in the last or the first, "both for SMB" at the end.</summary>
internal sealed partial class SharedWords(QuestionReader reader)
{
    public void Share(List<string> parts, AskedQuestion asked)
    {
        if (parts.Count == 2 && Joins(asked.Text, parts[1]))
        {
            ShareLast(parts, asked);
            ShareFirst(parts, asked);
        }
    }

    /// <summary>"Median cycle? And average won deal? Both for SMB": what stands at the end is said of each.</summary>
    public static List<string> Spread(List<string> parts) =>
        parts.Count > 1 && ForAll().Match(parts[^1]) is { Success: true } all ? parts[..^1].ConvertAll(part => $"{part.TrimEnd('?', '.', ' ')} {all.Groups["what"].Value}") : parts;

    /// <summary>What only says how the question before it is meant is no piece of its own: "show the deals", "win rate, please".</summary>
    public IEnumerable<string> Joined(List<string> pieces, AskedQuestion like)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            if (at + 1 < pieces.Count && (IsTopic(piece, pieces[at + 1]) || TermQuestion.Repeats(Utterance.Of(piece).Normalized, Utterance.Of(pieces[at + 1]).Normalized)))
            {
                // "MQL?? What does MQL mean": the word is said twice.
                continue;
            }

            if (at + 1 < pieces.Count && TermQuestion.AsksOf(Utterance.Of(piece).Normalized, Utterance.Of(pieces[at + 1]).Normalized))
            {
                piece = $"{piece.TrimEnd('.', '!', ' ')}, {pieces[++at]}";
            }

            while (at + 1 < pieces.Count && (reader.Elaborates(like, piece, pieces[at + 1]) || AsksWhose(piece, pieces[at + 1]) || (TermQuestion.OnlyAdds(Utterance.Of(pieces[at + 1]).Normalized) && TermQuestion.Of(Utterance.Of(piece).Normalized) is { NamesOnlyTerm: false } or { AsksForOwner: true })))
            {
                piece = $"{piece} {pieces[++at]}";
            }

            yield return piece;
        }
    }

    /// <summary>"How many open deals have no next step and how many have no close date": the same things are counted anew, not those with neither.</summary>
    public static string Parallel(string before, string piece) =>
        Counted().Match(before) is { Success: true } first && Recounted().Match(piece) is { Success: true } second && string.Equals(first.Groups["verb"].Value, second.Groups["verb"].Value, StringComparison.OrdinalIgnoreCase)
            ? $"how many {first.Groups["things"].Value} {piece[second.Groups["verb"].Index..]}"
        : Elided().Match(piece) is { Success: true } elided && Elided().Match(before) is { Success: false } ? $"and {piece[elided.Length..].TrimEnd('?', '.', ' ')}?" : piece;

    /// <summary>"How many did we win? Lose?": asked of the same.</summary>
    public static bool IsBareOutcome(string piece) => Outcome().IsMatch(piece);

    /// <summary>"Coverage.. how's pipeline coverage worked out?": the first only says what the second is about.</summary>
    public static bool IsTopic(string piece, string next) => piece.EndsWith("..", StringComparison.Ordinal) && piece.TrimEnd('.').Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: < 4 } words && Array.TrueForAll(words, word => next.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"… and who had them, by rep", "the best win rate between our managers, who has it": the split that is said is asked for, and no other.</summary>
    public static bool AsksWhose(string before, string piece) => Whose().IsMatch(piece) && (piece.Contains(" by ", StringComparison.OrdinalIgnoreCase) || Best().IsMatch(before));

    /// <summary>"Also top 3 loss reasons this year": what says by itself of which days, or by what, is another question and goes on from nothing.</summary>
    public string Untied(AskedQuestion like, string piece) =>
        Tie().Match(piece) is { Success: true } tie && piece[tie.Length..] is var bare && reader.ReadLike(like, bare).Reading is QuestionReading.Understood { Score: > Fragment.Score } whole && (whole.Said is not null || (!whole.Question.Breakdown.IsEmpty && !MeasureIds.IsByStage(whole.Question.Measure))) ? bare : piece;

    /// <summary>A conjunction or a comma stands between a piece and the one before: "1)" and "2)" are each for themselves.</summary>
    public static bool Joins(string text, string piece) => Beginning().IsMatch(piece) || (text.IndexOf(piece, StringComparison.Ordinal) is var at && (at < 0 || Conjunction().IsMatch(text[..at])));

    /// <summary>"How many did we win and how many did we lose last quarter": the period at the end is said of both.</summary>
    private void ShareLast(List<string> parts, AskedQuestion like)
    {
        if (parts[0][^1] is '?' or '.' or '!' || reader.ReadLike(like, parts[0]).Reading is not QuestionReading.Understood { Said: null, Question: var first } || first.Measure is MeasureIds.OpenAmount or MeasureIds.OpenCount or MeasureIds.Weighted
            || reader.ReadLike(like, parts[1]).Reading is not QuestionReading.Understood { Said.Expected.Label: { Length: > 0 } label }
            || !parts[1].TrimEnd('?', '.', ' ').EndsWith(label, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        parts[0] = $"{parts[0]} {label}";
    }

    /// <summary>"What did we book last month, and how many deals did we lose?": what happened in one breath is asked of the same days.</summary>
    private void ShareFirst(List<string> parts, AskedQuestion like)
    {
        if (!FollowUpWords.AsksOn(parts[1]) && reader.ReadLike(like, parts[0]).Reading is QuestionReading.Understood { Said.Expected.Label: { Length: > 0 } label, Question: { CompareWith: null } first } && Happened(first)
            && reader.ReadLike(like, parts[1]).Reading is QuestionReading.Understood { Said: null, Question: var second } && Happened(second)
            && parts[0].Contains(label, StringComparison.OrdinalIgnoreCase))
        {
            parts[1] = $"{parts[1].TrimEnd('?', '.', ' ')} {label}{(parts[1].EndsWith('?') ? "?" : string.Empty)}";
        }

        static bool Happened(Question question) => question.Measure.StartsWith("bookings.", StringComparison.Ordinal) || question.Measure.StartsWith("losses.", StringComparison.Ordinal) || question.Measure.StartsWith("pipeline.created", StringComparison.Ordinal) || question.Measure.StartsWith("slippage.", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?:(?:and|but|,) )*(?:both|each|all|all three|all four|all of (?:them|these|those)|both of (?:them|these|those))(?: of (?:them|these|those))?,? (?<what>(?:for|in|by|per|from|since|last|this|over|during|against|with|at|within)\b.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ForAll();

    [GeneratedRegex(@"\bhow many (?<things>(?:\w+ ){0,3}(?:deals|opps|opportunities|leads)) (?<verb>have|are|were)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    /// <summary>"… and how much in September?"</summary>
    [GeneratedRegex(@"^(?:and )?how (?:much|many) (?=(?:in|for|from|of|during|with|last|this)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Elided();

    [GeneratedRegex(@"^(?:and )?how many (?<verb>have|are|were)\b(?! (?:there|that|those|these|they)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Recounted();

    [GeneratedRegex(@"^(?:and )?(?:who|which one)(?:'s| is| was| has| had| have| owns| owned| got| lost| won| closed| did| made)* ?(?:it|them|those|these|that)?(?:,? (?:by|per) \w+)?\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whose();

    [GeneratedRegex(@"\b(?:best|worst|highest|lowest|biggest|smallest|longest|shortest|most|fewest|least|slowest|fastest)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Best();

    [GeneratedRegex(@"^(?:win|lose|won|lost|open|book|create|created)\?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"^(?:and )?(?:also|then|next|plus) ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tie();

    [GeneratedRegex(@"^(?:and|also|plus|then)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?:,|\b(?:and|also|plus|then|well as))\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Conjunction();
}
