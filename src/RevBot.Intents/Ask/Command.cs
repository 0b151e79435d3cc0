using System.Collections.Frozen;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Ask;

/// <summary>Tells orders from questions by how they begin: "move Acme …" against "close rate by rep".</summary>
internal static class Command
{
    private static readonly FrozenSet<string> Verbs = new[]
    {
        "move", "set", "update", "change", "assign", "reassign", "close", "add", "create", "mark", "delete", "remove", "log", "undo", "snooze", "push", "import", "export", "rename", "shift",
        "advance", "reopen", "convert", "put", "schedule", "remind", "alert", "notify", "win", "lose", "insert", "drop", "edit", "make", "help", "ignore", "new",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a sentence that begins as an order to do something does, whatever follows.</summary>
    public static bool Opens(string text) => WordSplitter.Split(text) is { Count: > 0 } words && Opens(words);

    /// <summary>"Drop partner", "add AMER", "make it 3 weeks": what may be said to a question as well as to a deal. Whether there is such a part decides.</summary>
    public static bool MayEdit(List<Word> words) => (words.Count == 1 && words[0].Text is "lose" or "win") || words.Count is > 1 and < 9
        && (words[0].Text is "drop" or "remove" or "undo" or "delete" or "ignore" || (words[0].Text == "add" && !words.Exists(word => word.Stem is "deal" or "a" or "an" or "next" or "note")) || (words[0].Text is "make" or "change" && words[1].Text is "it" or "that") || (words[0].Text == "change" && words.Exists(word => word.Text is "to" or "for")));

    /// <summary>Commands are never questions, whatever follows; "close rate by rep", "new deals" and "win rate" are.</summary>
    public static bool Opens(List<Word> words)
    {
        var first = words[0].Text is "please" or "pls" or "can" or "could" && words.Count > 2 ? words[0].Text is "can" or "could" ? 2 : 1 : 0;
        if (first >= words.Count || !Verbs.Contains(words[first].Text) || words[first].Quote > 0)
        {
            return false;
        }

        var next = first + 1 < words.Count ? words[first + 1].Stem : string.Empty;
        return words[first].Text switch
        {
            "add" => next is not "up",
            "put" => next is not "together",

            // "Remind me what velocity is running at", but "remind me to call Acme".
            "remind" => !(next is "me" or "u" or "everyone" or "everybody" && words.Take(first + 5).Skip(first + 2).Any(word => word.Text is "what" or "whats" or "how" or "hows" or "which" or "who" or "whos" or "where" or "wheres" or "our" or "my")),
            "push" => next is not ("count" or "rate" or "total" or "number" or "per" or "by") && (first + 1 >= words.Count || words[first + 1].Text is not ("outs" or "backs")),
            "drop" => next is not ("off" or "rate" or "me" or "us") && (first + 1 >= words.Count || words[first + 1].Text is not ("offs" or "outs")),
            "close" => next is not ("rate" or "ratio" or "time" or "date" or "percentage"),
            "help" => words.Count <= first + 3,
            "win" or "lose" => next is not ("rate" or "ratio" or "percentage" or "%" or "percent" or "count") && (words.Count == 1 || next is "the" or "it" or "this" or "deal"),
            "new" => next is "deal" or "opportunity" && words.Count > first + 2 && AmountLike(words),
            _ => true,
        };
    }

    private static bool AmountLike(List<Word> words) => words.Exists(word => word.Text is "for" or "with") && words.Exists(word => char.IsDigit(word.Text[^1]) || word.Text.EndsWith('k'));
}
