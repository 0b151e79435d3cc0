using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RevBot.Intents.Help;

/// <summary>Greetings, thanks and the like: what people say beside their questions.</summary>
internal static partial class CourtesyWords
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["help"] = "i need some help|need help|need some help|sos|halp|i don't know what to ask|i dont know what to ask|i don't know what to do|what should i ask|what am i supposed to type here|what am i supposed to ask|what do i type|what do i do now|how do i start|where do i start|no idea how this works|no idea what to ask|help|help me|help me out|help me out here|what can you do|what can i ask|what can i ask you|what do you do|how does this work|how do you work|commands|menu|what can i say|show help|what can you tell me|what can you do for me|what can you help with|what can you help me with|how can you help|how can you help me|what are you able to do|what are you for|what else can you do|how do i use this|how do i use you|i need help|can you help me|can you help|help please|please help",
        ["hello"] = "hi|hello|hey|hi there|hello there|hey there|good morning|good afternoon|good evening|morning|yo|howdy|hiya|greetings|hi all|hi everyone|hello everybody|how are you|how are you doing|how is it going|how's it going|what's up|whats up|sup|good day|hey hey",
        ["thanks"] = "thanks|thank you|thx|ty|cheers|thanks a lot|thank you very much|great, thanks|perfect, thanks|ok thanks|thank you so much|many thanks|much appreciated|thanks so much|thanks again|great thanks|perfect thanks|ta|tnx|thanks mate|thanks a bunch|thanks a million|cool thanks|cool, thanks|nice, thanks|ok, thanks|thanks, that helps|that helps|that helped|thanks for that|thanks for your help|thanks, great|thank u|thanks that's all|that's all|that's all thanks|that's it|that's all for today|that's all for now|that's all i need|that's all i needed|that's everything|that'll be all|that will be all|all for today|all for now|all good for now|i'm done|done for today|all done",
        ["good"] = "great|ok|okay|nice|nice one|cool|perfect|got it|awesome|good|good job|well done|sounds good|excellent|wow|lol|fine|alright|all right|👍|good bot|love it|brilliant|super|great job|nice work|good work|haha|interesting|understood|makes sense|good to know|i see|you're great|you are great|you rock|amazing|fantastic|wonderful",
        ["bye"] = "bye|goodbye|good bye|see you|see you later|see ya|good night|goodnight|have a nice day|have a good day|have a good one|talk later|later|ciao|have a nice weekend|have a good weekend|have a great weekend|enjoy the weekend|enjoy your weekend|enjoy your evening|have a nice evening|have a great day|see you tomorrow|see you on monday|see you monday|talk tomorrow|until tomorrow|take care|signing off|logging off",
        ["idle"] = "cancel|skip|back|go back|never mind|nevermind|stop|forget it|no|nope|n|yes|y|yep|sure|keep|confirm|do it",
        ["who"] = "who are you|what are you|are you a bot|are you human|are you real|are you a real person|are you a person|are you a robot|are you an ai|are you ai|are you chatgpt|what is your name|what's your name|who made you|who built you|are you alive|am i talking to a human|am i talking to a person|am i talking to a bot|is this a bot",
    }.SelectMany(pair => pair.Value.Split('|').Select(words => (words, pair.Key))).ToFrozenDictionary(pair => pair.words, pair => pair.Key, StringComparer.Ordinal);

    private const int MostWords = 14;

    private const int LongestPhrase = 5;

    private static readonly string[] Names = [" revbot", " bot", " team", " all", " everyone", " folks", " again", " there", " for me", " please", " pls", " now"];

    /// <summary>What kind of courtesy a whole sentence is; null for anything else.</summary>
    /// <param name="normalized">As <see cref="Conversation.Understanding.Utterance.Normalized"/>.</param>
    public static string? KindOf(string normalized)
    {
        if (normalized.Length == 0 || normalized == "?")
        {
            return normalized.Length == 0 ? null : "help";
        }

        if (Kinds.TryGetValue(normalized, out var kind))
        {
            return kind;
        }

        // "Hiya, what can you do?"
        if (normalized.IndexOfAny([',', '!', '.', '-']) is > 0 and var sign && Kinds.GetValueOrDefault(normalized[..sign].Trim()) is "hello" or "help" or "idle" or "good" && Kinds.GetValueOrDefault(normalized[(sign + 1)..].Trim()) is { } behind)
        {
            return behind;
        }

        if (normalized.Length < 60 && Lost().IsMatch(normalized))
        {
            return "help";
        }

        return Names.FirstOrDefault(name => normalized.EndsWith(name, StringComparison.Ordinal)) is { } called
            && Kinds.TryGetValue(normalized[..^called.Length].TrimEnd(',', ' '), out kind) ? kind : OfSeveral(normalized);
    }

    /// <summary>"Brilliant, thanks, that's all for today": nothing but courtesies, one behind the other; how it ends is answered.</summary>
    private static string? OfSeveral(string normalized)
    {
        var words = normalized.Split([' ', ',', '.', '!', ';', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MostWords)
        {
            return null;
        }

        // What was said last up to each word, where all before it are courtesies.
        var heard = new string?[words.Length + 1];
        heard[0] = string.Empty;
        for (var at = 0; at < words.Length; at++)
        {
            for (var length = 1; heard[at] is { } before && length <= LongestPhrase && at + length <= words.Length; length++)
            {
                if (Kinds.TryGetValue(string.Join(' ', words, at, length), out var said) && said is "thanks" or "good" or "bye" or "hello")
                {
                    heard[at + length] = before == "bye" || (said == "good" && before.Length > 0) ? before : said;
                }
                else if (length == 1 && words[at] is "and" or "so" or "very" or "much" or "revbot" or "bot" or "team" or "all" or "everyone" or "then")
                {
                    heard[at + 1] ??= before;
                }
            }
        }

        return heard[^1] is { Length: > 0 } kind ? kind : null;
    }

    /// <summary>"I'm lost, help please", "stuck, need a hand": about the bot and not about deals.</summary>
    [GeneratedRegex(@"^(?:(?:hi|hey|ok|sorry|well|so|still|totally|completely|a bit|feeling|getting|bit|kinda|kind of) )*(?:(?:i'?m|i am|we're|we are)(?: (?:still|totally|completely|a bit|so|kinda|kind of|new and|feeling|getting))* (?:lost|stuck|confused|clueless|new here|new to this|overwhelmed|puzzled)(?: here)?(?:[ ,.!;-]+(?:(?:please|pls|can you|could you|i|need|some|a|bit of|want|hand|and|so|any) )*(?:help(?: me)?(?: please| pls| out)?|need a hand))?|(?:lost|stuck|confused|clueless)(?: here)?[ ,.!;-]+(?:(?:please|pls|can you|could you|i|need|some|a|bit of|want|and|so|any) )*(?:help(?: me)?(?: please| pls| out)?|need a hand|hand))\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Lost();
}
