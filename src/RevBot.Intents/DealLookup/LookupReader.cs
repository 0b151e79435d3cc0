using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;

namespace RevBot.Intents.DealLookup;

/// <summary>Reads "tell me about Acme", "when does #D-102 close?", "who owns Globex": a name and nothing but words that ask about one deal.</summary>
internal static partial class LookupReader
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "tell", "me", "about", "status", "of", "the", "deal", "account", "opportunity", "opp", "who", "whos", "own", "owner", "owns", "look", "looks", "after", "when", "does", "do", "did", "will", "is", "are", "was",
        "close", "closing", "date", "amount", "value", "worth", "size", "big", "how", "doing", "where", "stand", "stands", "history", "happened", "happening", "to", "on", "with", "detail", "info", "information",
        "next", "step", "what", "whats", "which", "stage", "in", "summary", "briefing", "brief", "give", "show", "a", "an", "for", "go", "going", "up", "latest", "timeline", "expected", "much", "we", "our", "s",
        "please", "everything", "know", "got", "anything", "see", "open", "find", "pull", "it", "at", "has", "have", "been", "customer", "company", "id", "record", "full", "all", "and", "responsible", "handle", "update", "change", "recent", "old", "long", "age", "there", "ok", "okay", "hey", "hi", "hello",
        "fill", "lowdown", "rundown", "run", "down", "scoop", "skinny", "thing", "coming", "come", "along", "should", "need", "must", "hear", "heard", "news", "new", "word", "progress", "progressing", "progressed", "moving", "developing", "shaping", "situation", "story", "state", "standing", "current", "currently",
        "remind", "refresh", "memory", "quick", "quickly", "look", "take", "walk", "talk", "through", "past", "background", "context", "recap", "overview", "snapshot", "picture", "catch", "bring", "speed", "prep", "prepare", "meeting", "call", "before", "now", "right", "today", "far", "so", "i", "you", "us", "my", "can", "could", "would", "let", "lets", "like", "want", "get", "say", "tells", "brief", "deets", "dossier", "profile", "file", "view", "report", "fact", "data", "any", "some", "there's", "heres",
        "worked", "working", "work", "from", "or", "by", "were", "still", "track", "health", "healthy", "looking", "been", "am", "m", "d", "ll", "ve", "re", "just", "exactly", "again", "pls", "plz", "thanks", "thx", "interesting", "important", "useful", "relevant", "hows", "wheres", "whens", "dig", "check", "please", "side", "front", "relationship", "whatever", "wats", "wat", "wht", "whts", "w", "abt", "lemme", "gimme", "pls", "last", "most", "recently", "lately", "activity", "touch", "touched", "happening", "display", "load", "jump", "navigate", "lookup", "search", "became", "become", "concerning", "regarding", "re", "across", "page", "card",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name and what is asked; null when the sentence says anything else.</summary>
    public static (NameHit Name, LookupTopic Topic, bool IsAsked)? Read(string text, NameMatcher names)
    {
        var words = WordSplitter.Split(text);
        if (words.Count is 0 or > 20 || words.Exists(word => !IsKnown(word) && !IsPlan(word) && !LegalSuffixes.Contains(word.Text) && !names.MayName(word)))
        {
            return null;
        }

        var hits = names.FindAll(words, kind => kind is NameKind.Account or NameKind.Deal, mayBeLoose: at => !IsKnown(words[at]));
        hits.RemoveAll(hit => hit.Quality == NameQuality.Partial && hit.Count == 1 && Words.Contains(words[hit.First].Text));
        hits.RemoveAll(hit => hit.Quality == NameQuality.Typo && hit.Count == 1 && EnglishWords.Contains(words[hit.First].Text));
        if (hits.Count != 1)
        {
            return null;
        }

        var hit = hits[0];
        var asksWhen = words.Exists(word => word.Text is "when" or "whens" || word.Stem is "date") || (words.Exists(word => word.Text is "where" or "why" or "how") && words.Exists(word => word.Text is "deal" or "opportunity" or "opp" or "renewal"));
        var asked = false;
        var topic = LookupTopic.Everything;
        for (var at = 0; at < words.Count; at++)
        {
            if (at >= hit.First && at < hit.First + hit.Count || LegalSuffixes.Contains(words[at].Text))
            {
                continue;
            }

            var word = words[at];
            if (word.Text is "deals" or "opportunities" or "opps" or "accounts" || !(IsKnown(word) || (asksWhen && IsPlan(word))))
            {
                return null;
            }

            asked |= word.Stem is not ("deal" or "account" or "the" or "opportunity" or "opp");
            topic = word.Stem switch
            {
                "own" or "owner" or "who" or "responsible" or "after" => LookupTopic.Owner,
                "close" or "closing" or "when" when topic != LookupTopic.Owner => LookupTopic.CloseDate,
                "amount" or "value" or "worth" or "much" or "big" or "size" => LookupTopic.Amount,
                "stage" or "stand" or "status" or "old" or "long" or "age" => LookupTopic.Stage,
                "step" => LookupTopic.NextStep,
                "history" or "happened" or "became" or "become" or "timeline" or "change" => LookupTopic.History,
                _ => topic,
            };
        }

        // "How much is open with Acme?", "what's still open there" ask for a sum.
        if (words.Exists(word => word.Text is "much" or "what" or "whats") && words.FindIndex(word => word.Text == "open") > 0 && !words.Exists(word => word.Text is "deal" or "it"))
        {
            return null;
        }

        // "Acme deal?" asks after it; "Acme deal" may be the beginning of telling something.
        asked |= text.TrimEnd().EndsWith('?') && words.Exists(word => word.Text is "deal" or "account" or "opportunity" or "opp" && IsKnown(word));
        return words[0].Text is "update" or "close" or "change" or "open" && hit.First <= 2 && !(words[0].Text == "open" && (words[1].Text == "up" || hit.Things.All(thing => thing.Kind == NameKind.Deal))) ? null : (hit, topic, asked);
    }

    /// <summary>A sentence said on from a card, with the name of what was shown: in the place of "it", or behind what names none.</summary>
    public static string GoOn(string text, string name) => Pointing().IsMatch(text) ? Pointing().Replace(text, match => match.Value.EndsWith('s') && match.Value.Length == 3 ? name + "'s" : name, 1) : $"{text.TrimEnd('?', ' ')} {name}?";

    [GeneratedRegex(@"\b(?:(?:that|this|the) (?:deal|one|opportunity|opp|account|customer|company)|its|it|them|they|that|this)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    /// <summary>"When is it supposed to sign", "when did we lose it".</summary>
    private static bool IsPlan(Word word) => word.Text is "supposed" or "meant" or "due" or "scheduled" or "planned" or "slated" or "sign" or "signing" or "signed" or "land" or "landing" or "likely" or "think" or "win" or "won" or "lose" or "lost";

    private static bool IsKnown(Word word) => Words.Contains(word.Text) || Words.Contains(word.Stem);
}
