using System.Collections.Frozen;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Help;

/// <summary>Hears "what sort of things can I ask you", "show me your commands", "how do I update a deal", "which KPIs can you give me": sentences made of nothing but words about the bot and what it can do.</summary>
internal static class CapabilityWords
{
    private static readonly FrozenSet<string> Small = Set(
        "a an the of in on about from for to with at by and or so but hey hi hello hiya heya howdy yo hallo greetings good morning afternoon evening ok okay well please pls plz thanks thx thank um hm just only also else other more exactly actually really quick quickly all any some few every each everything anything something several bunch "
        + "me my i we us our you your yours yourself ur it its this that these those there here is are was were be am do does did can could may might should would will shall able possible allowed supposed have has got get need want like love know "
        + "what whats which how hows where who s d ll re ve full complete whole kind sort type range possible available different new first time again remind tell let lets us youve youre weve ive theres id ill im dont cant wheres see find show give list name hear say bot revbot assistant tool thing app chatbot robot program system service one now today morning everyone guy folk stuff hold");

    private static readonly FrozenSet<string> Abilities = Set(
        "ask asking question help assist support answer answering use using work working start started begin talk speak chat type write query request try offer good capable capability feature command function functionality skill option instruction manual guide tutorial menu example sample purpose point handle "
        + "learn understand explain able idea suggestion tip trick intro introduction introduce overview tour demo deal pipeline sale data number figure phrase word sentence");

    private static readonly FrozenSet<string> Changes = Set("update move change log record report close edit add snooze undo reassign assign set enter mark lose win won lost loss deal opportunity opp stage amount date step note owner field value close next expected alert");

    private static readonly FrozenSet<string> Metrics = Set("metric kpi kpis measurement indicator");

    private static readonly FrozenSet<string> Figures = Set("number figure stat statistic measure");

    private static readonly FrozenSet<string> Measuring = Set("work working out produce deliver crunch derive handle do doing measure calculate compute track report quantify count monitor tell give answer offer support know provide exist cover ask query request catalog catalogue list overview print display enumerate idea example");

    /// <summary>True where what the bot can do is asked, or how it is used.</summary>
    public static bool AskForHelp(Utterance utterance)
    {
        var words = WordSplitter.Split(utterance.Normalized);
        if (words.Count is < 2 or > 20)
        {
            return false;
        }

        bool Has(params ReadOnlySpan<string> any)
        {
            foreach (var word in words)
            {
                if (any.Contains(word.Text))
                {
                    return true;
                }
            }

            return false;
        }

        // "How do I log a loss?"
        if (Has("how") && Has("i", "we", "you", "one") && Has("do", "can", "could", "would", "should", "to") && words.TrueForAll(word => Is(Small, word) || Is(Changes, word)) && words.Exists(word => Is(Changes, word) && word.Text is not ("deal" or "deals" or "next" or "close" or "won" or "lost" or "win" or "value" or "number")))
        {
            return !Has("many", "much");
        }

        if (!words.TrueForAll(word => Is(Small, word) || Is(Abilities, word)) || !words.Exists(word => word.Text is "do" or "work" or "works" || Is(Abilities, word)))
        {
            return false;
        }

        var asks = Has("what", "whats", "which", "how", "show", "give", "list", "tell", "know", "where", "see", "is", "can", "need", "want", "explain", "like", "any", "some", "please", "your");
        var ofYou = Has("you", "your", "yourself", "this", "bot", "revbot", "assistant", "tool", "here", "ur", "chatbot", "app");
        var ask = words.Exists(word => word.Stem is "ask" or "asking" or "query" or "type" or "say" or "write" or "request" or "try" or "start" or "started" or "begin");
        var ability = words.Exists(word => word.Stem is "capability" or "feature" or "command" or "function" or "functionality" or "skill" or "instruction" or "manual" or "guide" or "tutorial" or "menu" or "purpose" or "capable" or "able" or "example" or "sample" or "introduction" or "intro" or "introduce" or "tour" or "point");
        return asks && ((ofYou && (ability || Has("help", "assist", "use", "using", "work", "works", "good", "offer", "support", "handle", "answer", "for")))
            || (Has("what", "whats", "which", "how") && Has("can", "could", "may", "might", "should", "able", "would") && (ask && Has("i", "we", "me", "us", "one")))
            || (Has("what", "whats", "which", "how", "all", "everything", "anything") && Has("can", "could", "would") && (Has("you", "bot", "tool", "assistant", "app") || (Has("i") && Has("here"))) && Has("do", "tell"))
            || (Has("what", "how") && Has("do", "does") && Has("you") && words.Count <= 6 && Has("do", "work", "offer", "understand", "know") && !Has("deals", "pipeline", "numbers", "data"))
            || (ability && words.Exists(word => word.Stem is "command" or "example" or "capability" or "feature" or "instruction" or "tutorial" or "menu" or "guide" or "manual")));
    }

    /// <summary>True where everything that can be measured is asked for.</summary>
    public static bool AskForMetrics(Utterance utterance)
    {
        var words = WordSplitter.Split(utterance.Normalized);
        if (words.Count is 0 or > 20 || !words.TrueForAll(word => Is(Small, word) || Is(Metrics, word) || Is(Figures, word) || Is(Measuring, word) || word.Stem is "help"))
        {
            return false;
        }

        bool Says(params ReadOnlySpan<string> any)
        {
            foreach (var word in words)
            {
                if (any.Contains(word.Text))
                {
                    return true;
                }
            }

            return false;
        }

        // "List your metrics", "KPI catalogue"; of one metric something else is asked.
        if (words.Exists(word => Is(Metrics, word)))
        {
            return words.Exists(word => Is(Metrics, word) && word.Text is [.., 's']) || Says("list", "catalog", "catalogue", "overview", "every", "which", "what", "kind", "sort");
        }

        // "Which numbers can you give me?", "what are you able to measure?".
        return Says("what", "whats", "which", "list", "everything", "all") && Says("you", "your", "revbot", "bot", "available")
            && (words.Exists(word => word.Stem is "measure" or "calculate" or "compute" or "track" or "report" or "quantify" or "count" or "monitor")
                || (words.Exists(word => Is(Figures, word) && word.Text != word.Stem) && Says("can", "could", "do", "have", "available", "able", "know", "support", "offer", "list", "your")))
            && !Says("how", "who", "where", "did");
    }

    private static bool Is(FrozenSet<string> set, Word word) => set.Contains(word.Text) || set.Contains(word.Stem);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
