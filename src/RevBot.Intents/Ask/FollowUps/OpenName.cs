using RevBot.Conversation.Turns;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>A name that fitted several, and the sentence it stood in: "the packaging one" behind "Which Willow do you mean?" says that sentence again with Willow Packaging.</summary>
/// <param name="Before">What stood before the name.</param>
/// <param name="Name">The name as it was written.</param>
/// <param name="Behind">What stood behind it.</param>
internal sealed record OpenName(string Before, string Name, string Behind)
{
    public const string MemoryKey = "ask.name";

    private const int MostWords = 5;

    private static readonly string[] Small = ["the", "i", "mean", "meant", "sorry", "no", "its", "it", "is", "thats", "that", "one", "ones", "please", "pls", "account", "customer", "company", "deal", "deals", "for", "of", "with", "at", "from", "in", "oh", "ah", "yes", "ok", "okay"];

    public static OpenName In(Sentence sentence, NameHit name)
    {
        var (first, last) = (sentence.Words[name.First], sentence.Words[name.First + name.Count - 1]);
        return new OpenName(sentence.Text[..first.Start], sentence.Written(name.First, name.Count), sentence.Text[last.End..]);
    }

    /// <summary>The name that is still open; null when something was answered since.</summary>
    public static OpenName? Of(TurnContext context) =>
        context.Memory.Recall(MemoryKey, context.Now)?.Split('\n') is [var since, var before, var name, var behind] && since == Since(context) ? new OpenName(before, name, behind) : null;

    /// <summary>Carried until the next answer.</summary>
    public string ToMemory(TurnContext context) => string.Join('\n', Since(context), Line(Before), Line(Name), Line(Behind));

    /// <summary>The sentence with what is said now in the place of the name, and what was said; the likeliest first. None when more is said than a name.</summary>
    public IEnumerable<(string Sentence, string Name)> With(string said)
    {
        var words = WordSplitter.Split(said);
        if (words.Count is 0 or > MostWords || words.FindAll(word => !Small.Contains(word.Text)) is not { Count: > 0 } left)
        {
            yield break;
        }

        var core = string.Join(' ', left.Select(word => said[word.Start..word.End].TrimEnd('\'')));
        foreach (var name in new[] { core, $"{Name} {core}", $"{core} {Name}" })
        {
            yield return ($"{Before}{name}{Behind}", core);
        }
    }

    private static string Since(TurnContext context) => Line(context.Memory.Recall(AskIntent.MemoryKey, context.Now) ?? string.Empty);

    private static string Line(string text) => text.Replace('\n', ' ').Replace('\r', ' ');
}
